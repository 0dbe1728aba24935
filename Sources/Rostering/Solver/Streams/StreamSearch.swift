import Statistics

/// One chain of the search where demand is by streams: rows by the row solver, under annealing.
///
/// A *step* changes one agent's row: most give a day another shift or move a shift to another day,
/// some solve a stretch of days, a few the whole row. Each takes what costs least when every price is
/// blurred by a draw of the temperature's size. No step ever breaks a hard rule.
final class StreamSearch {
  let plan: StreamModel
  let state: StreamState
  private let model: SolverModel
  private let rows: RowSolver
  private var generator: SeededGenerator
  private var draws: Draws
  private(set) var bestCost = Int.max
  /// The best roster so far, and the agents whose rows have changed since.
  private let bestKinds: Block<Int16>
  private let bestWork: Block<Int8>
  private var changed: [Int] = []
  private var isChanged: [Bool]
  /// Whether an agent's row hangs together with another's.
  private let isTied: [Bool]
  /// Steps done so far.
  private(set) var steps = 0
  private let past: PastRow
  private let walks: RowStates
  private var row: [Int16]
  private let choices: Block<Int16>
  private var targets: [(day: Int, end: Int)] = []

  init(_ plan: StreamModel, generator: SeededGenerator) {
    self.plan = plan
    model = plan.model
    rows = RowSolver(plan.model)
    self.generator = generator
    draws = Draws(generator.split(1))
    state = StreamState(plan)
    bestKinds = Block(state.kinds.capacity, of: 0)
    bestWork = Block(state.work.capacity, of: -1)
    isChanged = Array(repeating: false, count: model.agentCount)
    let pairs = model.pairs
    isTied = (0..<model.agentCount).map {
      pairs.mentor[$0] >= 0 || !pairs.learners[$0].isEmpty || !pairs.apart[$0].isEmpty
    }
    past = PastRow(plan)
    walks = RowStates(plan.model)
    row = Array(repeating: 0, count: model.dayCount)
    choices = Block(model.kinds.count * (StreamSearch.otherDays + 1), of: 0)
  }

  // MARK: Start

  /// Gives every agent the best row that the agents before leave, in a random order.
  ///
  /// With `mix`, shifts that it still wants are taken before all others.
  ///
  /// - Returns: the agents whose rules allow no row at all; their rows stay empty.
  func construct(following mix: ShiftMix? = nil, round: Int = 0) -> [Int] {
    var stuck: [Int] = []
    var wanted = mix?.shifts ?? []
    let days = 0..<model.dayCount
    for agent in model.pairs.inTurn(generator.shuffled(Array(0..<model.agentCount))) {
      var found = false
      var tries = 0
      repeat {
        // Limits on sums are met by forbidding days; other prices forbid other days.
        price(agent, days)
        if let mix { favour(agent, mix, wanted) }
        blur(days, tries == 0 && round == 0 ? 0 : 100)
        found = rows.solve(agent) != nil
        tries += 1
      } while !found && tries < 9 && !model.rows[agent].isExact
      if found { state.place(agent, days, row: rows.row) } else { stuck.append(agent) }
      if let mix {
        for day in days where state.kind(agent, day) > 0 {
          let group = mix.group[agent * model.dayCount + day]
          wanted[group * model.kinds.count + state.kind(agent, day)] -= 1
        }
      }
      walks.follow(agent, state.kinds)
      note(agent)
    }
    // Of agents who are tied, another order or another row may leave room for all.
    if !stuck.isEmpty, !model.pairs.isEmpty, round < 24 {
      for agent in 0..<model.agentCount { state.remove(agent, days) }
      return construct(following: mix, round: round + 1)
    }
    keep()
    return stuck.sorted()
  }

