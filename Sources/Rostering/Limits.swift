public import Vocabulary

/// What a contract and the law allow one agent: the numbers behind the hard rules.
///
/// A limit that is nil does not bind.
public struct Limits: Hashable, Sendable {
  /// The least and the most paid minutes of some stretch of time.
  public struct Range: Hashable, Sendable {
    public var least: Minutes
    public var most: Minutes?

    public init(least: Minutes = .zero, most: Minutes? = nil) {
      self.least = least
      self.most = most
    }
  }

  /// How many shifts of one pattern a roster may hold at most.
  public struct PatternLimit: Hashable, Sendable {
    public var pattern: String
    public var most: Int

    public init(pattern: String, most: Int) {
      self.pattern = pattern
      self.most = most
    }
  }

  /// Minutes of a shift beyond the standard: how many there may be, and what they cost.
  public struct Overtime: Hashable, Sendable {
    /// The paid minutes of a shift above which they are overtime.
    public var above: Minutes
    /// Most overtime of a day.
    public var day: Minutes?
    /// Most overtime of a calendar month, with that of the history.
    public var month: Minutes?
    /// Cost of each minute.
    public var cost: Int
    /// Whether the reasons are such as article 41 of the Labour Law calls special.
    public var isSpecial: Bool

    public init(
      above: Minutes, day: Minutes? = nil, month: Minutes? = nil, cost: Int = 0,
      isSpecial: Bool = false
    ) {
      self.above = above
      self.day = day
      self.month = month
      self.cost = cost
      self.isSpecial = isSpecial
    }
  }

  /// Time between the end of a shift and the start of the next.
  public var rest: Minutes?
  /// Most days worked in a row.
  public var longestRun: Int?
  /// Fewest days worked in a row.
  public var shortestRun: Int
  /// Fewest days off in a row.
  public var shortestDaysOff: Int
  /// Most weekends with a shift on Saturday or Sunday.
  public var weekends: Int?
  /// Most nights in a row.
  public var nightRun: Int?
  /// Most paid minutes of one shift.
  public var dayMinutes: Minutes?
  /// Fewest days off in a calendar week, Monday to Sunday.
  public var weekDaysOff: Int
  /// Whether all shifts of a calendar week start at the same time of day.
  public var sameStart: Bool
  /// Nil where no overtime is worked.
  public var overtime: Overtime?
  /// The part of the work-time law that the agent is under; nil where none is applied.
  public var hours: WorkTimeLimit.Hours?
  /// Paid minutes of a calendar week, Monday to Sunday, overtime left out.
  ///
  /// The least binds only in weeks that lie wholly inside the roster.
  public var week: Range
  /// Paid minutes of the roster together with those of the cycle before it, overtime left out.
  public var cycle: Range
  public var patterns: [PatternLimit]
  /// Minutes that a day of absence counts as worked, in the week and in the cycle.
  ///
  /// Absence never counts for more than the least that is asked.
  public var absenceCredit: Minutes

  public init(
    rest: Minutes? = nil, longestRun: Int? = nil, shortestRun: Int = 1, shortestDaysOff: Int = 1,
    weekends: Int? = nil, nightRun: Int? = nil, dayMinutes: Minutes? = nil,
    weekDaysOff: Int = 0, sameStart: Bool = false, overtime: Overtime? = nil,
    hours: WorkTimeLimit.Hours? = nil, week: Range = Range(), cycle: Range = Range(),
    patterns: [PatternLimit] = [],
    absenceCredit: Minutes = .zero
  ) {
    self.rest = rest
    self.longestRun = longestRun
    self.shortestRun = shortestRun
    self.shortestDaysOff = shortestDaysOff
    self.weekends = weekends
    self.nightRun = nightRun
    self.dayMinutes = dayMinutes
    self.weekDaysOff = weekDaysOff
    self.sameStart = sameStart
    self.overtime = overtime
    self.hours = hours
    self.week = week
    self.cycle = cycle
    self.patterns = patterns
    self.absenceCredit = absenceCredit
  }

  /// The most shifts of `pattern`, where a limit is set.
  public func most(of pattern: String) -> Int? {
    patterns.lazy.filter { $0.pattern == pattern }.map(\.most).min()
  }

  /// The part of `paid` minutes of a shift that is overtime.
  public func overtime(in paid: Minutes) -> Minutes {
    overtime.map { max(.zero, paid - $0.above) } ?? .zero
  }

  /// The part of `paid` minutes of a shift that counts in the week and in the cycle.
  public func ordinary(in paid: Minutes) -> Minutes { paid - overtime(in: paid) }
}
