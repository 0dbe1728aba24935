import Statistics
import Testing
import Vocabulary

@testable import Rostering

@Suite("The search where demand is by streams")
struct StreamSearchTests {
  static let streams = (0..<3).map { Stream(channel: "chat", queue: "\($0)") }

  /// Agents with overlapping skills in `teams` teams, a duty, requests, breaks, and changing needs.
  static func random(
    _ seed: UInt64, agents count: Int = 6, teams: Int = 1, run: Minutes? = nil
  ) -> RosterProblem {
    var chance = SeededGenerator(seed: seed)
    let skills = [[0], [1, 2], [0, 1, 2], [0, 1]]
    let agents = (0..<count).map { index in
      var agent = Small.agent(
        "\(index)",
        Limits(
          rest: .hours(11), longestRun: 5, weekends: 1, week: .init(most: .hours(40)),
          cycle: .init(least: .hours(32), most: .hours(72))))
      let team = index % teams
      agent.streams = skills[chance.below(4)].map {
        Stream(channel: "chat", queue: "\($0 + 3 * team)")
      }
      agent.requests = [
        .init(day: Small.monday + chance.below(10), wish: .off, weight: 1 + chance.below(30))
      ]
      return agent
    }
    var problem = Small.problem(days: 10, agents)
    for index in problem.patterns.indices { problem.patterns[index].leastRun = run }
    problem.demand = (0..<3 * teams).map { stream in
      StreamDemand(
        stream: Stream(channel: "chat", queue: "\(stream)"),
        heads: (0..<10 * 24).map { 7 < $0 % 24 && $0 % 24 < 23 ? chance.below(3) : 0 },
        cost: CoverCost(shortPrices: [20, 40], overPrices: [1, 3, 5])
          ?? CoverCost(short: 1, over: 0))
    }
    problem.duties = [
      DutyDemand(
        code: "lead", members: agents.prefix(2).map(\.number),
        heads: (0..<10 * 24).map { 9 < $0 % 24 && $0 % 24 < 18 ? 1 : 0 }, cost: 7)
    ]
    return problem
  }

  @Test(
    "breaks no rule, counts its cost right, and no bound lies above it",
    arguments: 1...6 as ClosedRange<UInt64>, [nil, Minutes.hours(2)])
  func laws(seed: UInt64, run: Minutes?) throws {
    let problem = StreamSearchTests.random(seed, run: run)
    let solution = try problem.solve(SolverOptions(seed: seed, steps: 300))
    #expect(problem.breaches(in: solution.roster) == [])
    #expect(problem.cost(of: solution.roster) == solution.cost)
    #expect(solution.bound <= solution.cost.total)
    let missing = problem.coverage(of: solution.roster).missing
    #expect(solution.missingBound <= missing)
  }

  @Test("keeps its cost up to date through changes", arguments: 1...6 as ClosedRange<UInt64>)
  func marginals(seed: UInt64) throws {
    let plan = StreamModel(SolverModel(StreamSearchTests.random(seed)))
    let search = StreamSearch(plan, generator: SeededGenerator(seed: seed))
    #expect(search.construct() == [])
    for temperature in [30, 3, 0.3] as [Float] {
      search.run(50, at: temperature)
      #expect(search.state.cost == search.state.recount())
      let roster = search.state.roster()
      #expect(plan.model.problem.cost(of: roster).total == search.state.cost)
    }
    // What is kept as best is whole.
    let again = StreamState(plan)
    again.load(search.best)
    #expect(again.cost == search.bestCost)
    #expect(again.cost == again.recount())
  }

