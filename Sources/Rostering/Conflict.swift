public import Vocabulary

/// A limit of an agent's contract, or one fact about them, that narrows their row.
public enum RowConstraint: Hashable, Sendable {
  /// A rule with the number behind it: days, weekends or minutes, as the rule counts.
  case limit(Rule.Code, Int)
  /// No more than so many shifts of a pattern.
  case patternMost(String, Int)
  case absence(Day)
  case fixed(RosterProblem.FixedCell)
  /// The hours of one weekday, or that a weekday has none.
  case availability(Weekday)
  /// A day on which the law protects the agent.
  case protected(Day)
  /// What the law allows, whatever the contract says.
  case law
  /// Another agent's row.
  case pair(AgentPair)
  /// The shifts before the first day.
  case history
  /// The agent never works the pattern.
  case pattern(String)
}

extension RosterProblem {
  /// The smallest set found of limits and facts that together leave the agent at `index` no row.
  ///
  /// Without any one of them there would be a row. `cells` are days decided on top of the agent's
  /// own fixed cells; they never stand in the set. Empty where only `cells` and the patterns are to
  /// blame, nil where there is a row. Sets of one or two are the smallest there are.
  public func conflict(ofAgent index: Int, deciding cells: [FixedCell] = []) -> [RowConstraint]? {
    let search = ConflictSearch(self, agent: agents[index], cells: cells)
    return search.smallest()
  }
}

/// Looks for small sets of constraints that allow no row.
private struct ConflictSearch {
  private let problem: RosterProblem
  private let agent: RosterProblem.Agent
  private let cells: [RosterProblem.FixedCell]
  /// Facts first: of equal sets the one with more limits is found, which people change less gladly.
  private let all: [RowConstraint]

  init(_ problem: RosterProblem, agent: RosterProblem.Agent, cells: [RosterProblem.FixedCell]) {
    var problem = problem
    // Cover joins agents and bars no row.
    problem.demand = []
    problem.patternDemand = []
    problem.duties = []
    problem.fairness = Fairness()
    self.problem = problem
    self.agent = agent
    self.cells = cells
    all = agent.constraints
  }

  /// Whether `constraints` alone leave a row.
  private func allowsRow(_ constraints: [RowConstraint]) -> Bool {
    var problem = problem
    var person = agent.under(constraints)
    person.requests = []
    person.fixed += cells
    problem.agents = [person]
    if !constraints.contains(.history) {
      problem.historyFrom = nil
      problem.cycleFrom = nil
    }
    let model = SolverModel(problem)
    let costs = [Float](repeating: 0, count: model.dayCount * model.kinds.count)
    return RowSolver(model).solve(0, costs: costs) != nil
  }

  func smallest() -> [RowConstraint]? {
    guard !allowsRow(all) else { return nil }
    guard allowsRow([]) else { return [] }
    var best = minimal(all)
    guard best.count > 1 else { return best }
    if let other = minimal(all.reversed()) as [RowConstraint]?, other.count < best.count {
      best = other
    }
    // Every set of one or two may be tried; beyond that the deletion filter has the word.
    for constraint in all where !allowsRow([constraint]) { return [constraint] }
    guard best.count > 2, all.count <= 40 else { return ordered(best) }
    for (place, first) in all.enumerated() {
      for second in all[(place + 1)...] where !allowsRow([first, second]) {
        return [first, second]
      }
    }
    return ordered(best)
  }

  /// Takes out one constraint after another, as long as no row comes of it.
  private func minimal(_ constraints: [RowConstraint]) -> [RowConstraint] {
    // Whole halves first: most constraints have no part in it.
    var kept = constraints
    var size = max(1, kept.count / 2)
    while true {
      var start = 0
      while start < kept.count {
        let end = min(kept.count, start + size)
        let rest = Array(kept[..<start] + kept[end...])
        if allowsRow(rest) { start = end } else { kept = rest }
      }
      guard size > 1 else { return kept }
      size /= 2
    }
  }

  private func ordered(_ constraints: [RowConstraint]) -> [RowConstraint] {
    all.filter { constraints.contains($0) }
  }
}

extension RosterProblem.Agent {
  /// All that narrows the agent's row, limits first, then facts by day.
  fileprivate var constraints: [RowConstraint] {
    var all: [RowConstraint] = []
    for rule in Rule.all {
      if let limit = rule.limit?.value(limits) { all.append(.limit(rule.code, limit)) }
    }
    if limits.hours != nil { all.append(.law) }
    all += limits.patterns.map { .patternMost($0.pattern, $0.most) }
    if !availability.isEmpty { all += Weekday.allCases.map { .availability($0) } }
    if !history.isEmpty { all.append(.history) }
    all += absences.map { .absence($0) }
    all += protected.map { .protected($0) }
    all += fixed.map { .fixed($0) }
    return all
  }

  /// The agent with no other constraints than `constraints`.
  fileprivate func under(_ constraints: [RowConstraint]) -> Self {
    let kept = Set(constraints)
    let limits = Set(
      constraints.compactMap { if case .limit(let rule, _) = $0 { rule } else { nil } })
    var agent = self
    for rule in Rule.all where !limits.contains(rule.code) {
      rule.limit?.set(&agent.limits, nil)
    }
    if !kept.contains(.law) { agent.limits.hours = nil }
    agent.limits.patterns.removeAll { !kept.contains(.patternMost($0.pattern, $0.most)) }
    agent.absences.removeAll { !kept.contains(.absence($0)) }
    agent.protected.removeAll { !kept.contains(.protected($0)) }
    agent.fixed.removeAll { !kept.contains(.fixed($0)) }
    if !kept.contains(.history) { agent.history = [] }
    if !availability.isEmpty {
      for weekday in Weekday.allCases where !kept.contains(.availability(weekday)) {
        // A weekday that no longer counts is open all day and all night.
        agent.availability.removeAll { $0.weekday == weekday }
        agent.availability.append(
          RosterProblem.Availability(weekday: weekday, hours: .zero..<(.hours(72))))
      }
    }
    return agent
  }
}
