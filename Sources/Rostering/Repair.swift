import Statistics
public import Vocabulary

/// One agent's one day that a later roster has otherwise than an earlier one.
public struct RosterChange: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// The agent is away on the day.
    case absence
    /// The day was decided beforehand.
    case fixed
    /// The agent is no longer in the team.
    case gone
    /// No pattern has such a shift any more.
    case pattern
    /// The row as it was breaks a rule, here or on another of its days.
    case rule(Rule.Code)
    /// The day keeps every rule; it was changed for cover, wishes or fairness.
    case cover
    /// Two agents exchanged the day.
    case swap
  }

  public var agent: AgentNumber
  public var day: Day
  /// Nil for a day off.
  public var before: Shift?
  public var after: Shift?
  public var reason: Reason

  public init(
    agent: AgentNumber, day: Day, before: Shift?, after: Shift?, reason: Reason
  ) {
    self.agent = agent
    self.day = day
    self.before = before
    self.after = after
    self.reason = reason
  }

  /// Whether start, end and pattern stay, and only breaks or streams are other ones.
  public var isRearrangement: Bool {
    guard let before, let after else { return false }
    return before.pattern == after.pattern && before.start == after.start
      && before.end == after.end
  }
}

/// A roster made from another one by few changes.
public struct RosterRepair: Sendable {
  public var roster: Roster
  /// By agent in the order of the problem, then by day.
  public var changes: [RosterChange]
  /// What the old roster costs now, shifts struck that cannot be worked any more.
  public var costBefore: RosterCost
  public var coverageBefore: Coverage
  public var cost: RosterCost
  public var coverage: Coverage
  /// A cost that no roster for the problem can go below.
  public var bound: Int
  /// Rules that had to be eased, since no row keeps them around the past days and the absences.
  public var eased: [EasedRule]
  /// Agents for whom even that was not enough; theirs only lose the shifts that cannot be worked.
  public var stuck: [AgentNumber]
}

extension RosterProblem {
  /// What a changed day costs where nothing else is said: two hours of a missing head, or half a
  /// missing shift, each at its dearest.
  public var usualChangePrice: Int {
    let hours = demand.map { $0.cost.cost(of: 0, need: 1) }.max() ?? 0
    let shifts = patternDemand.map { $0.cost.cost(of: 0, need: 1) }.max() ?? 0
    return max(1, hours * max(1, 120 / interval.minutes), shifts / 2)
  }

  /// A roster for this problem that differs little from `roster`.
  ///
  /// Where the past and an absence leave an agent no row, the rules that ask for a least of work or
  /// of days off are eased for that agent, as few as will do.
  ///
  /// Days before `from` stay as they are. From then on every rule is kept, and each day whose
  /// pattern, start or length changes costs `changePrice`; an eighth of it where only breaks or
  /// streams move. Rows that break no rule are changed where cover gains more than that. The search
  /// begins at `roster`: rows are solved anew one by one until none gains, then in pairs for
  /// `options.steps` tries, 200 if nil. Equal input gives equal rosters.
  public func repair(
    _ roster: Roster, from: Day, changePrice: Int? = nil,
    options: SolverOptions = SolverOptions()
  ) -> RosterRepair {
    func repaired(_ problem: RosterProblem) -> RosterRepair {
      var repairer = Repairer(
        SolverModel(problem), roster, firstFree: firstDay.distance(to: from),
        price: max(1, changePrice ?? usualChangePrice), options)
      return repairer.run(roster)
    }
    let repair = repaired(self)
    guard !repair.stuck.isEmpty else { return repair }
    let (eased, rules) = easing(repair.stuck, around: roster, before: from)
    guard !rules.isEmpty else { return repair }
    var second = repaired(eased)
    second.eased = rules
    return second
  }
}

/// The search for few changes.
private struct Repairer {
  private let model: SolverModel
  private var draft: RosterDraft
  private var chance: Chance
  /// The first day that may change.
  private let firstFree: Int
  private let price: Int
  private let rearrangementPrice: Int
  private let options: SolverOptions
  /// What the changes of each agent's row cost.
  private var tolls: [Int]

