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
      ForecastRun.self, ForecastShow.self, ForecastToday.self, ForecastExplain.self,
      ForecastBacktest.self,
      ForecastMix.self, ForecastOverrideVerb.self, ForecastEvents.self, ForecastOfFile.self,
    ])
}

struct ForecastOfFile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "file",
    abstract: "Forecast a history without a workspace.",
    discussion: """
      HISTORY is a csv with the columns timestamp and volume: the local time at which an open \
      interval begins, and the contacts in it. Prints a csv row for each open interval ahead. Where \
      the history ends within a day, the hours seen tell of the rest.
      """)

  @Argument(help: "The history; - is standard input.", completion: .file(extensions: ["csv"]))
  var history: String

  @Option(help: "How many intervals after the last row to forecast, closed ones included.")
  var horizon: Int

  @Option(
    help: "Days known ahead: a csv with date and event; the event closed is a day without service.",
    completion: .file(extensions: ["csv"]))
  var events: String?

  @Option(help: "Minutes of an interval; else the least distance between rows.")
  var interval: Interval?

  @Option(
    help:
      "Opening hours, such as 'mon-fri 9:00-21:00'; give it again for other weekdays. Else learnt."
  )
  var open: [OpenTimes] = []

  @Option(help: "The time zone of the local times, such as Europe/Berlin; else no clock changes.")
  var zone: String?

  @Option(help: "Shares of outcomes that the bands hold, in per cent.")
  var levels = Levels.usual

  @OptionGroup var files: ForecastFiles
  @OptionGroup var clock: MomentOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if horizon < 0 { throw ValidationError("The horizon must not be negative.") }
    if files.isAsked, levels.shares != Levels.usual.shares {
      throw ValidationError("A page or a workbook has bands of 80 and 95 per cent.")
    }
  }

  func run() throws {
    if files.isAsked {
      let made = try LoadFilters.forecastReport(
        history, horizon: horizon, events: events, interval: interval, zone: zone,
        open: open, now: clock.moment)
      show(made.forecast)
      return try files.write(made.report, in: output.language(), output)
    }
    let forecast = try LoadFilters.forecast(
      history, horizon: horizon, events: events, interval: interval, zone: zone,
      open: open, levels: levels.shares)
    show(forecast)
  }

  private func show(_ forecast: Forecast) {
    let table = ForecastTable(forecast)
    output.print(table.json, or: table.csv)
    if !forecast.unknownEvents.isEmpty {
      output.note(ForecastWords.unknownEvents(forecast.unknownEvents), in: output.language())
    }
  }
}

struct ForecastRun: ParsableCommand {
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
    help: "A YAML file of scenarios to show side by side.", completion: .file(extensions: ["yaml"]))
  var scenario: String?

  @Option(
    help:
      "Forecast a new stream like another: app/returns=app/aftersale:30%. Give it again for more."
  )
  var like: [LikenessArgument] = []

  @Flag(help: "Show the forecast without keeping it.")
  var dryRun = false

  @OptionGroup var files: ForecastFiles
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !(1...400).contains(days) { throw ValidationError("Forecast from 1 to 400 days.") }
    if history < 1 { throw ValidationError("A history has at least one day.") }
  }

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    let forecast = try workspace.forecastLoad(
      days: days, from: from, history: history, events: events, standards: standards,
      like: like.map(\.likeness), isDryRun: dryRun)
    let scenarios =
      try scenario.map {
        try workspace.scenarios($0, of: forecast, standards: standards, in: language)
      } ?? []
    let table =
      scenarios.isEmpty ? forecast.table : Table(scenarios: scenarios, from: forecast.record.days)
    output.print(table, in: language)
    output.note(dryRun ? LoadWords.nothingKept : forecast.origin, in: language)
    for likeness in forecast.likened {
      output.note(
        ForecastWords.likened(likeness.stream, likeness.other, share: likeness.share), in: language)
    }
    if !forecast.unknownEvents.isEmpty {
      output.note(ForecastWords.unknownEvents(forecast.unknownEvents), in: language)
    }
    if files.isAsked {
      var report = try workspace.report(forecast)
      report.scenarios = scenarios
      try files.write(report, in: language, output)
    }
  }
}

struct ForecastShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a forecast, by day or by interval.")

  @Option(help: "The number of the forecast; else the latest.")
  var number: Int64?

  @OptionGroup var part: LoadPartOptions
  @OptionGroup var files: ForecastFiles
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    var forecast = try workspace.forecast(number)
    try part.check(forecast.streams.map(\.stream), forecast.intervals.map(\.local.day))
    if files.isAsked { try files.write(workspace.report(forecast), in: language, output) }
    forecast.intervals.removeAll { !part.holds($0.stream, $0.local) }
    output.print(part.showsIntervals ? forecast.intervalTable : forecast.table, in: language)
    output.note(forecast.origin, in: language)
    let changed = forecast.overrides.count { override in
      forecast.intervals.contains { override.holds($0.stream, $0.local) }
    }
    if changed > 0 { output.note(ForecastWords.overridden(changed), in: language) }
  }
}

/// Files that a forecast is written to besides.
struct ForecastFiles: ParsableArguments {
  @Option(help: "Write a page with charts to this file.", completion: .file(extensions: ["html"]))
  var html: String?

  @Option(
    help: "Write a workbook with charts to this file.", completion: .file(extensions: ["xlsx"]))
  var xlsx: String?

  var isAsked: Bool { html != nil || xlsx != nil }

  func write(_ report: ForecastReport, in language: Language, _ output: OutputOptions) throws {
    if let html { try Disk.write(report.page(in: language), to: html) }
    if let xlsx { try report.workbook(in: language).write(to: xlsx, language: language) }
    for path in [html, xlsx].compactMap(\.self) {
      output.note(Phrase(verbatim: path), in: language)
    }
  }
}

/// Which part of a forecast or a requirement is shown, and how closely.
struct LoadPartOptions: ParsableArguments {
  @Option(help: "One stream, as channel/queue.")
  var stream: Stream?

  @Option(help: "One day, interval by interval.")
  var day: Day?

  @Flag(help: "Show each interval instead of whole days.")
  var intervals = false

  var showsIntervals: Bool { intervals || day != nil }

  func holds(_ stream: Stream, _ time: LocalTime) -> Bool {
    (self.stream == nil || self.stream == stream) && (day == nil || day == time.day)
  }

  /// Refuses a stream and a day that are not there; `days` holds the days of all intervals.
  func check(_ streams: [Stream], _ days: [Day]) throws {
    if let stream, !streams.contains(stream) {
      throw Refusal(.noInput, [LoadWords.noSuchStream(stream, known: streams)])
    }
    if let day, !days.contains(day), let first = days.min(), let last = days.max() {
      throw Refusal(.noInput, [LoadWords.noSuchDay(day, first: first, last: last)])
    }
  }
}

/// The levels of bands, such as `80,95`.
struct Levels: ExpressibleByArgument {
  let shares: [Double]

  static let usual = Levels(shares: [0.8, 0.95])

  var defaultValueDescription: String { "80,95" }

  private init(shares: [Double]) {
    self.shares = shares
  }

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let hundredths = parts.compactMap { scaledDecimal($0, places: 2) }
    guard hundredths.count == parts.count, hundredths.allSatisfy({ $0 > 0 && $0 < 10_000 }) else {
      return nil
    }
    self.init(shares: hundredths.map { Double($0) / 10_000 })
  }
}

extension OpenTimes: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Interval: ExpressibleByArgument {
  public init?(argument: String) {
    guard let minutes = Int(argument) else { return nil }
    self.init(minutes: minutes)
  }
}

extension Stream: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
