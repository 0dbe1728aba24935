extension Rule {
  /// No shift starts on a day of absence.
  static let absence = Rule(.absence) { row in
    row.planned.filter { row.agent.absences.contains($0.day) }.map {
      row.breach(.absence, day: $0.day, subject: $0.pattern, found: 1, limit: 0)
    }
  }
}
