import Rostering
import Statistics
import Testing
import Vocabulary

@Suite("The solver")
struct SolverTests {
  /// A random problem of up to three agents and two weeks, with rules, requests and history.
  static func random(_ seed: UInt64, days: Int, agents count: Int) -> RosterProblem {
    var chance = SeededGenerator(seed: seed)
    let agents = (0..<count).map { index in
      var limits = Limits()
      if chance.below(2) == 0 { limits.rest = .hours(9 + chance.below(6)) }
      if chance.below(2) == 0 { limits.longestRun = 2 + chance.below(4) }
      limits.shortestRun = 1 + chance.below(2)
      limits.shortestDaysOff = 1 + chance.below(2)
      if chance.below(3) == 0 { limits.weekends = chance.below(2) }
      if chance.below(2) == 0 { limits.nightRun = 1 + chance.below(2) }
      if chance.below(2) == 0 { limits.week.most = .hours(24 + 8 * chance.below(3)) }
      if chance.below(3) == 0 { limits.cycle.most = .hours(16 + 8 * chance.below(5)) }
      if chance.below(3) == 0 {
        limits.patterns = [.init(pattern: "late", most: 1 + chance.below(2))]
      }
      if chance.below(3) == 0 { limits.weekDaysOff = 1 + chance.below(3) }
      limits.sameStart = chance.below(4) == 0
      if chance.below(3) == 0 {
        limits.overtime = Limits.Overtime(
          above: .hours(7), day: .hours(1), month: .hours(1 + chance.below(3)),
          cost: chance.below(2))
      }
      var agent = Small.agent("\(index)", limits)
      agent.requests = (0..<chance.below(4)).map { _ in
        RosterProblem.Request(
          day: Small.monday + chance.below(days), wish: chance.below(2) == 0 ? .on : .off,
          pattern: chance.below(2) == 0 ? "late" : nil, weight: 1 + chance.below(50))
      }
      if chance.below(3) == 0 { agent.absences = [Small.monday + chance.below(days)] }
      if chance.below(4) == 0, limits.overtime == nil {
        agent.protected = [Small.monday + chance.below(days)]
      }
      return agent
    }
    var problem = Small.problem(days: days, agents)
    if chance.below(2) == 0 {
      problem.historyFrom = Small.monday - 7
      for index in problem.agents.indices {
        let row = ["E E . . E E", ". N N . . L", ". . . . . ."][chance.below(3)]
        problem.agents[index].history = Small.past(row, before: problem)
      }
    }
    if chance.below(2) == 0 {
      problem.demand = [Small.chat].map { stream in
        StreamDemand(
          stream: stream,
          heads: (0..<days * 24).map { $0 % 24 >= 8 && $0 % 24 < 22 ? chance.below(3) : 0 },
          cost: CoverCost(short: 20, over: 3))
      }
    } else {
      problem.patternDemand = problem.days.flatMap { day in
        ["early", "late"].map {
          PatternDemand(
            day: day, pattern: $0, heads: chance.below(3), cost: CoverCost(short: 100, over: 1))
        }
      }
    }
    if chance.below(3) == 0 {
      let ties = AgentPair.Tie.allCases
      problem.pairs = (1..<count).map { index in
        AgentPair(ties[chance.below(2)], agents[0].number, agents[index].number)
      }
    }
    problem.fairness = Fairness(weight: chance.below(2) * 7, weekendPoints: 1)
    return problem
  }

  @Test(
    "breaks no rule, counts its cost right and bounds it", arguments: 1...20 as ClosedRange<UInt64>)
  func laws(seed: UInt64) throws {
    let problem = SolverTests.random(seed, days: 14, agents: 3)
    let solution = try problem.solve(SolverOptions(seed: seed, steps: 60))
    #expect(problem.breaches(in: solution.roster) == [])
    #expect(problem.cost(of: solution.roster) == solution.cost)
    #expect(solution.bound <= solution.cost.total)
  }

