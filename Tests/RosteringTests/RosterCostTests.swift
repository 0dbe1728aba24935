import Rostering
import Testing
import Vocabulary

@Suite("The cost of a roster")
struct RosterCostTests {
  @Test(
    "is a price per head missing and per head too many",
    arguments: [
      (heads: 0, need: 2, cost: 200), (heads: 1, need: 2, cost: 100), (heads: 2, need: 2, cost: 0),
      (heads: 4, need: 2, cost: 10),
    ])
  func cover(heads: Int, need: Int, cost: Int) {
    #expect(CoverCost(short: 100, over: 5).cost(of: heads, need: need) == cost)
  }

  @Test(
    "is a sum of prices where a table lists them, the last for all heads beyond",
    arguments: [
      (heads: 5, need: 5, cost: 0, next: 0), (heads: 4, need: 5, cost: 10, next: -10),
      (heads: 3, need: 5, cost: 40, next: -30), (heads: 2, need: 5, cost: 140, next: -100),
      (heads: 0, need: 5, cost: 340, next: -100), (heads: 6, need: 5, cost: 0, next: 7),
      (heads: 8, need: 5, cost: 14, next: 7),
    ])
  func coverTable(heads: Int, need: Int, cost: Int, next: Int) throws {
    let table = try #require(CoverCost(shortPrices: [10, 30, 100], overPrices: [0, 7]))
    #expect(table.cost(of: heads, need: need) == cost)
    #expect(table.next(after: heads, need: need) == next)
  }

  @Test("falls along no table: what one head more costs never falls", arguments: 0...40)
  func convex(heads: Int) throws {
    let table = try #require(CoverCost(shortPrices: [3, 3, 8], overPrices: [0, 1, 5]))
    let cost = table.cost(of: heads + 1, need: 20) - table.cost(of: heads, need: 20)
    #expect(table.next(after: heads, need: 20) == cost)
    #expect(table.next(after: heads + 1, need: 20) >= cost)
  }

  @Test(
    "has no table that falls, is empty or is negative",
    arguments: [
      (short: [], over: [1]), (short: [2, 1], over: [1]), (short: [-1], over: [1]),
      (short: [1], over: []),
    ] as [(short: [Int], over: [Int])])
  func noTable(short: [Int], over: [Int]) {
    #expect(CoverCost(shortPrices: short, overPrices: over) == nil)
  }

  @Test("takes tables alike for one however they are written")
  func equalTables() {
    let table = CoverCost(shortPrices: [9, 9, 9], overPrices: [1])
    #expect(table == CoverCost(short: 9, over: 1))
  }

  @Test("asks an interval's own price where it has one")
  func ownPrice() {
    var problem = Small.problem(days: 1)
    problem.demand = [
      StreamDemand(
        stream: Small.chat, heads: (0..<24).map { $0 == 7 || $0 == 20 ? 1 : 0 },
        cost: CoverCost(short: 10, over: 0), ownCosts: [20: CoverCost(short: 500, over: 0)])
    ]
    #expect(problem.cost(of: Roster()) == RosterCost(short: 510))
    #expect(problem.cost(of: Small.roster("L", in: problem)) == RosterCost(short: 10))
  }

  @Test("charges each head missing on duty; a break is no duty")
  func duty() {
    let agents = ["A", "B"].map { Small.agent($0) }
    var problem = Small.problem(days: 1, agents)
    problem.duties = [
      DutyDemand(
        code: "lead", members: [agents[0].number],
        heads: (0..<24).map { (9..<17).contains($0) ? 1 : 0 }, cost: 50)
    ]
    #expect(problem.cost(of: Roster()).duty == 400)
    // B is no member; A works from eight to sixteen.
    #expect(problem.cost(of: Small.roster("E", agent: "B", in: problem)).duty == 400)
    var roster = Small.roster("E", agent: "A", in: problem)
    #expect(problem.cost(of: roster).duty == 50)
    roster.shifts[0].activities[0].kind = .paidBreak
    #expect(problem.cost(of: roster).duty == 400)
  }

  @Test(
    "counts a wish that was not granted",
    arguments: [
      (wish: .on, pattern: nil, worked: "early", denied: false),
      (wish: .on, pattern: nil, worked: nil, denied: true),
      (wish: .on, pattern: "late", worked: "early", denied: true),
      (wish: .off, pattern: nil, worked: "early", denied: true),
      (wish: .off, pattern: nil, worked: nil, denied: false),
      (wish: .off, pattern: "late", worked: "early", denied: false),
      (wish: .off, pattern: "late", worked: "late", denied: true),
    ] as [(RosterProblem.Request.Wish, String?, String?, Bool)])
  func requests(wish: RosterProblem.Request.Wish, pattern: String?, worked: String?, denied: Bool) {
    let request = RosterProblem.Request(
      day: Small.monday, wish: wish, pattern: pattern, weight: 1)
    #expect(request.isDenied(by: worked) == denied)
  }

  @Test("is counted from the shifts alone")
  func whole() {
    var problem = Small.problem(days: 7)
    problem.demand = [
      StreamDemand(
        stream: Small.chat, heads: Array(repeating: 1, count: 24 * 7),
        cost: CoverCost(short: 10, over: 1))
    ]
    problem.agents[0].requests = [
      RosterProblem.Request(day: Small.monday, wish: .off, weight: 7),
      RosterProblem.Request(day: Small.monday + 1, wish: .on, weight: 3),
    ]
    problem.fairness = Fairness(weight: 5, weekendPoints: 1)
    // One shift of eight hours, across midnight: all of it counts.
    let roster = Small.roster("N", in: problem)
    let cost = problem.cost(of: roster)
    #expect(cost == RosterCost(short: (168 - 8) * 10, requestsOn: 3, requestsOff: 7))
    #expect(problem.coverage(of: roster) == Coverage(wanted: 168, missing: 160))
    #expect(problem.burdens(in: roster) == [3])
  }

  @Test("counts a head only in intervals that lie wholly inside the work")
  func partOfAnInterval() {
    let problem = Small.problem(days: 1)
    var roster = Small.roster("E", in: problem)
    roster.shifts[0].activities[0].start = problem.start + (8 * 3600 + 60)
    #expect(problem.heads(on: Small.chat, in: roster).reduce(0, +) == 7)
  }
}
