import Statistics
import Vocabulary

/// One chain of the search where demand is by pattern and day alone: annealing over blocks of days.
///
/// A *step* is one change proposed. Most exchange, turn or overwrite blocks of days in one or two
/// rows; every ``rhythm``th solves a stretch of a row anew, with every price blurred by a draw of
/// the temperature's size, which comes near a draw of the row from the heat bath. No step ever
/// breaks a hard rule: the price is found first, and only a change that is cheap enough is walked
/// through the automaton of the agent's rules, until it meets the states that were there before.
final class PatternSearch {
  /// Steps from one row solved to the next.
  static let rhythm = 256
  /// Most days of a row solved at once.
  static let windowDays = 28

  let model: SolverModel
  let days: Int
  let width: Int
  let rows: RowSolver
  var generator: SeededGenerator
  var draws: Draws
  /// The kind of each agent on each day, at `agent * days + day`.
  let kinds: Block<Int16>
  /// Heads, and what one more and one fewer cost, at `day * width + kind`; 0 for a day off.
  private let heads: Block<Int32>
  let add: Block<Int32>
  let drop: Block<Int32>
  /// What a kind costs on one agent's one day, or ``forbidden``.
  let cell: Block<Int32>
  /// The automaton's state before each day, at `agent * (days + 1) + day`.
  let states: Block<Int16>
  /// Automata of all profiles, at `first + state * width + kind`; -1 where forbidden.
  let next: Block<Int16>
  let firstNext: Block<Int32>
  /// Units of each kind, at `profile * width + kind`.
  let unitsOfKind: Block<Int32>
  /// Of each agent: units worked, weekends used, shifts at `agent * width + kind`.
  let units: Block<Int32>
  let weekends: Block<Int32>
  let shifts: Block<Int32>
  let limits: [AgentLimits]
  /// Kinds that an agent ever works, day off included.
  private let usable: [[Int16]]
  /// Whether a day is a Saturday or a Sunday: 1 and 2.
  let weekendDay: [UInt8]
  private let fresh = Buffers()

  var cost = 0
  private(set) var bestCost = Int.max
  private let saved: Block<Int16>
  /// Whether the roster of ``bestCost`` is the present one and not yet copied to `saved`.
  private var bestIsHere = false
  private(set) var steps = 0

  private static let forbidden: Int32 = 1 << 24

  struct AgentLimits {
    var leastUnits: Int32
    var mostUnits: Int32
    var weekends: Int32
    var boundsWeeks: Bool
    /// Kinds with a most, and it.
    var kinds: [(kind: Int, most: Int32)]
  }

  /// Room for the changed stretches of two rows.
  private final class Buffers {
    let first = Block<Int16>(64, of: 0)
    let second = Block<Int16>(64, of: 0)
  }

  /// Whether `model` is of the form that this search knows.
  static func fits(_ model: SolverModel) -> Bool {
    model.slotCount == 0 && !model.weighsBurdens && model.pairs.isEmpty
      && model.kinds.count == model.patternCount + 1
      && model.profiles.allSatisfy { $0.laneCount < Int(Int16.max) && !$0.joinsWeeks }
      && model.rows.allSatisfy(\.sums.isEmpty)
  }

