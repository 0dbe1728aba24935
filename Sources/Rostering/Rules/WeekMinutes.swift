import Vocabulary

extension Rule {
  /// No calendar week has more paid minutes than allowed, absence counted as worked.
  static let weekMost = Rule(.weekMost) { row in
    guard let most = row.limits.week.most else { return [] }
    return row.weeks.compactMap { week in
      let minutes = row.minutes(in: week) + row.weekCredit(week)
      guard minutes > most else { return nil }
      return row.breach(.weekMost, day: week.lowerBound, found: minutes.count, limit: most.count)
    }
  }

  /// No whole calendar week has fewer paid minutes than asked, absence counted as worked.
  static let weekLeast = Rule(.weekLeast) { row in
    let least = row.limits.week.least
    return row.weeks.filter { $0.clamped(to: row.problem.days) == $0 }.compactMap { week in
      let minutes = row.minutes(in: week) + row.weekCredit(week)
      guard minutes < least else { return nil }
      return row.breach(.weekLeast, day: week.lowerBound, found: minutes.count, limit: least.count)
    }
  }
}

extension AgentRow {
  fileprivate func weekCredit(_ week: Range<Day>) -> Minutes {
    agent.absenceCredit(in: week, upTo: limits.week.least)
  }
}
