import Staffing
import Testing

@Suite("Two skills") struct TwoSkillPoolTests {
  private func pool(
    _ arrivals: [Double] = [1 / 60.0, 1 / 90.0], times: [Double] = [240, 240], agents: [Int],
    flexible: Int
  ) -> TwoSkillPool {
    TwoSkillPool(
      arrivals: arrivals, handleTimes: times, agents: agents, flexible: flexible, patience: 120)
  }

  @Test("without agents of both skills each is a group of its own") func apart() {
    let pool = pool(times: [240, 300], agents: [5, 3], flexible: 0)
    for (skill, (arrivals, time, agents)) in zip(
      pool.skills, [(1 / 60.0, 240.0, 5), (1 / 90.0, 300.0, 3)])
    {
      let group = ErlangA(
        load: arrivals * time, agents: agents, handleTime: time, patience: 120)
      #expect((skill.abandonment - group.abandonment).magnitude < 1e-8)
      #expect((skill.waitingProbability - group.waitingProbability).magnitude < 1e-8)
      #expect((skill.occupancy - group.occupancy).magnitude < 1e-8)
    }
    #expect(pool.flexibleOccupancy == 0)
  }

  @Test("agents of both alone are one group") func pooled() {
    let pool = pool(agents: [0, 0], flexible: 8)
    let group = ErlangA(load: 4 + 240 / 90.0, agents: 8, handleTime: 240, patience: 120)
    let lost = pool.skills[0].queueLength + pool.skills[1].queueLength
    #expect((lost - group.queueLength).magnitude < 1e-8)
    #expect((pool.flexibleOccupancy - group.occupancy).magnitude < 1e-8)
  }

  @Test("what comes in is served or hangs up", arguments: [1, 2, 3]) func balance(flexible: Int) {
    let pool = pool(times: [240, 180], agents: [3, 2], flexible: flexible)
    let served = zip(pool.skills, zip([1 / 60.0, 1 / 90.0], [240.0, 180.0])).map {
      (1 - $0.abandonment) * $1.0 * $1.1
    }.reduce(0, +)
    let busy =
      3 * pool.skills[0].occupancy + 2 * pool.skills[1].occupancy
      + Double(flexible) * pool.flexibleOccupancy
    #expect((served - busy).magnitude < 1e-8)
  }
}
