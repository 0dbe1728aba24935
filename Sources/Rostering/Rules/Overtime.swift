import Vocabulary

extension Rule {
  /// No shift has more overtime than the contract and the law allow on a day.
  ///
  /// Labour Law of the People's Republic of China, article 41: after consultation with the trade
  /// union and the workers, generally no more than one hour a day; for special reasons, and where
  /// health is guaranteed, no more than three hours a day, and no more than 36 hours a month.
  static let overtimeDay = Rule(.overtimeDay, .hours, limit: .overtime(\.day)) { row in
    guard let overtime = row.limits.overtime else { return [] }
    return row.planned.compactMap { worked in
      let law = row.law(overtime.isSpecial ? .overtimeDaySpecial : .overtimeDay, on: worked.day)
      let minutes = row.limits.overtime(in: worked.paid)
      return row.breach(
        .overtimeDay, day: worked.day, subject: worked.pattern, minutes, contract: overtime.day,
        law: law)
    }
  }

  /// No calendar month has more overtime than the contract and the law allow, history included.
  ///
  /// Labour Law, article 41.
  static let overtimeMonth = Rule(
    .overtimeMonth, .hours, limit: .overtime(\.month), isBrokenByPast: true,
    sums: Rule.monthSums
  ) { row in
    guard let overtime = row.limits.overtime else { return [] }
    let months = Set(row.planned.map { $0.day.month }).union([row.problem.firstDay.month])
    return months.sorted().compactMap { month in
      let minutes = row.worked.reduce(Minutes.zero) {
        $1.day.month == month ? $0 + row.limits.overtime(in: $1.paid) : $0
      }
      let first = month.first
      return row.breach(
        .overtimeMonth, day: first, subject: nil, minutes, contract: overtime.month,
        law: row.law(.overtimeMonth, on: first))
    }
  }

  /// The overtime of each calendar month, where its days could hold more than it may have.
  @Sendable private static func monthSums(
    of agent: RosterProblem.Agent, kinds: [SolverModel.Kind], in problem: RosterProblem
  ) -> [SumLimit] {
    let limits = agent.limits
    let weights = kinds.map { Int32(limits.overtime(in: Minutes($0.paid)).count) }
    guard let dearest = weights.max(), dearest > 0 else { return [] }
    let months = Set(problem.days.map(\.month)).sorted()
    return months.compactMap { month in
      guard let most = problem.overtimeMost(of: agent, in: month) else { return nil }
      let past = agent.history.reduce(0) {
        problem.zone.local($1.start).day.month == month
          ? $0 + limits.overtime(in: $1.paid).count : $0
      }
      let inside = problem.days.enumerated().filter { $1.month == month }.map(\.offset)
      let days = inside[0]..<(inside[inside.count - 1] + 1)
      let left = most.count - past
      return days.count * Int(dearest) > left
        ? SumLimit(days: days, weights: weights, most: max(0, left)) : nil
    }
  }
}