  init(_ model: SolverModel, generator: SeededGenerator) {
    self.model = model
    self.generator = generator
    draws = Draws(generator.split(1))
    rows = RowSolver(model)
    days = model.dayCount
    width = model.kinds.count
    let agents = model.agentCount
    kinds = Block(agents * days, of: 0)
    saved = Block(agents * days, of: 0)
    heads = Block(days * width, of: 0)
    add = Block(days * width, of: 0)
    drop = Block(days * width, of: 0)
    cell = Block(agents * days * width, of: PatternSearch.forbidden)
    states = Block(agents * (days + 1), of: 0)
    units = Block(agents, of: 0)
    weekends = Block(agents, of: 0)
    shifts = Block(agents * width, of: 0)
    for place in 0..<agents * days * width where model.isAllowedKind[place] {
      cell[place] = model.cellCost[place]
    }
    usable = (0..<agents).map { agent in
      (0..<Int16(model.kinds.count)).filter { kind in
        kind == 0
          || (0..<model.dayCount).contains { day in
            model.isAllowedKind[(agent * model.dayCount + day) * model.kinds.count + Int(kind)]
          }
      }
    }
    weekendDay = model.problem.days.map {
      $0.weekday == .saturday ? 1 : $0.weekday == .sunday ? 2 : 0
    }
    var table: [Int16] = []
    var starts: [Int32] = []
    var kindUnits: [Int32] = []
    for profile in model.profiles {
      starts.append(Int32(table.count))
      let groups = profile.groups.count
      for state in 0..<profile.laneCount {
        for kind in model.kinds.indices {
          let group = kind == 0 ? groups : Int(profile.groupOfKind[kind])
          table.append(group < 0 ? -1 : Int16(profile.next[state * (groups + 1) + group]))
        }
      }
      for kind in model.kinds.indices {
        let group = kind == 0 ? -1 : Int(profile.groupOfKind[kind])
        kindUnits.append(group < 0 ? 0 : Int32(profile.groups[group].units))
      }
    }
    next = Block(table)
    firstNext = Block(model.profile.map { starts[$0] })
    unitsOfKind = Block(kindUnits)
    limits = model.rows.enumerated().map { agent, row in
      AgentLimits(
        leastUnits: Int32(clamping: row.cycleLeast), mostUnits: Int32(clamping: row.cycleMost),
        weekends: Int32(clamping: model.profiles[model.profile[agent]].key.weekends ?? Int.max),
        boundsWeeks: row.boundsWeeks,
        kinds: row.patternMost.map { ($0.pattern + 1, Int32(clamping: $0.most)) })
    }
    for agent in 0..<agents { walk(agent) }
    for day in 0..<days { for kind in 0..<width { reprice(day * width + kind) } }
    cost = recount()
  }

  // MARK: Whole rosters

  /// The present roster: the kind of each agent on each day.
  var roster: [Int16] { kinds.array }

  /// The best roster so far: the kind of each agent on each day.
  var bestRoster: [Int16] { bestIsHere ? kinds.array : saved.array }

  var best: SearchState {
    var state = SearchState(model)
    let roster = bestRoster
    for agent in 0..<model.agentCount {
      state.place(agent, row: Array(roster[agent * days..<(agent + 1) * days]))
    }
    return state
  }

  func keepBest() {
    if cost < bestCost {
      bestCost = cost
      bestIsHere = true
    }
  }

  func saveBest() {
    guard bestIsHere else { return }
    saved.copy(0, from: kinds, at: 0, count: kinds.capacity)
    bestIsHere = false
  }

  /// The cost, counted from the rows alone.
  func recount() -> Int {
    var cost = 0
    var counts = Array(repeating: 0, count: model.patternNeed.count)
    for agent in 0..<model.agentCount {
      for day in 0..<days {
        let kind = Int(kinds[agent * days + day])
        cost += Int(model.cellCost[(agent * days + day) * width + kind])
        if kind > 0 { counts[day * model.patternCount + kind - 1] += 1 }
      }
    }
    for place in counts.indices {
      let price = CoverCost(
        short: Int(model.patternShort[place]), over: Int(model.patternOver[place]))
      cost += price.cost(of: counts[place], need: Int(model.patternNeed[place]))
    }
    return cost
  }

  // MARK: Steps

  /// Does `count` steps at `temperature`, in units of cost.
  func run(_ count: Int, at temperature: Float) {
    guard model.agentCount > 0, days > 0 else { return }
    for _ in 0..<count {
      steps += 1
      if steps % PatternSearch.rhythm == 0 {
        solveStretch(at: temperature)
      } else {
        moveBlocks(at: temperature)
      }
    }
    assert(cost == recount())
  }

  private func moveBlocks(at temperature: Float) {
    let most = Int32(min(1_000_000, temperature * draws.exponential()))
    let first = draws.below(model.agentCount)
    let draw = draws.below(100)
    if draw < 35 {
      if draw < 20 { overwrite(first, most) } else { turn(first, most) }
      return
    }
    guard model.agentCount > 1 else { return }
    var second = draws.below(model.agentCount - 1)
    if second >= first { second += 1 }
    if draw < 50 {
      swapTwoBlocks(first, second, most)
    } else {
      swapBlock(first, second, changesOne: draw >= 85, most)
    }
  }