  init(
    _ model: SolverModel, _ roster: Roster, firstFree: Int, price: Int, _ options: SolverOptions
  ) {
    self.model = model
    draft = RosterDraft(model, roster)
    chance = Chance(SeededGenerator(seed: options.seed))
    self.firstFree = max(0, min(model.dayCount, firstFree))
    self.price = price
    rearrangementPrice = max(1, price / 8)
    self.options = options
    tolls = Array(repeating: 0, count: model.agentCount)
  }

  private var objective: Int { draft.state.cost + tolls.reduce(0, +) }

  mutating func run(_ given: Roster) -> RosterRepair {
    let problem = model.problem
    strike()
    let struck = draft.roster()
    let breaches = problem.breaches(in: struck)
    var stuck: [AgentNumber] = []
    var broken = Set(breaches.map(\.agent))
    for agent in model.pairs.inTurn(Array(problem.agents.indices)) {
      let person = problem.agents[agent]
      if broken.contains(person.number) {
        if let row = bestRow(of: agent, holdingLearners: false) {
          draft.replace(agent, by: row)
          // Who works beside the agent follows.
          broken.formUnion(model.pairs.learners[agent].map { problem.agents[$0].number })
        } else {
          stuck.append(person.number)
        }
      }
      tolls[agent] = toll(of: agent)
    }
    let free = problem.agents.indices.filter { !stuck.contains(problem.agents[$0].number) }
    improve(free)
    let roster = draft.roster()
    return RosterRepair(
      roster: roster, changes: changes(from: given, breaches: breaches),
      costBefore: problem.cost(of: struck), coverageBefore: problem.coverage(of: struck),
      cost: problem.cost(of: roster), coverage: problem.coverage(of: roster),
      bound: model.bound(below: draft.state, rounds: 60, deadline: options.seconds, options),
      eased: [], stuck: stuck)
  }

  /// Takes off every shift that its agent cannot work on its day, past days of presence apart.
  private mutating func strike() {
    for (agent, person) in model.problem.agents.enumerated() {
      var row = draft.kinds(of: agent)
      for day in row.indices where row[day] > 0 && !model.allowed(agent, day).contains(row[day]) {
        let isPast = day < firstFree
        if !isPast || person.absences.contains(model.problem.firstDay + day) { row[day] = 0 }
      }
      if row != draft.kinds(of: agent) { draft.replace(agent, by: row) }
    }
  }

  // MARK: Prices of change

  private mutating func bestRow(
    of agent: Int, blur mean: Float = 0, holdingLearners: Bool = true
  ) -> [Int16]? {
    let model = model
    let price = Float(price)
    let given = (0..<model.dayCount).map { draft.givenKind(agent, $0) }
    let now = draft.kinds(of: agent)
    let firstFree = firstFree
    var chance = chance
    let row = draft.bestRow(of: agent, holdingLearners: holdingLearners) { costs in
      if mean > 0 { chance.blur(&costs, mean: mean) }
      for day in 0..<model.dayCount {
        let allowed = model.allowed(agent, day)
        if day < firstFree {
          for kind in allowed where kind != now[day] {
            costs[day * model.kinds.count + Int(kind)] = .infinity
          }
        } else if allowed.contains(given[day]) {
          for kind in allowed where kind != given[day] {
            costs[day * model.kinds.count + Int(kind)] += price
          }
        }
      }
    }
    self.chance = chance
    return row
  }

  private func toll(of agent: Int) -> Int {
    let row = draft.kinds(of: agent)
    return row.indices.reduce(0) { sum, day in
      if row[day] != draft.givenKind(agent, day) { return sum + price }
      return draft.isKept(agent, day) ? sum : sum + rearrangementPrice
    }
  }

  // MARK: Improvement

  private mutating func improve(_ agents: [Int]) {
    var gains = true
    while gains, !shouldStop {
      gains = false
      for agent in agents {
        if rearrange(agent) { gains = true }
        if solveRow(agent) { gains = true }
      }
    }
    guard agents.count > 1 else { return }
    let mean = Float(price) / 4
    for _ in 0..<(options.steps ?? 200) where !shouldStop {
      let first = chance.below(agents.count)
      var second = chance.below(agents.count - 1)
      if second >= first { second += 1 }
      solvePair(agents[first], agents[second], blur: mean)
    }
  }

  private var shouldStop: Bool {
    options.shouldStop() || options.seconds.map { options.elapsed() >= $0 } ?? false
  }

