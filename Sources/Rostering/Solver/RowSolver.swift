import Vocabulary

/// Finds the best row for one agent, all others being fixed.
///
/// Only cover joins agents, and one more head on a day has a known price; so the best row is a
/// shortest path through the lanes of the agent's ``Profile``, day by day, with the minutes worked
/// as a second coordinate. The answer is exact, but for limits on patterns, which are met by
/// solving again without the dearest days of the pattern in excess.
///
/// Source: E. K. Burke and T. Curtois, "New approaches to nurse rostering benchmark instances"
/// (2014), for the row as a shortest path; the layout in lanes, pools and bands is ours.
final class RowSolver {
  /// Which states one layer holds: all lanes, minutes from `low` through `high`.
  private struct Layer {
    var base = 0
    var low = 0
    var high = -1
    var width: Int { high - low + 1 }
  }

  private enum Step {
    case day(Int)
    /// The end of a calendar week: its minutes are checked and begin again at nothing.
    case weekEnd(Int)
  }

  let model: SolverModel
  /// The kind of each day of the row found last; 0 for a day off.
  private(set) var row: [Int16]
  private let store = Block<Float>(0, of: 0)
  private var layers: [Layer] = []
  private var steps: [Step] = []
  private var alive: [Bool] = []
  private var poolAddress: [Int] = []
  private var groupCost: [Float] = []
  /// The cheapest member of each group on each day.
  private var cheapest: [Int16] = []
  private var dayTypes: [Profile.DayType]
  private var forbidden: [(index: Int, cost: Float)] = []
  private var patternCount: [Int]
  /// Width of the week's minutes in a state; 1 where weeks do not bind.
  private var weekWidth = 1
  private var window: Window
  /// What the window may have of each week.
  private var weekLeast: [Int] = []
  private var weekMost: [Int] = []
  private var tracksWeek = false
  private var tracksCycle = false

  init(_ model: SolverModel) {
    self.model = model
    row = Array(repeating: 0, count: model.dayCount)
    window = Window(days: 0..<model.dayCount, lane: 0)
    patternCount = Array(repeating: 0, count: model.patternCount)
    dayTypes = model.problem.days.enumerated().map { index, day in
      switch day.weekday {
      case .saturday: .weekendStart
      case .sunday: index == 0 ? .weekendStart : .sunday
      default: .weekday
      }
    }
  }

  /// A part of a row to be solved, the days around it being fixed.
  struct Window {
    var days: Range<Int>
    /// The lane before its first day.
    var lane: Int
    /// Whether the days after it may follow each lane; empty where every lane will do.
    var exits: [Bool] = []
    /// Units outside the window, in all and by week.
    var units = 0
    var unitsOfWeek: [Int] = []
    /// Shifts outside the window, by pattern; empty where there are none.
    var shifts: [Int32] = []
  }

  /// Solves for `agent` where a kind costs `costs[day * kinds + kind]`, and leaves the row in
  /// ``row``.
  ///
  /// `window` holds the days to solve, or nil for the whole row; other days of ``row`` are left as
  /// they were.
  ///
  /// - Returns: the cost of the row, or nil where the rules allow none.
  func solve(
    _ agent: Int, costs: inout [Float], in window: Window? = nil,
    ignoringPatternLimits: Bool = false
  ) -> Float? {
    self.window =
      window
      ?? Window(days: 0..<model.dayCount, lane: model.profiles[model.profile[agent]].firstLane)
    let limits = model.rows[agent].patternMost
    guard !limits.isEmpty, !ignoringPatternLimits else { return path(agent, costs: costs) }
    forbidden.removeAll(keepingCapacity: true)
    defer { for entry in forbidden.reversed() { costs[entry.index] = entry.cost } }
    for _ in 0..<24 {
      guard let cost = path(agent, costs: costs) else { return nil }
      var isMet = true
      for limit in limits where !forbidExcess(of: limit, costs: &costs) { isMet = false }
      if isMet { return cost }
    }
    return nil
  }

