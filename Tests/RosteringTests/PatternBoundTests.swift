import Statistics
import Testing

@testable import Rostering

@Suite("The bound where demand is by pattern and day")
struct PatternBoundTests {
  /// A random problem of some agents, its demand by pattern and day, without fairness.
  static func random(_ seed: UInt64, days: Int, agents: Int) -> RosterProblem {
    var problem = SolverTests.random(seed, days: days, agents: agents)
    var chance = SeededGenerator(seed: seed)
    problem.demand = []
    problem.fairness = Fairness()
    // Overtime of a month is left out of bounds.
    for index in problem.agents.indices { problem.agents[index].limits.overtime?.month = nil }
    problem.patternDemand = problem.days.flatMap { day in
      ["early", "late", "night"].map {
        PatternDemand(
          day: day, pattern: $0, heads: chance.below(agents), cost: CoverCost(short: 40, over: 3))
      }
    }
    return problem
  }

  /// Every row of `agent` that keeps the rules.
  static func rows(of agent: Int, in model: SolverModel) -> [[Int16]] {
    var rows: [[Int16]] = [[]]
    for day in 0..<model.dayCount {
      rows = rows.flatMap { row in model.allowed(agent, day).map { row + [$0] } }
    }
    return rows.filter { model.holds($0[...], of: agent) }
  }

  @Test(
    "is the least cost itself where there is one agent", arguments: 1...8 as ClosedRange<UInt64>)
  func oneAgent(seed: UInt64) throws {
    let problem = PatternBoundTests.random(seed, days: 4, agents: 1)
    let best = try #require(SolverTests.leastCost(of: problem))
    let model = SolverModel(problem)
    let roster = try #require(PatternBoundTests.rows(of: 0, in: model).first)
    let bound = try #require(model.patternBound(below: roster, cost: 10_000) { _ in false })
    #expect(bound == best)
  }

  @Test(
    "counted again from its prices by trying every row", arguments: 1...6 as ClosedRange<UInt64>)
  func recount(seed: UInt64) throws {
    let model = SolverModel(PatternBoundTests.random(seed, days: 5, agents: 3))
    let relaxation = try #require(PatternRelaxation(model))
    var ascent = PriceAscent(relaxation)
    var prices = ascent.bestPrices
    let rows = (0..<3).map { PatternBoundTests.rows(of: $0, in: model) }
    guard rows.allSatisfy({ !$0.isEmpty }) else {
      #expect(ascent.climb(prices, fall: 0.9) == nil)
      return
    }
    for _ in 0..<12 {
      let climbed = ascent.climb(prices, fall: 0.9)
      let found = try #require(climbed)
      var sum: Int64 = 0
      for cell in prices.indices { sum -= Int64(prices[cell]) * Int64(model.patternNeed[cell]) }
      for agent in 0..<3 {
        sum +=
          rows[agent].lazy.map { PatternBoundTests.parts($0, of: agent, prices, relaxation) }.min()
          ?? 0
      }
      #expect(Int64(found) == sum)
      prices = ascent.next(after: prices, found: found, target: 300)
    }
  }

  /// What a row costs at prices in parts, in whole numbers.
  private static func parts(
    _ row: [Int16], of agent: Int, _ prices: [Int32], _ relaxation: PatternRelaxation
  ) -> Int64 {
    let model = relaxation.model
    var sum: Int64 = 0
    for (day, kind) in row.enumerated() {
      let place = (agent * model.dayCount + day) * model.kinds.count + Int(kind)
      sum += Int64(model.cellCost[place]) * Int64(relaxation.unit)
      guard kind > 0 else { continue }
      sum += Int64(prices[day * model.patternCount + model.patternOfKind[Int(kind)]])
    }
    return sum
  }

  @Test(
    "lies below every roster, with a linear program and without",
    arguments: 1...6 as ClosedRange<UInt64>)
  func below(seed: UInt64) throws {
    let problem = PatternBoundTests.random(seed, days: 14, agents: 4)
    let solution = try problem.solve(SolverOptions(seed: seed, steps: 400))
    let model = SolverModel(problem)
    var search = Search(model, generator: SeededGenerator(seed: seed))
    _ = search.construct()
    let roster = search.best.kinds
    let cost = solution.cost.total
    let bound = try #require(model.patternBound(below: roster, cost: cost) { $0 > 1000 })
    #expect(bound <= cost)
    let relaxation = try #require(PatternRelaxation(model))
    let climbed = try #require(
      model.climb(relaxation, below: roster, cost: cost) { $0 > 1000 })
    #expect(climbed <= cost)
    #expect(climbed >= 0)
  }

  @Test("is not given where fairness joins agents")
  func fairness() {
    var problem = PatternBoundTests.random(1, days: 7, agents: 2)
    problem.fairness = Fairness(weight: 5, weekendPoints: 1)
    #expect(PatternRelaxation(SolverModel(problem)) == nil)
  }
}
