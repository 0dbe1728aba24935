public import Vocabulary

/// Tells why a roster is as it is: what is missing, what was refused, what else there could be.
///
/// All is judged one row at a time: an agent's best other row, all others being fixed, is exact, and
/// so is what it costs.
public struct RosterExplainer {
  let model: SolverModel
  var draft: RosterDraft
  let cost: RosterCost
  /// The first day that may still change; earlier ones stay where a later one is in question.
  private let firstFree: Int
  /// What a changed day costs besides: so little that only equal rows are told apart by it.
  private let nudge: Float

  /// For `roster`, which must keep the rules of `problem` for prices to mean much.
  ///
  /// Days before `from` are past, if it is given.
  public init(_ problem: RosterProblem, roster: Roster, from: Day? = nil) {
    model = SolverModel(problem)
    firstFree = from.map { problem.firstDay.distance(to: $0) } ?? 0
    var nudge: Float = 0x1p-5
    while nudge * Float(problem.dayCount) >= 0.5 { nudge /= 2 }
    self.nudge = nudge
    draft = RosterDraft(model, roster)
    cost = problem.cost(of: draft.roster())
  }

  var problem: RosterProblem { model.problem }
}

/// What another row of one agent would cost, all others being fixed.
public struct RowPrice: Hashable, Sendable {
  public var agent: AgentNumber
  /// The whole roster's cost with that row, less its cost as it is, part by part.
  public var difference: RosterCost
  /// The days of the agent that would be other ones.
  public var changes: [RosterChange]
}

/// Whether something is possible for one agent, and what it costs or what bars it.
public enum RowOutcome: Hashable, Sendable {
  case possible(RowPrice)
  /// The limits and facts that together bar it; empty where the days that stand leave no room.
  case impossible([RowConstraint])
}

extension RosterExplainer {
  /// The best row of the agent at `agent` in which the day at `day` is one of `kinds`.
  mutating func bestRow(of agent: Int, on day: Int, among kinds: Set<Int>) -> [Int16]? {
    let model = model
    let row = draft.kinds(of: agent)
    let past = day < firstFree ? 0 : firstFree
    let nudge = nudge
    return draft.bestRow(of: agent) { costs in
      for other in 0..<model.dayCount {
        for kind in model.allowed(agent, other) where kind != row[other] {
          costs[other * model.kinds.count + Int(kind)] += other < past ? .infinity : nudge
        }
      }
      for kind in model.allowed(agent, day) where !kinds.contains(Int(kind)) {
        costs[day * model.kinds.count + Int(kind)] = .infinity
      }
    }
  }

  /// The days that are past, as they are, where the day at `day` is not one of them.
  private func pastCells(_ agent: Int, _ day: Int) -> [RosterProblem.FixedCell] {
    guard day >= firstFree else { return [] }
    return (0..<max(0, firstFree)).map { past in
      let date = problem.firstDay + past
      guard let shift = draft.givenShift(agent, past) else {
        return RosterProblem.FixedCell(day: date, work: .off)
      }
      let kind = model.kinds[Int(max(0, draft.givenKind(agent, past)))]
      return RosterProblem.FixedCell(
        day: date, work: .shift(pattern: shift.pattern, start: kind.start))
    }
  }

  /// What `row` costs the engine above the row as it is, without the parts.
  mutating func estimate(_ agent: Int, _ row: [Int16]) -> Int {
    let before = draft.state.cost
    let old = draft.snapshot(agent)
    draft.replace(agent, by: row)
    defer { draft.restore(agent, old) }
    return draft.state.cost - before
  }

  mutating func price(_ agent: Int, _ row: [Int16]) -> RowPrice {
    let old = draft.snapshot(agent)
    let number = problem.agents[agent].number
    draft.replace(agent, by: row)
    defer { draft.restore(agent, old) }
    let changes = problem.days.enumerated().compactMap { day, date -> RosterChange? in
      let before = draft.givenShift(agent, day)
      let after = draft.shift(agent, day)
      return before == after
        ? nil
        : RosterChange(agent: number, day: date, before: before, after: after, reason: .cover)
    }
    return RowPrice(
      agent: number, difference: problem.cost(of: draft.roster()) - cost, changes: changes)
  }

  /// What it costs that the day at `day` is one of `kinds`, or what bars each of `cells`.
  mutating func outcome(
    _ agent: Int, on day: Int, among kinds: Set<Int>, cells: [RosterProblem.FixedCell]
  ) -> RowOutcome {
    if let row = bestRow(of: agent, on: day, among: kinds) { return .possible(price(agent, row)) }
    var smallest: [RowConstraint]?
    for cell in cells {
      guard let found = problem.conflict(ofAgent: agent, deciding: pastCells(agent, day) + [cell]),
        !found.isEmpty
      else { continue }
      if smallest.map({ found.count < $0.count }) ?? true { smallest = found }
    }
    return .impossible(smallest ?? [])
  }
}

extension RosterCost {
  /// What `left` costs more than `right`, part by part.
  static func - (left: RosterCost, right: RosterCost) -> RosterCost {
    RosterCost(
      short: left.short - right.short, over: left.over - right.over, duty: left.duty - right.duty,
      overtime: left.overtime - right.overtime,
      requestsOn: left.requestsOn - right.requestsOn,
      requestsOff: left.requestsOff - right.requestsOff, fairness: left.fairness - right.fairness)
  }
}
