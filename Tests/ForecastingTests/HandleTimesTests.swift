import Forecasting
import Statistics
import Testing
import Vocabulary

@Suite("Handle times") struct HandleTimesTests {
  /// Seconds of work on each interval's contacts, `mean` by local time, each drawn from an
  /// exponential law.
  private func seconds(
    _ contacts: IntervalSeries, seed: UInt64, mean: (LocalTime) -> Double
  ) -> IntervalSeries {
    var generator = SeededGenerator(seed: seed)
    var work = contacts
    for (index, value) in contacts.values.enumerated() {
      guard let number = value.number else { continue }
      let expected = mean(contacts.zone.local(contacts.instant(at: index)))
      let total = (0..<Int(number)).reduce(0.0) { sum, _ in
        sum - expected * logarithm(max(1e-12, generator.unit()))
      }
      work.values[index] = .open(total)
    }
    return work
  }

  /// The natural logarithm by its area, so that the test needs no library of its own.
  private func logarithm(_ x: Double) -> Double {
    let y = (x - 1) / (x + 1)
    if x < 0.5 { return logarithm(x * 2) - 0.693147180559945 }
    var term = y
    var sum = 0.0
    for k in 0..<40 {
      sum += term / Double(2 * k + 1)
      term *= y * y
    }
    return 2 * sum
  }

  @Test("a steady handle time stays", arguments: 1...3) func steady(seed: UInt64) throws {
    let history = InventedHistory(days: 84, seed: seed)
    let contacts = history.series
    let times = try handleTimes(
      contacts: contacts, seconds: seconds(contacts, seed: seed) { _ in 300 }, horizon: 7 * 24)
    let known = times.compactMap(\.self)
    #expect(known.count == 7 * 12)
    #expect(known.allSatisfy { ($0 / 300 - 1).magnitude < 0.12 })
    let mean = known.reduce(0, +) / Double(known.count)
    #expect((mean / 300 - 1).magnitude < 0.03)
  }

  @Test("evenings and week-ends that take longer are told") func told() throws {
    let history = InventedHistory(days: 112)
    let contacts = history.series
    let expected: (LocalTime) -> Double = { time in
      (time.hour >= 18 ? 450 : 300) * (time.day.weekday.isWeekend ? 1.2 : 1)
    }
    let times = try handleTimes(
      contacts: contacts, seconds: seconds(contacts, seed: 3, mean: expected), horizon: 7 * 24)
    for (index, time) in times.enumerated() {
      guard let time else { continue }
      let local = history.zone.local(contacts.end + Int64(index * 3600))
      #expect((time / expected(local) - 1).magnitude < 0.2, "\(local) \(time)")
    }
  }

  @Test("without handle times nothing is told") func none() throws {
    let contacts = InventedHistory(days: 28).series
    var work = contacts
    work.values = work.values.map { value in value.number.map { _ in .open(0) } ?? value }
    #expect(
      try handleTimes(contacts: contacts, seconds: work, horizon: 24).allSatisfy { $0 == nil })
  }
}
