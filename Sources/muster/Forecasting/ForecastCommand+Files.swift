import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import Vocabulary

// Forecasting without a workspace, or beside one.
extension ForecastCommand {
  struct File: Command {
    static let configuration = CommandConfiguration(
      commandName: "file", abstract: "Forecast a history without a workspace.",
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
      help:
        "Days known ahead: a csv with date and event; the event closed is a day without service.",
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

    @OptionGroup var files: ReportFiles
    @OptionGroup var clock: MomentOptions
    @OptionGroup var output: OutputOptions

    func check() throws {
      if horizon < 0 { throw ValidationError(OptionWords.nonNegativeHorizon) }
      if files.isAsked, levels.shares != Levels.usual.shares {
        throw ValidationError(OptionWords.usualLevels)
      }
    }

    func view(on console: Console) throws -> View {
      if files.isAsked {
        let made = try VolumeFilters.forecastReport(
          history, horizon: horizon, events: events, interval: interval, zone: zone,
          open: open, now: clock.moment)
        return View(
          forecast: made.forecast, notes: try files.write(made.report, in: console.language))
      }
      return View(
        forecast: try VolumeFilters.forecast(
          history, horizon: horizon, events: events, interval: interval, zone: zone,
          open: open, levels: levels.shares))
    }
  }

  struct Backtest: PlacedCommand {
    static let configuration = CommandConfiguration(
      commandName: "backtest",
      abstract: "Put forecasts of the past to the test, beside the spreadsheets' means.",
      discussion: """
        Forecasts from past days, six days apart, are judged by what came: WAPE, bias, pinball loss \
        and the share that the 80 % band held, by how far they looked. Beside them stand the mean of \
        the same interval over the last four and eight weeks.
        """)

    @Option(
      help: "A history without a workspace, as forecast file reads it.",
      completion: .file(extensions: ["csv"]))
    var file: String?

    @Option(help: "One stream, as channel/queue; else all.")
    var stream: Stream?

    @Option(help: "From how many past days to forecast.")
    var looks = 8

    @Option(help: "How many days ahead to look.")
    var reach = 28

    @Option(
      help: "Days known ahead, a csv or ics; else the workspace's.",
      completion: .file(extensions: ["csv", "ics"]))
    var events: String?

    @Option(help: "Minutes of an interval of --file; else the least distance between rows.")
    var interval: Interval?

    @Option(help: "Write a page with charts to this file.", completion: .file(extensions: ["html"]))
    var html: String?

    @OptionGroup var workspace: WorkspaceOptions

    func check() throws {
      if !(1...60).contains(looks) { throw ValidationError(OptionWords.looks) }
      if !(1...180).contains(reach) { throw ValidationError(OptionWords.reach) }
      if file != nil, stream != nil { throw ValidationError(OptionWords.fileHasNoStreams) }
    }

    func view(on console: Console) throws -> View {
      let report: ForecastReport
      if let file {
        let test = try VolumeFilters.backtest(
          file, events: events, interval: interval, looks: looks, reach: reach)
        report = ForecastReport(
          days: nil, zoneName: "", made: workspace.clock().now,
          judged: [
            .init(name: file.split(separator: "/").last.map(String.init) ?? file, backtest: test)
          ])
      } else {
        let workspace = try workspace.open()
        console.language = output.language(workspace.settings)
        let tests = try workspace.backtestVolume(
          stream: stream, looks: looks, reach: reach, events: events)
        report = ForecastReport(
          days: nil, zoneName: workspace.zone.name, made: workspace.now,
          judged: tests.map { .init(name: "\($0.stream)", backtest: $0.backtest) })
      }
      if let html { try Disk.write(report.page(in: console.language), to: html) }
      return View(judged: report.judged, writtenTo: html)
    }
  }

  struct Events: Command {
    static let configuration = CommandConfiguration(
      commandName: "events",
      abstract: "Read files of days known ahead, and show them as a table, csv, json or ics.")

    @Argument(
      help: "Files with date and event, or calendars that end in .ics.",
      completion: .file(extensions: ["csv", "ics"]))
    var files: [String]

    @Flag(help: "Print a calendar that phones read, with all-day entries.")
    var ics = false

    @Option(help: "The name of that calendar.")
    var name = "events"

    @OptionGroup var clock: MomentOptions
    @OptionGroup var output: OutputOptions

    func check() throws {
      if ics, output.json || output.csv {
        throw ValidationError(OptionWords.icsOrOther)
      }
    }

    func view(on console: Console) throws -> View {
      let all = EventsFile(merging: try files.map { try EventsFile(.path($0)) })
      return ics ? View(verbatim: all.ics(name: name, stamp: clock.moment)) : View(events: all)
    }
  }
}
