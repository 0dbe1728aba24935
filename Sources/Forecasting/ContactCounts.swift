public import Vocabulary

/// Contacts of a stream counted by local day and slot, where nothing is noted of slots without one.
///
/// A contact system exports contacts, not opening hours: a slot that it does not name had no
/// contact, or was closed.
public struct ContactCounts: Hashable, Sendable {
  public let interval: Interval
  public let zone: Zone
  public let days: Range<Day>
  /// By day, then slot.
  private var counts: [Double]

  /// No contacts on `days`.
  public init(interval: Interval, zone: Zone, days: Range<Day>) {
    self.interval = interval
    self.zone = zone
    self.days = days
    counts = Array(repeating: 0, count: days.count * interval.perDay)
  }

  /// Adds contacts in the `slot` of a day, as clocks of the zone show it; other days are left out.
  public mutating func add(_ contacts: Int, on day: Day, slot: Int) {
    guard days.contains(day) else { return }
    counts[days.lowerBound.distance(to: day) * interval.perDay + slot] += Double(contacts)
  }

  /// The counts as a history in which each interval is open with a number, or closed, or unknown.
  ///
  /// A slot is open on a weekday where, on at least a quarter of that weekday's days with contacts,
  /// it had some itself or lay in a gap of at most three hours between contacts; there, no contact
  /// means zero. A day without contacts on a weekday that usually has five or more was closed, or
  /// its contacts are missing: it is unknown.
  public var history: IntervalSeries {
    let slots = interval.perDay
    let open = openSlots
    let usual = usualTotals
    let start = zone.start(of: days.lowerBound)
    let end = zone.start(of: days.upperBound)
    let values = (0..<Int((end - start) / interval.seconds)).map { index in
      let instant = start + Int64(index) * interval.seconds
      let time = zone.local(instant)
      let weekday = time.day.weekday.rawValue
      let slot = time.minute / interval.minutes
      guard open[weekday * slots + slot] else { return IntervalSeries.Value.closed }
      let day = days.lowerBound.distance(to: time.day)
      if total(day) == 0, usual[weekday] >= 5 { return .missing }
      // Where a clock is put back, its two intervals share what was counted.
      let twice = zone.transitions.isEmpty ? 1 : max(1, zone.instants(of: time).count)
      return .open(counts[day * slots + slot] / Double(twice))
    }
    return IntervalSeries(start: start, interval: interval, zone: zone, values: values)
  }

  private func weekday(_ day: Int) -> Int { (days.lowerBound + day).weekday.rawValue }

  private func total(_ day: Int) -> Double {
    let first = day * interval.perDay
    return counts[first..<(first + interval.perDay)].reduce(0, +)
  }

  /// By weekday, the mean total of its days with contacts.
  private var usualTotals: [Double] {
    var sums = Array(repeating: 0.0, count: 7)
    var numbers = sums
    for day in 0..<days.count {
      let total = total(day)
      guard total > 0 else { continue }
      sums[weekday(day)] += total
      numbers[weekday(day)] += 1
    }
    return zip(sums, numbers).map { $1 > 0 ? $0 / $1 : 0 }
  }

  /// By weekday, then slot, whether it is open.
  private var openSlots: [Bool] {
    let slots = interval.perDay
    let bridge = 180 / interval.minutes
    // Slots with contacts, or in a short gap between such; nights may be bridged across midnight.
    var served = counts.map { $0 > 0 }
    var last: Int?
    for index in counts.indices where counts[index] > 0 {
      if let last, index - last - 1 <= bridge {
        for gap in (last + 1)..<max(last + 1, index) { served[gap] = true }
      }
      last = index
    }
    var open = Array(repeating: false, count: 7 * slots)
    for weekday in 0..<7 {
      let seen = (0..<days.count).filter { self.weekday($0) == weekday && total($0) > 0 }
      // A weekday that had contacts only now and then is closed.
      let all = (0..<days.count).count { self.weekday($0) == weekday }
      guard !seen.isEmpty, seen.count * 4 >= all else { continue }
      for slot in 0..<slots {
        let times = seen.count { served[$0 * slots + slot] }
        open[weekday * slots + slot] = times * 4 >= seen.count
      }
    }
    return open
  }
}