  /// Whether the row keeps `limit`; if not, its dearest days of the pattern are forbidden.
  private func forbidExcess(
    of limit: (pattern: Int, most: Int), costs: inout [Float]
  ) -> Bool {
    let width = model.kinds.count
    let outside = window.shifts.isEmpty ? 0 : Int(window.shifts[limit.pattern])
    var count = 0
    for day in window.days
    where row[day] > 0 && model.patternOfKind[Int(row[day])] == limit.pattern { count += 1 }
    guard count > limit.most - outside else { return true }
    var days: [(day: Int, cost: Float)] = []
    for day in window.days
    where row[day] > 0 && model.patternOfKind[Int(row[day])] == limit.pattern {
      days.append((day, costs[day * width + Int(row[day])]))
    }
    days.sort { $0.cost == $1.cost ? $0.day < $1.day : $0.cost > $1.cost }
    for (day, _) in days.prefix(days.count - limit.most + outside) {
      for kind in 1..<width where model.patternOfKind[kind] == limit.pattern {
        let index = day * width + kind
        forbidden.append((index, costs[index]))
        costs[index] = .infinity
      }
    }
    return false
  }

  // MARK: The shortest path

  private func path(_ agent: Int, costs: [Float]) -> Float? {
    path(agent, model.profiles[model.profile[agent]], costs: costs)
  }

  /// The best row of `agent` by the rules of `profile`, which may count more than the agent's own.
  func path(_ agent: Int, _ profile: Profile, costs: [Float]) -> Float? {
    guard lay(agent, profile) else { return nil }
    let lanes = profile.laneCount
    for (index, step) in steps.enumerated() {
      for lane in 0..<lanes { alive[(index + 1) * lanes + lane] = false }
      switch step {
      case .day(let day): relax(day, layer: index, agent, profile, costs)
      case .weekEnd(let week): fold(week, layer: index, lanes)
      }
    }
    let last = layers[steps.count]
    var best = Float.infinity
    var state = (lane: -1, minutes: 0)
    for lane in 0..<lanes
    where alive[steps.count * lanes + lane] && (window.exits.isEmpty || window.exits[lane]) {
      for minutes in last.low...last.high {
        let cost = store[last.base + lane * last.width + minutes - last.low]
        if cost < best {
          best = cost
          state = (lane, minutes)
        }
      }
    }
    guard best < .infinity else { return nil }
    trace(from: state, agent, profile, costs)
    return best
  }

  /// Plans steps and layers for `agent`; false where minutes alone rule out every row.
  private func lay(_ agent: Int, _ profile: Profile) -> Bool {
    let limits = model.rows[agent]
    let days = window.days.count
    let most = profile.groups.reduce(0) { max($0, $1.units) }
    func reach(_ days: Int) -> Int {
      let period = profile.longestRun + profile.shortestDaysOff
      return (days / period * profile.longestRun + min(days % period, profile.longestRun)) * most
    }
    let firstWeekday = model.problem.firstDay.weekday.rawValue
    tracksWeek = limits.boundsWeeks
    var weeksLeast = 0
    var weeksMost = 0
    if tracksWeek {
      let weeks =
        (firstWeekday + window.days.lowerBound) / 7..<(firstWeekday + window.days.upperBound + 6)
        / 7
      weekLeast = limits.weekLeast
      weekMost = limits.weekMost.map { min($0, 7 * most) }
      for week in weeks {
        if !window.unitsOfWeek.isEmpty {
          weekLeast[week] = max(0, weekLeast[week] - window.unitsOfWeek[week])
          weekMost[week] = min(7 * most, limits.weekMost[week]) - window.unitsOfWeek[week]
        }
        guard weekLeast[week] <= weekMost[week], weekMost[week] >= 0 else { return false }
      }
      weeksLeast = weeks.reduce(0) { $0 + weekLeast[$1] }
      weeksMost = weeks.reduce(0) { $0 + weekMost[$1] }
      weekWidth = (weeks.reduce(0) { max($0, weekMost[$1]) }) + most + 1
    } else {
      weekWidth = 1
    }
    let cycleLeast = max(0, limits.cycleLeast - window.units)
    let cycleMost = limits.cycleMost == Int.max ? Int.max : limits.cycleMost - window.units
    tracksCycle =
      limits.boundsCycle && !(tracksWeek && cycleLeast <= weeksLeast && cycleMost >= weeksMost)
    guard !tracksCycle || cycleLeast <= cycleMost else { return false }

    steps.removeAll(keepingCapacity: true)
    layers.removeAll(keepingCapacity: true)
    var base = 0
    func append(done: Int, week: Int, doneInWeek: Int, leftInWeek: Int) -> Bool {
      var layer = Layer(base: base, low: 0, high: 0)
      if tracksCycle {
        layer.low = max(0, cycleLeast - reach(days - done)) * weekWidth
        layer.high = min(cycleMost, reach(done)) * weekWidth
      }
      if tracksWeek {
        layer.low += max(0, weekLeast[week] - reach(leftInWeek))
        layer.high += min(weekMost[week], reach(doneInWeek))
      }
      guard layer.low <= layer.high else { return false }
      base += profile.laneCount * layer.width
      layers.append(layer)
      return true
    }
    let firstDay = window.days.lowerBound
    var week = (firstWeekday + firstDay) / 7
    var doneInWeek = 0
    let leftAtFirst = min(days, 7 - (firstWeekday + firstDay) % 7)
    guard append(done: 0, week: week, doneInWeek: 0, leftInWeek: leftAtFirst) else { return false }
    for done in 1...days {
      let day = firstDay + done - 1
      doneInWeek += 1
      let left = min(days - done, 6 - (firstWeekday + day) % 7)
      steps.append(.day(day))
      guard append(done: done, week: week, doneInWeek: doneInWeek, leftInWeek: left) else {
        return false
      }
      guard tracksWeek, left == 0 else { continue }
      steps.append(.weekEnd(week))
      week = min(week + 1, weekMost.count - 1)
      doneInWeek = 0
      guard append(done: done, week: week, doneInWeek: 0, leftInWeek: 7) else { return false }
    }
    // Behind the layers: room for one pool each.
    let width = layers.reduce(0) { max($0, $1.width) }
    let pools = profile.edges.reduce(0) { max($0, $1.poolStart.count - 1) }
    store.reserve(base + pools * width)
    if poolAddress.count < pools {
      poolAddress = Array(repeating: -1, count: pools)
    }
    scratch = base
    scratchWidth = width
    let states = layers.count * profile.laneCount
    if alive.count < states { alive = Array(repeating: false, count: states) }
    for lane in 0..<profile.laneCount { alive[lane] = lane == window.lane }
    let first = layers[0]
    store.fill(first.base, count: profile.laneCount * first.width, with: .infinity)
    guard first.low == 0 else { return false }
    store[first.base + window.lane * first.width] = 0
    let cells = model.dayCount * profile.groups.count
    if cheapest.count < cells { cheapest = Array(repeating: 0, count: cells) }
    return true
  }

