import MusterFiles
import MusterWords
import People
import Testing
import Vocabulary

@Suite("Agents from csv") struct AgentReaderTests {
  private func read(_ text: String) throws -> AgentReader {
    try AgentReader(TableReader(.text(text, name: "a.csv"), columns: AgentReader.columns))
  }

  @Test("every column is read") func everyColumn() throws {
    let list = try read(
      """
      agent_id,name,team,rung,hired_on,left_on,contract,base_fen,skills,channels
      007,王伟,T01,senior,2024-02-07,2026-12-31,part-time,550000,presale|aftersale,wechat|app
      """)
    #expect(list.rejects.isEmpty)
    #expect(
      list.agents == [
        Agent(
          number: try #require(AgentNumber("007")), name: "王伟", team: "T01", rung: .senior,
          hiredOn: try #require(Day("2024-02-07")), leftOn: Day("2026-12-31"),
          contract: "part-time", base: Money(minorUnits: 550_000),
          skills: ["aftersale", "presale"], channels: ["app", "wechat"])
      ])
  }

  @Test("a Chinese list is read, what it leaves out has its usual value") func chinese() throws {
    let list = try read("工号,姓名,小组,职级,入职日期\nB1,孙丽,一组,高级客服,2025/3/1\n")
    let agent = try #require(list.agents.first)
    #expect(agent.rung == .senior)
    #expect(agent.hiredOn == Day("2025-03-01"))
    #expect(agent.contract == "full-time")
    #expect(agent.base == nil)
    #expect(agent.skills.isEmpty)
  }

  @Test(
    "a fault names its column",
    arguments: [
      (",王伟,T01,agent,2024-02-07,", "agent_id: wanted a value"),
      ("A1,,T01,agent,2024-02-07,", "name: wanted a value"),
      ("A1,王伟,,agent,2024-02-07,", "team: wanted a value"),
      ("A1,王伟,T01,,2024-02-07,", "rung: wanted a value"),
      ("A1,王伟,T01,boss,2024-02-07,", "rung: found \"boss\""),
      ("A1,王伟,T01,agent,,", "hired_on: wanted a value"),
      ("A1,王伟,T01,agent,7.2.2024,", "hired_on: found \"7.2.2024\""),
      ("A1,王伟,T01,agent,2024-02-07,2024-02-06", "left_on: found \"2024-02-06\", wanted a day"),
      ("A0,王伟,T01,agent,2024-02-07,", "agent_id: found \"A0\", wanted an id"),
      ("A1,王伟", "found \"2\", wanted 6 fields"),
    ] as [(row: String, fault: String)])
  func faults(row: String, fault: String) throws {
    let list = try read(
      "agent_id,name,team,rung,hired_on,left_on\nA0,李,T1,lead,2020-01-01,\n\(row)\n")
    #expect(list.agents.count == 1)
    let found = list.rejects.flatMap(\.faults).map { $0.reason(in: .en) }
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(fault) == true, "\(found)")
  }
}
