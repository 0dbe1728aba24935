import Vocabulary

extension Rule {
  /// A shift lies inside the roster's opening and one of the stretches in which the agent can work.
  static let availability = Rule(.availability) { row in
    row.planned.filter { !row.agent.isAvailable(from: $0.start, to: $0.end, in: row.problem) }
      .map { row.breach(.availability, day: $0.day, subject: $0.pattern, found: 1, limit: 0) }
  }
}

extension RosterProblem.Agent {
  /// Whether the agent can work from `start` to `end`.
  func isAvailable(from start: Instant, to end: Instant, in problem: RosterProblem) -> Bool {
    if let opening = problem.opening {
      guard opening.lowerBound <= start, end <= opening.upperBound else { return false }
    }
    guard !availability.isEmpty else { return true }
    let day = problem.zone.local(start).day
    return availability.contains {
      $0.weekday == day.weekday
        && problem.instant(on: day, at: $0.hours.lowerBound) <= start
        && end <= problem.instant(on: day, at: $0.hours.upperBound)
    }
  }
}
