extension RosterProblem {
  /// Rules that the agents' histories break already, whatever the roster does.
  ///
  /// Breaches of a roster without shifts, by those rules that more work never mends.
  public var pastBreaches: [Breach] {
    breaches(in: Roster()).filter { Rule.named($0.rule).isBrokenByPast }
  }
}
