import Statistics

/// One chain of the search: rows by the row solver, then annealing.
///
/// A *step* is one change proposed. Where demand is by streams, every step solves one row anew
/// with blurred prices; where it is by patterns alone, most steps change, turn or swap blocks of
/// days, and every 256th solves a row. No step ever breaks a hard rule.
struct Search {
  let model: SolverModel
  private let rows: RowSolver
  private var chance: Chance
  private(set) var state: SearchState
  private(set) var best: SearchState
  /// Steps done so far, and those done when `best` was found.
  private(set) var steps = 0
  private var costs: [Float]
  private var changes: [(agent: Int, day: Int, kind: Int16)] = []
  private let solvesEveryStep: Bool

  init(_ model: SolverModel, generator: SeededGenerator) {
    self.model = model
    rows = RowSolver(model)
    chance = Chance(generator)
    state = SearchState(model)
    best = state
    costs = Array(repeating: 0, count: model.dayCount * model.kinds.count)
    solvesEveryStep = model.slotCount > 0 || !model.pairs.isEmpty
  }

  // MARK: Start

  /// Gives every agent the best row that the agents before leave, in a random order.
  ///
  /// - Returns: the agents whose rules allow no row at all; their rows stay empty.
  mutating func construct() -> [Int] {
    var stuck = constructOnce(blur: 0)
    var tries = 0
    // Of agents who are tied, another order or another row may leave room for all.
    while !stuck.isEmpty, !model.pairs.isEmpty, tries < 24 {
      state = SearchState(model)
      stuck = constructOnce(blur: 200)
      tries += 1
    }
    best = state
    return stuck
  }

  private mutating func constructOnce(blur: Float) -> [Int] {
    var stuck: [Int] = []
    for agent in model.pairs.inTurn(chance.shuffled(model.agentCount)) {
      price(agent)
      if blur > 0 { chance.blur(&costs, mean: blur) }
      var found = rows.solve(agent, costs: costs) != nil
      var tries = 0
      while !found, tries < 8, !model.rows[agent].isExact {
        // Limits on sums are met by forbidding days; other prices forbid other days.
        price(agent)
        chance.blur(&costs, mean: 100)
        found = rows.solve(agent, costs: costs) != nil
        tries += 1
      }
      if found { state.place(agent, row: rows.row) } else { stuck.append(agent) }
    }
    return stuck.sorted()
  }

  private mutating func price(_ agent: Int) {
    state.price(agent, into: &costs)
    model.pairs.bar(agent, in: model, costs: &costs) { state.kind($0, $1) }
  }

  // MARK: Annealing

  /// Does `count` steps at `temperature`, in units of cost.
  mutating func run(_ count: Int, at temperature: Float) {
    guard model.agentCount > 0, model.dayCount > 0 else { return }
    for _ in 0..<count {
      steps += 1
      if solvesEveryStep || steps % 256 == 0 {
        solveRow(at: temperature)
      } else {
        moveBlock(at: temperature)
      }
      if state.cost < best.cost { best = state }
    }
    assert(state.cost == state.recount())
  }

  /// Goes on from the best roster so far.
  mutating func returnToBest() { state = best }

  /// Solves the row of an agent, and those of all who work beside the agent.
  private mutating func solveRow(at temperature: Float) {
    let agent = chance.below(model.agentCount)
    let group = [agent] + model.pairs.learners[agent]
    let before = state.cost
    let old = group.map { state.snapshot($0) }
    for agent in group { state.remove(agent) }
    var isWhole = true
    for agent in group where isWhole {
      price(agent)
      if temperature > 0 { chance.blur(&costs, mean: temperature) }
      isWhole = rows.solve(agent, costs: costs) != nil
      if isWhole { state.place(agent, row: rows.row) }
    }
    if isWhole, Float(state.cost - before) <= temperature * chance.exponentialDraw() { return }
    for (agent, row) in zip(group, old) {
      state.remove(agent)
      state.restore(agent, row: row)
    }
  }

  // MARK: Blocks of days

