import MusterTesting
import Rostering
import Testing
import Vocabulary

/// A rule with a row that breaks it and one that just keeps it.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let rule: Rule.Code
  var limits = Limits()
  let breaching: String
  let clean: String
  /// What the breach says: found, limit, and days after the first Monday.
  let found: Int
  let limit: Int
  let day: Int?
  var past = ""
  var change: @Sendable (inout RosterProblem.Agent) -> Void = { _ in }
  var edit: @Sendable (inout Roster) -> Void = { _ in }
  var stream: Stream? = Small.chat
  /// Shifts of agent B, and what else the problem says.
  var other = ""
  var frame: @Sendable (inout RosterProblem) -> Void = { _ in }
  /// The article that the breach names.
  var article: String?

  var testDescription: String { "\(rule): \(breaching) | \(clean)" }

  func breaches(_ row: String, edited: Bool) -> [Breach] {
    var problem = Small.problem(historyFrom: past.isEmpty ? nil : Small.monday - 14)
    var agent = Small.agent("A", limits)
    agent.history = Small.past(past, before: problem)
    change(&agent)
    problem.agents = [agent]
    frame(&problem)
    var roster = Small.roster(row, on: edited ? stream : Small.chat, in: problem)
    if edited { edit(&roster) }
    roster.shifts += Small.roster(other, agent: "B", in: problem).shifts
    return problem.breaches(in: roster)
  }
}

private let off14 = ". . . . . . . . . . . . . ."

