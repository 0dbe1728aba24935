import Vocabulary

extension Rule {
  /// A learner works only beside the mentor: the same pattern, from the same start, as long.
  ///
  /// A team's policy, told of the learner.
  static let together = Rule(.together) { row in
    row.problem.pairs.filter { $0.tie == .together && $0.second == row.agent.number }.flatMap {
      pair -> [Breach] in
      let mentor = row.roster[pair.first] ?? []
      return row.planned.compactMap { worked in
        let isBeside = mentor.contains {
          $0.pattern == worked.pattern && $0.start == worked.start && $0.end == worked.end
        }
        guard !isBeside else { return nil }
        return row.breach(
          .together, day: worked.day, subject: pair.first.text, found: 1, limit: 0)
      }
    }
  }

  /// Two agents who are to be kept apart are never at work at the same time.
  ///
  /// A team's policy, told of the second of the two.
  static let apart = Rule(.apart) { row in
    row.problem.pairs.filter { $0.tie == .apart && $0.second == row.agent.number }.flatMap {
      pair -> [Breach] in
      let other = row.roster[pair.first] ?? []
      return row.planned.compactMap { worked in
        guard other.contains(where: { $0.start < worked.end && worked.start < $0.end }) else {
          return nil
        }
        return row.breach(.apart, day: worked.day, subject: pair.first.text, found: 1, limit: 0)
      }
    }
  }
}
