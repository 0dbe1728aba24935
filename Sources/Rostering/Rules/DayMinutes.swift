import Vocabulary

extension Rule {
  /// No shift has more paid minutes than allowed.
  static let dayMinutes = Rule(.dayMinutes) { row in
    guard let most = row.limits.dayMinutes else { return [] }
    return row.planned.filter { $0.paid > most }.map {
      row.breach(.dayMinutes, day: $0.day, found: $0.paid.count, limit: most.count)
    }
  }
}
