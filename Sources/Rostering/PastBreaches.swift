extension RosterProblem {
  /// Rules that the agents' histories break already, whatever the roster does.
  ///
  /// Breaches of a roster without shifts, by those rules that more work never mends.
  public var pastBreaches: [Breach] {
    let rules: [Rule.Code] = [
      .longestRun, .nightRun, .weekDaysOff, .sameStart, .weekMost, .cycleMost, .overtimeMonth,
    ]
    return breaches(in: Roster()).filter { rules.contains($0.rule) }
  }
}
