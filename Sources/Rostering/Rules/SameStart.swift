import Vocabulary

extension Rule {
  /// All shifts of a calendar week start at the same time of day, where the contract says so.
  ///
  /// A team's policy, not law. Past shifts of the week in which the roster begins count.
  static let sameStart = Rule(
    .sameStart, .starts, limit: .flag(\.sameStart, key: "same_start"), isBrokenByPast: true
  ) { row in
    guard row.limits.sameStart else { return [] }
    return row.weeks.compactMap { week in
      let starts = Set(
        row.worked.lazy.filter { week.contains($0.day) }.map {
          row.problem.zone.local($0.start).minute
        })
      guard starts.count > 1 else { return nil }
      return row.breach(.sameStart, day: week.lowerBound, found: starts.count, limit: 1)
    }
  }
}
