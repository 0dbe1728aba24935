import ArgumentParser
import Forecasting
import MusterFiles
import MusterOperations
import MusterStore
import MusterViews
import MusterWords
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
      [.stream, .soFarToday, .expected, .soFar, .rest, .wholeDay],
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
      [.stream, .timestamp, .mean, .p10, .p90],
      rows: streams.flatMap(\.rest).map { interval in
        [Cell("\(interval.stream)"), Cell(interval.local)]
          + [interval.mean, interval.p10, interval.p90].map { Cell($0, places: 1) }
      })
  }
}
