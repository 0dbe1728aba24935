import Vocabulary

/// One agent's row of a roster, as the rules look at it.
struct AgentRow: Sendable {
  /// A shift of the past or of the roster.
  struct Worked: Sendable {
    var day: Day
    var pattern: String
    var start: Instant
    var end: Instant
    var paid: Minutes
    var isNight: Bool
    /// Nil for a shift of the past.
    var shift: Shift?
  }

  /// Days in a row that are alike.
  struct Run: Sendable {
    var first: Day
    var length: Int
    var isWork: Bool
    /// Whether it begins at the first day of which anything is known, or lasts to the last.
    var touchesEdge: Bool
  }

  let problem: RosterProblem
  let agent: RosterProblem.Agent
  /// Past shifts and the roster's, earliest first.
  let worked: [Worked]
  /// The shifts of every agent.
  let roster: [AgentNumber: [Shift]]

  init(problem: RosterProblem, agent: RosterProblem.Agent, roster: [AgentNumber: [Shift]]) {
    self.problem = problem
    self.agent = agent
    self.roster = roster
    let shifts = roster[agent.number] ?? []
    let past = agent.history.map {
      Worked(
        day: problem.zone.local($0.start).day, pattern: $0.pattern, start: $0.start, end: $0.end,
        paid: $0.paid, isNight: $0.isNight)
    }
    let planned = shifts.sorted { $0.start < $1.start }.map {
      Worked(
        day: problem.zone.local($0.start).day, pattern: $0.pattern, start: $0.start, end: $0.end,
        paid: $0.paid, isNight: problem.pattern(coded: $0.pattern)?.isNight ?? false, shift: $0)
    }
    self.worked = past + planned
  }

  var limits: Limits { agent.limits }

  /// The roster's own shifts, earliest first.
  var planned: [Worked] { worked.filter { $0.shift != nil } }

  /// All days of which anything is known.
  var knownDays: Range<Day> {
    min(problem.historyFrom ?? problem.firstDay, problem.firstDay)..<problem.days.upperBound
  }

  /// Runs of days for which `isIn` gives the same, those that the roster lengthens or ends.
  func runs(where isIn: (Worked) -> Bool) -> [Run] {
    let inside = Set(worked.lazy.filter(isIn).map(\.day))
    let days = knownDays
    var runs: [Run] = []
    var day = days.lowerBound
    while day < days.upperBound {
      let first = day
      let isWork = inside.contains(first)
      while day < days.upperBound, inside.contains(day) == isWork { day = day + 1 }
      // A run that the first day ends is the roster's doing too.
      guard day >= problem.firstDay else { continue }
      runs.append(
        Run(
          first: first, length: first.distance(to: day), isWork: isWork,
          touchesEdge: first == days.lowerBound || day == days.upperBound))
    }
    return runs
  }

  /// Paid minutes of shifts that start in `days`, overtime left out.
  func minutes(in days: Range<Day>) -> Minutes {
    worked.reduce(.zero) { days.contains($1.day) ? $0 + limits.ordinary(in: $1.paid) : $0 }
  }

  /// What the law says of `subject` on `day`, where the contract names the hours it is under.
  func law(_ subject: WorkTimeLimit.Subject, on day: Day) -> WorkTimeLimit? {
    limits.hours == nil ? nil : problem.law(subject, on: day)
  }

  /// The calendar weeks that the roster touches, Monday to Sunday.
  var weeks: [Range<Day>] {
    let first = problem.firstDay - problem.firstDay.weekday.rawValue
    return stride(from: first, to: problem.days.upperBound, by: 7).map { $0..<($0 + 7) }
  }

  func breach(
    _ rule: Rule.Code, day: Day? = nil, subject: String? = nil, found: Int, limit: Int,
    article: String? = nil
  ) -> Breach {
    Breach(
      rule: rule, agent: agent.number, day: day, subject: subject, found: found, limit: limit,
      article: article)
  }

  /// A breach where `minutes` are more than the contract or the law allows, whichever is less; the
  /// article is named where the law is.
  func breach(
    _ rule: Rule.Code, day: Day, subject: String?, _ minutes: Minutes, contract: Minutes?,
    law: WorkTimeLimit?
  ) -> Breach? {
    let most = min(contract?.count ?? Int.max, law?.amount ?? Int.max)
    guard minutes.count > most else { return nil }
    return breach(
      rule, day: day, subject: subject, found: minutes.count, limit: most,
      article: most == contract?.count ? nil : law?.article)
  }
}
