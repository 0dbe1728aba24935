import People
import Testing
import Vocabulary

@Suite("Working days") struct WorkingDaysTests {
  @Test(
    "Monday to Friday, but for the days that were moved",
    arguments: [
      ("2026-10-01", false), ("2026-10-02", true), ("2026-10-03", false), ("2026-10-10", true),
    ])
  func contains(day: String, isWorked: Bool) throws {
    let holiday = try #require(Day("2026-10-01"))
    let exchanged = try #require(Day("2026-10-10"))
    let days = WorkingDays(moved: [holiday: false, exchanged: true])
    #expect(days.contains(try #require(Day(day))) == isWorked)
  }

  @Test("leave that is paid like work counts as worked", arguments: ["annual", "training", "sick"])
  func counts(kind: String) throws {
    let day = try #require(Day("2026-10-01"))
    let absence = Absence(agent: try #require(AgentNumber("1")), days: day...day, kind: kind)
    #expect(absence.countsAsWorked == (kind != "sick"))
  }
}
