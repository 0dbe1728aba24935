extension Rule {
  /// No fewer days are off in a row than asked; a run at an edge of what is known is exempt.
  static let shortestDaysOff = Rule(.shortestDaysOff) { row in
    let least = row.limits.shortestDaysOff
    return row.runs { _ in true }
      .filter { !$0.isWork && !$0.touchesEdge && $0.length < least }
      .map { row.breach(.shortestDaysOff, day: $0.first, found: $0.length, limit: least) }
  }
}
