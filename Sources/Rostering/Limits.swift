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
  /// Paid minutes of a calendar week, Monday to Sunday.
  ///
  /// The least binds only in weeks that lie wholly inside the roster.
  public var week: Range
  /// Paid minutes of the roster together with those of the cycle before it.
  public var cycle: Range
  public var patterns: [PatternLimit]
  /// Minutes that a day of absence counts as worked, in the week and in the cycle.
  ///
  /// Absence never counts for more than the least that is asked.
  public var absenceCredit: Minutes

  public init(
    rest: Minutes? = nil, longestRun: Int? = nil, shortestRun: Int = 1, shortestDaysOff: Int = 1,
    weekends: Int? = nil, nightRun: Int? = nil, dayMinutes: Minutes? = nil,
    week: Range = Range(), cycle: Range = Range(), patterns: [PatternLimit] = [],
    absenceCredit: Minutes = .zero
  ) {
    self.rest = rest
    self.longestRun = longestRun
    self.shortestRun = shortestRun
    self.shortestDaysOff = shortestDaysOff
    self.weekends = weekends
    self.nightRun = nightRun
    self.dayMinutes = dayMinutes
    self.week = week
    self.cycle = cycle
    self.patterns = patterns
    self.absenceCredit = absenceCredit
  }

  /// The most shifts of `pattern`, where a limit is set.
  public func most(of pattern: String) -> Int? {
    patterns.lazy.filter { $0.pattern == pattern }.map(\.most).min()
  }
}