  @Test("finds the best roster where all can be tried", arguments: 1...8 as ClosedRange<UInt64>)
  func bruteForce(seed: UInt64) throws {
    var problem = SolverTests.random(seed, days: 4, agents: 1)
    problem.fairness = Fairness()
    let best = try #require(SolverTests.leastCost(of: problem))
    let solution = try problem.solve(SolverOptions(seed: seed, steps: 100))
    #expect(solution.cost.total == best)
    #expect(solution.bound <= best)
  }

  /// The least cost of any feasible roster of one agent, by trying every row.
  static func leastCost(of problem: RosterProblem) -> Int? {
    let words = [".", "E", "F", "L", "N", "G"]
    var best: Int?
    var digits = Array(repeating: 0, count: problem.dayCount)
    let stream = problem.demand.isEmpty ? nil : Small.chat
    while true {
      let roster = SolverTests.roster(digits.map { words[$0] }, on: stream, in: problem)
      if problem.breaches(in: roster).isEmpty {
        // The long shift has a break, tried at each of its places by the cost alone.
        for variant in SolverTests.breakPlaces(roster) {
          best = min(best ?? Int.max, problem.cost(of: variant).total)
        }
      }
      var place = 0
      while place < digits.count, digits[place] == words.count - 1 {
        digits[place] = 0
        place += 1
      }
      guard place < digits.count else { return best }
      digits[place] += 1
    }
  }

  private static func roster(
    _ words: [String], on stream: Stream?, in problem: RosterProblem
  ) -> Roster {
    guard let number = AgentNumber("0") else { return Roster() }
    return Roster(
      shifts: words.enumerated().compactMap { index, word in
        let kinds: [String: (ShiftPattern, Int)] = [
          "E": (Small.early, 8), "F": (Small.early, 9), "L": (Small.late, 14),
          "N": (Small.night, 22), "G": (Small.long, 9),
        ]
        guard let (pattern, start) = kinds[word] else { return nil }
        let from = problem.instant(on: problem.firstDay + index, at: .hours(start))
        let to = from + Int64(pattern.lengths[0].count * 60)
        var activities = [Activity(kind: .work(stream), start: from, end: to)]
        if !pattern.breaks.isEmpty {
          activities = [
            Activity(kind: .work(stream), start: from, end: from + 3 * 3600),
            Activity(kind: .unpaidBreak, start: from + 3 * 3600, end: from + 4 * 3600),
            Activity(kind: .work(stream), start: from + 4 * 3600, end: to),
          ]
        }
        return Shift(
          agent: number, pattern: pattern.code, start: from, end: to, activities: activities)
      })
  }

  /// The roster with each long shift's break an hour later, or two: the best of each shift alone.
  private static func breakPlaces(_ roster: Roster) -> [Roster] {
    var variants = [roster]
    for (index, shift) in roster.shifts.enumerated() where shift.activities.count == 3 {
      variants = variants.flatMap { base in
        (0...2).map { hours in
          var moved = base
          for edge in 0...1 {
            moved.shifts[index].activities[edge].end =
              shift.activities[edge].end + Int64(hours * 3600)
            moved.shifts[index].activities[edge + 1].start =
              shift.activities[edge + 1].start + Int64(hours * 3600)
          }
          return moved
        }
      }
    }
    return variants
  }

  @Test("gives the same roster for the same seed and steps, with any number of threads")
  func repeats() throws {
    let problem = SolverTests.random(2, days: 14, agents: 3)
    let one = try problem.solve(SolverOptions(seed: 7, steps: 60, threads: 1))
    let two = try problem.solve(SolverOptions(seed: 7, steps: 60, threads: 2))
    #expect(one.roster == two.roster)
    #expect(one.bound == two.bound)
    #expect(one.steps == two.steps)
  }

