import Testing
import Vocabulary

@Suite("Intervals") struct IntervalTests {
  @Test(
    "lengths",
    arguments: [
      (5, true), (10, true), (15, true), (20, true), (30, true), (60, true), (0, false),
      (-30, false), (4, false), (7, false), (25, false), (50, false), (61, false), (120, false),
    ])
  func lengths(minutes: Int, fits: Bool) throws {
    let interval = Interval(minutes: minutes)
    #expect((interval != nil) == fits)
    if let interval { #expect(interval.perDay * minutes == 1440) }
  }

  @Test(
    "minutes as text",
    arguments: [(0, "0:00"), (65, "1:05"), (-65, "-1:05"), (1440, "24:00"), (-5, "-0:05")])
  func minutes(count: Int, text: String) {
    #expect(Minutes(count).description == text)
  }

  @Test("minutes add up") func arithmetic() {
    var sum = Minutes.hours(8)
    sum += Minutes(30)
    #expect(sum - Minutes(510) == .zero)
    #expect(Minutes(-1) < .zero)
  }

  @Test("which interval holds an instant") func index() {
    let start = Instant(seconds: 1_000_000)
    let series = IntervalSeries(
      start: start, interval: .halfHour, zone: .utc, values: [.open(3), .missing, .closed])
    #expect(series.end == start + 5400)
    #expect(series.index(of: start + -1) == nil)
    #expect(series.index(of: start) == 0)
    #expect(series.index(of: start + 1799) == 0)
    #expect(series.index(of: start + 1800) == 1)
    #expect(series.index(of: series.end) == nil)
    #expect(series.values.map(\.number) == [3, nil, nil])
    #expect(series.instant(at: 2) == start + 3600)
  }
}