@Suite("Each rule")
struct RulesTests {
  static let cases: [RuleCase] = [
    RuleCase(
      rule: .oneShiftADay, breaching: "E", clean: "E", found: 2, limit: 1, day: 0,
      edit: { $0.shifts.append($0.shifts[0]) }),
    RuleCase(
      rule: .pattern, breaching: "E", clean: "E", found: 480 + 30, limit: 540, day: 0,
      edit: { $0.shifts[0].move(seconds: 1800) }),
    RuleCase(
      rule: .pattern, breaching: ". E", clean: ". E", found: 450, limit: 480, day: 1,
      edit: { $0.shifts[0].shorten(seconds: 1800) }),
    RuleCase(
      rule: .rest, limits: Limits(rest: .hours(11)), breaching: "N L", clean: "N . E",
      found: 480, limit: 660, day: 1),
    RuleCase(
      rule: .rest, limits: Limits(rest: .hours(11)), breaching: "L", clean: ". L", found: 480,
      limit: 660, day: 0, past: "N"),
    RuleCase(rule: .successor, breaching: "L E", clean: "L L . E", found: 1, limit: 0, day: 1),
    RuleCase(
      rule: .longestRun, limits: Limits(longestRun: 3), breaching: "E E E E", clean: "E E E . E",
      found: 4, limit: 3, day: 0),
    RuleCase(
      rule: .longestRun, limits: Limits(longestRun: 3), breaching: "E E .", clean: "E . E",
      found: 4, limit: 3, day: -2, past: "E E"),
    RuleCase(
      rule: .shortestRun, limits: Limits(shortestRun: 2), breaching: "E . E .",
      clean: "E . E E . . . . . . . . . E", found: 1, limit: 2, day: 2),
    RuleCase(
      rule: .shortestRun, limits: Limits(shortestRun: 2), breaching: ". E E", clean: "E . E E",
      found: 1, limit: 2, day: -1, past: ". E"),
    RuleCase(
      rule: .shortestDaysOff, limits: Limits(shortestDaysOff: 2), breaching: "E . E",
      clean: ". E . . E", found: 1, limit: 2, day: 1),
    RuleCase(
      rule: .weekends, limits: Limits(weekends: 1),
      breaching: ". . . . . E . . . . . . E .", clean: ". . . . . E E . . . . . . .", found: 2,
      limit: 1, day: nil),
    RuleCase(
      rule: .nightRun, limits: Limits(nightRun: 2), breaching: "N N N", clean: "N N L N",
      found: 3, limit: 2, day: 0),
    RuleCase(
      rule: .dayMinutes, limits: Limits(dayMinutes: .hours(7)), breaching: "E", clean: off14,
      found: 480, limit: 420, day: 0),
    RuleCase(
      rule: .weekMost, limits: Limits(week: .init(most: .hours(16))), breaching: "E E E",
      clean: "E E . . . . . E E", found: 24 * 60, limit: 16 * 60, day: 0),
    RuleCase(
      rule: .weekMost,
      limits: Limits(week: .init(least: .hours(16), most: .hours(16)), absenceCredit: .hours(8)),
      breaching: "E E . . . . . E E", clean: "E . . . . . . E E", found: 24 * 60, limit: 16 * 60,
      day: 0, change: { $0.absences = [Small.monday + 3] }),
    RuleCase(
      rule: .weekLeast, limits: Limits(week: .init(least: .hours(16))),
      breaching: "E E . . . . . E", clean: "E E . . . . . E E", found: 480, limit: 16 * 60, day: 7),
    RuleCase(
      rule: .cycleMost, limits: Limits(cycle: .init(most: .hours(16))), breaching: "E E E",
      clean: "E E", found: 24 * 60, limit: 16 * 60, day: nil),
    RuleCase(
      rule: .cycleLeast, limits: Limits(cycle: .init(least: .hours(16))), breaching: "E",
      clean: "E E", found: 480, limit: 16 * 60, day: nil),
    RuleCase(
      rule: .dayMinutes, limits: Limits(hours: .standard), breaching: "L", clean: off14, found: 480,
      limit: 420, day: 0, frame: Law.frame([.day: 420]),
      article: "law of day-hours"),
    RuleCase(
      rule: .weekMost, limits: Limits(hours: .standard, week: .init(most: .hours(24))),
      breaching: ". . . . . . . E E E", clean: "E E E", found: 24 * 60, limit: 16 * 60, day: 7,
      frame: Law.frame([.week: 16 * 60], from: Small.monday + 7), article: "law of week-hours"),
    RuleCase(
      rule: .weekMost, limits: Limits(hours: .partTime), breaching: "E E E",
      clean: "E E . . . . . E",
      found: 24 * 60, limit: 16 * 60, day: 0,
      frame: Law.frame([.partTimeWeek: 16 * 60, .week: 60]),
      article: "law of part-time-week"),
    RuleCase(
      rule: .weekDaysOff, limits: Limits(weekDaysOff: 2), breaching: ". E E E E E E",
      clean: ". E E E E E .",
      found: 1, limit: 2, day: 0),
    RuleCase(
      rule: .weekDaysOff, limits: Limits(hours: .comprehensive), breaching: "E E E E E E E",
      clean: "E E E E E E . E E E E E E .", found: 0, limit: 1, day: 0,
      frame: Law.frame([.daysOff: 1]), article: "law of rest-days"),
    RuleCase(
      rule: .sameStart, limits: Limits(sameStart: true), breaching: "L L . N",
      clean: "L L . L . . . N N", found: 2, limit: 1, day: 0),
    RuleCase(
      rule: .overtimeDay, limits: Limits(overtime: .init(above: .hours(6), day: .hours(1))),
      breaching: ". E", clean: ". .", found: 120, limit: 60, day: 1),
    RuleCase(
      rule: .overtimeDay,
      limits: Limits(overtime: .init(above: .hours(6), day: .hours(3)), hours: .standard),
      breaching: "E . . . . . . . E", clean: "E", found: 120, limit: 60, day: 8,
      frame: Law.frame([.overtimeDay: 60, .overtimeDaySpecial: 180], from: Small.monday + 7),
      article: "law of overtime-day"),
    RuleCase(
      rule: .overtimeMonth, limits: Limits(overtime: .init(above: .hours(7), month: .hours(3))),
      breaching: "E E . E E", clean: "E E . E", found: 240, limit: 180, day: -1),
    RuleCase(
      rule: .overtimeMonth,
      limits: Limits(overtime: .init(above: .hours(7), isSpecial: true), hours: .comprehensive),
      breaching: "E E", clean: "E", found: 180, limit: 120, day: -1, past: ". E",
      frame: Law.frame([.overtimeMonth: 120]), article: "law of overtime-month"),
    RuleCase(
      rule: .protection, breaching: "E N", clean: "N E", found: 1, limit: 0, day: 1,
      change: { $0.protected = [Small.monday + 1] }, frame: Law.frame([.protection: 0]),
      article: "law of protected-days"),
    RuleCase(
      rule: .protection, limits: Limits(overtime: .init(above: .hours(7))), breaching: "E E",
      clean: "E .", found: 60, limit: 0, day: 1, change: { $0.protected = [Small.monday + 1] }),
    RuleCase(
      rule: .together, breaching: "E E L", clean: "E . L", found: 1, limit: 0, day: 1,
      other: "E . L .", frame: { $0.pair(.together, "B", "A") }),
    RuleCase(
      rule: .apart, breaching: ". E N", clean: ". N . E", found: 1, limit: 0, day: 1,
      other: "E E E", frame: { $0.pair(.apart, "B", "A") }),
    RuleCase(
      rule: .patternMost, limits: Limits(patterns: [.init(pattern: "late", most: 1)]),
      breaching: "L L", clean: "E L", found: 2, limit: 1, day: nil),
    RuleCase(
      rule: .absence, breaching: "E E", clean: "E . E", found: 1, limit: 0, day: 1,
      change: { $0.absences = [Small.monday + 1] }),
    RuleCase(
      rule: .availability, breaching: "L", clean: "E", found: 1, limit: 0, day: 0,
      change: {
        $0.availability = [
          RosterProblem.Availability(weekday: .monday, hours: .hours(8)..<(.hours(18)))
        ]
      }),
    RuleCase(
      rule: .skill, breaching: "E", clean: "E", found: 1, limit: 0, day: 0, stream: Small.phone),
    RuleCase(
      rule: .leastRun, breaching: "E", clean: "E", found: 60, limit: 120, day: 0,
      change: { $0.streams = [Small.chat, Small.phone] },
      edit: { roster in
        let shift = roster.shifts[0]
        let late = shift.start + 7 * 3600
        roster.shifts[0].activities = [
          Activity(kind: .work(Small.chat), start: shift.start, end: late),
          Activity(kind: .work(Small.phone), start: late, end: shift.end),
        ]
      }, frame: { $0.patterns[0].leastRun = .hours(2) }),
    RuleCase(
      rule: .fixed, breaching: "E", clean: ". E", found: 1, limit: 0, day: 0,
      change: { $0.fixed = [RosterProblem.FixedCell(day: Small.monday, work: .off)] }),
    RuleCase(
      rule: .fixed, breaching: "E", clean: "L", found: 0, limit: 1, day: 0,
      change: {
        $0.fixed = [
          RosterProblem.FixedCell(
            day: Small.monday, work: .shift(pattern: "late", start: .hours(14)))
        ]
      }),
  ]

