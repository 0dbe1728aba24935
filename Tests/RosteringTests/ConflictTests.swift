import Rostering
import Testing
import Vocabulary

@Suite("Conflicts in a row")
struct ConflictTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var limits = Limits()
    var absences: [Int] = []
    /// Days off, and patterns, decided beforehand.
    var fixed: [(day: Int, pattern: String?)] = []
    var past = ""
    var wanted: [RowConstraint]?
    var testDescription: String { name }
  }

  static let monday = Small.monday
  static let cases = [
    Case(name: "a row is there", limits: Limits(longestRun: 2)),
    Case(
      name: "a leave too long for the week's least",
      limits: Limits(longestRun: 5, week: .init(least: .hours(40))), absences: [0, 1, 2, 3],
      wanted: [
        .limit(.weekLeast, 2400), .absence(monday + 1), .absence(monday + 2), .absence(monday + 3),
      ]),
    Case(
      name: "a shift decided on a day of absence", limits: Limits(rest: .hours(11), longestRun: 5),
      absences: [1, 4], fixed: [(1, "early"), (2, nil)],
      wanted: [.absence(monday + 1), .fixed(cell(1, "early"))]),
    Case(
      name: "an early shift decided after a late one", limits: Limits(longestRun: 5),
      fixed: [(0, nil), (1, "late"), (2, "early")],
      wanted: [.fixed(cell(1, "late")), .fixed(cell(2, "early"))]),
    Case(
      name: "the run before the roster is as long as may be", limits: Limits(longestRun: 5),
      fixed: [(0, "late")], past: ". . E E E E E",
      wanted: [.limit(.longestRun, 5), .history, .fixed(cell(0, "late"))]),
    Case(
      name: "weeks that may not hold what the cycle asks",
      limits: Limits(
        rest: .hours(11), longestRun: 6, week: .init(most: .hours(32)),
        cycle: .init(least: .hours(72))),
      wanted: [.limit(.weekMost, 1920), .limit(.cycleLeast, 4320)]),
    Case(
      name: "too few of the one pattern that is decided",
      limits: Limits(patterns: [.init(pattern: "night", most: 1)]),
      fixed: [(0, "night"), (4, "night")],
      wanted: [.patternMost("night", 1), .fixed(cell(0, "night")), .fixed(cell(4, "night"))]),
  ]

  static func cell(_ day: Int, _ pattern: String?) -> RosterProblem.FixedCell {
    RosterProblem.FixedCell(
      day: monday + day, work: pattern.map { .shift(pattern: $0, start: nil) } ?? .off)
  }

  @Test("the smallest set is named", arguments: cases) func smallest(row: Case) {
    var agent = Small.agent("A", row.limits)
    agent.absences = row.absences.map { Small.monday + $0 }
    agent.fixed = row.fixed.map { Self.cell($0.day, $0.pattern) }
    var problem = Small.problem([agent], historyFrom: row.past.isEmpty ? nil : Small.monday - 7)
    problem.agents[0].history = Small.past(row.past, before: problem)
    #expect(problem.conflict(ofAgent: 0) == row.wanted)
  }

  @Test("a day decided on top is no part of the set") func deciding() {
    let agent = Small.agent("A", Limits(longestRun: 2))
    let problem = Small.problem([agent])
    let cells = (0...2).map { Self.cell($0, "early") }
    #expect(problem.conflict(ofAgent: 0) == nil)
    #expect(problem.conflict(ofAgent: 0, deciding: cells) == [.limit(.longestRun, 2)])
  }

  @Test(
    "there is a conflict where, and only where, there is no roster",
    arguments: 1...20 as ClosedRange<UInt64>)
  func agreement(seed: UInt64) {
    var problem = SolverTests.random(seed, days: 7, agents: 1)
    problem.agents[0].limits.week.least = .hours(40)
    problem.agents[0].absences += [Small.monday + Int(seed % 5), Small.monday + Int(seed % 3)]
    let solution = try? problem.solve(SolverOptions(seed: seed, steps: 1))
    #expect((problem.conflict(ofAgent: 0) == nil) == (solution != nil))
  }
}