  private mutating func moveBlock(at temperature: Float) {
    let most = temperature * chance.exponentialDraw()
    let before = state.cost
    changes.removeAll(keepingCapacity: true)
    let draw = chance.below(105)
    var first = chance.below(model.agentCount)
    var second = -1
    if draw >= 35 {
      guard model.agentCount > 1 else { return }
      second = chance.below(model.agentCount - 1)
      if second >= first { second += 1 }
    }
    switch draw {
    case 0..<20: overwrite(first)
    case 20..<35: turn(first)
    case 35..<50: swapTwoBlocks(first, second)
    case 50..<85: swapBlock(first, second)
    default:
      if swapBlock(first, second), let day = changes.last?.day {
        if chance.below(2) == 0 { swap(&first, &second) }
        change(first, day, to: randomKind(first, day))
      }
    }
    guard !changes.isEmpty else { return }
    if Float(state.cost - before) <= most, holds(first), second < 0 || holds(second) { return }
    for change in changes.reversed() { state.set(change.agent, change.day, to: change.kind) }
  }

  /// Sets a cell and remembers what was there.
  private mutating func change(_ agent: Int, _ day: Int, to kind: Int) {
    let old = state.kind(agent, day)
    guard old != kind else { return }
    changes.append((agent, day, Int16(old)))
    state.set(agent, day, to: Int16(kind))
  }

  private mutating func randomKind(_ agent: Int, _ day: Int) -> Int {
    let allowed = model.allowed(agent, day)
    return Int(allowed[allowed.startIndex + chance.below(allowed.count)])
  }

  /// A few days get a new pattern of work and days off.
  private mutating func overwrite(_ agent: Int) {
    var length = 1
    while length < 7, chance.below(100) < 45 { length += 1 }
    length = min(length, model.dayCount)
    let start = chance.below(model.dayCount - length + 1)
    var kind = randomKind(agent, start)
    for day in start..<start + length {
      if chance.below(4) == 0 { kind = randomKind(agent, day) }
      let isOff = chance.below(4) == 0 && model.allowed(agent, day).first == 0
      change(agent, day, to: isOff || !model.allowed(agent, day).contains(Int16(kind)) ? 0 : kind)
    }
  }

  /// Two blocks of a row change places, or a stretch is turned by some days.
  private mutating func turn(_ agent: Int) {
    if chance.below(2) == 0 {
      let length = 1 + chance.below(4)
      let distance = length + chance.below(14)
      guard model.dayCount >= length + distance else { return }
      let start = chance.below(model.dayCount - length - distance + 1)
      for day in start..<start + length {
        let (a, b) = (state.kind(agent, day), state.kind(agent, day + distance))
        change(agent, day, to: b)
        change(agent, day + distance, to: a)
      }
    } else {
      let length = 2 + chance.below(13)
      guard model.dayCount >= length else { return }
      let start = chance.below(model.dayCount - length + 1)
      let shift = 1 + chance.below(min(3, length - 1))
      let old = (0..<length).map { state.kind(agent, start + $0) }
      for index in 0..<length { change(agent, start + index, to: old[(index + shift) % length]) }
    }
  }

  private mutating func swapTwoBlocks(_ first: Int, _ second: Int) {
    let length = 1 + chance.below(5)
    let other = 1 + chance.below(5)
    let gap = 1 + chance.below(24)
    guard model.dayCount >= length + gap + other else { return }
    let start = chance.below(model.dayCount - length - gap - other + 1)
    exchange(first, second, start..<start + length)
    exchange(first, second, start + length + gap..<start + length + gap + other)
  }

  /// Two agents change a block of days; false where they are alike on all of them.
  @discardableResult
  private mutating func swapBlock(_ first: Int, _ second: Int) -> Bool {
    let length = min(model.dayCount, 1 + chance.below(chance.below(4) == 0 ? 14 : 7))
    let start = chance.below(model.dayCount - length + 1)
    exchange(first, second, start..<start + length)
    return !changes.isEmpty
  }

  private mutating func exchange(_ first: Int, _ second: Int, _ days: Range<Int>) {
    for day in days {
      let (a, b) = (state.kind(first, day), state.kind(second, day))
      change(first, day, to: b)
      change(second, day, to: a)
    }
  }

  /// Whether the row of `agent` keeps every hard rule.
  private func holds(_ agent: Int) -> Bool { model.holds(state.row(of: agent), of: agent) }
}
