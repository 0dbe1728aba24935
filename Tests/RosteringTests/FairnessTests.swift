import Rostering
import Testing
import Vocabulary

@Suite("Fairness")
struct FairnessTests {
  @Test(
    "charges burden points above the mean, rounded up",
    arguments: [
      (points: [2, 2, 2], cost: 0), (points: [4, 1, 1], cost: 20), (points: [3, 2, 2], cost: 0),
      (points: [7, 0, 0], cost: 40), (points: [Int](), cost: 0),
    ])
  func cost(points: [Int], cost: Int) {
    #expect(Fairness(weight: 10).cost(of: points) == cost)
  }

  static let topics = ShiftPattern(
    code: "topics", name: "投诉", starts: .hours(8)...(.hours(8)), step: .hours(1),
    lengths: [.hours(8)], streams: [Small.phone], points: 1)

  @Test(
    "sums the points of pattern, night, weekend, holiday and hard topic",
    arguments: [
      (pattern: Small.early, day: 0, points: 0), (pattern: Small.night, day: 0, points: 3 + 10),
      (pattern: Small.night, day: 5, points: 3 + 10 + 100),
      (pattern: Small.early, day: 6, points: 100 + 1000),
      (pattern: FairnessTests.topics, day: 1, points: 1 + 10_000),
    ])
  func points(pattern: ShiftPattern, day: Int, points: Int) {
    let fairness = Fairness(
      weight: 1, weekendPoints: 100, nightPoints: 10, holidayPoints: 1000,
      holidays: [Small.monday + 6], topicPoints: [Small.phone: 10_000])
    #expect(fairness.points(of: pattern, on: Small.monday + day) == points)
  }

  /// Four agents; A had two nights of late and one long ago, D came three days ago.
  static func problem(window: Int) -> RosterProblem {
    var agents = ["A", "B", "C", "D"].map { Small.agent($0, Limits(longestRun: 5)) }
    agents[3].since = Small.monday - 3
    var problem = Small.problem(days: 8, agents, historyFrom: Small.monday - 14)
    problem.agents[0].history = Small.past("N . . . . . . . . . N . . N", before: problem)
    problem.agents[1].history = Small.past("N .", before: problem)
    problem.fairness = Fairness(weight: 10, window: window)
    return problem
  }

  @Test(
    "brings along the points of the window, newcomers at the others' mean rate",
    arguments: [
      // D was away 11 of 14 days: 12 points of three agents, 11 / 42 of them.
      (window: 28, points: [9, 3, 0, 3]), (window: 7, points: [6, 3, 0, 1]),
      (window: 0, points: [0, 0, 0, 0]),
    ])
  func past(window: Int, points: [Int]) {
    #expect(FairnessTests.problem(window: window).pastPoints == points)
  }

  @Test("spares those who have borne more of late")
  func spared() throws {
    var problem = FairnessTests.problem(window: 28)
    problem.patternDemand = problem.days.map {
      PatternDemand(day: $0, pattern: "night", heads: 1, cost: CoverCost(short: 1000, over: 1000))
    }
    let solution = try problem.solve(SolverOptions(steps: 4000))
    let nights = problem.agents.map { agent in
      solution.roster.shifts.count { $0.agent == agent.number && $0.pattern == "night" }
    }
    // 15 points before and 24 now: 9 points each, and three over for one of them.
    #expect(nights.reduce(0, +) == 8)
    #expect(nights[0] <= 1 && nights[2] >= 3)
    #expect(problem.burdens(in: solution.roster).max() == 12)
    #expect(
      solution.cost.fairness == Fairness(weight: 10).cost(of: problem.burdens(in: solution.roster)))
  }

  @Test("knows which requests were refused")
  func refused() {
    var problem = Small.problem(days: 3)
    problem.agents[0].requests = [
      RosterProblem.Request(day: Small.monday, wish: .off, weight: 1),
      RosterProblem.Request(day: Small.monday + 1, wish: .on, weight: 1),
    ]
    let roster = Small.roster("E E", in: problem)
    #expect(problem.refusedRequests(in: roster).map(\.day) == [Small.monday])
  }
}