  private var scratch = 0
  private var scratchWidth = 0

  private func offset(of group: Profile.Group) -> Int {
    (tracksCycle ? group.units * weekWidth : 0) + (tracksWeek ? group.units : 0)
  }

  private func relax(
    _ day: Int, layer index: Int, _ agent: Int, _ profile: Profile, _ costs: [Float]
  ) {
    let lanes = profile.laneCount
    let from = layers[index]
    let to = layers[index + 1]
    let edges = profile.edges[dayTypes[day].rawValue]
    let groups = profile.groups
    let mayBeOff = price(day, agent, profile, costs)

    for pool in 0..<(edges.poolStart.count - 1) {
      var address = -1
      for edge in Int(edges.poolStart[pool])..<Int(edges.poolStart[pool + 1]) {
        let lane = Int(edges.poolFrom[edge])
        guard alive[index * lanes + lane] else { continue }
        let source = from.base + lane * from.width
        if address < 0 {
          address = source
        } else {
          let own = scratch + pool * scratchWidth
          if address != own {
            store.fill(own, count: from.width, with: .infinity)
            store.lower(own, to: address, plus: 0, count: from.width)
            address = own
          }
          store.lower(own, to: source, plus: 0, count: from.width)
        }
      }
      poolAddress[pool] = address
    }

    for lane in 0..<lanes {
      let target = to.base + lane * to.width
      var isAlive = false
      func enter(from address: Int, by offset: Int, plus cost: Float) {
        let low = max(from.low, to.low - offset)
        let count = min(from.high, to.high - offset) - low + 1
        guard count > 0 else { return }
        if !isAlive {
          isAlive = true
          store.fill(target, count: to.width, with: .infinity)
        }
        store.lower(
          target + low + offset - to.low, to: address + low - from.low, plus: cost, count: count)
      }
      if mayBeOff {
        let cost = costs[day * model.kinds.count]
        for edge in Int(edges.offStart[lane])..<Int(edges.offStart[lane + 1]) {
          let source = Int(edges.offFrom[edge])
          guard alive[index * lanes + source] else { continue }
          enter(from: from.base + source * from.width, by: 0, plus: cost)
        }
      }
      for edge in Int(edges.workStart[lane])..<Int(edges.workStart[lane + 1]) {
        let group = Int(edges.workGroup[edge])
        let address = poolAddress[Int(edges.workPool[edge])]
        guard address >= 0, groupCost[group] < .infinity else { continue }
        enter(from: address, by: offset(of: groups[group]), plus: groupCost[group])
      }
      alive[(index + 1) * lanes + lane] = isAlive
      if isAlive, tracksWeek, tracksCycle { cut(target, to, day) }
    }
  }

