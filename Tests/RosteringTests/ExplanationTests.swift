import Rostering
import Testing
import Vocabulary

@Suite("Explanations of a roster")
struct ExplanationTests {
  /// One head is wanted on the chat each day from 8 to 16.
  private func problem(_ agents: [RosterProblem.Agent], days: Int = 5) -> RosterProblem {
    var problem = Small.problem(days: days, agents)
    problem.patterns = [Small.early, Small.late]
    problem.demand = [
      StreamDemand(
        stream: Small.chat,
        heads: (0..<days * 24).map { (8..<16).contains($0 % 24) ? 1 : 0 },
        cost: CoverCost(short: 100, over: 10))
    ]
    return problem
  }

  private func roster(_ rows: [String], in problem: RosterProblem) -> Roster {
    Roster(
      shifts: zip(problem.agents, rows).flatMap {
        Small.roster($1, agent: $0.number.text, in: problem).shifts
      })
  }

  @Test("what is short comes in stretches, the dearest first") func stretches() {
    let problem = problem([Small.agent("A"), Small.agent("B")])
    var explainer = RosterExplainer(problem, roster: roster(["L E E . E"], in: problem))
    let found = explainer.shortages()
    #expect(found.map(\.missing) == [8, 6])
    #expect(found.map(\.cost) == [800, 600])
    #expect(found.map(\.mostMissing) == [1, 1])
    #expect(found[1].start == problem.instant(at: 8))
    #expect(found[1].end == problem.instant(at: 14))
    #expect(explainer.shortages(most: 1).count == 1)
  }

  struct Away: Sendable, CustomTestStringConvertible {
    var name: String
    var row: String
    var limits = Limits()
    var absent = false
    var patterns: [String]?
    /// The rules that stand in the way; empty where none does.
    var rules: [Rule.Code] = []
    var wanted: Shortage.Obstacle?
    var testDescription: String { name }
  }

  /// On Thursday, the fourth day, nobody is there.
  static let away = [
    Away(name: "away", row: "E E E . E", absent: true, wanted: .absent),
    Away(
      name: "as many days in a row as may be", row: "E E E . E",
      limits: Limits(longestRun: 3), rules: [.longestRun]),
    Away(
      name: "no rest after a late shift", row: ". . L . .",
      limits: Limits(rest: .hours(11)), rules: [.rest, .successor]),
    Away(
      name: "the week's hours are used up", row: "E E E . E",
      limits: Limits(week: .init(most: .hours(32))), rules: [.weekMost]),
    Away(
      name: "the pattern is used up", row: "E E E . E",
      limits: Limits(patterns: [.init(pattern: "early", most: 4)]), rules: [.patternMost]),
    Away(
      name: "none of the patterns covers it", row: ". . . . .", patterns: ["night"],
      wanted: .noPattern),
    Away(name: "nothing but the cost, here a gain", row: "E E E . E", wanted: .price(-800)),
  ]

  @Test("each agent who is not there is told why", arguments: away) func obstacles(row: Away) {
    var agent = Small.agent("A", row.limits)
    agent.patterns = row.patterns
    if row.absent { agent.absences = [Small.monday + 3] }
    let problem = problem([agent])
    var explainer = RosterExplainer(problem, roster: roster([row.row], in: problem))
    let thursday = problem.instant(on: Small.monday + 3, at: .hours(8))
    let shortage = explainer.shortages().first { $0.start == thursday }
    #expect(shortage?.qualified == 1)
    switch shortage?.absentees.first?.obstacle {
    case .rules(let breaches): #expect(breaches.map(\.rule) == row.rules)
    case let other: #expect(other == row.wanted)
    }
  }

  @Test("a whole row may make room, at what it costs elsewhere") func remedy() throws {
    let problem = problem([Small.agent("A", Limits(longestRun: 3))])
    var explainer = RosterExplainer(problem, roster: roster(["E E E . E"], in: problem))
    let shortage = try #require(explainer.shortages().first)
    let remedy = try #require(shortage.remedy)
    // Thursday is covered and another day is not.
    #expect(remedy.difference.total == 0)
    #expect(remedy.changes.contains { $0.day == Small.monday + 3 && $0.before == nil })
    #expect(remedy.changes.contains { $0.after == nil })
  }

