import ArgumentParser
import Forecasting
import MusterFiles
import MusterOperations
import MusterStore
import MusterViews
import Vocabulary

struct ForecastToday: ParsableCommand {
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
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let streams = try workspace.forecastToday(events: events)
    output.print(
      intervals ? Table(restOf: streams) : Table(today: streams),
      in: output.language(workspace.settings))
  }
}

extension Table {
  fileprivate init(today streams: [StreamToday]) {
    self.init(
      [
        Column("stream", zh: "业务流", en: "stream"),
        Column("seen", zh: "已到", en: "so far", .right),
        Column("expected", zh: "原预计已到", en: "expected so far", .right),
        Column("so_far", zh: "× 当日已到", en: "× so far", .right),
        Column("rest", zh: "预计还有", en: "still to come", .right),
        Column("total", zh: "全天", en: "whole day", .right),
      ],
      rows: streams.map { stream in
        let rest = stream.rest.reduce(0) { $0 + $1.mean }
        return [
          Cell("\(stream.stream)"), Cell(stream.seen, places: 0),
          stream.expected.map { Cell($0, places: 1) } ?? Cell(nil as String?),
          Cell(stream.soFar, places: 3), Cell(rest, places: 1),
          Cell(stream.seen + rest, places: 1),
        ]
      })
  }

  fileprivate init(restOf streams: [StreamToday]) {
    self.init(
      [
        Column("stream", zh: "业务流", en: "stream"),
        Column("timestamp", zh: "时段", en: "interval"),
        Column("mean", zh: "预测", en: "mean", .right),
        Column("p10", zh: "p10", en: "p10", .right), Column("p90", zh: "p90", en: "p90", .right),
      ],
      rows: streams.flatMap(\.rest).map { interval in
        [Cell("\(interval.stream)"), Cell(interval.local)]
          + [interval.mean, interval.p10, interval.p90].map { Cell($0, places: 1) }
      })
  }
}
