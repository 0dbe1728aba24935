extension Rule {
  /// No more days are worked in a row than allowed; days before the known ones count as off.
  static let longestRun = Rule(
    .longestRun, .days, limit: .most(\.longestRun, key: "longest_run", in: 1...366),
    isBrokenByPast: true
  ) { row in
    guard let most = row.limits.longestRun else { return [] }
    return row.runs { _ in true }.filter { $0.isWork && $0.length > most }.map {
      row.breach(.longestRun, day: $0.first, found: $0.length, limit: most)
    }
  }
}