  @Test("is broken by the one row and kept by the other", arguments: cases)
  func isKeptAndBroken(_ rule: RuleCase) {
    let breaches = rule.breaches(rule.breaching, edited: true)
    let own = breaches.filter { $0.rule == rule.rule }
    #expect(own.count == 1)
    #expect(own.first?.found == rule.found)
    #expect(own.first?.limit == rule.limit)
    #expect(own.first?.day == rule.day.map { Small.monday + $0 })
    #expect(own.first?.article == rule.article)
    #expect(rule.breaches(rule.clean, edited: false).isEmpty)
  }

  @Test("has a case")
  func everyRuleHasACase() {
    let tested = Set(RulesTests.cases.map(\.rule))
    #expect(Rule.Code.allCases.filter { !tested.contains($0) } == [])
  }

  @Test("stands once in the catalogue")
  func catalogue() {
    #expect(Rule.all.map(\.code) == Rule.Code.allCases)
  }

  /// Where each rule stands.
  static let files: [(file: String, rules: [Rule.Code])] = [
    ("OneShiftADay", [.oneShiftADay]), ("Pattern", [.pattern]), ("Rest", [.rest]),
    ("Successor", [.successor]), ("LongestRun", [.longestRun]), ("ShortestRun", [.shortestRun]),
    ("ShortestDaysOff", [.shortestDaysOff]), ("Weekends", [.weekends]), ("NightRun", [.nightRun]),
    ("WeekDaysOff", [.weekDaysOff]), ("SameStart", [.sameStart]),
    ("Overtime", [.overtimeDay, .overtimeMonth]), ("Protection", [.protection]),
    ("Pairs", [.together, .apart]), ("DayMinutes", [.dayMinutes]),
    ("WeekMinutes", [.weekMost, .weekLeast]),
    ("CycleMinutes", [.cycleMost, .cycleLeast]), ("PatternMost", [.patternMost]),
    ("AbsentDays", [.absence]), ("AvailableHours", [.availability]), ("Skill", [.skill]),
    ("LeastRun", [.leastRun]),
    ("FixedCells", [.fixed]),
  ]

  @Test("stands in the file named for it; beside them is what they share", arguments: files)
  func file(name: String, rules: [Rule.Code]) throws {
    let text = try #require(
      Checkout.read(Checkout.root + "/Sources/Rostering/Rules/\(name).swift"))
    let squeezed = text.filter { !$0.isWhitespace }
    for rule in rules {
      #expect(squeezed.contains("=Rule(.\(rule),") || squeezed.contains("=Rule(.\(rule))"))
    }
  }

  @Test("An unknown agent is told apart")
  func strangers() {
    let problem = Small.problem()
    let roster = Small.roster("E E", agent: "B", in: problem)
    #expect(problem.strangers(in: roster).map(\.text) == ["B"])
    #expect(problem.breaches(in: roster).isEmpty)
  }
}

/// Articles for tests: each names its subject.
private enum Law {
  static func frame(
    _ limits: KeyValuePairs<WorkTimeLimit.Subject, Int>, from day: Day = Small.monday - 365
  ) -> @Sendable (inout RosterProblem) -> Void {
    let law = limits.map {
      WorkTimeLimit(
        subject: $0.key, amount: $0.value, article: "law of \($0.key.rawValue)", validFrom: day)
    }
    return { $0.law = law }
  }
}

extension RosterProblem {
  fileprivate mutating func pair(_ tie: AgentPair.Tie, _ first: String, _ second: String) {
    pairs.append(AgentPair(tie, Small.agent(first).number, Small.agent(second).number))
  }
}

extension Shift {
  fileprivate mutating func move(seconds: Int64) {
    start = start + seconds
    end = end + seconds
    activities = [Activity(kind: .work(Small.chat), start: start, end: end)]
  }

  fileprivate mutating func shorten(seconds: Int64) {
    end = end + -seconds
    activities = [Activity(kind: .work(Small.chat), start: start, end: end)]
  }
}