  @Test("stops when asked, with a whole roster")
  func stops() throws {
    let problem = SolverTests.random(3, days: 14, agents: 3)
    let solution = try problem.solve(SolverOptions(steps: 1_000_000, shouldStop: { true }))
    #expect(solution.steps == 0)
    #expect(problem.breaches(in: solution.roster) == [])
  }

  @Test("names the agent whose rules allow no row, and what is in conflict")
  func stuck() throws {
    var agent = Small.agent("A", Limits(week: .init(least: .hours(40))))
    agent.absences = Array(Small.monday...Small.monday + 3)
    let problem = Small.problem(days: 7, [Small.agent("B"), agent])
    let fault = RosterFault.noRow([
      RosterFault.StuckAgent(
        agent: agent.number,
        conflict: [.limit(.weekLeast, 2400)] + agent.absences.prefix(3).map { .absence($0) })
    ])
    #expect(throws: fault) { try problem.solve(SolverOptions(steps: 10)) }
  }

  @Test("keeps fixed cells and availability, and takes breaks inside their windows")
  func facts() throws {
    var agent = Small.agent("A", Limits(longestRun: 5))
    agent.fixed = [
      RosterProblem.FixedCell(
        day: Small.monday + 1, work: .shift(pattern: "long", start: .hours(9))),
      RosterProblem.FixedCell(day: Small.monday + 2, work: .off),
    ]
    agent.availability = Weekday.allCases.map {
      RosterProblem.Availability(weekday: $0, hours: .hours(8)..<(.hours(18)))
    }
    var problem = Small.problem(days: 7, [agent])
    problem.demand = [
      StreamDemand(
        stream: Small.chat, heads: (0..<7 * 24).map { $0 % 24 == 12 ? 0 : 1 },
        cost: CoverCost(short: 10, over: 1))
    ]
    let solution = try problem.solve(SolverOptions(steps: 40))
    #expect(problem.breaches(in: solution.roster) == [])
    let long = try #require(solution.roster.shifts.first { $0.pattern == "long" })
    // Nobody is wanted from twelve to one: the break lies there.
    #expect(long.activities.map(\.kind) == [.work(Small.chat), .unpaidBreak, .work(Small.chat)])
    #expect(problem.zone.local(long.activities[1].start).hour == 12)
  }

  @Test("keeps rest and length across a change of clocks")
  func clocks() throws {
    // Clocks go forward at 02:00 on Sunday, 8 November.
    let change = Instant(seconds: Int64((Small.monday + 6).ordinal) * 86_400 + 2 * 3600)
    var problem = Small.problem(days: 14, [Small.agent("A", Limits(rest: .hours(8)))])
    problem.zone = Zone(
      name: "Test", firstOffset: 0, transitions: [Zone.Transition(start: change, offset: 3600)])
    problem.demand = [
      StreamDemand(
        stream: Small.chat, heads: Array(repeating: 1, count: problem.intervalCount),
        cost: CoverCost(short: 10, over: 1))
    ]
    #expect(problem.intervalCount == 14 * 24 - 1)
    let solution = try problem.solve(SolverOptions(steps: 40))
    #expect(problem.breaches(in: solution.roster) == [])
    #expect(solution.roster.shifts.allSatisfy { $0.paid == .hours(8) })
  }

  @Test("keeps burdens alike")
  func fairness() throws {
    let agents = (0..<4).map { Small.agent("\($0)", Limits(longestRun: 5)) }
    var problem = Small.problem(days: 8, agents)
    problem.patternDemand = problem.days.map {
      PatternDemand(day: $0, pattern: "night", heads: 1, cost: CoverCost(short: 1000, over: 1000))
    }
    problem.fairness = Fairness(weight: 10)
    let solution = try problem.solve(SolverOptions(steps: 4000))
    #expect(solution.cost.total == 0)
    let nights = agents.map { agent in
      solution.roster.shifts.count { $0.agent == agent.number && $0.pattern == "night" }
    }
    #expect(nights == [2, 2, 2, 2])
  }
}