  /// Makes shifts that `wanted` has left cheaper than all others.
  private func favour(_ agent: Int, _ mix: ShiftMix, _ wanted: [Int]) {
    let width = model.kinds.count
    for day in 0..<model.dayCount {
      let first = mix.group[agent * model.dayCount + day] * width
      for kind in model.allowed(agent, day).map({ Int($0) })
      where kind > 0 && wanted[first + kind] > 0 {
        rows.prices[day * width + kind] -= dearestShift
      }
    }
  }

  /// More than any shift can cost or spare.
  private var dearestShift: Float {
    let longest = model.kinds.reduce(1) { max($0, $1.slots) }
    return Float(longest * plan.prices.reduce(1) { max($0, abs(Int($1))) })
  }

  // MARK: Annealing

  /// Does `count` steps at `temperature`, in units of cost.
  func run(_ count: Int, at temperature: Float) {
    guard model.agentCount > 0, model.dayCount > 0 else { return }
    for _ in 0..<count {
      steps += 1
      let agent = draws.below(model.agentCount)
      let draw = draws.below(1024)
      if isTied[agent] {
        solveGroup(agent, at: temperature)
      } else if draw < StreamSearch.rowShare {
        solve(agent, 0, model.dayCount, at: temperature)
      } else if draw < StreamSearch.rowShare + StreamSearch.stretchShare {
        let length = min(model.dayCount, 2 + draws.below(StreamSearch.longestStretch - 1))
        solve(agent, draws.below(model.dayCount - length + 1), length, at: temperature)
      } else {
        moveShift(agent, at: temperature)
      }
      if state.cost < bestCost { keep() }
    }
    assert(state.cost == state.recount())
  }

  /// Solves a stretch of a row anew, or a whole row.
  private func solve(_ agent: Int, _ start: Int, _ length: Int, at temperature: Float) {
    let window = walks.window(agent, from: start, length, state.kinds)
    let days = window.days
    let before = state.cost
    state.save(agent, days, into: past)
    state.remove(agent, days)
    price(agent, days)
    blur(days, temperature)
    guard rows.solve(agent, in: days.count < model.dayCount ? window : nil) != nil else {
      state.restore(agent, days, from: past)
      return
    }
    state.place(agent, days, row: rows.row)
    if Float(state.cost - before) <= temperature * draws.exponential(), keepsSums(agent) {
      walks.follow(agent, state.kinds)
      note(agent)
      return
    }
    state.remove(agent, days)
    state.restore(agent, days, from: past)
  }

  /// Solves the row of an agent who is tied to others, and those of the learners beside them.
  private func solveGroup(_ agent: Int, at temperature: Float) {
    let group = [agent] + model.pairs.learners[agent]
    let days = 0..<model.dayCount
    let before = state.cost
    let old = group.map { member in
      let past = PastRow(plan)
      state.save(member, days, into: past)
      return past
    }
    for member in group { state.remove(member, days) }
    var isWhole = true
    for member in group where isWhole {
      price(member, days)
      blur(days, temperature)
      isWhole = rows.solve(member) != nil
      if isWhole { state.place(member, days, row: rows.row) }
    }
    if isWhole, Float(state.cost - before) <= temperature * draws.exponential() {
      for member in group {
        walks.follow(member, state.kinds)
        note(member)
      }
      return
    }
    for member in group { state.remove(member, days) }
    for (member, past) in zip(group, old) { state.restore(member, days, from: past) }
  }

  /// Prices `days` for `agent`; what the rows of agents tied to them forbid is infinitely dear.
  private func price(_ agent: Int, _ days: Range<Int>) {
    state.price(agent, days, into: rows.prices)
    guard isTied[agent] else { return }
    var costs = rows.prices.array
    model.pairs.bar(agent, in: model, costs: &costs) { state.kind($0, $1) }
    for (place, cost) in costs.enumerated() { rows.prices[place] = cost }
  }

  /// Whether the row of `agent` keeps the limits on sums that the row solver may pass over.
  private func keepsSums(_ agent: Int) -> Bool {
    let limits = model.rows[agent]
    guard !limits.sums.isEmpty else { return true }
    return limits.keepsSums((0..<model.dayCount).map { Int16(state.kind(agent, $0)) }[...])
  }

