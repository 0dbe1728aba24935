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

  /// The mean of several.
  init(meanOf parts: [SlotShares]) {
    slots = parts[0].slots
    shares = parts[0].shares.indices.map { index in
      parts.reduce(0) { $0 + $1.shares[index] } / Double(parts.count)
    }
  }

  fileprivate init(normalising values: [Double], slots: Int) {
    self.slots = slots
    shares = SlotShares.normalised(values, slots: slots)
  }

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

/// Counts by slot from which shares are learnt, what lies far off being cut.
struct SlotHistory {
  private let grid: DayGrid
  private let hours: OpeningHours
  private let design: DayDesign
  /// By day, then slot; an unknown slot has what is usual.
  private let volumes: [Double]
  private let isUsable: [Bool]

  init(_ grid: DayGrid, hours: OpeningHours, totals: DayTotals, plain: SlotShares) {
    self.grid = grid
    self.hours = hours
    design = totals.design
    let slots = grid.slots
    var volumes = Array(repeating: 0.0, count: grid.days * slots)
    var isUsable = Array(repeating: false, count: grid.days)
    let effects = totals.design.effects
    let special = (0..<grid.days).filter { effects.isEvent($0) && totals.design.isOpen[$0] }
    let leavesOut = special.count * 4 < grid.days
    for day in 0..<grid.days where totals.design.isOpen[day] {
      // A day with a shape of its own tells nothing of others, unless most days have an event.
      if leavesOut, effects.isEvent(day) { continue }
      let total = totals.totals[day]
      guard total.isFinite, total > 0 else { continue }
      isUsable[day] = true
      let weekday = totals.design.weekdays[day]
      for slot in 0..<slots where hours.isOpen(weekday, slot: slot) {
        let usual = total * plain.share(weekday, slot)
        let seen = grid.volumes[day * slots + slot]
        let spread = 4 * (usual + 0.04 * usual * usual).squareRoot()
        volumes[day * slots + slot] =
          seen.isFinite ? max(usual - spread, min(usual + spread + 2, seen)) : usual
      }
    }
    self.volumes = volumes
    self.isUsable = isUsable
  }

  /// What was counted before some day, later days weighing more.
  struct Memory {
    /// By weekday, then slot.
    let sums: [Double]
    /// By weekday.
    let days: [Double]
  }

  /// The counts of the days before each of `ends`, which must rise; weights halve every `halfLife`
  /// days.
  func memories(before ends: [Int], halfLife: Double) -> [Memory] {
    let slots = grid.slots
    let fading = Double.exp2(-1 / halfLife)
    var sums = Array(repeating: 0.0, count: 7 * slots)
    var days = Array(repeating: 0.0, count: 7)
    var memories: [Memory] = []
    var ends = ends[...]
    for day in 0...grid.days {
      while ends.first == day {
        ends.removeFirst()
        memories.append(Memory(sums: sums, days: days))
      }
      guard day < grid.days, !ends.isEmpty else { break }
      for weekday in 0..<7 { days[weekday] *= fading }
      for index in sums.indices { sums[index] *= fading }
      guard isUsable[day] else { continue }
      let weekday = design.weekdays[day]
      days[weekday] += 1
      for slot in 0..<slots { sums[weekday * slots + slot] += volumes[day * slots + slot] }
    }
    return memories
  }

  /// The shares of `memory`, each weekday's drawn towards the shape of all as by `pull` contacts
  /// of that shape.
  func shares(_ memory: Memory, pull: Double) -> SlotShares {
    let slots = grid.slots
    // The shape of all weekdays: each slot over those that are open in it.
    let pooled = (0..<slots).map { slot in
      var sum = 0.0
      var weight = 0.0
      for weekday in 0..<7 where hours.isOpen(weekday, slot: slot) {
        sum += memory.sums[weekday * slots + slot]
        weight += memory.days[weekday]
      }
      return weight > 0 ? sum / weight : 0
    }
    var own = memory.sums
    for weekday in 0..<7 {
      let open = (0..<slots).filter { hours.isOpen(weekday, slot: $0) }
      let shape = open.reduce(0) { $0 + pooled[$1] }
      guard shape > 0 else { continue }
      for slot in open { own[weekday * slots + slot] += pull * pooled[slot] / shape }
    }
    return SlotShares(normalising: own, slots: slots)
  }

  /// How badly `shares` foretell how the totals of `days` were spread: less is better.
  func surprise(of shares: SlotShares, on days: Range<Int>) -> Double {
    var surprise = 0.0
    for day in days where isUsable[day] {
      let weekday = design.weekdays[day]
      for slot in 0..<grid.slots {
        let volume = volumes[day * grid.slots + slot]
        if volume > 0 { surprise -= volume * .log(max(1e-9, shares.share(weekday, slot))) }
      }
    }
    return surprise
  }
}
