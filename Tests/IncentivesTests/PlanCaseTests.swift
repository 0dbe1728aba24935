import Incentives
import People
import Testing
import Vocabulary

@Suite("Worked cases") struct PlanCaseTests {
  @Test("figures are compared as they are written, and a miss says where")
  func misses() throws {
    let bonus = Bonus(component: "performance", scale: try Facts.scale())
    let case90 = PlanCase(
      name: "good", month: try Facts.month(),
      people: [
        PlanCase.Person(
          try Facts.agent(score: nil),
          expected: [
            .init("score", "90.00", line: 3), .init("grade", "B", line: 3),
            .init("performance", "1350.00", line: 3), .init("total", "1350.00", line: 3),
            .init("star", "0.00", line: 3),
          ])
      ])
    let plan = try Facts.plan(.bonus(bonus))
    let misses = case90.misses(of: plan, scores: [(try Facts.score(90_00), true)])
    #expect(misses.map { "\($0.what) \($0.wanted) \($0.found)" } == ["grade B A"])
    #expect(misses.first?.line == 3)
    let none = case90.misses(of: plan, scores: [(nil, false)])
    #expect(none.prefix(2).map(\.found) == [PlanCase.none, PlanCase.none])
    #expect(none.count == 4)
  }
}

@Suite("Attendance") struct AttendanceTests {
  @Test("working days, less absences that do not count as worked") func days() throws {
    // Thursday to Wednesday, the Thursday a holiday and the Saturday worked: five days.
    let days = try Facts.day("2026-10-01")...Facts.day("2026-10-07")
    let workingDays = WorkingDays(
      moved: [days.lowerBound: false, try Facts.day("2026-10-03"): true])
    let number = try #require(AgentNumber("A1"))
    func absence(_ kind: String, _ day: String) throws -> Absence {
      Absence(agent: number, days: try Facts.day(day)...Facts.day(day), kind: kind)
    }
    let absences = try [
      absence("sick", "2026-10-05"), absence("sick", "2026-10-04"), absence("annual", "2026-10-06"),
    ]
    let attendance = Attendance(on: days, of: workingDays, without: absences)
    #expect(attendance == Attendance(scheduled: 5, attended: 4))
    let holiday = days.lowerBound...days.lowerBound
    #expect(Attendance(on: holiday, of: workingDays, without: []) == nil)
  }
}

@Suite("Corrections") struct CorrectionTests {
  @Test("locked months of the twelve before are corrected")
  func reach() throws {
    let open = try Facts.month("2026-10")
    let months = try ["2025-09", "2025-10", "2026-09", "2026-10"].map(Facts.month)
    #expect(months.filter { Booking.corrects($0, in: open) } == Array(months[1...2]))
  }

  @Test("a correction tells what had been booked and what is due now") func line() throws {
    func entry(_ sequence: Int64, _ amount: Int64, relatesTo: String? = nil) throws -> LedgerEntry {
      LedgerEntry(
        sequence: sequence, period: try Facts.month(relatesTo == nil ? "2026-09" : "2026-10"),
        posting: Posting(
          agentID: 1, kind: relatesTo == nil ? .bonus : .difference, component: "performance",
          amount: Facts.fen(amount), cause: relatesTo == nil ? .earned : .lateFacts,
          relatesTo: try relatesTo.map(Facts.month), plan: .origin, facts: .origin),
        actor: try #require(Actor("li")), instant: Instant(seconds: 1_790_000_000))
    }
    let late = try entry(3, 50, relatesTo: "2026-09")
    let line = late.correction(of: try [entry(1, 100), late, entry(4, 9, relatesTo: "2026-09")])
    #expect(line?.amount == Facts.fen(50))
    guard case .correction(let correction) = line?.working else {
      Issue.record("a correction was expected")
      return
    }
    #expect((correction.booked, correction.due) == (Facts.fen(100), Facts.fen(150)))
    #expect(try entry(1, 100).correction(of: []) == nil)
  }
}