  /// A few days get a new pattern of work and days off.
  private func overwrite(_ agent: Int, _ most: Int32) {
    var length = 1
    while length < 7, draws.below(100) < 45 { length += 1 }
    length = min(length, days)
    let start = draws.below(days - length + 1)
    let choice = usable[agent]
    var kind = choice[draws.below(choice.count)]
    var delta: Int32 = 0
    for offset in 0..<length {
      if draws.below(4) == 0 { kind = choice[draws.below(choice.count)] }
      let new = draws.below(4) == 0 ? 0 : kind
      fresh.first[offset] = new
      delta += change(agent, start + offset, to: Int(new))
    }
    guard delta <= most, holds(agent, start, length, fresh.first) else { return }
    accept(delta) { self.put(agent, start, length, self.fresh.first) }
  }

  /// Two blocks of a row change places, or a stretch is turned by some days.
  private func turn(_ agent: Int, _ most: Int32) {
    let row = agent * days
    var start = 0
    var length = 0
    if draws.below(2) == 0 {
      let block = 1 + draws.below(4)
      let distance = block + draws.below(14)
      length = block + distance
      guard days >= length else { return }
      start = draws.below(days - length + 1)
      fresh.first.copy(0, from: kinds, at: row + start, count: length)
      for offset in 0..<block {
        fresh.first[offset] = kinds[row + start + distance + offset]
        fresh.first[distance + offset] = kinds[row + start + offset]
      }
    } else {
      length = 2 + draws.below(13)
      guard days >= length else { return }
      start = draws.below(days - length + 1)
      let shift = 1 + draws.below(min(3, length - 1))
      let isBack = draws.below(2) == 0
      for offset in 0..<length {
        let from = isBack ? offset + shift : offset + length - shift
        fresh.first[offset] = kinds[row + start + (from < length ? from : from - length)]
      }
    }
    var delta: Int32 = 0
    for offset in 0..<length {
      delta += change(agent, start + offset, to: Int(fresh.first[offset]))
    }
    guard delta <= most, holds(agent, start, length, fresh.first) else { return }
    accept(delta) { self.put(agent, start, length, self.fresh.first) }
  }

  /// Two agents exchange two separate blocks.
  private func swapTwoBlocks(_ first: Int, _ second: Int, _ most: Int32) {
    let block = 1 + draws.below(5)
    let other = 1 + draws.below(5)
    let gap = 1 + draws.below(24)
    let length = block + gap + other
    guard days >= length else { return }
    let start = draws.below(days - length + 1)
    var delta = exchangePrice(first, second, start, block)
    delta += exchangePrice(first, second, start + block + gap, other)
    guard delta <= most else { return }
    let (a, b) = (first * days + start, second * days + start)
    fresh.first.copy(0, from: kinds, at: a, count: length)
    fresh.second.copy(0, from: kinds, at: b, count: length)
    fresh.first.copy(0, from: kinds, at: b, count: block)
    fresh.second.copy(0, from: kinds, at: a, count: block)
    let far = block + gap
    fresh.first.copy(far, from: kinds, at: b + far, count: other)
    fresh.second.copy(far, from: kinds, at: a + far, count: other)
    acceptBoth(first, second, start, length, delta)
  }

