import People
import Testing
import Vocabulary

@Suite("Agents") struct AgentTests {
  func agent(hired: String, left: String? = nil) throws -> Agent {
    Agent(
      number: try #require(AgentNumber("00017")), name: "王小明", team: "T01", rung: .senior,
      hiredOn: try #require(Day(hired)), leftOn: left.flatMap { Day($0) }, contract: "full-time",
      skills: ["presale", "aftersale", "presale"], channels: ["wechat", "app"])
  }

  @Test(
    "whole months of service",
    arguments: [
      ("2026-01-15", "2026-02-14", 0), ("2026-01-15", "2026-02-15", 1),
      ("2025-12-31", "2026-02-28", 1), ("2024-02-29", "2025-02-28", 11),
      ("2026-05-01", "2026-04-01", 0), ("2020-01-01", "2026-01-01", 72),
    ] as [(String, String, Int)])
  func months(hired: String, day: String, months: Int) throws {
    let day = try #require(Day(day))
    #expect(try agent(hired: hired).monthsOfService(by: day) == months)
  }

  @Test(
    "employed from the first to the last day, both included",
    arguments: [
      ("2026-03-01", nil, "2026-02-28", false), ("2026-03-01", nil, "2026-03-01", true),
      ("2026-03-01", "2026-03-31", "2026-03-31", true),
      ("2026-03-01", "2026-03-31", "2026-04-01", false),
    ] as [(String, String?, String, Bool)])
  func employed(hired: String, left: String?, day: String, isEmployed: Bool) throws {
    let day = try #require(Day(day))
    #expect(try agent(hired: hired, left: left).isEmployed(on: day) == isEmployed)
  }

  @Test("skills and channels are sorted and stand once") func lists() throws {
    let agent = try agent(hired: "2026-03-01")
    #expect(agent.skills == ["aftersale", "presale"])
    #expect(agent.channels == ["app", "wechat"])
  }

  @Test("the ladder goes up one rung at a time") func rungs() {
    #expect(Rung.allCases.map(\.next) == [.senior, .lead, .supervisor, nil])
    #expect(Rung.agent < .senior && Rung.lead < .supervisor)
  }
}
