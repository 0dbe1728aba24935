import Vocabulary

extension Rule {
  /// No calendar week has more paid minutes than the contract and the law allow, absence counted as
  /// worked.
  ///
  /// Decision of the State Council on Working Hours of Employees (1995), article 3: forty hours a
  /// week under standard hours. Labour Contract Law, article 68: 24 hours a week part time.
  static let weekMost = Rule(
    .weekMost, .hours, limit: .minutes(\.week.most), isBrokenByPast: true
  ) { row in
    row.weeks.compactMap { week in
      let law =
        switch row.limits.hours {
        case .standard: row.law(.week, on: week.lowerBound)
        case .partTime: row.law(.partTimeWeek, on: week.lowerBound)
        case .comprehensive, nil: WorkTimeLimit?.none
        }
      return row.breach(
        .weekMost, day: week.lowerBound, subject: nil,
        row.minutes(in: week) + row.weekCredit(week), contract: row.limits.week.most, law: law)
    }
  }

  /// No whole calendar week has fewer paid minutes than asked, absence counted as worked.
  static let weekLeast = Rule(
    .weekLeast, .hours, limit: .least(\.week.least), isLeast: true, yields: true
  ) { row in
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
