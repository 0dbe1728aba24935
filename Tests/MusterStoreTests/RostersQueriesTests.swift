import MusterStore
import MusterTesting
import People
import Rostering
import Testing
import Vocabulary

@Suite("Rosters in the store") struct RostersQueriesTests {
  private let chat = Stream(channel: "app", queue: "presale")

  /// A store with two agents and a requirement, and its number.
  private func prepare(_ store: Store) throws -> Int64 {
    try store.write { connection in
      let day = Fixture.day("2026-01-01")
      let agents = try ["01", "02"].map { number in
        Agent(
          number: try #require(AgentNumber(number)), name: "王", team: "T", rung: .agent,
          hiredOn: day, contract: "full-time")
      }
      _ = try connection.importAgents(agents, from: day)
      let hash = try connection.savePolicy(kind: "service", path: "service.yaml", text: "x\n")
      let forecast = try connection.saveForecast(
        ForecastRecord(
          madeAt: Fixture.now, actor: "li", days: day...(day + 27), interval: .halfHour,
          calendar: nil), streams: [], intervals: [])
      return try connection.saveRequirement(
        RequirementRecord(
          forecast: forecast, madeAt: Fixture.now, actor: "li", used: "mean", standards: hash),
        intervals: [])
    }
  }

  private func record(_ first: String, days: Int, _ requirement: Int64) -> RosterRecord {
    let day = Fixture.day(first)
    return RosterRecord(
      madeAt: Fixture.now, actor: "li", days: day...(day + (days - 1)), requirement: requirement,
      seed: 1, steps: 40, cost: 120, bound: 100)
  }

  private func roster() throws -> Roster {
    let start = Zone.china.start(of: Fixture.day("2026-11-02")) + 8 * 3600
    return Roster(
      shifts: try ["01", "02"].flatMap { number in
        try [Int64(0), 86_400].map { later in
          let from = start + later
          return Shift(
            agent: try #require(AgentNumber(number)), pattern: "early", start: from,
            end: from + 9 * 3600,
            activities: [
              Activity(kind: .work(chat), start: from, end: from + 3 * 3600),
              Activity(kind: .unpaidBreak, start: from + 3 * 3600, end: from + 4 * 3600),
              Activity(kind: .work(nil), start: from + 4 * 3600, end: from + 6 * 3600),
              Activity(kind: .training("product"), start: from + 6 * 3600, end: from + 7 * 3600),
              Activity(kind: .deferrable(chat), start: from + 7 * 3600, end: from + 8 * 3600),
              Activity(kind: .paidBreak, start: from + 8 * 3600, end: from + 9 * 3600),
            ])
        }
      })
  }

  @Test(
    "a roster is read as it was kept, with the files of its problem",
    arguments: StoreEngine.allCases) func roundTrip(engine: StoreEngine) throws
  {
    let scratch = try Scratch()
    let store = try scratch.store(on: engine)
    var kept = try record("2026-11-02", days: 7, prepare(store))
    let roster = try roster()
    try store.write { connection in
      kept.id = try connection.saveRoster(
        kept, roster, files: [("problem.yaml", "days: 7\n"), ("agents.csv", "agent_id\n")])
    }
    try store.read { (connection) throws -> Void in
      #expect(try connection.rosterRecord() == kept)
      #expect(try connection.rosterRecord(kept.id + 1) == nil)
      #expect(try connection.roster(kept.id) == roster)
      let files = try connection.rosterFiles(kept.id)
      #expect(files == ["problem.yaml": "days: 7\n", "agents.csv": "agent_id\n"])
      #expect(try connection.rostersInForce(touching: kept.days) == [])
    }
  }

  @Test(
    "a roster published in place of another is the one in force", arguments: StoreEngine.allCases)
  func publication(engine: StoreEngine) throws {
    let scratch = try Scratch()
    let store = try scratch.store(on: engine)
    let requirement = try prepare(store)
    let (first, second) = try store.write { connection in
      let records = [
        record("2026-11-02", days: 7, requirement), record("2026-11-02", days: 14, requirement),
      ]
      let ids = try records.map { try connection.saveRoster($0, Roster(), files: []) }
      try connection.publishRoster(ids[0], at: Fixture.now, actor: "li", replacing: [])
      try connection.publishRoster(ids[1], at: Fixture.now, actor: "li", replacing: [ids[0]])
      return (ids[0], ids[1])
    }
    try store.read { (connection) throws -> Void in
      let day = Fixture.day("2026-11-02")
      #expect(try connection.rostersInForce(touching: day...day).map(\.id) == [second])
      #expect(try connection.rostersInForce(touching: (day + 14)...(day + 20)) == [])
      #expect(try connection.rosterRecord(first)?.isInForce == false)
      #expect(try connection.rosterRecord(second)?.isInForce == true)
    }
  }

  @Test("a roster remembers the one it was made from", arguments: StoreEngine.allCases) func origin(
    engine: StoreEngine
  ) throws {
    let scratch = try Scratch()
    let store = try scratch.store(on: engine)
    let requirement = try prepare(store)
    let (first, second) = try store.write { connection in
      var record = record("2026-11-02", days: 7, requirement)
      let first = try connection.saveRoster(record, Roster(), files: [])
      record.origin = RosterOrigin(roster: first, way: .repair)
      return (first, try connection.saveRoster(record, Roster(), files: []))
    }
    try store.read { (connection) throws -> Void in
      #expect(try connection.rosterRecord(first)?.origin == nil)
      #expect(
        try connection.rosterRecord(second)?.origin == RosterOrigin(roster: first, way: .repair))
    }
  }
}