  @Test("shares pooled streams at the least cost", arguments: 1...20 as ClosedRange<UInt64>)
  func pools(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    var problem = StreamSearchTests.random(seed, agents: 5)
    problem.dayCount = 1
    problem.duties = []
    for index in problem.demand.indices {
      problem.demand[index].heads = (0..<24).map { _ in chance.below(3) }
    }
    let plan = StreamModel(SolverModel(problem))
    let state = StreamState(plan)
    let kind = Int16(1)
    let first = Int(plan.model.startSlot[1])
    var atWork: [Int] = []
    for _ in 0..<12 {
      let agent = chance.below(5)
      if atWork.contains(agent) {
        state.remove(agent, 0..<1)
        atWork.removeAll { $0 == agent }
      } else {
        state.place(agent, 0..<1, row: [kind])
        atWork.append(agent)
      }
      for slot in first..<first + 8 {
        let cost = problem.demand.indices.reduce(0) {
          $0
            + problem.demand[$1].cost.cost(
              of: state.heads($1, slot), need: problem.demand[$1].heads[slot])
        }
        #expect(cost == StreamSearchTests.leastCost(problem, atWork, slot))
      }
    }
  }

  /// The least that a slot can cost with these agents at work, by trying every share of streams.
  static func leastCost(_ problem: RosterProblem, _ agents: [Int], _ slot: Int) -> Int {
    var heads = Array(repeating: 0, count: problem.demand.count)
    func least(_ index: Int) -> Int {
      guard index < agents.count else {
        return problem.demand.indices.reduce(0) {
          $0 + problem.demand[$1].cost.cost(of: heads[$1], need: problem.demand[$1].heads[slot])
        }
      }
      var best = Int.max
      for (line, demand) in problem.demand.enumerated()
      where problem.agents[agents[index]].streams.contains(demand.stream) {
        heads[line] += 1
        best = min(best, least(index + 1))
        heads[line] -= 1
      }
      return best
    }
    return least(0)
  }

  @Test("solves teams that share no stream apart, the same with any number of threads")
  func teams() throws {
    var problem = StreamSearchTests.random(3, agents: 8, teams: 2)
    problem.duties = []
    #expect(problem.teams().map(\.demand.count).reduce(0, +) == 6)
    #expect(problem.teams().count > 1)
    #expect(problem.teams().flatMap(\.agents).count == 8)
    let one = try problem.solve(SolverOptions(seed: 7, steps: 200, threads: 1))
    let two = try problem.solve(SolverOptions(seed: 7, steps: 200, threads: 2))
    #expect(one.roster == two.roster)
    #expect(one.bound == two.bound)
    #expect(one.missingBound == two.missingBound)
    #expect(one.steps == two.steps)
    #expect(problem.breaches(in: one.roster) == [])
    #expect(problem.cost(of: one.roster) == one.cost)
  }

  @Test("keeps every row inside the opening")
  func opening() throws {
    var problem = StreamSearchTests.random(5)
    problem.opening =
      problem.instant(
        on: Small.monday, at: .hours(9))..<problem.instant(on: Small.monday + 9, at: .hours(16))
    let solution = try problem.solve(SolverOptions(steps: 200))
    #expect(problem.breaches(in: solution.roster) == [])
    #expect(
      solution.roster.shifts.allSatisfy {
        $0.end <= problem.instant(on: Small.monday + 9, at: .hours(16))
      })
  }

  @Test("refuses what memory cannot hold before it starts")
  func size() {
    var options = SolverOptions(steps: 1)
    options.memory = 10_000
    let fault = #expect(throws: RosterFault.self) {
      try StreamSearchTests.random(1).solve(options)
    }
    guard case .tooLarge(let bytes, 10_000) = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(bytes > 10_000)
  }

  @Test("leaves what was decided beforehand", arguments: 1...4 as ClosedRange<UInt64>)
  func fixed(seed: UInt64) throws {
    var problem = StreamSearchTests.random(seed)
    for index in problem.agents.indices {
      problem.agents[index].fixed = [
        .init(day: Small.monday + 2, work: .shift(pattern: "late", start: nil)),
        .init(day: Small.monday + 4, work: .off),
      ]
    }
    let solution = try problem.solve(SolverOptions(seed: seed, steps: 300))
    #expect(problem.breaches(in: solution.roster) == [])
  }
}
