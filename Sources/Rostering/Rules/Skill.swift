import Vocabulary

extension Rule {
  /// Work on a stream is work that the agent's skills and the pattern open.
  static let skill = Rule(.skill) { row in
    row.planned.compactMap { worked in
      let pattern = row.problem.pattern(coded: worked.pattern)
      let opened = row.agent.streams.filter { pattern?.streams?.contains($0) ?? true }
      for activity in worked.shift?.activities ?? [] {
        if case .work(let stream?) = activity.kind, !opened.contains(stream) {
          return row.breach(
            .skill, day: worked.day, subject: stream.description, found: 1, limit: 0)
        }
      }
      return nil
    }
  }
}
