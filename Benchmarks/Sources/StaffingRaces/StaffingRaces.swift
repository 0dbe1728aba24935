import Staffing
import Statistics
import Vocabulary

/// Staffing's own races: requirements by Erlang A against those by Erlang C, and whether the
/// agents that are found are the fewest.
@main enum StaffingRaces {
  static func main() throws {
    try speed()
    try leastAgents()
    try chatDay()
    SimulationRace.run()
    try DayRace.run()
  }

  /// A year of half hours for ten streams, no load twice.
  static func speed() throws {
    guard let target = ServiceTarget("80/20s") else { return }
    var generator = SeededGenerator(seed: 1)
    let loads = (0..<175_200).map { _ in 1 + 299 * generator.unit() }
    print("175200 loads between 1 and 300 erlangs, 80/20s")
    print("handle time s, patience s, Erlang C s, Erlang A s, ratio, agents of C, of A")
    for (handleTime, patience) in [(180.0, 60.0), (180, 180), (300, 120), (600, 600)] {
      let volumes = loads.map { $0 * 1800 / handleTime }
      let patient = try ServiceStandard(target: target, handleTime: handleTime)
      let impatient = try ServiceStandard(
        target: target, handleTime: handleTime, patience: patience)
      let (c, a) = (race(patient, volumes), race(impatient, volumes))
      print(handleTime, patience, c.seconds, a.seconds, a.seconds / c.seconds, c.agents, a.agents)
    }
  }

  /// The best of three runs.
  static func race(
    _ standard: ServiceStandard, _ volumes: [Double]
  ) -> (seconds: Double, agents: Int) {
    var best = Double.infinity
    var agents = 0
    for _ in 0..<3 {
      let taken = ContinuousClock().measure {
        agents = standard.requirements(for: volumes, in: .halfHour).reduce(0) { $0 + $1.agents }
      }
      best = min(best, taken / .seconds(1))
    }
    return (best, agents)
  }

  /// So many meet the standard and one less does not, in 100,000 random cases.
  static func leastAgents() throws {
    var generator = SeededGenerator(seed: 2)
    var wrong = 0
    for index in 0..<100_000 {
      guard
        let target = ServiceTarget(
          "\(5 + generator.below(94)).\(generator.below(100))/\(generator.below(400))s")
      else { continue }
      let handleTime = 20 + generator.unit() * 1200
      let patience = index % 3 > 0 ? 20 + generator.unit() * 600 : nil
      let cap = BasisPoints.percent(Int64(index % 5 == 0 ? 40 + generator.below(60) : 100))
      let times = [1, 1.1, 1.3].map { $0 * handleTime }
      let standard = try ServiceStandard(
        targets: [target], handleTimes: index % 20 == 0 ? times : [handleTime],
        patience: patience, maxOccupancy: cap)
      // Whole erlangs, next to nothing, and up to a thousand erlangs.
      let load =
        switch index % 7 {
        case 0: Double(1 + generator.below(50))
        case 1: 1e-6
        case 2: 1000 * generator.unit()
        default: 50 * generator.unit()
        }
      let volume = (index % 20 == 0 ? min(load, 20) : load) * 1800 / handleTime
      let need = standard.requirement(for: volume, in: .halfHour)
      func holds(_ service: Requirement.Service) -> Bool {
        service.level >= target.goal && service.occupancy <= Double(cap.count) / 10_000
      }
      let fewer = standard.service(of: need.agents - 1, arrivals: volume / 1800)
      if !holds(need.service) || holds(fewer) { wrong += 1 }
    }
    print("100000 random cases: \(wrong) where n misses or n - 1 meets")
  }

  /// A day of quarters of an hour for chats, up to 20 agents with three each, exact throughout.
  static func chatDay() throws {
    guard let target = ServiceTarget("95/180s") else { return }
    let standard = try ServiceStandard(
      targets: [target], handleTimes: [900, 1050, 1302], patience: 300)
    guard let quarter = Interval(minutes: 15) else { return }
    // From hardly any to what 20 agents take.
    let volumes = (0..<96).map { slot in 36.0 * Double(1 + min(slot, 95 - slot)) / 48 }
    var needs: [Requirement] = []
    let taken = ContinuousClock().measure {
      needs = standard.requirements(for: volumes, in: quarter)
    }
    let most = needs.map(\.agents).max() ?? 0
    let exact = ChatPool(
      arrivals: 0.04, agents: most, durations: standard.handleTimes, patience: 300
    ).isExact
    print("96 intervals of chats, up to \(most) agents, exact: \(exact), \(taken / .seconds(1)) s")
  }
}
