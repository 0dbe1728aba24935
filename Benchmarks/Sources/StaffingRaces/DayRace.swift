import Staffing
import Vocabulary

/// A day that rises from 60 to 300 contacts an hour and falls again, 80 % in 60 s.
enum DayRace {
  static let perHour = [60.0, 90, 150, 240, 300, 280, 200, 120, 60, 60]

  /// Interval by interval against intervals that inherit, each judged by many simulated days.
  static func run() throws {
    guard let target = ServiceTarget("80/60s") else { return }
    let volumes = perHour.map { $0 / 2 }
    print("handle time s, way, agent-hours, worst and best half hour and day, simulated")
    for handleTime in [300.0, 900, 1800] {
      let standard = try ServiceStandard(target: target, handleTime: handleTime, patience: 180)
      let ways = [
        ("each alone", standard.requirements(for: volumes, in: .halfHour)),
        ("inheriting", standard.requirementsOverTime(for: volumes, in: .halfHour)),
      ]
      for (name, needs) in ways {
        let heads = needs.map(\.agents)
        let levels = simulated(heads, handleTime)
        print(
          handleTime, name, Double(heads.reduce(0, +)) / 2, levels.min() ?? 0, levels.max() ?? 0,
          zip(levels, perHour).reduce(0) { $0 + $1.0 * $1.1 } / perHour.reduce(0, +))
      }
    }
  }

  /// Service by half hour over 4000 days, each after a steady beginning.
  ///
  /// Agents whose time ends finish what they have in hand.
  static func simulated(_ heads: [Int], _ handleTime: Double) -> [Double] {
    let before = 8
    func lead<Value>(_ values: [Value]) -> [Value] {
      Array(repeating: values[0], count: before) + values
    }
    let kind = ContactCentre.Kind(
      arrivals: lead(perHour).map { $0 / 3600 }, handleTimes: [handleTime], patience: 180,
      within: [60], groups: [0])
    let outcome = ContactCentre(kinds: [kind], heads: [lead(heads)], seconds: 1800)
      .simulate(runs: 4000, seed: 1)
    return perHour.indices.map { outcome.counts[0][before + $0].level() }
  }
}