  /// Gives one day of a row another shift or none, or moves its shift to another day.
  private func moveShift(_ agent: Int, at temperature: Float) {
    let day = draws.below(model.dayCount)
    let old = state.kind(agent, day)
    let before = state.cost
    var count = 0
    func gather(_ target: Int, _ found: Int) {
      for index in 0..<found { choices[count + index] = walks.found[index] }
      count += found
      targets.append((target, count))
    }
    targets.removeAll(keepingCapacity: true)
    gather(day, walks.candidates(agent, day, state.kinds))
    // A day that was decided beforehand may not be left free.
    if old > 0, model.isAllowedKind[(agent * model.dayCount + day) * model.kinds.count] {
      for _ in 0..<StreamSearch.otherDays {
        let other = draws.below(model.dayCount)
        guard state.kind(agent, other) == 0, other != day else { continue }
        gather(other, walks.candidates(agent, other, state.kinds, changed: day, to: 0))
      }
    }
    state.save(agent, day..<day + 1, into: past)
    state.remove(agent, day..<day + 1)
    let width = model.kinds.count
    let off = Float(model.cellCost[(agent * model.dayCount + day) * width])
    var least = Float.infinity
    var chosen = (day: day, kind: old)
    var index = 0
    for (target, end) in targets {
      state.price(agent, target..<target + 1, into: rows.prices)
      let spared =
        target == day
        ? 0 : Float(model.cellCost[(agent * model.dayCount + target) * width]) - off
      while index < end {
        let kind = Int(choices[index])
        let cost =
          rows.prices[target * width + kind] - spared + temperature * draws.exponential()
        if cost < least {
          least = cost
          chosen = (target, kind)
        }
        index += 1
      }
    }
    if chosen.day == day, chosen.kind == old, old == 0 { return }
    row[chosen.day] = Int16(chosen.kind)
    state.place(agent, chosen.day..<chosen.day + 1, row: row)
    if Float(state.cost - before) <= temperature * draws.exponential(), keepsSums(agent) {
      guard chosen.day != day || chosen.kind != old else { return note(agent) }
      walks.follow(agent, state.kinds)
      note(agent)
      return
    }
    state.remove(agent, chosen.day..<chosen.day + 1)
    state.restore(agent, day..<day + 1, from: past)
  }

  /// Of 1024 steps, those that solve a whole row, and those that solve a stretch.
  private static let rowShare = 4
  private static let stretchShare = 250
  /// Most days of a stretch.
  private static let longestStretch = 7
  /// Days to which a shift may move that are looked at.
  private static let otherDays = 3

  /// Adds to each price of `days` a draw of its own with mean `mean`.
  private func blur(_ days: Range<Int>, _ mean: Float) {
    guard mean > 0 else { return }
    let width = model.kinds.count
    for place in days.lowerBound * width..<days.upperBound * width {
      rows.prices[place] += mean * draws.exponential()
    }
  }

  private func note(_ agent: Int) {
    guard !isChanged[agent] else { return }
    isChanged[agent] = true
    changed.append(agent)
  }

  private func keep() {
    bestCost = state.cost
    let (days, slots) = (model.dayCount, plan.slotCount)
    for agent in changed {
      isChanged[agent] = false
      bestKinds.copy(agent * days, from: state.kinds, at: agent * days, count: days)
      bestWork.copy(agent * slots, from: state.work, at: agent * slots, count: slots)
    }
    changed.removeAll(keepingCapacity: true)
  }

  /// The best roster so far.
  var best: StreamRoster {
    StreamRoster(kinds: bestKinds.array, work: bestWork.array, cost: bestCost)
  }

  /// Goes on from `roster`, none being there yet.
  func load(_ roster: StreamRoster) {
    state.load(roster)
    for agent in 0..<model.agentCount {
      walks.follow(agent, state.kinds)
      note(agent)
    }
    keep()
  }
}
