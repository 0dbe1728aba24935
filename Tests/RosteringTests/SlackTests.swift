import Rostering
import Testing
import Vocabulary

@Suite("Slack of a roster")
struct SlackTests {
  /// One head is wanted from 8 to 16, but none from `none`; A and B are early on the days of `rows`.
  private func facts(
    _ rows: [String], none: Range<Int> = 0..<0, days: Int = 3
  ) -> (problem: RosterProblem, roster: Roster) {
    let agents = zip(["A", "B", "C"], rows).map { Small.agent($0.0) }
    var problem = Small.problem(days: days, agents)
    problem.demand = [
      StreamDemand(
        stream: Small.chat,
        heads: (0..<days * 24).map {
          (8..<16).contains($0 % 24) && !none.contains($0 % 24) ? 1 : 0
        }, cost: CoverCost(short: 100, over: 10))
    ]
    let roster = Roster(
      shifts: zip(agents, rows).flatMap {
        Small.roster($1, agent: $0.number.text, in: problem).shifts
      })
    return (problem, roster)
  }

  private func due(_ agent: String = "A", hours: Int, until day: Int = 2) throws -> TrainingDue {
    TrainingDue(
      agent: try #require(AgentNumber(agent)), module: "tea", length: .hours(hours),
      latest: Small.monday + day)
  }

  @Test("a module goes where most heads are left over, the earliest of equals") func training()
    throws
  {
    // Alone on Monday but for two hours, both there on Tuesday.
    let (problem, roster) = facts(["E E .", ". E ."], none: 10..<12)
    let plan = problem.usingSlack(
      of: roster, training: [try due(hours: 2)], tasks: [], from: problem.start)
    #expect(plan.sessions.map(\.start) == [problem.instant(on: Small.monday + 1, at: .hours(10))])
    #expect(plan.unplaced == [])
    let shift = try #require(plan.roster.shifts.first { $0.start == roster.shifts[1].start })
    #expect(
      shift.activities.map(\.kind) == [.work(Small.chat), .training("tea"), .work(Small.chat)])
    #expect(shift.paid == .hours(8))
    #expect(problem.breaches(in: plan.roster) == [])
    #expect(problem.coverage(of: plan.roster).missing == problem.coverage(of: roster).missing)
  }

  @Test("what finds no place is told with the best that there was") func unplaced() throws {
    let (problem, roster) = facts(["E E .", ". . E"], none: 14..<15)
    let modules = [
      try due(hours: 1, until: 0), try due(hours: 2), try due(hours: 9),
      try due("B", hours: 1, until: 1),
    ]
    let plan = problem.usingSlack(of: roster, training: modules, tasks: [], from: problem.start)
    #expect(plan.sessions.map(\.start) == [problem.instant(on: Small.monday, at: .hours(14))])
    #expect(
      plan.unplaced.map(\.obstacle) == [
        .noShift, .noShift, .noSlack(1, at: problem.instant(on: Small.monday + 1, at: .hours(13))),
      ])
  }

  @Test("what is due first is done first, and what is late is told") func deadlines() throws {
    let (problem, roster) = facts(["E E .", "E E ."])
    let people = problem.agents.map(\.number)
    let tasks = [(hours: 10, until: 40), (hours: 4, until: 13), (hours: 6, until: 15)].map {
      DeferrableTask(
        stream: Small.phone, length: .hours($0.hours), from: problem.instant(at: 9),
        deadline: problem.instant(at: $0.until), agents: people)
    }
    let plan = problem.usingSlack(of: roster, training: [], tasks: tasks, from: problem.start)
    // One head is free from 9 to 16 on Monday and from 8 to 16 on Tuesday.
    #expect(plan.work.map(\.done) == [.hours(9), .hours(4), .hours(2)])
    #expect(plan.work.map(\.missing) == [.hours(1), .zero, .hours(4)])
    #expect(problem.coverage(of: plan.roster).missing == problem.coverage(of: roster).missing)
    #expect(problem.breaches(in: plan.roster) == [])
  }

  @Test("only those who can do it, and none before its time") func limits() throws {
    let (problem, roster) = facts(["E . .", "E . ."])
    let task = DeferrableTask(
      stream: Small.phone, length: .hours(20), from: problem.instant(at: 12),
      deadline: problem.instant(at: 48), agents: [problem.agents[1].number])
    let plan = problem.usingSlack(of: roster, training: [], tasks: [task], from: problem.start)
    #expect(plan.work.map(\.done) == [.hours(4)])
    #expect(plan.roster.shifts[0] == roster.shifts[0])
    #expect(
      plan.roster.shifts[1].activities.map(\.kind) == [.work(Small.chat), .deferrable(Small.phone)])
    let late = problem.usingSlack(
      of: roster, training: [], tasks: [task], from: problem.instant(at: 15))
    #expect(late.work.map(\.done) == [.hours(1)])
  }

  @Test("no duty is left for training") func duties() throws {
    var (problem, roster) = facts(["E . .", "E . ."])
    problem.duties = [
      DutyDemand(
        code: "lead", members: [problem.agents[0].number],
        heads: (0..<72).map { (8..<16).contains($0) ? 1 : 0 }, cost: 500)
    ]
    let plan = problem.usingSlack(
      of: roster, training: [try due(hours: 1), try due("B", hours: 1)], tasks: [],
      from: problem.start)
    #expect(plan.sessions.map(\.due.agent.text) == ["B"])
    #expect(plan.unplaced.map(\.due.agent.text) == ["A"])
  }

  @Test("nothing wanted is left, whatever is placed", arguments: 1...10 as ClosedRange<UInt64>)
  func laws(seed: UInt64) throws {
    var problem = SolverTests.random(seed, days: 7, agents: 3)
    guard !problem.demand.isEmpty else { return }
    for index in problem.demand.indices {
      problem.demand[index].heads = problem.demand[index].heads.map { max(0, $0 - 1) }
    }
    let roster = try problem.solve(SolverOptions(seed: seed, steps: 20)).roster
    let modules = problem.agents.map {
      TrainingDue(
        agent: $0.number, module: "tea", length: .hours(2), latest: Small.monday + 6)
    }
    let task = DeferrableTask(
      stream: Small.phone, length: .hours(30), from: problem.start, deadline: problem.end,
      agents: problem.agents.map(\.number))
    let plan = problem.usingSlack(
      of: roster, training: modules, tasks: [task], from: problem.start)
    #expect(problem.coverage(of: plan.roster).missing == problem.coverage(of: roster).missing)
    #expect(problem.breaches(in: plan.roster) == [])
    #expect(plan.sessions.count + plan.unplaced.count == modules.count)
    var placed: Int64 = 0
    for activity in plan.roster.shifts.flatMap(\.activities) {
      if case .deferrable = activity.kind { placed += activity.end - activity.start }
    }
    #expect(placed == Int64(plan.work[0].done.count * 60))
    // A repair that has nothing to do leaves training and waiting work alone.
    let repair = problem.repair(
      plan.roster, from: problem.firstDay, changePrice: 1_000_000,
      options: SolverOptions(steps: 0))
    #expect(repair.roster == plan.roster)
  }
}
