import Statistics
import Testing

@testable import Rostering
import Vocabulary

@Suite("How many shifts of each kind the days want")
struct ShiftMixTests {
  /// Agents free to work any of four shifts a day, on days that wants change from.
  private func open(_ seed: UInt64, agents count: Int = 5, days: Int = 2) -> RosterProblem {
    var chance = SeededGenerator(seed: seed)
    var problem = Small.problem(
      days: days, (0..<count).map { Small.agent("\($0)", Limits(rest: .zero)) })
    problem.patterns = [8, 10, 13, 15].enumerated().map { index, start in
      ShiftPattern(
        code: "s\(index)", name: "s\(index)", starts: .hours(start)...(.hours(start)),
        step: .zero, lengths: [.hours(4 + index)])
    }
    problem.demand = [
      StreamDemand(
        stream: Small.chat,
        heads: (0..<days * 24).map { 8 <= $0 % 24 && $0 % 24 < 22 ? chance.below(4) : 0 },
        cost: CoverCost(short: 1 + chance.below(9), over: chance.below(5)))
    ]
    return problem
  }

  /// The least cost of one day, by trying every number of shifts of each kind.
  private func least(_ problem: RosterProblem, _ day: Int) -> Int {
    let count = problem.agents.count
    var best = Int.max
    func tryAll(_ pattern: Int, _ left: Int, _ heads: [Int]) {
      guard pattern < problem.patterns.count else {
        let line = problem.demand[0]
        let cost = heads.indices.reduce(0) {
          $0 + line.cost.cost(of: heads[$1], need: line.heads[day * 24 + $1])
        }
        best = min(best, cost)
        return
      }
      let kind = problem.patterns[pattern]
      var heads = heads
      for number in 0...left {
        tryAll(pattern + 1, left - number, heads)
        let first = kind.starts.lowerBound.count / 60
        for hour in first..<first + kind.lengths[0].count / 60 { heads[hour] += 1 }
        if number == left { break }
      }
    }
    tryAll(0, count, Array(repeating: 0, count: 24))
    return best
  }

  #if canImport(CClp)
    @Test(
      "a roster of agents who are free is the best one", arguments: 1...12 as ClosedRange<UInt64>)
    func exact(seed: UInt64) throws {
      let problem = open(seed)
      let solution = try problem.solve(SolverOptions(seed: seed, steps: 1))
      #expect(solution.cost.total == least(problem, 0) + least(problem, 1))
      #expect(solution.bound <= solution.cost.total)
    }

    @Test("no search goes on where the first roster is proven the best") func proven() throws {
      var problem = open(1)
      problem.demand[0].heads = (0..<48).map { (8..<12).contains($0 % 24) ? 2 : 0 }
      let solution = try problem.solve(SolverOptions(steps: 1000))
      #expect(solution.cost.total == 0)
      #expect(solution.steps == 0)
    }
  #endif

  @Test(
    "rules and limits on minutes hold in what is made from it",
    arguments: 1...8 as ClosedRange<UInt64>)
  func limits(seed: UInt64) throws {
    var problem = open(seed, days: 7)
    for index in problem.agents.indices {
      problem.agents[index].limits = Limits(
        rest: .hours(11), longestRun: 3, cycle: .init(least: .hours(8), most: .hours(20)))
    }
    let plan = StreamModel(SolverModel(problem))
    guard let mix = ShiftMix(plan, threads: 1, stop: { false }) else { return }
    let search = StreamSearch(plan, generator: SeededGenerator(seed: seed))
    #expect(search.construct(following: mix) == [])
    #expect(problem.breaches(in: search.state.roster()) == [])
    let minutes = mix.shifts.indices.reduce(0) {
      $0 + mix.shifts[$1] * plan.model.kinds[$1 % plan.model.kinds.count].paid
    }
    #expect(minutes <= problem.agents.count * 20 * 60)
    let solution = try problem.solve(SolverOptions(seed: seed, steps: 200))
    #expect(problem.breaches(in: solution.roster) == [])
    #expect(solution.bound <= solution.cost.total)
  }
}
