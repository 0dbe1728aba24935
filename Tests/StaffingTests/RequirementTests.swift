import Staffing
import Statistics
import Testing
import Vocabulary

@Suite("Requirements") struct RequirementTests {
  private func standard(
    _ target: String, aht: Double, patience: Double? = nil, concurrency: Int = 1,
    occupancy: Int64 = 100, shrinkage: Int64 = 0
  ) throws -> ServiceStandard {
    try ServiceStandard(
      target: #require(ServiceTarget(target)), handleTime: aht, patience: patience,
      concurrency: concurrency, maxOccupancy: .percent(occupancy), shrinkage: .percent(shrinkage))
  }

  /// Volumes per half hour.
  ///
  /// The last two are those that a search that begins above the load skips.
  @Test(
    "agents",
    arguments: [
      (100, 180, "80/20s", 100, 14), (0, 180, "80/20s", 100, 0), (1e-6, 180, "80/20s", 100, 1),
      (100, 180, "80/20s", 50, 20), (96, 180, "30/600s", 100, 10), (25, 180, "30/600s", 100, 3),
    ] as [(Double, Double, String, Int64, Int)])
  func agents(volume: Double, aht: Double, target: String, occupancy: Int64, agents: Int) throws {
    let standard = try standard(target, aht: aht, occupancy: occupancy)
    #expect(standard.requirement(for: volume, in: .halfHour).agents == agents)
  }

  @Test("shrinkage is added as a fraction") func shrinkage() throws {
    let requirement = try standard("80/20s", aht: 180, shrinkage: 30)
      .requirement(for: 100, in: .halfHour)
    #expect(requirement.agents == 14)
    #expect((requirement.heads - 20).magnitude < 1e-12)
    #expect((requirement.load - 10).magnitude < 1e-12)
  }

  @Test("hundreds of random cases: so many meet the target, one less misses it", arguments: 1...300)
  func least(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let share = 5 + generator.below(94)
    let target = "\(share)/\(generator.below(400))s"
    let aht = 20 + generator.unit() * 1200
    let patience = seed % 3 == 0 ? 20 + generator.unit() * 600 : nil
    let concurrency = seed % 4 == 0 ? 2 + generator.below(3) : 1
    let occupancy = seed % 5 == 0 ? Int64(40 + generator.below(60)) : 100
    let standard = try standard(
      target, aht: aht, patience: patience, concurrency: concurrency, occupancy: occupancy)
    // Small, usual and large loads; whole erlangs too, where more agents than load begin.
    var volume = generator.unit() * [0.5, 40, 4000][generator.below(3)]
    if seed % 7 == 0 { volume = 1800 / aht * Double(1 + generator.below(50)) }
    let requirement = standard.requirement(for: volume, in: .halfHour)
    let goal = standard.target.goal
    let cap = Double(occupancy) / 100
    #expect(requirement.service.level >= goal)
    #expect(requirement.service.occupancy <= cap)
    let fewer = standard.service(of: requirement.agents - 1, arrivals: volume / 1800)
    #expect(fewer.level < goal || fewer.occupancy > cap)
  }

  @Test("more contacts never need fewer agents", arguments: [nil, 120.0])
  func monotone(patience: Double?) throws {
    let standard = try standard("80/20s", aht: 240, patience: patience)
    var last = 0
    for volume in stride(from: 0.0, through: 300, by: 3) {
      let agents = standard.requirement(for: volume, in: .halfHour).agents
      #expect(agents >= last)
      last = agents
    }
  }

  @Test("numbers that no standard can have") func refused() throws {
    let target = try #require(ServiceTarget("80/20s"))
    #expect(throws: ServiceStandard.Fault.handleTimeNotPositive(0)) {
      try ServiceStandard(target: target, handleTime: 0)
    }
    #expect(throws: ServiceStandard.Fault.patienceNotPositive(-1)) {
      try ServiceStandard(target: target, handleTime: 1, patience: -1)
    }
    #expect(throws: ServiceStandard.Fault.concurrencyNotPositive(0)) {
      try ServiceStandard(target: target, handleTime: 1, concurrency: 0)
    }
    #expect(throws: ServiceStandard.Fault.occupancyOutOfRange(.zero)) {
      try ServiceStandard(target: target, handleTime: 1, maxOccupancy: .zero)
    }
    #expect(throws: ServiceStandard.Fault.shrinkageOutOfRange(.one)) {
      try ServiceStandard(target: target, handleTime: 1, shrinkage: .one)
    }
  }
}
