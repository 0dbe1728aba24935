import ArgumentParser
import Forecasting
import MusterFiles
import MusterOperations
import MusterStore
import MusterViews
import MusterWords
import Vocabulary

struct ForecastBacktest: ParsableCommand {
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
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !(1...60).contains(looks) { throw ValidationError("Look from 1 to 60 past days.") }
    if !(1...180).contains(reach) { throw ValidationError("Look from 1 to 180 days ahead.") }
    if file != nil, stream != nil { throw ValidationError("A file has no streams.") }
  }

  func run() throws {
    let report: ForecastReport
    let language: Language
    if let file {
      language = output.language()
      let test = try LoadFilters.backtest(
        file, events: events, interval: interval, looks: looks, reach: reach)
      report = ForecastReport(
        days: nil, zoneName: "", made: workspace.clock().now,
        judged: [
          .init(name: file.split(separator: "/").last.map(String.init) ?? file, backtest: test)
        ])
    } else {
      let workspace = try workspace.open()
      language = output.language(workspace.settings)
      let tests = try workspace.backtestLoad(
        stream: stream, looks: looks, reach: reach, events: events)
      report = ForecastReport(
        days: nil, zoneName: workspace.zone.name, made: workspace.now,
        judged: tests.map { .init(name: "\($0.stream)", backtest: $0.backtest) })
    }
    output.print(Table(judged: report.judged), in: language)
    if let html {
      try Disk.write(report.page(in: language), to: html)
      output.note(Phrase(verbatim: html), in: language)
    }
  }
}

extension Table {
  fileprivate init(judged: [ForecastReport.Judged]) {
    let rows = judged.flatMap { judged in
      judged.backtest.leads.flatMap { lead in
        zip(Backtest.Method.allCases, lead.scores).map { method, score in
          [
            Cell(judged.name), Cell(ForecastWords.lead(lead.days), .int(Int64(lead.days))),
            Cell(method.phrase, .text(method.rawValue)), Cell(lead.intervals),
            Cell(hundredths: score.wape), Cell(hundredths: score.bias),
            Cell(hundredths: score.pinball), Cell(hundredths: score.coverage),
          ]
        }
      }
    }
    self.init(
      [.stream, .daysAhead, .method, .intervals, .wape, .bias, .pinball, .coverage80], rows: rows)
  }
}

extension Table.Cell {
  /// A share, for people in per cent with two decimals.
  fileprivate init(hundredths share: Double) {
    self.init(
      Phrase(verbatim: decimal(share * 100, places: 2) + "%"), .number(sixDecimals(share)))
  }
}
