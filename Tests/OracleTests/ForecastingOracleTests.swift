import Forecasting
import MusterFiles
import MusterTesting
import Testing
import Vocabulary

private let folder = "forecasting"

/// Each `NAME.csv` of `timestamp,volume` in the folder, with its `NAME_events.csv` where there is
/// one, is raced against the mean of the same slot over the last four weeks.
@Suite("Oracle: forecasting", .enabled(if: Oracles.has(folder)))
struct ForecastingOracleTests {
  /// Histories are cut to their last days, so that the test stays short.
  private static let days = 400
  private static let origins = 4

  @Test("the last four weeks' mean is beaten on every series", arguments: histories)
  func race(name: String) throws {
    let file = try HistoryFile(.text(Oracles.text("\(folder)/\(name).csv"), name: name))
    let stem = name.split(separator: "_").dropLast().joined(separator: "_")
    let eventsName = "\(folder)/\(stem)_events.csv"
    let events =
      Oracles.files(in: folder).contains("\(stem)_events.csv")
      ? try EventsFile(.text(Oracles.text(eventsName), name: eventsName)).calendar : .none
    let series = file.series
    let perDay = series.interval.perDay
    let first = series.zone.local(series.start)
    let lastDay = series.zone.local(series.instant(at: series.values.count - 1)).day
    var ours = 0.0
    var means = 0.0
    var sum = 0.0
    for index in 0..<ForecastingOracleTests.origins {
      let origin = lastDay + (1 - 28 - 6 * index)
      let cut = first.day.distance(to: origin) * perDay - first.minute / series.interval.minutes
      // A short series has fewer origins that leave four weeks to learn from.
      guard cut >= 28 * perDay else { continue }
      let begin = max(0, cut - ForecastingOracleTests.days * perDay)
      // A history ends with its last counted interval.
      guard let last = series.values[begin..<cut].lastIndex(where: { $0.number != nil }) else {
        continue
      }
      let past = IntervalSeries(
        start: series.instant(at: begin), interval: series.interval, zone: series.zone,
        values: Array(series.values[begin...last]))
      let horizon = min(28 * perDay + cut, series.values.count) - last - 1
      let forecast = try forecast(history: past, horizon: horizon, events: events)
      for (step, point) in forecast.points.enumerated() {
        let place = last + 1 + step
        guard place >= cut, let seen = series.values[place].number else { continue }
        ours += (seen - (point?.mean ?? 0)).magnitude
        means += (seen - fourWeekMean(series, place, before: cut)).magnitude
        sum += seen
      }
    }
    guard sum > 0 else { return print("\(name): too short to race, nothing checked") }
    print("\(name): error \(percent(ours / sum)), four-week mean \(percent(means / sum))")
    #expect(ours < means)
  }

  /// The names of the files with volumes.
  private static let histories = Oracles.files(in: folder)
    .filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }
    .filter { Oracles.text("\(folder)/\($0).csv").hasPrefix("timestamp,volume") }

  /// The mean of the same slot of the week over the last four times that it was counted.
  private func fourWeekMean(_ series: IntervalSeries, _ place: Int, before cut: Int) -> Double {
    let week = 7 * series.interval.perDay
    let slots = stride(from: place, through: 0, by: -week).lazy
      .filter { $0 < cut }.compactMap { series.values[$0].number }.prefix(4)
    let counts = Array(slots)
    return counts.isEmpty ? 0 : counts.reduce(0, +) / Double(counts.count)
  }

  private func percent(_ share: Double) -> String { "\((share * 10_000).rounded() / 100) %" }
}
