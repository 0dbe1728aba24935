public import MusterFiles
public import MusterWords
public import Vocabulary

/// The workbook of a roster: who works when, and how that covers what is required.
///
/// Plain values, so that any source can fill it.
public struct RosterWorkbook: Hashable, Sendable {
  /// What a person does on a day.
  public enum DayPlan: Hashable, Sendable {
    case off
    /// A kind of absence in the language of the workbook.
    case absent(String)
    case shift(Shift)
  }

  public struct Shift: Hashable, Sendable {
    /// The code of the pattern.
    public var pattern: String
    /// When it begins, on the local clock.
    public var start: LocalTime
    public var paid: Minutes

    public init(pattern: String, start: LocalTime, paid: Minutes) {
      self.pattern = pattern
      self.start = start
      self.paid = paid
    }
  }

  public struct Person: Hashable, Sendable {
    public var number: String
    public var name: String
    public var team: String
    /// One for each day of the workbook.
    public var plan: [DayPlan]

    public init(number: String, name: String, team: String, plan: [DayPlan]) {
      self.number = number
      self.name = name
      self.team = team
      self.plan = plan
    }
  }

  public struct Pattern: Hashable, Sendable {
    public var code: String
    public var name: String
    /// Starts, length and breaks in words, in the language of the workbook.
    public var times: String
    public var paid: Minutes

    public init(code: String, name: String, times: String, paid: Minutes) {
      self.code = code
      self.name = name
      self.times = times
      self.paid = paid
    }
  }

  /// Heads per interval of one stream.
  public struct Cover: Hashable, Sendable {
    public var stream: String
    /// One for each interval of the workbook; nil where nobody is served.
    public var required: [Int?]
    public var scheduled: [Int]

    public init(stream: String, required: [Int?], scheduled: [Int]) {
      self.stream = stream
      self.required = required
      self.scheduled = scheduled
    }
  }

  /// A line about how the roster came about.
  public struct Fact: Hashable, Sendable {
    public var label: String
    public var value: String

    public init(label: String, value: String) {
      self.label = label
      self.value = value
    }
  }

  /// A sentence about what the roster lacks, with those that tell why.
  public struct Reason: Hashable, Sendable {
    public var headline: String
    public var details: [String]

    public init(headline: String, details: [String]) {
      self.headline = headline
      self.details = details
    }
  }

  public var title: String
  public var days: [Day]
  public var holidays: [Day]
  public var people: [Person]
  public var patterns: [Pattern]
  /// When each interval begins, on the local clock.
  public var intervals: [LocalTime]
  public var covers: [Cover]
  public var facts: [Fact]
  /// Stretches that are short of heads, and wishes that were refused.
  public var reasons: [Reason]
  public var hash: ContentHash
  public var zoneName: String
  public var made: Instant

  public init(
    title: String, days: [Day], holidays: [Day] = [], people: [Person], patterns: [Pattern],
    intervals: [LocalTime], covers: [Cover], facts: [Fact], reasons: [Reason] = [],
    hash: ContentHash,
    zoneName: String, made: Instant
  ) {
    self.title = title
    self.days = days
    self.holidays = holidays
    self.people = people
    self.patterns = patterns
    self.intervals = intervals
    self.covers = covers
    self.facts = facts
    self.reasons = reasons
    self.hash = hash
    self.zoneName = zoneName
    self.made = made
  }

  /// The sheets 排班, 覆盖, 时段, 原因 where there are any, and 图例; with English words under `en`.
  public func workbook(in language: Language) -> Workbook {
    let sheets = RosterSheets(data: self, language: language)
    return Workbook(
      title: title, created: made,
      sheets: [sheets.roster(), sheets.cover(), sheets.intervals()]
        + (reasons.isEmpty ? [] : [sheets.reasons()]) + [sheets.legend()])
  }
}