  @Test("colleagues on a break or on another stream are seen where they are") func elsewhere() {
    var agents = [Small.agent("A"), Small.agent("B"), Small.agent("C")]
    agents[0].streams = [Small.chat, Small.phone]
    let problem = problem(agents, days: 1)
    var roster = roster(["E", "E"], in: problem)
    // The third agent learns all day.
    roster.shifts += roster.shifts.prefix(1).map { shift in
      var shift = shift
      shift.agent = agents[2].number
      shift.activities[0].kind = .training("product")
      return shift
    }
    roster.shifts[0].activities[0].kind = .work(Small.phone)
    roster.shifts[1].activities[0].kind = .unpaidBreak
    var explainer = RosterExplainer(problem, roster: roster)
    let shortage = explainer.shortages().first
    #expect(shortage?.qualified == 3)
    #expect(
      shortage?.absentees.map(\.obstacle) == [
        .elsewhere(Small.phone), .onBreak, .elsewhere(nil),
      ])
  }

  @Test("past days stay, and of equal rows the one with fewest changes is told") func past() throws
  {
    let problem = problem([Small.agent("A", Limits(longestRun: 3))], days: 7)
    let roster = roster(["E E E . E . ."], in: problem)
    var explainer = RosterExplainer(problem, roster: roster, from: Small.monday + 3)
    let thursday = try #require(
      explainer.shortages().first { $0.absentees.first?.obstacle != .absent })
    #expect(thursday.start == problem.instant(on: Small.monday + 3, at: .hours(8)))
    #expect(thursday.remedy == nil)
    var free = RosterExplainer(problem, roster: roster)
    let remedy = try #require(free.shortages().first?.remedy)
    #expect(remedy.changes.count <= 3)
  }

  @Test("shifts of a pattern that are missing are explained as well") func patterns() throws {
    var problem = Small.problem(
      days: 3, [Small.agent("A", Limits(rest: .hours(11))), Small.agent("B"), Small.agent("C")])
    problem.agents[2].absences = [Small.monday + 1]
    problem.patternDemand = [
      PatternDemand(
        day: Small.monday + 1, pattern: "early", heads: 2, cost: CoverCost(short: 100, over: 1))
    ]
    let roster = roster(["L . .", ". E .", ". . ."], in: problem)
    var explainer = RosterExplainer(problem, roster: roster)
    let shortage = try #require(explainer.shortages().first)
    #expect(shortage.subject == .pattern("early"))
    #expect(shortage.missing == 1)
    #expect(shortage.qualified == 3)
    #expect(shortage.absentees.map(\.agent.text) == ["A", "C"])
    guard case .rules(let breaches) = shortage.absentees[0].obstacle else {
      Issue.record("a late shift stands before it")
      return
    }
    #expect(breaches.map(\.rule) == [.rest, .successor])
    #expect(shortage.absentees[1].obstacle == .absent)
    #expect(shortage.remedy?.difference.total == -100)
  }

  @Test("a refused wish has a price, or limits that bar it") func requests() throws {
    var agents = [Small.agent("A"), Small.agent("B", Limits(shortestDaysOff: 2))]
    agents[0].requests = [
      RosterProblem.Request(day: Small.monday, wish: .off, weight: 30),
      RosterProblem.Request(day: Small.monday + 1, wish: .on, weight: 30),
    ]
    agents[1].requests = [
      RosterProblem.Request(day: Small.monday + 1, wish: .on, pattern: "late", weight: 5)
    ]
    agents[1].fixed = [0, 2, 3, 4].map {
      RosterProblem.FixedCell(day: Small.monday + $0, work: .off)
    }
    agents[1].absences = [Small.monday + 1]
    let problem = problem(agents)
    var explainer = RosterExplainer(
      problem, roster: roster(["E E E E E", ". . . . ."], in: problem))
    let refused = explainer.refusedRequests()
    #expect(refused.map(\.agent.text) == ["A", "B"])
    guard case .possible(let price) = refused[0].outcome else {
      Issue.record("a day off is possible")
      return
    }
    #expect(price.difference.short == 800)
    #expect(price.difference.requestsOff == -30)
    #expect(price.difference.total == 770)
    #expect(refused[1].outcome == .impossible([.absence(Small.monday + 1)]))
  }

  @Test("each other choice of a day has its price") func choice() throws {
    var agent = Small.agent("A", Limits(longestRun: 3))
    agent.fixed = [
      RosterProblem.FixedCell(day: Small.monday, work: .shift(pattern: "late", start: nil))
    ]
    let problem = problem([agent])
    var explainer = RosterExplainer(problem, roster: roster(["L . E E E"], in: problem))
    let found = explainer.choice(of: agent.number, on: Small.monday + 1)
    let choice = try #require(found)
    #expect(choice.given == nil)
    #expect(choice.alternatives.map(\.pattern) == ["early", "late"])
    // Early may not follow late; late would cost two heads too many and cover two hours.
    #expect(
      choice.alternatives[0].outcome
        == .impossible([.fixed(agent.fixed[0])]))
    guard case .possible(let late) = choice.alternatives[1].outcome else {
      Issue.record("late may follow late")
      return
    }
    #expect(late.difference.total > 0)
    #expect(explainer.choice(of: agent.number, on: Small.monday + 9) == nil)
  }

  @Test(
    "the price of a row is the difference that a recount finds",
    arguments: 1...10 as ClosedRange<UInt64>)
  func exact(seed: UInt64) throws {
    let problem = SolverTests.random(seed, days: 7, agents: 2)
    let roster = try problem.solve(SolverOptions(seed: seed, steps: 30)).roster
    var explainer = RosterExplainer(problem, roster: roster)
    let number = problem.agents[0].number
    for day in problem.days {
      for alternative in explainer.choice(of: number, on: day)?.alternatives ?? [] {
        guard case .possible(let price) = alternative.outcome else { continue }
        var shifts = roster.shifts.filter { shift in
          !price.changes.contains { $0.before == shift }
        }
        shifts += price.changes.compactMap(\.after)
        let other = Roster(shifts: shifts)
        #expect(problem.breaches(in: other) == [])
        let difference = problem.cost(of: other).total - problem.cost(of: roster).total
        #expect(difference == price.difference.total)
      }
    }
  }
}