  /// Two agents exchange one block; perhaps one of its days is changed for one of them.
  private func swapBlock(_ first: Int, _ second: Int, changesOne: Bool, _ most: Int32) {
    let longest = changesOne ? 6 : draws.below(4) == 0 ? 14 : 7
    var length = min(days, 1 + draws.below(longest))
    var start = draws.below(days - length + 1)
    // Equal days at both ends are left out.
    let (a, b) = (first * days, second * days)
    while length > 0, kinds[a + start] == kinds[b + start] {
      start += 1
      length -= 1
    }
    while length > 0, kinds[a + start + length - 1] == kinds[b + start + length - 1] { length -= 1 }
    guard length > 0 else { return }
    var delta = exchangePrice(first, second, start, length)
    var changed = -1
    var new: Int16 = 0
    if changesOne {
      changed = draws.below(length)
      let day = start + changed
      let choice = usable[first]
      new = choice[draws.below(choice.count)]
      let old = Int(kinds[b + day])
      guard Int(new) != old else { return }
      let place = (first * days + day) * width
      delta += drop[day * width + old] + add[day * width + Int(new)]
      delta += cell[place + Int(new)] - cell[place + old]
    }
    guard delta <= most else { return }
    fresh.first.copy(0, from: kinds, at: b + start, count: length)
    fresh.second.copy(0, from: kinds, at: a + start, count: length)
    if changed >= 0 { fresh.first[changed] = new }
    acceptBoth(first, second, start, length, delta)
  }

  /// What one agent's one day changes in the cost, other days of other cells being as they are.
  @inline(__always)
  func change(_ agent: Int, _ day: Int, to new: Int) -> Int32 {
    let old = Int(kinds[agent * days + day])
    guard old != new else { return 0 }
    let place = (agent * days + day) * width
    return drop[day * width + old] + add[day * width + new] + cell[place + new]
      - cell[place + old]
  }

  /// What it costs that two agents exchange some days: cover stays as it is.
  @inline(__always)
  private func exchangePrice(_ first: Int, _ second: Int, _ start: Int, _ length: Int) -> Int32 {
    var delta: Int32 = 0
    for day in start..<start + length {
      let (a, b) = (first * days + day, second * days + day)
      let (old, new) = (Int(kinds[a]), Int(kinds[b]))
      delta += cell[a * width + new] - cell[a * width + old]
      delta += cell[b * width + old] - cell[b * width + new]
    }
    return delta
  }

  @inline(__always)
  func accept(_ delta: Int32, _ put: () -> Void) {
    if delta > 0 { saveBest() }
    put()
    cost += Int(delta)
    keepBest()
  }

  private func acceptBoth(
    _ first: Int, _ second: Int, _ start: Int, _ length: Int, _ delta: Int32
  ) {
    guard holds(first, start, length, fresh.first), holds(second, start, length, fresh.second)
    else { return }
    accept(delta) {
      self.put(first, start, length, self.fresh.first)
      self.put(second, start, length, self.fresh.second)
    }
  }

  // MARK: Rules

  /// Whether the row keeps every rule with `length` days from `start` on replaced by `new`.
  private func holds(_ agent: Int, _ start: Int, _ length: Int, _ new: Block<Int16>) -> Bool {
    let limits = limits[agent]
    let row = agent * days
    let kindUnits = model.profile[agent] * width
    var total = units[agent]
    for offset in 0..<length {
      total += unitsOfKind[kindUnits + Int(new[offset])]
      total -= unitsOfKind[kindUnits + Int(kinds[row + start + offset])]
    }
    guard limits.leastUnits <= total, total <= limits.mostUnits else { return false }
    // The automaton, until it meets the states of the present row.
    let table = Int(firstNext[agent])
    let path = agent * (days + 1)
    var state = states[path + start]
    for offset in 0..<length {
      state = next[table + Int(state) * width + Int(new[offset])]
      guard state >= 0 else { return false }
    }
    let end = start + length
    var day = end
    while day < days, state != states[path + day] {
      state = next[table + Int(state) * width + Int(kinds[row + day])]
      guard state >= 0 else { return false }
      day += 1
    }
    guard weekends[agent] + weekendChange(agent, start, end, new) <= limits.weekends else {
      return false
    }
    for limit in limits.kinds {
      var count = shifts[agent * width + limit.kind]
      for offset in 0..<length {
        if Int(new[offset]) == limit.kind { count += 1 }
        if Int(kinds[row + start + offset]) == limit.kind { count -= 1 }
      }
      guard count <= limit.most else { return false }
    }
    return !limits.boundsWeeks || holdsWeeks(agent, start, end, new)
  }

