import MusterFiles
import MusterTesting
import Staffing
import Testing

/// The simulator against the exact chains of the staffing reference.
///
/// Each measure is compared with the mean of 40 batches, within 4.5 of its standard errors: with a
/// right simulator, one of ten thousand such measures lies outside.
@Suite("Oracle: simulation", .enabled(if: Oracles.has(StaffingRow.path)))
struct SimulationOracleTests {
  static let batches = 41
  static let deviations = 4.5

  @Test("waits agree with every chain") func chains() throws {
    var compared = 0
    var cases: [String: (centre: ContactCentre, outcome: CentreOutcome)] = [:]
    for row in try StaffingRow.all() {
      guard let centre = row.chat ?? row.twoSkills else { continue }
      let known = cases[row["case"]]
      let played = known ?? (centre, centre.simulate(seed: 1))
      cases[row["case"]] = played
      guard let value = Self.measure(row, played.outcome) else { continue }
      compared += 1
      let distance = (value.mean - row.number("value")).magnitude
      #expect(
        distance <= Self.deviations * value.error + 1e-9,
        "\(row.row.source), got \(value.mean) with a standard error of \(value.error)")
    }
    #expect(compared > 0)
    print("simulation: \(compared) measures of \(cases.count) chains within \(Self.deviations)")
  }

  /// The mean over the batches after the first, and its standard error.
  private static func measure(
    _ row: StaffingRow, _ outcome: CentreOutcome
  ) -> (mean: Double, error: Double)? {
    let isSecond = row.output.hasSuffix("B")
    func contacts(_ value: (CentreOutcome.Count) -> Double) -> [Double] {
      outcome.counts[isSecond ? 1 : 0].map(value)
    }
    func agents(_ group: Int, _ value: (CentreOutcome.Time) -> Double) -> [Double] {
      outcome.times[group].map(value)
    }
    let values: [Double]
    switch row.output {
    case "pw", "pwA", "pwB": values = contacts { $0.waitingProbability }
    case "pab", "pabA", "pabB": values = contacts { $0.abandonment }
    case "sl_offered": values = contacts { $0.level() }
    case "asa_served": values = contacts { $0.asa }
    case "agent_busy": values = agents(0) { $0.occupancy }
    case "mean_concurrency": values = agents(0) { $0.concurrency }
    case "occ_dedA", "occ_dedB": values = agents(isSecond ? 1 : 0) { $0.occupancy }
    case "occ_flex": values = agents(2) { $0.occupancy }
    default: return nil
    }
    let batches = values.dropFirst()
    let count = Double(batches.count)
    let mean = batches.reduce(0, +) / count
    let squares = batches.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / (count * (count - 1))).squareRoot())
  }
}

extension StaffingRow {
  /// The pool of a chat row, in batches of 600 chats.
  fileprivate var chat: ContactCentre? {
    guard model == "chat_least_loaded", let durations = durations else { return nil }
    let rate = number("calls") / number("interval_s")
    let kind = ContactCentre.Kind(
      arrivals: Array(repeating: rate, count: SimulationOracleTests.batches),
      handleTimes: durations, patience: number("patience_s"), within: [Int(number("target_s"))],
      groups: [0])
    return ContactCentre(
      kinds: [kind], heads: [Array(repeating: agents, count: SimulationOracleTests.batches)],
      seconds: 600 / rate)
  }

  /// The centre of a row of two skills, in batches of 600 contacts.
  fileprivate var twoSkills: ContactCentre? {
    guard model == "two_skill", let (rates, times, heads) = skills else { return nil }
    let batches = SimulationOracleTests.batches
    let kinds = (0..<2).map { skill in
      ContactCentre.Kind(
        arrivals: Array(repeating: rates[skill], count: batches), handleTimes: [times[skill]],
        patience: number("patience_s"), groups: [skill, 2])
    }
    return ContactCentre(
      kinds: kinds, heads: heads.map { Array(repeating: $0, count: batches) },
      seconds: 600 / (rates[0] + rates[1]), choice: .longestQueue)
  }
}
