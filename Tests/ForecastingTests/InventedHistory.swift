import Forecasting
import Statistics
import Vocabulary

/// A centre made up for tests: what it expects of each interval, and counts drawn from that.
struct InventedHistory {
  var first = Day(ordinal: 20_000)  // A Friday.
  var days = 70
  var interval = Interval.hour
  var zone = Zone.utc
  var opens = 9
  var closes = 21
  var closedWeekdays: Set<Weekday> = []
  /// Contacts on a plain Monday; other weekdays have a tenth less each.
  var monday = 600.0
  /// A factor by day.
  var factors: [Day: Double] = [:]
  /// Days with three times as many contacts from 18:00 on.
  var peakNights: Set<Day> = []
  /// Days without rows.
  var holes: Set<Day> = []
  var seed: UInt64? = 1

  var calendar: Range<Day> { first..<(first + days) }

  func isOpen(_ time: LocalTime) -> Bool {
    (opens..<closes).contains(time.hour) && !closedWeekdays.contains(time.day.weekday)
  }

  /// What is expected of the interval at `time`: two peaks a day.
  func expected(_ time: LocalTime) -> Double {
    guard isOpen(time) else { return 0 }
    let weekday = 1 - 0.1 * Double(time.day.weekday.rawValue)
    let shape = [0.5, 1, 1.5, 1.2, 0.8, 0.9]
    let share = shape[(time.hour - opens) % shape.count] * Double(interval.minutes) / 60
    let peak = peakNights.contains(time.day) && time.hour >= 18 ? 3.0 : 1
    return monday * weekday * share / 12 * (factors[time.day] ?? 1) * peak
  }

  var series: IntervalSeries {
    var generator = SeededGenerator(seed: seed ?? 0)
    let start = zone.start(of: first) + Int64(opens) * 3600
    let end = zone.start(of: first + days) + Int64(closes - 24) * 3600
    let values = (0..<Int((end - start) / interval.seconds)).map { index in
      let time = zone.local(start + Int64(index) * interval.seconds)
      guard isOpen(time), !holes.contains(time.day) else { return IntervalSeries.Value.missing }
      let expected = expected(time)
      guard seed != nil else { return .open(expected) }
      let noise = NormalDistribution.standard.quantile(max(1e-9, generator.unit()))
      return .open(max(0, (expected + noise * expected.squareRoot()).rounded()))
    }
    return IntervalSeries(start: start, interval: interval, zone: zone, values: values)
  }

  /// The share by which the means of `forecast` miss what is expected, on all days or on one.
  func error(of forecast: Forecast, on day: Day? = nil) -> Double {
    var miss = 0.0
    var sum = 0.0
    for (index, point) in forecast.points.enumerated() {
      let time = zone.local(forecast.means.instant(at: index))
      guard day == nil || day == time.day else { continue }
      let expected = expected(time)
      miss += ((point?.mean ?? 0) - expected).magnitude
      sum += expected
    }
    return miss / sum
  }
}