  /// By how much the weekends used change.
  @inline(__always)
  private func weekendChange(_ agent: Int, _ start: Int, _ end: Int, _ new: Block<Int16>) -> Int32 {
    let row = agent * days
    var change: Int32 = 0
    var day = start
    while day < end {
      let type = weekendDay[day]
      guard type > 0 else {
        day += 1
        continue
      }
      // The weekend's other day: after a Saturday, before a Sunday.
      let other = type == 1 ? day + 1 : day - 1
      var before = kinds[row + day] > 0
      var after = new[day - start] > 0
      if other >= 0, other < days {
        let kept = kinds[row + other] > 0
        before = before || kept
        after = after || (other >= start && other < end ? new[other - start] > 0 : kept)
      }
      change += (after ? 1 : 0) - (before ? 1 : 0)
      day += type == 1 ? 2 : 1
    }
    return change
  }

  private func holdsWeeks(_ agent: Int, _ start: Int, _ end: Int, _ new: Block<Int16>) -> Bool {
    let firstWeekday = model.problem.firstDay.weekday.rawValue
    let kindUnits = model.profile[agent] * width
    for week in (firstWeekday + start) / 7...(firstWeekday + end - 1) / 7 {
      var total: Int32 = 0
      for day in max(0, week * 7 - firstWeekday)..<min(days, week * 7 + 7 - firstWeekday) {
        let kind = day >= start && day < end ? new[day - start] : kinds[agent * days + day]
        total += unitsOfKind[kindUnits + Int(kind)]
      }
      let limits = model.rows[agent]
      guard limits.weekLeast[week] <= Int(total), Int(total) <= limits.weekMost[week] else {
        return false
      }
    }
    return true
  }

  // MARK: Changes

  private func put(_ agent: Int, _ start: Int, _ length: Int, _ new: Block<Int16>) {
    for offset in 0..<length where kinds[agent * days + start + offset] != new[offset] {
      set(agent, start + offset, new[offset])
    }
    // States behind the stretch change until they meet those of before.
    let table = Int(firstNext[agent])
    let path = agent * (days + 1)
    var state = states[path + start]
    for day in start..<days {
      state = next[table + Int(state) * width + Int(kinds[agent * days + day])]
      if day >= start + length - 1, states[path + day + 1] == state { return }
      states[path + day + 1] = state
    }
  }

  /// Sets all states of a row.
  func walk(_ agent: Int) {
    let table = Int(firstNext[agent])
    let path = agent * (days + 1)
    let profile = model.profiles[model.profile[agent]]
    states[path] = Int16(profile.firstLane)
    for day in 0..<days {
      let state = Int(states[path + day])
      guard state >= 0 else { return }
      states[path + day + 1] = next[table + state * width + Int(kinds[agent * days + day])]
    }
  }

  func set(_ agent: Int, _ day: Int, _ kind: Int16) {
    let row = agent * days
    let (old, new) = (Int(kinds[row + day]), Int(kind))
    guard old != new else { return }
    let kindUnits = model.profile[agent] * width
    units[agent] += unitsOfKind[kindUnits + new] - unitsOfKind[kindUnits + old]
    shifts[agent * width + old] -= 1
    shifts[agent * width + new] += 1
    if weekendDay[day] > 0, (old > 0) != (new > 0) {
      let other = weekendDay[day] == 1 ? day + 1 : day - 1
      if other < 0 || other >= days || kinds[row + other] == 0 {
        weekends[agent] += new > 0 ? 1 : -1
      }
    }
    kinds[row + day] = kind
    if old > 0 {
      heads[day * width + old] -= 1
      reprice(day * width + old)
    }
    if new > 0 {
      heads[day * width + new] += 1
      reprice(day * width + new)
    }
  }

  @inline(__always)
  private func reprice(_ place: Int) {
    let (day, kind) = place.quotientAndRemainder(dividingBy: width)
    guard kind > 0 else { return }
    let source = day * model.patternCount + kind - 1
    let lack = model.patternNeed[source] - heads[place]
    add[place] = lack > 0 ? -model.patternShort[source] : model.patternOver[source]
    drop[place] = lack < 0 ? -model.patternOver[source] : model.patternShort[source]
  }
}
