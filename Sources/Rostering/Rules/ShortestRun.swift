extension Rule {
  /// No fewer days are worked in a row than asked; a run at an edge of what is known is exempt.
  static let shortestRun = Rule(
    .shortestRun, .days,
    limit: .least(\.shortestRun, off: 1, key: "shortest_run", in: 1...14), isLeast: true,
    yields: true
  ) { row in
    let least = row.limits.shortestRun
    return row.runs { _ in true }
      .filter { $0.isWork && !$0.touchesEdge && $0.length < least }
      .map { row.breach(.shortestRun, day: $0.first, found: $0.length, limit: least) }
  }
}
