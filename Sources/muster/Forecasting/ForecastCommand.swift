import ArgumentParser
import Forecasting
import MusterFiles
import MusterOperations
import MusterStore
import MusterViews
import MusterWords
import Vocabulary

struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast", abstract: "Forecast contacts per interval, with bands.",
    subcommands: [
      Run.self, Show.self, Today.self, Explain.self, Backtest.self, Mix.self, Override.self,
      Events.self, File.self,
    ])

  struct Run: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "run", abstract: "Forecast every stream from the contacts in the store.")

    @Option(help: "How many days to forecast.")
    var days = 28

    @Option(help: "The first day to forecast; else the day after the last contact.")
    var from: Day?

    @Option(help: "How many days of history to use at most.")
    var history = 730

    @Option(
      help: "Days known ahead, a csv with date and event; else rosters/events.csv.",
      completion: .file(extensions: ["csv"]))
    var events: String?

    @Option(
      help: "Service standards, for the interval; else rosters/service.yaml.",
      completion: .file(extensions: ["yaml"]))
    var standards: String?

    @Option(
      help: "A YAML file of scenarios to show side by side.",
      completion: .file(extensions: ["yaml"]))
    var scenario: String?

    @Option(
      help:
        "Forecast a new stream like another: app/returns=app/aftersale:30%. Give it again for more."
    )
    var like: [LikenessArgument] = []

    @Flag(help: "Show the forecast without keeping it.")
    var dryRun = false

    @OptionGroup var files: ReportFiles
    @OptionGroup var workspace: WorkspaceOptions

    func check() throws {
      if !(1...400).contains(days) { throw ValidationError(OptionWords.forecastDays) }
      if history < 1 { throw ValidationError(OptionWords.someHistory) }
    }

    func view(of workspace: Workspace, on console: Console) throws -> View {
      let forecast = try workspace.forecastVolume(
        days: days, from: from, history: history, events: events, standards: standards,
        like: like.map(\.likeness), isDryRun: dryRun)
      let scenarios =
        try scenario.map {
          try workspace.scenarios($0, of: forecast, standards: standards, in: console.language)
        } ?? []
      var view = forecast.view(scenarios: scenarios, isDryRun: dryRun)
      if files.isAsked {
        var report = try workspace.report(forecast)
        report.scenarios = scenarios
        view.notes += try files.write(report, in: console.language)
      }
      return view
    }
  }

  struct Show: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show a forecast, by day or by interval.")

    @Option(help: "The number of the forecast; else the latest.")
    var number: Int64?

    @OptionGroup var part: VolumePartOptions
    @OptionGroup var files: ReportFiles
    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      var forecast = try workspace.forecast(number)
      try part.check(forecast.streams.map(\.stream), forecast.intervals.map(\.local.day))
      let notes =
        files.isAsked
        ? try files.write(workspace.report(forecast), in: console.language) : []
      forecast.intervals.removeAll { !part.holds($0.stream, $0.local) }
      return forecast.view(byInterval: part.showsIntervals, notes: notes)
    }
  }

  struct Today: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "today",
      abstract: "Forecast the rest of today from the contacts that have come so far.",
      discussion: """
        Intervals that are over count as seen. How far they speak for the rest of the day depends on \
        how much days vary and how much of what came is chance. With --intervals each interval to \
        come is shown.
        """)

    @Flag(help: "Show each interval to come instead of sums.")
    var intervals = false

    @Option(
      help: "Days known ahead, a csv or ics; else the workspace's.",
      completion: .file(extensions: ["csv", "ics"]))
    var events: String?

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      let streams = try workspace.forecastToday(events: events)
      return intervals ? View(restOf: streams) : View(today: streams)
    }
  }

  struct Explain: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain", abstract: "Show what each number is the product of.",
      discussion: """
        The contacts expected of a day are the product of level, weekday, place in the month, season, \
        closed days around it and events; those of an interval are that times its share of the day. \
        With --day or --intervals the intervals are shown.
        """)

    @Option(help: "The number of the forecast; else the latest.")
    var number: Int64?

    @OptionGroup var part: VolumePartOptions
    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      var forecast = try workspace.forecast(number)
      guard !forecast.days.isEmpty || forecast.intervals.isEmpty else {
        throw Refusal(.noInput, [ForecastWords.notExplained(forecast.record.id)])
      }
      try part.check(forecast.streams.map(\.stream), forecast.intervals.map(\.local.day))
      forecast.intervals.removeAll { !part.holds($0.stream, $0.local) }
      forecast.days.removeAll { day in
        LocalTime(day: day.parts.day, second: 0).map { !part.holds(day.stream, $0) } ?? true
      }
      return forecast.explained(byInterval: part.showsIntervals)
    }
  }

  struct Mix: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "mix",
      abstract: "Show what contacts will be about and how long they take, by stream and topic.",
      discussion: """
        Topics and handle times are forecast as contacts are. The first row of a stream is all of it, \
        with its handle time so far and ahead; so far is the last four weeks.
        """)

    @Option(help: "How many days ahead.")
    var days = 28

    @Option(
      help: "Days known ahead, a csv or ics; else the workspace's.",
      completion: .file(extensions: ["csv", "ics"]))
    var events: String?

    @OptionGroup var workspace: WorkspaceOptions

    func check() throws {
      if !(1...400).contains(days) { throw ValidationError(OptionWords.mixDays) }
    }

    func view(of workspace: Workspace, on console: Console) throws -> View {
      View(mixes: try workspace.forecastMix(days: days, events: events))
    }
  }
}
