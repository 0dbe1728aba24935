extension Rule {
  /// No fewer days are off in a row than asked; a run at an edge of what is known is exempt.
  static let shortestDaysOff = Rule(
    .shortestDaysOff, .days,
    limit: .least(\.shortestDaysOff, off: 1, key: "shortest_days_off", in: 1...14),
    isLeast: true, yields: true
  ) { row in
    let least = row.limits.shortestDaysOff
    return row.runs { _ in true }
      .filter { !$0.isWork && !$0.touchesEdge && $0.length < least }
      .map { row.breach(.shortestDaysOff, day: $0.first, found: $0.length, limit: least) }
  }
}
