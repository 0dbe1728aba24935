import Vocabulary

extension Rule {
  /// No calendar week has fewer days off than the contract or the law asks.
  ///
  /// A day is off on which no shift starts; days of which nothing is known are off. "The employer
  /// shall guarantee that its staff and workers have at least one day off in a week": Labour Law of
  /// the People's Republic of China, article 38.
  static let weekDaysOff = Rule(
    .weekDaysOff, .days, limit: .least(\.weekDaysOff, off: 0, key: "days_off", in: 0...7),
    isLeast: true, isBrokenByPast: true
  ) { row in
    row.weeks.compactMap { week in
      let (least, article) = row.daysOff(in: week)
      let worked = Set(row.worked.lazy.map(\.day).filter(week.contains))
      let off = week.count - worked.count
      guard off < least else { return nil }
      return row.breach(
        .weekDaysOff, day: week.lowerBound, found: off, limit: least, article: article)
    }
  }
}

extension AgentRow {
  /// The least days off in `week`, and the article that asks for more than the contract.
  fileprivate func daysOff(in week: Range<Day>) -> (Int, article: String?) {
    guard limits.hours != nil, let law = problem.law(.daysOff, on: week.lowerBound),
      law.amount > limits.weekDaysOff
    else { return (limits.weekDaysOff, nil) }
    return (law.amount, law.article)
  }
}
