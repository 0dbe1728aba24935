import Vocabulary

extension Rule {
  /// No more weekends of the roster have a shift on their Saturday or Sunday than allowed.
  static let weekends = Rule(
    .weekends, .weekends, limit: .most(\.weekends, key: "weekends", in: 0...60)
  ) { row in
    guard let most = row.limits.weekends else { return [] }
    let days = Set(row.planned.lazy.map(\.day).filter(\.weekday.isWeekend))
    let saturdays = Set(days.map { $0.weekday == .saturday ? $0 : $0 - 1 })
    guard saturdays.count > most else { return [] }
    return [row.breach(.weekends, found: saturdays.count, limit: most)]
  }
}
