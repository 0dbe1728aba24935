import Vocabulary

extension Rule {
  /// No pattern follows on the next day that its predecessor forbids.
  static let successor = Rule(.successor) { row in
    zip(row.worked, row.worked.dropFirst()).compactMap { before, after in
      guard after.shift != nil, before.day + 1 == after.day,
        let pattern = row.problem.pattern(coded: before.pattern),
        pattern.forbiddenSuccessors.contains(after.pattern)
      else { return nil }
      return row.breach(.successor, day: after.day, subject: after.pattern, found: 1, limit: 0)
    }
  }
}
