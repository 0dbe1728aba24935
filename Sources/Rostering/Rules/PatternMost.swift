extension Rule {
  /// No pattern is worked more often than allowed.
  static let patternMost = Rule(.patternMost) { row in
    row.limits.patterns.compactMap { limit in
      let count = row.planned.lazy.filter { $0.pattern == limit.pattern }.count
      guard count > limit.most else { return nil }
      return row.breach(.patternMost, subject: limit.pattern, found: count, limit: limit.most)
    }
  }
}
