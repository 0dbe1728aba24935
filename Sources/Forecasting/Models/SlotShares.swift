import RealModule

/// How a day's total spreads over its slots, by weekday.
struct SlotShares {
  let slots: Int
  /// By weekday, then slot; they add up to one on a weekday with open slots.
  let shares: [Double]

  func share(_ weekday: Int, _ slot: Int) -> Double { shares[weekday * slots + slot] }

  /// The plain shares of a history, for a first look at days that are known in part.
  init(plain grid: DayGrid, hours: OpeningHours) {
    slots = grid.slots
    var sums = Array(repeating: 0.0, count: 7 * slots)
    var counts = sums
    for day in 0..<grid.days {
      let weekday = grid.weekday(day)
      for slot in 0..<slots where hours.isOpen(weekday, slot: slot) {
        let volume = grid.volumes[day * slots + slot]
        guard volume.isFinite else { continue }
        sums[weekday * slots + slot] += volume
        counts[weekday * slots + slot] += 1
      }
    }
    shares = SlotShares.normalised(
      zip(sums, counts).map { $1 > 0 ? ($0 + 1e-6) / $1 : 0 }, slots: slots)
  }

  /// The shares of the days before `end`, recent ones weighing more.
  ///
  /// A weekday's own counts are drawn towards the shape of all weekdays by some contacts' worth of
  /// it. What lies far off the `plain` shares is cut to their neighbourhood.
  init(_ grid: DayGrid, hours: OpeningHours, totals: DayTotals, before end: Int, plain: SlotShares)
  {
    let slots = grid.slots
    self.slots = slots
    var own = Array(repeating: 0.0, count: 7 * slots)
    var days = Array(repeating: 0.0, count: 7)
    for day in 0..<end where totals.design.isOpen[day] {
      let total = totals.totals[day]
      guard total.isFinite, total > 0 else { continue }
      let weekday = totals.design.weekdays[day]
      let age = Double(end - day)
      let weight = SlotShares.halfLives.reduce(0) { $0 + .exp2(-age / $1) / $1 }
      days[weekday] += weight
      for slot in 0..<slots where hours.isOpen(weekday, slot: slot) {
        let usual = total * plain.share(weekday, slot)
        let seen = grid.volumes[day * slots + slot]
        let spread = (usual + 0.04 * usual * usual).squareRoot()
        let volume =
          seen.isFinite ? max(usual - 4 * spread, min(usual + 4 * spread + 2, seen)) : usual
        own[weekday * slots + slot] += weight * volume
      }
    }
    // Counts as if the latest day weighed one.
    let scale = 1 / SlotShares.halfLives.reduce(0) { $0 + 1 / $1 }
    // The shape of all weekdays: each slot over those that are open in it.
    let pooled = (0..<slots).map { slot in
      var sum = 0.0
      var weight = 0.0
      for weekday in 0..<7 where hours.isOpen(weekday, slot: slot) {
        sum += own[weekday * slots + slot]
        weight += days[weekday]
      }
      return weight > 0 ? sum / weight : 0
    }
    for weekday in 0..<7 {
      let open = (0..<slots).filter { hours.isOpen(weekday, slot: $0) }
      let shape = open.reduce(0) { $0 + pooled[$1] }
      for slot in open {
        let index = weekday * slots + slot
        own[index] *= scale
        if shape > 0 { own[index] += SlotShares.pull * pooled[slot] / shape }
      }
    }
    shares = SlotShares.normalised(own, slots: slots)
  }

  /// In days: a quick and a slow memory, added up.
  private static let halfLives = [28.0, 112.0]
  /// How many contacts the shape of all weekdays is worth.
  private static let pull = 150.0

  private static func normalised(_ values: [Double], slots: Int) -> [Double] {
    var values = values
    for weekday in 0..<7 {
      let range = (weekday * slots)..<((weekday + 1) * slots)
      let sum = range.reduce(0) { $0 + values[$1] }
      guard sum > 0 else { continue }
      for index in range { values[index] /= sum }
    }
    return values
  }
}
