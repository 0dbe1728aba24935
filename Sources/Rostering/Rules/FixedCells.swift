extension Rule {
  /// A day that was decided beforehand is as decided.
  static let fixed = Rule(.fixed) { row in
    row.agent.fixed.compactMap { cell in
      let worked = row.planned.first { $0.day == cell.day }
      switch cell.work {
      case .off:
        guard let worked else { return nil }
        return row.breach(.fixed, day: cell.day, subject: worked.pattern, found: 1, limit: 0)
      case .shift(let pattern, let start):
        let isKept =
          worked?.pattern == pattern
          && start.map { row.problem.instant(on: cell.day, at: $0) == worked?.start } ?? true
        guard !isKept else { return nil }
        return row.breach(.fixed, day: cell.day, subject: pattern, found: 0, limit: 1)
      }
    }
  }
}
