import Staffing
import Testing
import Vocabulary

@Suite("Requirements over time") struct RequirementOverTimeTests {
  private func standard(
    _ target: String, aht: [Double], patience: Double? = nil
  ) throws -> ServiceStandard {
    try ServiceStandard(
      targets: [#require(ServiceTarget(target))], handleTimes: aht, patience: patience)
  }

  /// Contacts per half hour of a day that rises and falls.
  private static let day = [28.0, 50, 80, 110, 155, 135, 95, 62, 34, 26]

  @Test(
    "a steady load needs what it needs for itself, and gets the same service",
    arguments: [(30.0, [300.0], 180.0), (200, [600], nil), (20, [900, 1050, 1302], 300)]
      as [(Double, [Double], Double?)])
  func steady(volume: Double, aht: [Double], patience: Double?) throws {
    let standard = try standard("80/60s", aht: aht, patience: patience)
    let alone = standard.requirement(for: volume, in: .halfHour)
    let first = standard.requirementsOverTime(for: [volume], in: .halfHour)[0]
    #expect(first.agents == alone.agents)
    #expect((first.service.level - alone.service.level).magnitude < 1e-9)
    #expect((first.service.asa - alone.service.asa).magnitude < 1e-6)
    #expect((first.service.occupancy - alone.service.occupancy).magnitude < 1e-9)
    #expect((first.service.abandonment - alone.service.abandonment).magnitude < 1e-9)
    #expect((first.load - alone.load).magnitude < 1e-9)
  }

  @Test(
    "no half hour misses by more than a point, at hardly more hours than each for itself",
    arguments: [300.0, 600, 900, 1800], [60.0, 180])
  func day(aht: Double, patience: Double) throws {
    let standard = try standard("80/60s", aht: [aht], patience: patience)
    let needs = standard.requirementsOverTime(for: Self.day, in: .halfHour)
    let alone = standard.requirements(for: Self.day, in: .halfHour)
    #expect(needs.allSatisfy { $0.service.level >= 0.79 })
    let met = zip(needs, Self.day).reduce(0) { $0 + $1.0.service.level * $1.1 }
    #expect(met >= 0.8 * Self.day.reduce(0, +))
    let hours = Double(needs.reduce(0) { $0 + $1.agents })
    #expect(hours <= 1.01 * Double(alone.reduce(0) { $0 + $1.agents }))
  }

  @Test("a simulation serves what was foreseen, or better", arguments: [300.0, 900])
  func simulated(aht: Double) throws {
    let standard = try standard("80/60s", aht: [aht], patience: 180)
    let needs = standard.requirementsOverTime(for: Self.day, in: .halfHour)
    // Half hours before the first, for a steady beginning.
    let before = 6
    func lead<Value>(_ values: [Value]) -> [Value] {
      Array(repeating: values[0], count: before) + values
    }
    let centre = ContactCentre(
      kinds: [
        ContactCentre.Kind(
          arrivals: lead(Self.day).map { $0 / 1800 }, handleTimes: [aht], patience: 180,
          within: [60], groups: [0])
      ],
      heads: [lead(needs.map(\.agents))], seconds: 1800)
    let outcome = centre.simulate(runs: 120, seed: 1)
    for (place, need) in needs.enumerated() {
      let level = outcome.counts[0][before + place].level()
      // Who leaves finishes what is in hand, so that falls are served better than foreseen.
      #expect(level > need.service.level - 0.05)
      if place < 5 { #expect(level < need.service.level + 0.05) }
    }
  }

  @Test("closed intervals part a day; each part begins anew") func gaps() throws {
    let standard = try standard("80/60s", aht: [900], patience: 180)
    let volumes = [40.0, 90, 40, 90]
    let parted = standard.requirements(for: volumes, at: [3, 4, 30, 31], in: .halfHour)
    let first = standard.requirementsOverTime(for: [40, 90], in: .halfHour)
    #expect(parted == first + first)
    let alone = standard.requirements(for: volumes, at: [3, 4, 5, 6], in: .halfHour, over: .never)
    #expect(alone == standard.requirements(for: volumes, in: .halfHour))
  }

  @Test("hardly anything, and very much", arguments: [nil, 120.0]) func extremes(patience: Double?)
    throws
  {
    let standard = try standard("80/20s", aht: [300], patience: patience)
    let small = standard.requirementsOverTime(for: [1e-6, 6e-6, 0], in: .halfHour)
    #expect(small.map(\.agents) == [1, 1, 0])
    let large = standard.requirementsOverTime(for: [6e5, 5e5, 6e5], in: .halfHour)
    #expect(large[0].agents == standard.requirement(for: 6e5, in: .halfHour).agents)
    // After a fall some of the load is left, after a rise not all is there.
    #expect(large[1].agents > standard.requirement(for: 5e5, in: .halfHour).agents)
    #expect(large[2].agents < large[0].agents)
  }

  @Test("nothing to do, and a wish") func edges() throws {
    let target = try #require(ServiceTarget("80/60s"))
    let wish = try #require(ServiceTarget("95/60s"))
    let standard = try ServiceStandard(
      targets: [target], wish: wish, handleTimes: [900], patience: 180)
    let needs = standard.requirementsOverTime(for: [0, 0, 50, 0, 20], in: .halfHour)
    #expect(needs[0].agents == 0 && needs[0].service.level == 1)
    // What is in hand at closing still needs agents.
    #expect(needs[3].agents > 0 && needs[3].agents < needs[2].agents)
    #expect(standard.requirementsOverTime(for: [50, 0, 0, 0, 0, 0], in: .halfHour)[5].agents == 0)
    let chats = try ServiceStandard(targets: [target], handleTimes: [600, 700])
    #expect(chats.requirementsOverTime(for: [0, 9, 0], in: .halfHour)[1].agents > 0)
    for need in needs { #expect(try #require(need.wished).agents >= need.agents) }
    #expect(standard.requirementsOverTime(for: [], in: .halfHour).isEmpty)
  }

  @Test(
    "handle times of an eighth of the interval are long",
    arguments: [(224.0, false), (225, true), (900, true)])
  func long(aht: Double, isLong: Bool) throws {
    let standard = try standard("80/60s", aht: [aht])
    #expect(OverTime.auto.holds(standard, .halfHour) == isLong)
    #expect(OverTime.always.holds(standard, .halfHour))
    #expect(!OverTime.never.holds(standard, .halfHour))
  }
}