  private func state(of agent: Int) -> (row: RowSnapshot, toll: Int) {
    (draft.snapshot(agent), tolls[agent])
  }

  private mutating func restore(_ agent: Int, _ old: (row: RowSnapshot, toll: Int)) {
    draft.restore(agent, old.row)
    tolls[agent] = old.toll
  }

  private mutating func put(_ row: [Int16], _ agent: Int, rearranging days: Range<Int> = 0..<0) {
    draft.replace(agent, by: row, rearranging: days)
    tolls[agent] = toll(of: agent)
  }

  /// Solves one row anew and keeps it where all is cheaper with it.
  private mutating func solveRow(_ agent: Int) -> Bool {
    guard let row = bestRow(of: agent), row != draft.kinds(of: agent) else { return false }
    let before = objective
    let old = state(of: agent)
    put(row, agent)
    if objective < before { return true }
    restore(agent, old)
    return false
  }

  /// Moves breaks and streams inside kept shifts, day by day, where that gains enough.
  private mutating func rearrange(_ agent: Int) -> Bool {
    guard model.slotCount > 0, firstFree < model.dayCount else { return false }
    let cost = draft.state.cost
    let row = draft.kinds(of: agent)
    let old = state(of: agent)
    put(row, agent, rearranging: firstFree..<model.dayCount)
    let gain = cost - draft.state.cost
    restore(agent, old)
    guard gain > rearrangementPrice else { return false }
    var gains = false
    for day in firstFree..<model.dayCount where row[day] > 0 {
      let before = objective
      let old = state(of: agent)
      put(row, agent, rearranging: day..<(day + 1))
      if objective < before { gains = true } else { restore(agent, old) }
    }
    return gains
  }

  /// Two rows make room for each other: the first at blurred prices, then both at true ones.
  private mutating func solvePair(_ first: Int, _ second: Int, blur mean: Float) {
    let before = objective
    let old = (state(of: first), state(of: second))
    guard let row = bestRow(of: first, blur: mean) else { return }
    put(row, first)
    for agent in [second, first] {
      if let row = bestRow(of: agent) { put(row, agent) }
    }
    guard objective >= before else { return }
    restore(first, old.0)
    restore(second, old.1)
  }

  // MARK: What changed

  private func changes(from given: Roster, breaches: [Breach]) -> [RosterChange] {
    let problem = model.problem
    var changes: [RosterChange] = []
    for (agent, person) in problem.agents.enumerated() {
      let own = breaches.filter { $0.agent == person.number }
      changes += draft.changes(of: agent) { reason(agent, $0, own) }
    }
    let strangers = Set(problem.strangers(in: given))
    for shift in given.shifts where strangers.contains(shift.agent) {
      changes.append(
        RosterChange(
          agent: shift.agent, day: problem.zone.local(shift.start).day, before: shift, after: nil,
          reason: .gone))
    }
    return changes
  }

  private func reason(_ agent: Int, _ day: Int, _ breaches: [Breach]) -> RosterChange.Reason {
    let person = model.problem.agents[agent]
    let date = model.problem.firstDay + day
    let given = draft.givenKind(agent, day)
    guard given >= 0 else { return .pattern }
    if !model.allowed(agent, day).contains(given) {
      if person.absences.contains(date) { return .absence }
      if person.fixed.contains(where: { $0.day == date }) { return .fixed }
      return .rule(ruleAgainst(agent, day, given))
    }
    if draft.givenKind(agent, day) == draft.kinds(of: agent)[day] {
      return breaches.first { $0.day == date }.map { .rule($0.rule) } ?? .cover
    }
    // A fixed cell that is not yet as decided is no reason for other days.
    let others = breaches.filter { $0.rule != .fixed }
    return (others.first { $0.day == date } ?? others.first).map { .rule($0.rule) } ?? .cover
  }

  /// The rule about one day alone that forbids `kind`.
  private func ruleAgainst(_ agent: Int, _ day: Int, _ kind: Int16) -> Rule.Code {
    let problem = model.problem
    guard kind > 0, let shift = draft.givenShift(agent, day) else { return .fixed }
    let row = AgentRow(
      problem: problem, agent: problem.agents[agent],
      roster: [problem.agents[agent].number: [shift]])
    return Rule.all.lazy.flatMap { $0.check(row) }
      .first { $0.day == problem.firstDay + day }?.rule ?? .pattern
  }
}
