import Staffing
import Testing

@Suite("Square root rule") struct SquareRootRuleTests {
  @Test("what large groups come to", arguments: [0.5, 1, 1.5]) func patient(safety: Double) {
    let load = 40_000.0
    let group = ErlangC(load: load, agents: Int(load + safety * 200), handleTime: 300)
    let limit = SquareRootRule.waitingProbability(safety: safety)
    #expect((group.waitingProbability - limit).magnitude < 2e-3)
  }

  @Test(
    "the same where callers hang up",
    arguments: [(-1.0, 100.0), (0, 300), (1, 900)] as [(Double, Double)])
  func impatient(safety: Double, patience: Double) {
    let load = 40_000.0
    let group = ErlangA(
      load: load, agents: Int(load + safety * 200), handleTime: 300, patience: patience)
    let limit = SquareRootRule.waitingProbability(safety: safety, pace: patience / 300)
    #expect((group.waitingProbability - limit).magnitude < 2e-3)
  }

  @Test("far out") func edges() {
    #expect(SquareRootRule.waitingProbability(safety: 0) == 1)
    #expect(SquareRootRule.waitingProbability(safety: 50) == 0)
    #expect(SquareRootRule.waitingProbability(safety: -60, pace: 1) > 0.999)
    #expect(SquareRootRule.waitingProbability(safety: 60, pace: 1) == 0)
  }
}
