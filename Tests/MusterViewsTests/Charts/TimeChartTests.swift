import MusterFiles
import MusterViews
import Testing
import Vocabulary

@Suite struct TimeChartTests {
  private func times(_ count: Int, every minutes: Int = 30) throws -> [LocalTime] {
    let first = try #require(LocalTime(day: Day(ordinal: 20_759), second: 9 * 3600))  // 2026-11-02
    let start = first.instant(offset: 0)
    return (0..<count).map { Zone.utc.local(start + Int64($0 * minutes * 60)) }
  }

  /// The golden of every look; the third interval of four is closed.
  @Test func drawsLayers() throws {
    let chart = TimeChart(
      title: "电话", times: try times(4),
      layers: [
        .init(
          name: "80 %", color: .sky, look: .band(lows: [0, 1, nil, 3]), values: [2, 3, nil, 5]),
        .init(name: "人数", color: .soft, look: .columns, values: [1, 2, nil, 4]),
        .init(name: "需求", color: .accent, look: .steps, values: [1, 2, nil, 5]),
        .init(name: "预测", color: .deep, look: .line, values: [1, 2, nil, 4]),
        .init(name: "去年", color: .quiet, look: .dashes, values: [1, nil, nil, nil]),
      ], marks: [.init(place: 1, label: "今天")])
    // The paths after grid and ticks, without the keys of names.
    let paths = chart.svg.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("<path d=\"M"), !line.contains("h16\"") else { return nil }
      return line.split(separator: "\"").dropFirst().first.map(String.init)
    }
    #expect(
      Array(paths.dropFirst(7)) == [
        "M52 167.2L298 128.8L380 128.8V205.6L298 205.6L52 244ZM544 52L708 52V128.8L544 128.8Z",
        "M68.4 244V205.6H199.6V244ZM232.4 244V167.2H363.6V244ZM560.4 244V90.4H691.6V244Z",
        "M52 205.6H216V167.2H380M544 52H708", "M134 205.6L298 167.2M626 90.4h65.6",
        "M134 205.6h65.6", "M216 52V244",
      ])
    #expect(chart.svg.contains(">今天</text>") && chart.svg.contains(">80 %</text>"))
  }

  @Test(
    "labels below: hours, days, Mondays, months",
    arguments: [
      (hours: 12, first: "10:00", count: 6), (hours: 36, first: "12:00", count: 9),
      (hours: 24 * 7, first: "11-02", count: 8), (hours: 24 * 28, first: "11-02", count: 5),
      (hours: 24 * 200, first: "2026-12", count: 6),
    ])
  func labels(hours: Int, first: String, count: Int) throws {
    let chart = TimeChart(
      title: "T", times: try times(hours, every: 60),
      layers: [
        .init(
          name: "x", color: .deep, look: .line, values: Array(repeating: 1, count: hours))
      ])
    let labels = chart.svg.split(separator: "\n").filter { $0.contains("y=\"261\"") }
    #expect(labels.count == count)
    #expect(labels.first?.contains(">\(first)<") == true)
  }

  @Test func nothingToDraw() {
    let chart = TimeChart(title: "T", times: [], layers: [])
    #expect(chart.svg.hasPrefix("<svg") && chart.svg.hasSuffix("</svg>\n"))
  }
}