  /// Fills `groupCost` and `cheapest` for a day; whether it may be off.
  private func price(_ day: Int, _ agent: Int, _ profile: Profile, _ costs: [Float]) -> Bool {
    let count = profile.groups.count
    if groupCost.count < count { groupCost = Array(repeating: 0, count: count) }
    for group in 0..<count { groupCost[group] = .infinity }
    var mayBeOff = false
    let first = day * model.kinds.count
    let cell = agent * model.dayCount + day
    for index in Int(model.allowedStart[cell])..<Int(model.allowedStart[cell + 1]) {
      let kind = Int(model.allowedKinds[index])
      guard kind > 0 else {
        mayBeOff = true
        continue
      }
      let group = Int(profile.groupOfKind[kind])
      guard group >= 0 else { continue }
      let cost = costs[first + kind]
      if cost < groupCost[group] {
        groupCost[group] = cost
        cheapest[day * count + group] = Int16(kind)
      }
    }
    return mayBeOff
  }

  /// Forbids states whose week has more minutes than it may: they lie between those that count.
  private func cut(_ target: Int, _ layer: Layer, _ day: Int) {
    let week = (model.problem.firstDay.weekday.rawValue + day) / 7
    let most = weekMost[week]
    for minutes in layer.low...layer.high where minutes % weekWidth > most {
      store[target + minutes - layer.low] = .infinity
    }
  }

  private func fold(_ week: Int, layer index: Int, _ lanes: Int) {
    let from = layers[index]
    let to = layers[index + 1]
    for lane in 0..<lanes where alive[index * lanes + lane] {
      let source = from.base + lane * from.width - from.low
      let target = to.base + lane * to.width - to.low
      store.fill(target + to.low, count: to.width, with: .infinity)
      for minutes in from.low...from.high {
        let inWeek = minutes % weekWidth
        let folded = minutes - inWeek
        guard inWeek >= weekLeast[week], inWeek <= weekMost[week],
          folded >= to.low, folded <= to.high
        else { continue }
        store[target + folded] = min(store[target + folded], store[source + minutes])
      }
      alive[(index + 1) * lanes + lane] = true
    }
  }

  /// Walks back along equal costs and writes ``row``.
  private func trace(
    from end: (lane: Int, minutes: Int), _ agent: Int, _ profile: Profile, _ costs: [Float]
  ) {
    let lanes = profile.laneCount
    var (lane, minutes) = end
    for (index, step) in steps.enumerated().reversed() {
      let from = layers[index]
      let to = layers[index + 1]
      let value = store[to.base + lane * to.width + minutes - to.low]
      func holds(_ lane: Int, _ minutes: Int, plus cost: Float) -> Bool {
        guard alive[index * lanes + lane], minutes >= from.low, minutes <= from.high else {
          return false
        }
        return store[from.base + lane * from.width + minutes - from.low] + cost == value
      }
      switch step {
      case .weekEnd(let week):
        let most = min(weekMost[week], weekWidth - 1)
        for inWeek in weekLeast[week]...most where holds(lane, minutes + inWeek, plus: 0) {
          minutes += inWeek
          break
        }
      case .day(let day):
        let edges = profile.edges[dayTypes[day].rawValue]
        let off = costs[day * model.kinds.count]
        row[day] = -1
        if price(day, agent, profile, costs) {
          for edge in Int(edges.offStart[lane])..<Int(edges.offStart[lane + 1])
          where holds(Int(edges.offFrom[edge]), minutes, plus: off) {
            row[day] = 0
            lane = Int(edges.offFrom[edge])
            break
          }
        }
        if row[day] == 0 { continue }
        search: for edge in Int(edges.workStart[lane])..<Int(edges.workStart[lane + 1]) {
          let group = Int(edges.workGroup[edge])
          guard groupCost[group] < .infinity else { continue }
          let before = minutes - offset(of: profile.groups[group])
          let pool = Int(edges.workPool[edge])
          for source in Int(edges.poolStart[pool])..<Int(edges.poolStart[pool + 1])
          where holds(Int(edges.poolFrom[source]), before, plus: groupCost[group]) {
            row[day] = cheapest[day * profile.groups.count + group]
            lane = Int(edges.poolFrom[source])
            minutes = before
            break search
          }
        }
      }
    }
  }
}
