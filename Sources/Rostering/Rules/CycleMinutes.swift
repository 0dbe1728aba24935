import Vocabulary

extension Rule {
  /// The cycle has no more paid minutes than allowed, absence counted as worked.
  static let cycleMost = Rule(
    .cycleMost, .hours, limit: .minutes(\.cycle.most), isBrokenByPast: true
  ) { row in
    guard let most = row.limits.cycle.most, case let minutes = row.cycleMinutes, minutes > most
    else { return [] }
    return [row.breach(.cycleMost, found: minutes.count, limit: most.count)]
  }

  /// The cycle has no fewer paid minutes than asked, absence counted as worked.
  static let cycleLeast = Rule(
    .cycleLeast, .hours, limit: .least(\.cycle.least), isLeast: true, yields: true
  ) { row in
    let minutes = row.cycleMinutes
    guard minutes < row.limits.cycle.least else { return [] }
    return [
      row.breach(.cycleLeast, found: minutes.count, limit: row.limits.cycle.least.count)
    ]
  }
}

extension AgentRow {
  fileprivate var cycleMinutes: Minutes {
    minutes(
      in: min(problem.cycleFrom ?? problem.firstDay, problem.firstDay)..<problem.days.upperBound)
      + agent.absenceCredit(in: problem.days, upTo: limits.cycle.least)
  }
}
