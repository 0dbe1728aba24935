extension Rule {
  /// No more nights are worked in a row than allowed.
  static let nightRun = Rule(
    .nightRun, .days, limit: .most(\.nightRun, key: "nights_in_a_row", in: 0...31),
    isBrokenByPast: true
  ) { row in
    guard let most = row.limits.nightRun else { return [] }
    return row.runs(where: \.isNight).filter { $0.isWork && $0.length > most }.map {
      row.breach(.nightRun, day: $0.first, found: $0.length, limit: most)
    }
  }
}
