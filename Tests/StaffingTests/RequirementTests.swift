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
    let goal = standard.targets[0].goal
    let cap = Double(occupancy) / 100
    #expect(requirement.service.level >= goal)
    #expect(requirement.service.occupancy <= cap)
    let fewer = standard.service(of: requirement.agents - 1, arrivals: volume / 1800)
    #expect(fewer.level < goal || fewer.occupancy > cap)
  }

  @Test(
    "loads in turn, whatever the guess before: the same as each alone",
    arguments: [nil, 90.0, 900])
  func inTurn(patience: Double?) throws {
    var generator = SeededGenerator(seed: 7)
    let standard = try standard("85/30s", aht: 270, patience: patience)
    let volumes = (0..<300).map { index in
      index % 50 == 0 ? 0 : generator.unit() * [1e-6, 3, 60, 900][generator.below(4)]
    }
    let together = standard.requirements(for: volumes, in: .halfHour)
    for (volume, requirement) in zip(volumes, together) {
      #expect(requirement == standard.requirement(for: volume, in: .halfHour))
    }
  }

  @Test("extreme loads", arguments: [nil, 180.0]) func extremes(patience: Double?) throws {
    let standard = try standard("80/20s", aht: 180, patience: patience)
    for load in [1e-12, 1e-6, 1, 2, 100, 1e5] {
      let requirement = standard.requirement(for: load * 10, in: .halfHour)
      #expect(requirement.service.level >= 0.8)
      let fewer = standard.service(of: requirement.agents - 1, arrivals: load / 180)
      #expect(fewer.level < 0.8)
    }
    #expect(standard.requirement(for: 0, in: .halfHour).agents == 0)
  }

  @Test("every target is met, one agent less misses one; a wish only shows", arguments: 1...40)
  func several(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let hard = try #require(ServiceTarget("95/180s"))
    let other = try #require(ServiceTarget("\(50 + generator.below(40))/20s"))
    let wish = try #require(ServiceTarget("\(60 + generator.below(39))/60s"))
    let standard = try ServiceStandard(
      targets: [hard, other], wish: wish, handleTimes: seed % 4 == 0 ? [300, 360, 450] : [300],
      patience: seed % 2 == 0 ? 150 : nil)
    let volume = 1 + generator.unit() * 150
    let need = standard.requirement(for: volume, in: .halfHour)
    func misses(_ service: Requirement.Service, _ targets: [ServiceTarget]) -> Bool {
      zip(service.levels, targets).contains { $0 < $1.goal }
    }
    #expect(need.service.levels.count == 3)
    #expect(!misses(need.service, standard.targets))
    #expect(
      misses(standard.service(of: need.agents - 1, arrivals: volume / 1800), standard.targets))
    let wished = try #require(need.wished)
    #expect(wished.agents >= need.agents)
    #expect(!misses(wished.service, standard.targets + [wish]))
    #expect(standard.granted.requirement(for: volume, in: .halfHour).agents == wished.agents)
    #expect(standard.granted.wish == nil)
  }

  @Test("variable handle times lengthen the waits of those who wait") func variability() throws {
    let target = try #require(ServiceTarget("80/20s"))
    let mixed = try ServiceStandard(targets: [target], handleTimes: [735], variability: 2.02)
    let usual = try ServiceStandard(targets: [target], handleTimes: [735])
    let (arrivals, agents) = (20 / 735.0, 24)
    let factor = (1 + 2.02) / 2
    #expect(
      (mixed.service(of: agents, arrivals: arrivals).asa
        - factor * usual.service(of: agents, arrivals: arrivals).asa).magnitude < 1e-9)
    #expect(
      mixed.requirement(for: 40, in: .halfHour).agents
        >= usual.requirement(for: 40, in: .halfHour).agents)
    #expect(throws: ServiceStandard.Fault.variabilityUnused) {
      try ServiceStandard(targets: [target], handleTimes: [735], variability: 2, patience: 60)
    }
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

  @Test("shrinkage by cause adds up") func causes() throws {
    let shrinkage = try #require(
      Shrinkage([
        Shrinkage.Cause(name: "breaks", share: .percent(8)),
        Shrinkage.Cause(name: "training", share: .percent(12)),
      ]))
    #expect(shrinkage.total == .percent(20))
    #expect((shrinkage.paid(for: 8) - 10).magnitude < 1e-12)
    #expect(Shrinkage([Shrinkage.Cause(name: "all", share: .one)]) == nil)
    #expect(Shrinkage([Shrinkage.Cause(name: "odd", share: BasisPoints(-1))]) == nil)
    #expect(Shrinkage(BasisPoints.one) == nil)
  }

  @Test("numbers that no standard can have") func refused() throws {
    let target = try #require(ServiceTarget("80/20s"))
    #expect(throws: ServiceStandard.Fault.noTarget) {
      try ServiceStandard(targets: [], handleTimes: [60])
    }
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
