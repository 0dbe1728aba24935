import Vocabulary

/// The cheapest rows that keep the rules on single days and on minutes, and no others.
///
/// A table over days and minutes finds them much faster than the row solver finds true rows, and
/// none costs more than the true one. Costs must be whole numbers.
final class MinuteRows {
  private let model: SolverModel
  /// The kind of each day of the row found last; 0 for a day off.
  private(set) var row: [Int16]
  private var table: Block<Int>
  private let units: [[Int]]
  private let week: [Int]
  /// The cheapest kind of each number of units on each day, and its cost.
  private var options: [(units: Int, kind: Int16, cost: Int)] = []
  private var optionStart: [Int] = []

  private static let never = Int.max / 4

  init(_ model: SolverModel) {
    self.model = model
    row = Array(repeating: 0, count: model.dayCount)
    table = Block(0, of: 0)
    units = model.profiles.map { profile in
      model.kinds.indices.map { kind in
        let group = kind == 0 ? -1 : Int(profile.groupOfKind[kind])
        return group < 0 ? (kind == 0 ? 0 : -1) : profile.groups[group].units
      }
    }
    let firstWeekday = model.problem.firstDay.weekday.rawValue
    week = (0..<model.dayCount).map { (firstWeekday + $0) / 7 }
  }

  /// The cost of the cheapest row where a kind costs `costs[day * kinds + kind]`; nil where minutes
  /// allow none.
  func solve(_ agent: Int, _ costs: Block<Float>) -> Int? {
    let limits = model.rows[agent]
    gather(agent, costs)
    guard limits.boundsWeeks else {
      var reach = 0
      for day in 0..<model.dayCount { reach += mostUnits(day) }
      return choose(
        0..<model.dayCount, limits.cycleLeast, min(limits.cycleMost, reach), width: 1)
    }
    return byWeeks(limits)
  }

  private func mostUnits(_ day: Int) -> Int {
    var most = 0
    for index in optionStart[day]..<optionStart[day + 1] { most = max(most, options[index].units) }
    return most
  }

  private func gather(_ agent: Int, _ costs: Block<Float>) {
    let own = units[model.profile[agent]]
    let width = model.kinds.count
    options.removeAll(keepingCapacity: true)
    optionStart.removeAll(keepingCapacity: true)
    for day in 0..<model.dayCount {
      let first = options.count
      optionStart.append(first)
      let cell = agent * model.dayCount + day
      for index in Int(model.allowedStart[cell])..<Int(model.allowedStart[cell + 1]) {
        let kind = model.allowedKinds[index]
        let units = own[Int(kind)]
        guard units >= 0 else { continue }
        let cost = Int(costs[day * width + Int(kind)])
        var place = first
        while place < options.count, options[place].units != units { place += 1 }
        if place == options.count {
          options.append((units, kind, cost))
        } else if cost < options[place].cost {
          options[place] = (units, kind, cost)
        }
      }
    }
    optionStart.append(options.count)
  }

  /// The cheapest choice for `days` with `least` through `most` units in all, into ``row``.
  private func choose(_ days: Range<Int>, _ least: Int, _ most: Int, width: Int) -> Int? {
    guard least <= most, most >= 0 else { return nil }
    fill(days, most, at: 0)
    let last = days.count * (most + 1)
    var best = MinuteRows.never
    var units = -1
    for sum in max(0, least)...most where table[last + sum] < best {
      best = table[last + sum]
      units = sum
    }
    guard units >= 0 else { return nil }
    trace(days, most, units, at: 0)
    return best
  }

  /// Costs of sums of units over `days`, a layer for each day, from `base` on in the table.
  private func fill(_ days: Range<Int>, _ most: Int, at base: Int) {
    let size = most + 1
    if table.capacity < base + (days.count + 1) * size {
      let larger = Block(2 * (base + (days.count + 1) * size), of: MinuteRows.never)
      larger.copy(0, from: table, at: 0, count: table.capacity)
      table = larger
    }
    table.fill(base, count: size, with: MinuteRows.never)
    table[base] = 0
    for (layer, day) in days.enumerated() {
      let from = base + layer * size
      let to = from + size
      table.fill(to, count: size, with: MinuteRows.never)
      for index in optionStart[day]..<optionStart[day + 1] {
        let (units, _, cost) = options[index]
        guard units <= most else { continue }
        for sum in 0...most - units {
          let value = table[from + sum] + cost
          if value < table[to + sum + units] { table[to + sum + units] = value }
        }
      }
    }
  }

  private func trace(_ days: Range<Int>, _ most: Int, _ units: Int, at base: Int) {
    let size = most + 1
    var sum = units
    for (layer, day) in days.enumerated().reversed() {
      let from = base + layer * size
      let value = table[from + size + sum]
      for index in optionStart[day]..<optionStart[day + 1] {
        let option = options[index]
        if option.units <= sum, table[from + sum - option.units] + option.cost == value {
          row[day] = option.kind
          sum -= option.units
          break
        }
      }
    }
  }

  /// Weeks first, then weeks together.
  private func byWeeks(_ limits: RowLimits) -> Int? {
    var parts: [(days: Range<Int>, most: Int, base: Int)] = []
    var base = 0
    var first = 0
    var reach = 0
    while first < model.dayCount {
      var end = first
      var most = 0
      while end < model.dayCount, week[end] == week[first] {
        most += mostUnits(end)
        end += 1
      }
      most = min(most, limits.weekMost[week[first]])
      guard most >= limits.weekLeast[week[first]], most >= 0 else { return nil }
      fill(first..<end, most, at: base)
      parts.append((first..<end, most, base))
      base += (end - first + 1) * (most + 1)
      reach += most
      first = end
    }
    let most = min(limits.cycleMost, reach)
    let size = most + 1
    guard limits.cycleLeast <= most, most >= 0 else { return nil }
    let room = base + (parts.count + 1) * size
    if table.capacity < room {
      let larger = Block(2 * room, of: MinuteRows.never)
      larger.copy(0, from: table, at: 0, count: table.capacity)
      table = larger
    }
    table.fill(base, count: size, with: MinuteRows.never)
    table[base] = 0
    for (index, part) in parts.enumerated() {
      let from = base + index * size
      table.fill(from + size, count: size, with: MinuteRows.never)
      let last = part.base + part.days.count * (part.most + 1)
      let least = max(0, limits.weekLeast[week[part.days.lowerBound]])
      guard least <= min(part.most, most) else { return nil }
      for units in least...min(part.most, most) {
        let cost = table[last + units]
        guard cost < MinuteRows.never / 2 else { continue }
        for sum in 0...most - units {
          let value = table[from + sum] + cost
          if value < table[from + size + sum + units] { table[from + size + sum + units] = value }
        }
      }
    }
    let end = base + parts.count * size
    var best = MinuteRows.never / 2
    var sum = -1
    for units in max(0, limits.cycleLeast)...most where table[end + units] < best {
      best = table[end + units]
      sum = units
    }
    guard sum >= 0 else { return nil }
    for (index, part) in parts.enumerated().reversed() {
      let from = base + index * size
      let last = part.base + part.days.count * (part.most + 1)
      let least = max(0, limits.weekLeast[week[part.days.lowerBound]])
      for units in least...min(part.most, sum)
      where table[from + sum - units] + table[last + units] == table[from + size + sum] {
        trace(part.days, part.most, units, at: part.base)
        sum -= units
        break
      }
    }
    return best
  }
}
