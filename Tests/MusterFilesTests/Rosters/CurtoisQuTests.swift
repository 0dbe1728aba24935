import Foundation
import MusterFiles
import MusterWords
import Rostering
import Testing
import Vocabulary

@Suite("The benchmark format of Curtois and Qu")
struct CurtoisQuTests {
  static let text = """
    # A comment
    SECTION_HORIZON
    7

    SECTION_SHIFTS
    E,480,
    L,420,E

    SECTION_STAFF
    A,E=7|L=2,2400,960,5,2,2,1
    B,E=0,2400,0,5,1,1,1

    SECTION_DAYS_OFF
    A,0,3

    SECTION_SHIFT_ON_REQUESTS
    A,1,E,2

    SECTION_SHIFT_OFF_REQUESTS
    B,2,L,3

    SECTION_COVER
    1,E,1,100,1
    2,L,2,100,1
    """

  @Test("becomes a problem whose days begin on a Monday")
  func reads() throws {
    let problem = try CurtoisQuInstance(text: CurtoisQuTests.text, file: "i.txt").problem
    #expect(problem.dayCount == 7)
    #expect(problem.firstDay.weekday == .monday)
    #expect(problem.patterns.map(\.code) == ["E", "L"])
    #expect(problem.patterns[1].forbiddenSuccessors == ["E"])
    let a = problem.agents[0]
    #expect(a.limits.cycle == Limits.Range(least: Minutes(960), most: Minutes(2400)))
    #expect(a.limits.most(of: "L") == 2)
    #expect(a.limits.longestRun == 5)
    #expect(a.limits.shortestRun == 2)
    #expect(a.limits.shortestDaysOff == 2)
    #expect(a.limits.weekends == 1)
    #expect(a.absences == [problem.firstDay, problem.firstDay + 3])
    #expect(
      a.requests == [.init(day: problem.firstDay + 1, wish: .on, pattern: "E", weight: 2)])
    #expect(problem.patternDemand.map(\.heads) == [1, 2])
  }

  @Test("A roster is written and read back")
  func roundTrip() throws {
    let problem = try CurtoisQuInstance(text: CurtoisQuTests.text, file: "i.txt").problem
    let text = "A,,E,E,,,L,L\nB,,,L,,,,\n"
    let roster = try CurtoisQuRoster.roster(text: text, file: "r.csv", of: problem)
    #expect(CurtoisQuRoster.text(roster, of: problem) == text)
    #expect(problem.breaches(in: roster) == [])
    #expect(problem.cost(of: roster) == RosterCost(short: 100, requestsOff: 3))
  }

  @Test(
    "names what is wrong, with its line",
    arguments: [
      ("7\n\n", "0\n\n", 3, "0"), ("L,420,E", "L,420,X", 7, "X"), ("E,480,", "E,none,", 6, "none"),
      ("A,E=7|L=2", "A,E=7|L", 10, "L"), ("2400,960,5,2,2,1", "2400", 10, "A,E=7|L=2,2400"),
      ("A,0,3", "C,0,3", 14, "C"), ("A,0,3", "A,0,7", 14, "7"), ("A,1,E,2", "A,1,Z,2", 17, "Z"),
      ("1,E,1,100,1", "1,E,-1,100,1", 23, "-1"), ("B,E=0", "A,E=0", 11, "A"),
      ("SECTION_COVER", "SECTION_COVERS", 22, "SECTION_COVERS"),
    ] as [(String, String, Int, String)])
  func faults(from: String, to: String, line: Int, found: String) throws {
    let text = CurtoisQuTests.text
    let range = try #require(text.range(of: from))
    let refusal = #expect(throws: FileRefusal.self) {
      try CurtoisQuInstance(text: text.replacingCharacters(in: range, with: to), file: "i.txt")
    }
    let problem = try #require(refusal?.faults.first)
    #expect(problem.line == line)
    #expect(problem.found == found)
  }

  @Test("A roster with an unknown shift, a short row or a missing agent is refused")
  func rosterFaults() throws {
    let problem = try CurtoisQuInstance(text: CurtoisQuTests.text, file: "i.txt").problem
    let refusal = #expect(throws: FileRefusal.self) {
      try CurtoisQuRoster.roster(text: "A,X,,,,,,\nC,,,,,,,\n", file: "r.csv", of: problem)
    }
    #expect(
      refusal?.faults.map { $0.text(in: .en) } == [
        "r.csv:1: #2: found \"X\", wanted a shift that is defined",
        "r.csv:2: #1: found \"C\", wanted an agent who is defined",
        "r.csv: wanted a row for agent B",
      ])
  }
}
