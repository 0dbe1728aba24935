public import Vocabulary

/// A rule that a repaired roster does not ask of one agent, since no row could keep it.
public struct EasedRule: Hashable, Sendable {
  public var agent: AgentNumber
  public var rule: Rule.Code
  /// What the rule was in conflict with, itself among them.
  public var conflict: [RowConstraint]
}

extension RosterProblem {
  /// The problem with least rules of `numbers` eased until each has a row, and what was eased.
  ///
  /// Days before `from` are as `roster` has them, but for absences. Only rules that ask for a least
  /// of work or of days off are eased: what protects people stays.
  func easing(
    _ numbers: [AgentNumber], around roster: Roster, before from: Day
  ) -> (problem: RosterProblem, eased: [EasedRule]) {
    var problem = self
    var eased: [EasedRule] = []
    for number in numbers {
      guard let index = agents.firstIndex(where: { $0.number == number }) else { continue }
      let cells = pastCells(of: agents[index], in: roster, before: from)
      // Each turn eases one rule more.
      for _ in Rule.all.filter(\.yields) {
        guard let conflict = problem.conflict(ofAgent: index, deciding: cells),
          let rule = conflict.lazy.compactMap(\.yieldingRule).first
        else { break }
        rule.limit?.set(&problem.agents[index].limits, nil)
        eased.append(EasedRule(agent: number, rule: rule.code, conflict: conflict))
      }
    }
    return (problem, eased)
  }

  private func pastCells(
    of agent: Agent, in roster: Roster, before from: Day
  ) -> [FixedCell] {
    var worked: [Day: Shift] = [:]
    for shift in roster.shifts where shift.agent == agent.number {
      worked[zone.local(shift.start).day] = shift
    }
    return days.filter { $0 < from }.map { day in
      guard let shift = worked[day], !agent.absences.contains(day) else {
        return FixedCell(day: day, work: .off)
      }
      let start = Minutes(zone.local(shift.start).minute)
      return FixedCell(day: day, work: .shift(pattern: shift.pattern, start: start))
    }
  }
}

extension RowConstraint {
  /// The rule, where it asks for a least that an absence may make impossible.
  fileprivate var yieldingRule: Rule? {
    guard case .limit(let code, _) = self, case let rule = Rule.named(code) else { return nil }
    return rule.yields ? rule : nil
  }
}
