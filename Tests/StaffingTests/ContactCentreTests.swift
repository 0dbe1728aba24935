import Staffing
import Testing

@Suite("Simulated contact centres") struct ContactCentreTests {
  /// A steady centre in so many intervals, the first of which warms up.
  private func steady(
    _ kinds: [(perHour: Double, times: [Double], variability: Double, patience: Double?)],
    groups: [[Int]], heads: [Int], hours: Double, batches: Int = 41,
    choice: ContactCentre.Choice = .longestWait
  ) -> ContactCentre {
    ContactCentre(
      kinds: zip(kinds, groups).map { kind, groups in
        ContactCentre.Kind(
          arrivals: Array(repeating: kind.perHour / 3600, count: batches),
          handleTimes: kind.times, variability: kind.variability, patience: kind.patience,
          within: [60], groups: groups)
      },
      heads: heads.map { Array(repeating: $0, count: batches) },
      seconds: hours * 3600 / Double(batches), choice: choice)
  }

  /// The mean over batches after the first, and its standard error.
  private func mean(
    _ outcome: CentreOutcome, _ value: (CentreOutcome.Count) -> Double
  ) -> (mean: Double, error: Double) {
    let values = outcome.counts[0].dropFirst().map(value)
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / Double(values.count * (values.count - 1))).squareRoot())
  }

  @Test("within four standard errors of Erlang A", arguments: [(9, 60.0), (12, 180), (14, 600)])
  func erlangA(agents: Int, patience: Double) {
    let centre = steady(
      [(120, [300], 1, patience)], groups: [[0]], heads: [agents], hours: 160)
    let outcome = centre.simulate(seed: 11)
    let group = ErlangA(load: 10, agents: agents, handleTime: 300, patience: patience)
    for (value, wanted) in [
      (mean(outcome) { $0.abandonment }, group.abandonment),
      (mean(outcome) { $0.waitingProbability }, group.waitingProbability),
      (mean(outcome) { $0.level() }, group.serviceLevel(within: 60)),
      (mean(outcome) { $0.asa }, group.asa),
    ] {
      #expect((value.mean - wanted).magnitude < 4 * value.error)
    }
    let busy = outcome.time(of: 0, in: 1..<41).occupancy
    #expect((busy - group.occupancy).magnitude < 0.02)
  }

  @Test("handle times of other laws wait as Pollaczek and Khinchin say", arguments: [0.25, 3])
  func variability(_ variability: Double) {
    let centre = steady([(6, [300], variability, nil)], groups: [[0]], heads: [1], hours: 6000)
    let value = mean(centre.simulate(seed: 5)) { $0.answeredWait / Double(max(1, $0.offered)) }
    let wanted = 300 * 0.5 / 0.5 * (1 + variability) / 2
    #expect((value.mean - wanted).magnitude < 4 * value.error)
  }

  @Test("the same seed gives the same counts, another seed others") func seeds() {
    let centre = steady(
      [(60, [300, 360], 1, 120), (30, [240], 2, nil)], groups: [[0, 1], [1]], heads: [3, 4],
      hours: 10)
    #expect(centre.simulate(seed: 3) == centre.simulate(seed: 3))
    #expect(centre.simulate(seed: 3) != centre.simulate(seed: 4))
    #expect(centre.simulate(runs: 3, seed: 3) == centre.simulate(runs: 3, seed: 3))
  }

  @Test("every contact is answered or gives up, all time is accounted for", arguments: 1...8)
  func balance(seed: UInt64) {
    let seconds = 1800.0
    let centre = ContactCentre(
      kinds: [
        ContactCentre.Kind(
          arrivals: [0.02, 0.06, 0, 0.03], handleTimes: [300, 400], patience: 100, priority: 1,
          within: [20, 60], groups: [0, 2]),
        ContactCentre.Kind(
          arrivals: [0.01, 0.01, 0.02, 0], handleTimes: [500], variability: 2, within: [60],
          groups: [1, 2]),
      ],
      heads: [[4, 8, 2, 3], [5, 0, 9, 9], [3, 3, 0, 2]], seconds: seconds)
    let outcome = centre.simulate(seed: seed)
    for kind in 0..<2 {
      let count = outcome.total(of: kind)
      #expect(count.offered == count.answered + count.abandoned)
      #expect(count.answeredWithin.allSatisfy { $0 <= count.answered })
    }
    #expect(outcome.total(of: 1).abandoned == 0)
    for group in 0..<3 {
      for interval in 0..<4 {
        let time = outcome.times[group][interval]
        #expect(time.present >= Double(centre.heads[group][interval]) * seconds - 1e-6)
        #expect(time.busy <= time.present + 1e-6 && time.contacts <= 2 * time.busy + 1e-6)
      }
    }
  }

  @Test("the higher priority waits less") func priority() {
    let kinds = [2, 1].map { priority in
      ContactCentre.Kind(
        arrivals: [0.02], handleTimes: [180], patience: 300, priority: priority, within: [20],
        groups: [0])
    }
    let centre = ContactCentre(kinds: kinds, heads: [[7]], seconds: 100_000)
    let outcome = centre.simulate(seed: 1)
    #expect(outcome.total(of: 1).asa < outcome.total(of: 0).asa * 0.7)
  }

  @Test("nobody there, nothing to do") func edges() {
    let kind = ContactCentre.Kind(
      arrivals: [0.01, 0], handleTimes: [60], patience: 30, within: [20], groups: [0])
    let nobody = ContactCentre(kinds: [kind], heads: [[0, 0]], seconds: 3600).simulate(seed: 1)
    let count = nobody.total(of: 0)
    #expect(count.offered > 0 && count.abandoned == count.offered && count.level() == 0)
    let idle = ContactCentre(
      kinds: [ContactCentre.Kind(arrivals: [0], handleTimes: [60], within: [20], groups: [0])],
      heads: [[2]], seconds: 3600
    ).simulate(seed: 1)
    #expect(idle.total(of: 0).level() == 1 && idle.time(of: 0).occupancy == 0)
  }
}
