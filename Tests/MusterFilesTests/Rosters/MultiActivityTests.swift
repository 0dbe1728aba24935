import Foundation
import MusterFiles
import MusterWords
import Rostering
import Testing
import Vocabulary

@Suite("The benchmark format of Qu and Curtois")
struct MultiActivityTests {
  /// A day of two tasks; cover of 1 to 2 at noon, of 1 else.
  static func text(staff: String = "1,360,600\n2,360,600", change: (String) -> String = { $0 })
    -> String
  {
    var lines = ["SECTION_HORIZON", "1", "SECTION_TASKS", "2", "SECTION_STAFF", staff]
    lines.append("SECTION_COVER")
    for slot in 24..<120 {
      let (from, to) = (slot * 15 % 1440, (slot + 1) * 15 % 1440)
      func clock(_ minutes: Int) -> String {
        let hour = minutes / 60
        let minute = minutes % 60
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
      }
      for task in 1...2 {
        lines.append(
          "\(slot / 96 + 1),\(clock(from))-\(clock(to)),\(task),1,\(from == 720 ? 2 : 1)")
      }
    }
    return change(lines.joined(separator: "\n"))
  }

  @Test("becomes a problem of streams, squares of heads too many, and an opening")
  func reads() throws {
    let problem = try MultiActivityInstance(text: MultiActivityTests.text(), file: "m.txt").problem
    #expect(problem.dayCount == 2)
    #expect(problem.demand.count == 2)
    #expect(problem.demand[0].heads[23] == 0)
    #expect(problem.demand[0].heads[24] == 1)
    #expect(problem.demand[0].heads[119] == 1)
    #expect(problem.demand[0].heads[120] == 0)
    #expect(problem.demand[1].cost(at: 24).cost(of: 3, need: 1) == 4)
    #expect(problem.demand[1].cost(at: 48).cost(of: 3, need: 1) == 1)
    #expect(problem.agents[0].limits.cycle == .init(least: Minutes(360), most: Minutes(600)))
    let opening = try #require(problem.opening)
    #expect(opening.upperBound - opening.lowerBound == 86_400)
  }

  @Test("A roster is written and read back")
  func roundTrip() throws {
    let problem = try MultiActivityInstance(text: MultiActivityTests.text(), file: "m.txt").problem
    let text = """
      employee,day,start,task,minutes
      1,1,06:00,1,360
      1,1,12:00,2,60
      2,2,00:00,1,360

      """
    let roster = try MultiActivityRoster.roster(text: text, file: "r.csv", of: problem)
    #expect(problem.breaches(in: roster) == [])
    #expect(roster.shifts.map(\.pattern) == ["morning", "midnight"])
    #expect(MultiActivityRoster.text(roster, of: problem) == text)
  }

  @Test("A roster of ours keeps the rules")
  func solves() throws {
    let problem = try MultiActivityInstance(text: MultiActivityTests.text(), file: "m.txt").problem
    let solution = try problem.solve(SolverOptions(steps: 50))
    #expect(problem.breaches(in: solution.roster) == [])
    #expect(solution.cost == problem.cost(of: solution.roster))
  }

  static let faults: [(change: String, to: String, line: Int?, wanted: String)] = [
    ("SECTION_TASKS\n2", "SECTION_TASKS\n0", 4, "a whole number from 1 to 1000"),
    ("1,360,600", "1,600,360", 6, "a whole number from 600 to 1000000"),
    ("2,360,600", "1,360,600", 7, "an id that is not empty and stands there once"),
    ("1,06:00-06:15,1,1,1", "1,06:00-06:20,1,1,1", 9, "a quarter of an hour, such as 06:00-06:15"),
    ("1,06:00-06:15,2,1,1", "1,06:00-06:15,1,1,1", 10, "each interval and task once"),
    ("1,06:00-06:15,2,1,1\n", "", nil, "heads for each interval and task; 1 are missing"),
    ("1,06:00-06:15,2,1,1", "1,06:00-06:15,3,1,1", 10, "a whole number from 1 to 2"),
  ]

  @Test("A fault is named with its line", arguments: faults)
  func fault(change: String, to: String, line: Int?, wanted: String) throws {
    let text = MultiActivityTests.text {
      guard let range = $0.firstRange(of: change) else { return "" }
      return $0.replacingCharacters(in: range, with: to)
    }
    let refusal = #expect(throws: FileRefusal.self) {
      try MultiActivityInstance(text: text, file: "m.txt")
    }
    let problem = try #require(refusal?.faults.first)
    #expect(problem.line == line)
    #expect(problem.wanted.en.hasPrefix(wanted))
  }
}
