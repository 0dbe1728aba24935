import Vocabulary

/// The numbers that bound one agent's row, in units of the agent's profile.
struct RowLimits: Sendable {
  /// Least and most units of the roster, history and absence already taken off.
  var cycleLeast = 0
  var cycleMost = Int.max
  /// Least and most units of each calendar week that the roster touches, likewise.
  var weekLeast: [Int] = []
  var weekMost: [Int] = []
  /// Patterns with a limit: index and most.
  var patternMost: [(pattern: Int, most: Int)] = []

  /// Sums over days that may not go beyond a most.
  var sums: [SumLimit] = []

  /// Whether the row solver needs no second try to keep them.
  var isExact: Bool { patternMost.isEmpty && sums.isEmpty }

  /// Whether `row`, a kind for each day, keeps the sums.
  func keepsSums(_ row: ArraySlice<Int16>) -> Bool {
    sums.allSatisfy { limit in
      limit.days.reduce(0) { $0 + Int(limit.weights[Int(row[row.startIndex + $1])]) } <= limit.most
    }
  }

  var boundsWeeks: Bool { weekMost.contains { $0 < Int.max } || weekLeast.contains { $0 > 0 } }
  var boundsCycle: Bool { cycleLeast > 0 || cycleMost < Int.max }

  init(
    _ agent: RosterProblem.Agent, unit: Int, kinds: [SolverModel.Kind], in problem: RosterProblem
  ) {
    let limits = agent.limits
    func up(_ minutes: Int) -> Int { minutes <= 0 ? 0 : (minutes + unit - 1) / unit }
    func down(_ minutes: Int) -> Int { minutes < 0 ? -1 : minutes / unit }
    func past(from first: Day, to end: Day) -> Int {
      agent.history.reduce(0) {
        let day = problem.zone.local($1.start).day
        return first <= day && day < end ? $0 + limits.ordinary(in: $1.paid).count : $0
      }
    }

    let cycleFrom = min(problem.cycleFrom ?? problem.firstDay, problem.firstDay)
    let counted =
      past(from: cycleFrom, to: problem.firstDay)
      + agent.absenceCredit(in: problem.days, upTo: limits.cycle.least).count
    cycleLeast = up(limits.cycle.least.count - counted)
    if let most = limits.cycle.most { cycleMost = down(most.count - counted) }

    let monday = problem.firstDay - problem.firstDay.weekday.rawValue
    for first in stride(from: monday, to: problem.days.upperBound, by: 7) {
      let week = first..<(first + 7)
      let counted =
        past(from: first, to: min(week.upperBound, problem.firstDay))
        + agent.absenceCredit(in: week, upTo: limits.week.least).count
      let isWhole = week.clamped(to: problem.days) == week
      weekLeast.append(isWhole ? up(limits.week.least.count - counted) : 0)
      weekMost.append(
        problem.weekMost(of: agent, from: first).map { down($0.count - counted) } ?? Int.max)
    }

    for (index, pattern) in problem.patterns.enumerated() {
      if let most = limits.most(of: pattern.code), most < problem.dayCount {
        patternMost.append((index, most))
      }
    }
    sums = Rule.all.flatMap { $0.sums?(agent, kinds, problem) ?? [] }
  }
}

/// A weight of each kind, and the most that days may sum up to.
struct SumLimit: Sendable {
  var days: Range<Int>
  var weights: [Int32]
  var most: Int
}
