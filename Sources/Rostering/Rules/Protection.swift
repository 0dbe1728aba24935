import Vocabulary

extension Rule {
  /// On a day of protection there is no night shift and no overtime.
  ///
  /// Special Rules on the Labour Protection of Female Employees (State Council, 2012), articles 6
  /// and 9: no longer hours and no night work from the seventh month of pregnancy and while nursing
  /// a child under one year. Found is 1 for a night, else the minutes of overtime.
  static let protection = Rule(.protection) { row in
    row.planned.compactMap { worked in
      guard row.agent.protected.contains(worked.day) else { return nil }
      let overtime = row.limits.overtime(in: worked.paid)
      guard worked.isNight || overtime > .zero else { return nil }
      return row.breach(
        .protection, day: worked.day, subject: worked.pattern,
        found: worked.isNight ? 1 : overtime.count, limit: 0,
        article: row.problem.law(.protection, on: worked.day)?.article)
    }
  }
}
