import MusterStore
import MusterTesting
import People
import Testing
import Vocabulary

@Suite struct AgentsTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  @Test(arguments: StoreEngine.allCases) func anAgentComesBackAsTheyWent(engine: StoreEngine) throws
  {
    let store = try scratch.store(on: engine)
    var lead = Fixture.agent("007", name: "李伟", rung: .lead, left: "2027-01-31")
    lead.base = nil
    lead.skills = []
    let agents = [Fixture.agent("A1"), lead]
    #expect(
      try store.write { try $0.importAgents(agents, from: Fixture.day("2026-10-01")) }
        == StaffCounts(added: 2))
    let list = try store.read { try $0.staffList(on: Fixture.day("2026-10-01")) }
    #expect(list == [lead, Fixture.agent("A1")])
  }

  @Test(arguments: StoreEngine.allCases) func theSameListAgainChangesNothing(engine: StoreEngine)
    throws
  {
    let store = try scratch.store(on: engine)
    _ = try store.importing(Fixture.agent("A1"), Fixture.agent("A2"), from: "2026-10-01")
    for day in ["2026-10-01", "2026-09-01", "2027-01-01"] {
      #expect(
        try store.importing(Fixture.agent("A1"), Fixture.agent("A2"), from: day)
          == StaffCounts(same: 2))
    }
    #expect(try store.count("agent_term") == 2)
  }

  @Test(arguments: StoreEngine.allCases) func aChangeHoldsFromItsDayOn(engine: StoreEngine) throws {
    let store = try scratch.store(on: engine)
    _ = try store.importing(Fixture.agent("A1", team: "T1"), from: "2026-10-01")
    #expect(
      try store.importing(Fixture.agent("A1", team: "T2"), from: "2026-10-15")
        == StaffCounts(changed: 1))
    #expect(try store.team(on: "2024-01-01") == "T1")
    #expect(try store.team(on: "2026-10-14") == "T1")
    #expect(try store.team(on: "2026-10-15") == "T2")
    #expect(try store.team(on: "2030-01-01") == "T2")
    #expect(try store.team(on: "2023-12-31") == nil)
  }

  @Test(arguments: StoreEngine.allCases) func aChangeOfTheSameDayReplacesTheFirst(
    engine: StoreEngine
  ) throws {
    let store = try scratch.store(on: engine)
    _ = try store.importing(Fixture.agent("A1", team: "T1"), from: "2026-10-01")
    _ = try store.importing(Fixture.agent("A1", team: "T2"), from: "2026-10-15")
    _ = try store.importing(Fixture.agent("A1", team: "T3"), from: "2026-10-15")
    #expect(try store.team(on: "2026-10-14") == "T1")
    #expect(try store.team(on: "2026-10-15") == "T3")
    #expect(try store.count("agent_term") == 2)
  }

  @Test(arguments: StoreEngine.allCases) func aChangeOfThePastLeavesWhatWasSaidForLater(
    engine: StoreEngine
  ) throws {
    let store = try scratch.store(on: engine)
    _ = try store.importing(Fixture.agent("A1", team: "T1"), from: "2026-10-01")
    _ = try store.importing(Fixture.agent("A1", team: "T2"), from: "2026-11-01")
    _ = try store.importing(Fixture.agent("A1", team: "T9"), from: "2026-10-10")
    #expect(try store.team(on: "2026-10-09") == "T1")
    #expect(try store.team(on: "2026-10-10") == "T9")
    #expect(try store.team(on: "2026-10-31") == "T9")
    #expect(try store.team(on: "2026-11-01") == "T2")
  }

  @Test(arguments: StoreEngine.allCases) func aListFromBeforeTheFirstDayReachesBack(
    engine: StoreEngine
  ) throws {
    let store = try scratch.store(on: engine)
    _ = try store.importing(
      Fixture.agent("A1", team: "T1", hired: "2026-10-01"), from: "2026-10-01")
    _ = try store.importing(
      Fixture.agent("A1", team: "T0", hired: "2026-09-01"), from: "2026-09-01")
    #expect(try store.team(on: "2026-09-01") == "T0")
    #expect(try store.team(on: "2026-09-30") == "T0")
    #expect(try store.team(on: "2026-10-01") == "T1")
  }

  @Test(arguments: StoreEngine.allCases) func aNewNameIsOneForAllDays(engine: StoreEngine) throws {
    let store = try scratch.store(on: engine)
    _ = try store.importing(Fixture.agent("A1", name: "王芳"), from: "2026-10-01")
    #expect(
      try store.importing(Fixture.agent("A1", name: "王芳芳"), from: "2026-11-01")
        == StaffCounts(changed: 1))
    let agent = try store.read {
      try $0.agent(Fixture.number("A1"), on: Fixture.day("2026-10-01"))
    }
    #expect(agent?.name == "王芳芳")
    #expect(try store.count("agent_term") == 1)
  }

  @Test(arguments: StoreEngine.allCases) func aListIsOfThoseEmployed(engine: StoreEngine) throws {
    let store = try scratch.store(on: engine)
    _ = try store.importing(
      Fixture.agent("STAYS"), Fixture.agent("LEAVES", left: "2026-10-15"),
      Fixture.agent("COMES", hired: "2026-10-20"), from: "2026-10-01")
    func numbers(_ read: (Connection) throws -> [Agent]) throws -> [String] {
      try store.read(read).map(\.number.text)
    }
    #expect(try numbers { try $0.agents(on: Fixture.day("2026-10-15")) } == ["LEAVES", "STAYS"])
    #expect(try numbers { try $0.agents(on: Fixture.day("2026-10-16")) } == ["STAYS"])
    #expect(try numbers { try $0.agents(on: Fixture.day("2026-10-20")) } == ["COMES", "STAYS"])
    #expect(
      try numbers { try $0.agents(in: Fixture.day("2026-10-01")..<Fixture.day("2026-11-01")) }
        == ["COMES", "LEAVES", "STAYS"])
    #expect(
      try numbers { try $0.agents(in: Fixture.day("2026-11-01")..<Fixture.day("2026-12-01")) }
        == ["COMES", "STAYS"])
    #expect(
      try numbers { try $0.staffList(on: Fixture.day("2027-01-01")) }
        == ["COMES", "LEAVES", "STAYS"])
  }

  @Test(arguments: StoreEngine.allCases) func aMonthSeesAgentsAsOnTheirLastDayInIt(
    engine: StoreEngine
  ) throws {
    let store = try scratch.store(on: engine)
    let days = Fixture.day("2026-10-01")..<Fixture.day("2026-11-01")
    _ = try store.importing(
      Fixture.agent("A1", team: "T1"), Fixture.agent("A2"), from: "2026-10-01")
    _ = try store.importing(Fixture.agent("A1", team: "T2"), from: "2026-10-15")
    _ = try store.importing(Fixture.agent("A1", team: "T3"), from: "2026-11-01")
    _ = try store.importing(Fixture.agent("A2", team: "T8", left: "2026-10-20"), from: "2026-10-10")
    _ = try store.importing(Fixture.agent("A2", team: "T9", left: "2026-10-20"), from: "2026-10-25")
    let agents = try store.read { try $0.agents(in: days) }
    #expect(agents.map(\.team) == ["T2", "T8"])
  }

  @Test(arguments: StoreEngine.allCases) func absencesAreKnownByAgentFirstDayAndKind(
    engine: StoreEngine
  ) throws {
    let store = try scratch.store(on: engine)
    _ = try store.importing(Fixture.agent("A1"), Fixture.agent("A2"), from: "2026-10-01")
    func absence(_ agent: String, _ first: String, _ last: String, _ kind: String) -> Absence {
      Absence(
        agent: Fixture.number(agent), days: Fixture.day(first)...Fixture.day(last), kind: kind)
    }
    let sick = absence("A2", "2026-10-05", "2026-10-06", "sick")
    let annual = absence("A1", "2026-10-05", "2026-10-09", "annual")
    let unknown = absence("A9", "2026-10-05", "2026-10-06", "sick")
    let first = try store.write { try $0.importAbsences([sick, annual, unknown]) }
    #expect(first.counts == StaffCounts(added: 2))
    #expect(first.unknownAgents == [unknown])
    let longer = absence("A2", "2026-10-05", "2026-10-08", "sick")
    #expect(
      try store.write { try $0.importAbsences([longer, annual]) }.counts
        == StaffCounts(changed: 1, same: 1))
    func found(_ first: String, _ end: String) throws -> [Absence] {
      try store.read { try $0.absences(in: Fixture.day(first)..<Fixture.day(end)) }
    }
    #expect(try found("2026-10-01", "2026-11-01") == [annual, longer])
    #expect(try found("2026-10-09", "2026-10-10") == [annual])
    #expect(try found("2026-10-01", "2026-10-05") == [])
  }

  @Test(arguments: StoreEngine.allCases) func aPolicyIsKeptByItsText(engine: StoreEngine) throws {
    let store = try scratch.store(on: engine)
    let hash = try store.write { connection in
      try connection.savePolicy(kind: "plan", path: "plans/a.yaml", text: "a: 1\r\n")
      return try connection.savePolicy(kind: "plan", path: "plans/b.yaml", text: "a: 1\n")
    }
    let policy = try store.read { try $0.policy(hash) }
    #expect(policy?.path == "plans/a.yaml")
    #expect(policy?.text == "a: 1\r\n")
    #expect(try store.count("policy") == 1)
    #expect(try store.read { try $0.policy(.origin) } == nil)
  }
}

extension Store {
  fileprivate func importing(_ agents: Agent..., from day: String) throws -> StaffCounts {
    try write { try $0.importAgents(agents, from: Fixture.day(day)) }
  }

  fileprivate func team(_ number: String = "A1", on day: String) throws -> String? {
    try read {
      try $0.agent(Fixture.number(number), on: Fixture.day(day))?.team
    }
  }
}
