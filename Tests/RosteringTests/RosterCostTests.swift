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

  @Test(
    "charges burden points above the mean, rounded up",
    arguments: [
      (points: [2, 2, 2], cost: 0), (points: [4, 1, 1], cost: 20), (points: [3, 2, 2], cost: 0),
      (points: [7, 0, 0], cost: 40), (points: [Int](), cost: 0),
    ])
  func fairness(points: [Int], cost: Int) {
    #expect(Fairness(weight: 10).cost(of: points) == cost)
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
