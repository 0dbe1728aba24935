public import Vocabulary

/// A hard rule: what no roster may break.
///
/// Each rule has a file of its own in this folder and a place in ``all``.
public struct Rule: Sendable {
  /// The name of a rule in files and in answers.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    case oneShiftADay = "one-shift-a-day"
    case pattern
    case rest
    case successor
    case longestRun = "longest-run"
    case shortestRun = "shortest-run"
    case shortestDaysOff = "shortest-days-off"
    case weekends
    case weekDaysOff = "week-days-off"
    case sameStart = "same-start"
    case nightRun = "night-run"
    case dayMinutes = "day-minutes"
    case weekMost = "week-most"
    case weekLeast = "week-least"
    case cycleMost = "cycle-most"
    case cycleLeast = "cycle-least"
    case overtimeDay = "overtime-day"
    case overtimeMonth = "overtime-month"
    case protection
    case patternMost = "pattern-most"
    case absence
    case availability
    case skill
    case leastRun = "least-run"
    case fixed
    case together
    case apart
  }

  /// What a rule counts.
  public enum Unit: Sendable { case minutes, hours, days, shifts, starts, weekends }

  public let code: Code
  /// What its numbers count; hours are counted in minutes and told as `H:MM`.
  public let unit: Unit
  /// The number of a contract behind it, where there is one.
  public let limit: RuleLimit?
  /// Whether the limit is a least, so that a roster that breaks it has too little.
  public let isLeast: Bool
  /// Whether it gives way where an absence leaves no row that keeps it: it asks for a least, and
  /// protects nobody.
  let yields: Bool
  /// Whether shifts before the roster can break it, whatever the roster does.
  let isBrokenByPast: Bool
  /// Sums over the days of an agent's row that may not go beyond a most, for the solver.
  let sums: (@Sendable (RosterProblem.Agent, [SolverModel.Kind], RosterProblem) -> [SumLimit])?
  let check: @Sendable (AgentRow) -> [Breach]

  init(
    _ code: Code, _ unit: Unit = .shifts, limit: RuleLimit? = nil, isLeast: Bool = false,
    yields: Bool = false, isBrokenByPast: Bool = false,
    sums: (@Sendable (RosterProblem.Agent, [SolverModel.Kind], RosterProblem) -> [SumLimit])? =
      nil,
    check: @escaping @Sendable (AgentRow) -> [Breach]
  ) {
    self.code = code
    self.unit = unit
    self.limit = limit
    self.isLeast = isLeast
    self.yields = yields
    self.isBrokenByPast = isBrokenByPast
    self.sums = sums
    self.check = check
  }

  /// The rule called `code`.
  public static func named(_ code: Code) -> Rule {
    all.first { $0.code == code } ?? all[0]
  }

  /// Every rule, in the order in which breaches are told.
  public static let all: [Rule] = [
    oneShiftADay, pattern, rest, successor, longestRun, shortestRun, shortestDaysOff, weekends,
    weekDaysOff, sameStart, nightRun, dayMinutes, weekMost, weekLeast, cycleMost, cycleLeast,
    overtimeDay, overtimeMonth, protection, patternMost, absence, availability, skill, leastRun,
    fixed, together, apart,
  ]
}

/// A place where a roster breaks a rule.
public struct Breach: Hashable, Sendable {
  public var rule: Rule.Code
  public var agent: AgentNumber
  /// The day, or the first day of the stretch; nil where the whole roster is meant.
  public var day: Day?
  /// The pattern, stream or other agent meant, where the rule is about one.
  public var subject: String?
  /// What the roster has: days, shifts, weekends or minutes, as the rule counts.
  public var found: Int
  /// What the rule allows or asks.
  public var limit: Int
  /// The law and article that set the limit, where the law did.
  public var article: String?

  public init(
    rule: Rule.Code, agent: AgentNumber, day: Day? = nil, subject: String? = nil, found: Int,
    limit: Int, article: String? = nil
  ) {
    self.rule = rule
    self.agent = agent
    self.day = day
    self.subject = subject
    self.found = found
    self.limit = limit
    self.article = article
  }
}

extension RosterProblem {
  /// Every breach of a hard rule, counted from the shifts of `roster` alone.
  ///
  /// In the order of the agents, then of ``Rule/all``, then by day. Shifts of an agent whom the
  /// problem does not know are not looked at; see ``strangers(in:)``.
  public func breaches(in roster: Roster) -> [Breach] {
    let shifts = Dictionary(grouping: roster.shifts, by: \.agent)
    return agents.flatMap { agent in
      let row = AgentRow(problem: self, agent: agent, roster: shifts)
      return Rule.all.flatMap { $0.check(row) }
    }
  }

  /// Agents who have shifts in `roster` and are not in the problem, in the roster's order.
  public func strangers(in roster: Roster) -> [AgentNumber] {
    let known = Set(agents.map(\.number))
    var seen: Set<AgentNumber> = []
    return roster.shifts.map(\.agent).filter { !known.contains($0) && seen.insert($0).inserted }
  }
}
