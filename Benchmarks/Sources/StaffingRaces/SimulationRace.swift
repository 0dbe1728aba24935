import Staffing

/// The simulator's race: a million contacts of a centre of two skills.
enum SimulationRace {
  /// Four agents of each skill and two of both, 60 contacts an hour each, 240 s of work, 120 s of
  /// patience; who is free of both takes from the longer queue.
  static func run() {
    let intervals = 50
    let seconds = 1_000_000 / 120.0 * 3600 / Double(intervals)
    let kinds = (0..<2).map { skill in
      ContactCentre.Kind(
        arrivals: Array(repeating: 1 / 60.0, count: intervals), handleTimes: [240], patience: 120,
        within: [20], groups: [skill, 2])
    }
    let centre = ContactCentre(
      kinds: kinds, heads: [4, 4, 2].map { Array(repeating: $0, count: intervals) },
      seconds: seconds, choice: .longestQueue)
    var outcome: CentreOutcome?
    let taken = ContinuousClock().measure { outcome = centre.simulate(seed: 1) }
    guard let outcome else { return }
    let pool = TwoSkillPool(
      arrivals: [1 / 60.0, 1 / 60.0], handleTimes: [240, 240], agents: [4, 4], flexible: 2,
      patience: 120)
    let offered = outcome.total(of: 0).offered + outcome.total(of: 1).offered
    print("simulation: \(offered) contacts of two skills, \(taken / .seconds(1)) s; gave up")
    for skill in 0..<2 {
      print("  \(outcome.total(of: skill).abandonment), exactly \(pool.skills[skill].abandonment)")
    }
  }
}
