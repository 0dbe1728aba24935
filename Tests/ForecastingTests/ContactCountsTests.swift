import Forecasting
import Statistics
import Testing
import Vocabulary

@Suite("Contact counts") struct ContactCountsTests {
  private let monday = Day(ordinal: 20_003)

  /// Counts drawn with `rate` contacts per hour, from `opens` to `closes`, over eight weeks.
  private func counts(
    rate: Double, opens: Int = 9, closes: Int = 21, closed: Set<Weekday> = [], seed: UInt64 = 1,
    missing: Set<Day> = []
  ) -> ContactCounts {
    var generator = SeededGenerator(seed: seed)
    let days = monday..<(monday + 56)
    var counts = ContactCounts(interval: .hour, zone: .china, days: days)
    for day in days where !closed.contains(day.weekday) {
      for hour in opens..<closes {
        let limit = NormalDistribution.standard.quantile(max(1e-9, generator.unit()))
        let contacts = Int(max(0, (rate + limit * rate.squareRoot()).rounded()))
        if !missing.contains(day) { counts.add(contacts, on: day, slot: hour) }
      }
    }
    return counts
  }

  private func openHours(_ series: IntervalSeries, on day: Day) -> [Int] {
    series.values.indices.filter { index in
      series.zone.local(series.instant(at: index)).day == day && series.values[index] != .closed
    }.map { series.zone.local(series.instant(at: $0)).hour }
  }

  @Test("opening hours are seen, busy or not", arguments: [1.0, 3, 40])
  func hours(rate: Double) {
    let series = counts(rate: rate).history
    for offset in 0..<7 { #expect(openHours(series, on: monday + offset) == Array(9..<21)) }
  }

  @Test("a stream around the clock stays open through its quiet hours", arguments: 1...5)
  func aroundTheClock(seed: UInt64) {
    let series = counts(rate: 1, opens: 0, closes: 24, seed: seed).history
    #expect(series.values.allSatisfy { $0.number != nil })
  }

  @Test("closed weekdays stay closed, open ones have zeros") func weekdays() {
    let series = counts(rate: 1.5, closed: [.saturday, .sunday]).history
    #expect(openHours(series, on: monday + 5).isEmpty)
    #expect(series.values.contains(.open(0)))
  }

  @Test("a busy day without contacts is unknown, a quiet one is zero") func days() {
    let busy = counts(rate: 10, missing: [monday + 8]).history
    let slots = busy.values.indices.filter {
      busy.zone.local(busy.instant(at: $0)).day == monday + 8 && busy.values[$0] != .closed
    }
    #expect(!slots.isEmpty && slots.allSatisfy { busy.values[$0] == .missing })

    var quiet = ContactCounts(interval: .hour, zone: .utc, days: monday..<(monday + 14))
    for day in [0, 2, 3, 7, 9] { quiet.add(1, on: monday + day, slot: 10) }
    let history = quiet.history
    #expect(!history.values.contains(.missing))
    #expect(history.values.compactMap(\.number).reduce(0, +) == 5)
  }

  @Test("what is counted is what the history holds") func sum() {
    let counts = counts(rate: 20)
    var other = ContactCounts(interval: .halfHour, zone: .utc, days: counts.days)
    for week in 0..<8 { other.add(3, on: monday + 7 * week, slot: 20) }
    other.add(4, on: monday, slot: 20)
    other.add(9, on: monday - 1, slot: 20)
    #expect(other.history.values.compactMap(\.number).reduce(0, +) == 28)
  }

  @Test("no contacts at all: closed") func empty() {
    let counts = ContactCounts(interval: .hour, zone: .utc, days: monday..<(monday + 14))
    #expect(counts.history.values.allSatisfy { $0 == .closed })
  }

  @Test("a clock that is put back shares its hour") func clocks() {
    // Berlin's clocks went back on 26 October 2025, 03:00 to 02:00.
    let zone = Zone(
      name: "Europe/Berlin", firstOffset: 7200,
      transitions: [Zone.Transition(start: Instant(seconds: 1_761_440_400), offset: 3600)])
    let day = zone.local(Instant(seconds: 1_761_440_400)).day
    var counts = ContactCounts(interval: .hour, zone: zone, days: day..<(day + 1))
    for hour in 0..<24 { counts.add(6, on: day, slot: hour) }
    let values = counts.history.values.compactMap(\.number)
    #expect(values.count == 25)
    #expect(values.reduce(0, +) == 144)
    #expect(values[2] == 3 && values[3] == 3)
  }
}
