import Staffing
import Testing
import Vocabulary

@Suite("Sizing and checking by simulation") struct SizingTests {
  private static func centre(groups: [[Int]], count: Int) -> ContactCentre {
    ContactCentre(
      kinds: groups.map { groups in
        ContactCentre.Kind(
          arrivals: [1 / 60.0], handleTimes: [240], patience: 180, within: [20], groups: groups)
      },
      heads: Array(repeating: [0], count: count), seconds: 40 * 3600)
  }

  @Test("one group: as many as Erlang A asks for") func single() throws {
    let standard = try ServiceStandard(
      target: #require(ServiceTarget("80/20s")), handleTime: 240, patience: 180)
    let wanted = standard.requirement(for: 30, in: .halfHour).agents
    let heads = Self.centre(groups: [[0]], count: 1).sized(goals: [0.8], runs: 6, seed: 1)
    #expect(heads == [wanted])
  }

  @Test("agents of both skills save heads") func mixed() throws {
    let apart = try #require(
      Self.centre(groups: [[0], [1]], count: 2).sized(goals: [0.8, 0.8], runs: 3, seed: 1))
    let mixed = try #require(
      Self.centre(groups: [[0, 2], [1, 2]], count: 3).sized(goals: [0.8, 0.8], runs: 3, seed: 1))
    #expect(mixed.reduce(0, +) < apart.reduce(0, +))
    #expect(mixed[2] > 0)
  }

  @Test("a goal without a group cannot be met; no goal asks for nobody") func edges() {
    #expect(Self.centre(groups: [[]], count: 1).sized(goals: [0.8], runs: 1, seed: 1) == nil)
    #expect(Self.centre(groups: [[0]], count: 1).sized(goals: [nil], runs: 1, seed: 1) == [0])
  }

  @Test("simulated days serve what the requirement says", arguments: [nil, 150.0])
  func played(patience: Double?) throws {
    let standard = try ServiceStandard(
      target: #require(ServiceTarget("80/60s")), handleTime: 200, patience: patience)
    let volumes = [40.0, 40, 40, 60, 60, 60]
    let needs = standard.requirements(for: volumes, in: .halfHour)
    let counts = standard.play(
      needs.map(\.agents), volumes: volumes, at: [1, 2, 3, 20, 21, 22], in: .halfHour, runs: 150,
      seed: 1)
    #expect(counts.count == 6)
    for (count, need) in zip(counts, needs) {
      #expect((count.level() - need.service.level).magnitude < 0.05)
    }
  }
}
