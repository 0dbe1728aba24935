import MusterStore
import MusterTesting
import People
import Rostering
import Testing
import Vocabulary

@Suite("Swaps in the store") struct SwapsQueriesTests {
  /// A store with two agents and a roster, and its number.
  private func prepare(_ store: Store) throws -> Int64 {
    try store.write { connection in
      let day = Fixture.day("2026-11-02")
      let agents = try ["01", "02"].map { number in
        Agent(
          number: try #require(AgentNumber(number)), name: "王", team: "T", rung: .agent,
          hiredOn: day, contract: "full-time")
      }
      _ = try connection.importAgents(agents, from: day)
      let hash = try connection.savePolicy(kind: "service", path: "service.yaml", text: "x\n")
      let forecast = try connection.saveForecast(
        ForecastRecord(
          madeAt: Fixture.now, actor: "li", days: day...(day + 6), interval: .halfHour,
          calendar: nil), streams: [], intervals: [])
      let requirement = try connection.saveRequirement(
        RequirementRecord(
          forecast: forecast, madeAt: Fixture.now, actor: "li", used: "mean", standards: hash),
        intervals: [])
      return try connection.saveRoster(
        RosterRecord(
          madeAt: Fixture.now, actor: "li", days: day...(day + 6), requirement: requirement,
          seed: 1, steps: 0, cost: 1, bound: 0), Roster(), files: [])
    }
  }

  @Test("a swap is read with all that was said to it", arguments: StoreEngine.allCases)
  func history(engine: StoreEngine) throws {
    let scratch = try Scratch()
    let store = try scratch.store(on: engine)
    let roster = try prepare(store)
    let day = Fixture.day("2026-11-03")
    let swap = RosterSwap(
      agent: try #require(AgentNumber("01")), colleague: try #require(AgentNumber("02")),
      days: [day + 2, day])
    let id = try store.write {
      try $0.saveSwap(swap, of: roster, at: Fixture.now, actor: "wang")
    }
    let event = SwapRecord.Event(
      step: .approved, at: Fixture.now + 60, actor: "lead", made: roster)
    #expect(try store.read { try $0.swaps() }.first?.step == .requested)
    try store.write { try $0.saveSwapEvent(event, of: id) }
    let found = try #require(try store.read { try $0.swaps() }.first)
    #expect(found.swap == swap)
    #expect(found.swap.days == [day, day + 2])
    #expect(found.roster == roster)
    #expect(
      found.events == [
        SwapRecord.Event(step: .requested, at: Fixture.now, actor: "wang"), event,
      ])
    #expect(found.step == .approved)
    // What was said once is not said again, and nothing is taken back.
    #expect(throws: (any Error).self) { try store.write { try $0.saveSwapEvent(event, of: id) } }
  }
}
