import Vocabulary

/// How events change the shape of a day, hour by hour.
///
/// Where past days of an event are known, each slot's count over what its weekday lets expect,
/// drawn to one by chance; else what the planner says of some hours.
struct EventShapes {
  /// How far a slot's ratio lies from one by chance beyond that of counts on one day, squared.
  private static let wobble = 0.01

  let slots: Int
  private let kinds: [EventEffects.Kind]
  /// By kind, its known days with what they had in each slot, and what was to be expected.
  private let past: [[(day: Int, seen: [Double], expected: [Double])]]
  private let interval: Int

  init(_ grid: DayGrid, totals: DayTotals, hours: OpeningHours, usual: SlotShares) {
    slots = grid.slots
    interval = grid.interval.minutes
    kinds = totals.design.effects.kinds
    past = kinds.map { kind in
      kind.days.compactMap { day in
        guard (0..<grid.days).contains(day), totals.design.isOpen[day],
          totals.totals[day].isFinite, totals.totals[day] > 0
        else { return nil }
        let weekday = totals.design.weekdays[day]
        var seen = Array(repeating: 0.0, count: grid.slots)
        var expected = seen
        for slot in 0..<grid.slots where hours.isOpen(weekday, slot: slot) {
          let volume = grid.volumes[day * grid.slots + slot]
          guard volume.isFinite else { continue }
          seen[slot] = volume
          expected[slot] = totals.totals[day] * usual.share(weekday, slot)
        }
        return (day, seen, expected)
      }
    }
  }

  /// By day of an event from `origin` up to `end`, its shares, as known before `origin`.
  func shares(from origin: Int, to end: Int, usual: SlotShares, weekdays: [Int]) -> [Int: [Double]]
  {
    var result: [Int: [Double]] = [:]
    for (kind, past) in zip(kinds, past) {
      var ratios: [Double]?
      for (day, figure) in zip(kind.days, kind.figures) where (origin..<end).contains(day) {
        let learnt = ratios ?? learnt(past.prefix { $0.day < origin })
        ratios = learnt
        let weekday = weekdays[day]
        var shares = result[day] ?? (0..<slots).map { usual.share(weekday, $0) }
        for slot in 0..<slots { shares[slot] *= learnt?[slot] ?? planned(figure, slot) }
        let sum = shares.reduce(0, +)
        guard sum > 0 else { continue }
        result[day] = shares.map { $0 / sum }
      }
    }
    return result
  }

  /// By slot, the ratio that `past` days tell; nil where there are none.
  private func learnt(
    _ past: some Collection<(day: Int, seen: [Double], expected: [Double])>
  ) -> [Double]? {
    guard !past.isEmpty else { return nil }
    let seen = (0..<slots).map { slot in past.reduce(0) { $0 + $1.seen[slot] } }
    let expected = (0..<slots).map { slot in past.reduce(0) { $0 + $1.expected[slot] } }
    let wobble = EventShapes.wobble / Double(past.count)
    // How far the ratios truly lie from one, squared: what chance does not explain.
    var beyond = 0.0
    var weight = 0.0
    for slot in 0..<slots where expected[slot] > 0 {
      let miss = min(3, seen[slot] / expected[slot]) - 1
      beyond += expected[slot] * (miss * miss - wobble) - 1
      weight += expected[slot]
    }
    guard weight > 0 else { return nil }
    let spread = max(0, beyond / weight)
    return (0..<slots).map { slot in
      guard expected[slot] > 0 else { return 1 }
      let trust = spread / (spread + 1 / expected[slot] + wobble)
      return 1 + trust * (min(10, seen[slot] / expected[slot]) - 1)
    }
  }

  /// The ratio that a planner's figure for some hours gives to `slot`.
  private func planned(_ event: EventCalendar.Event, _ slot: Int) -> Double {
    guard let factor = event.factor, let minutes = event.minutes else { return 1 }
    return minutes.contains(slot * interval) ? factor : 1
  }
}
