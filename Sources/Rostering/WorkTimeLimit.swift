public import Vocabulary

/// A limit that the law sets on work time from some day on.
///
/// Limits are data, so that another country's, or next year's, need no other program; which rule
/// each feeds stands with ``Subject``.
public struct WorkTimeLimit: Hashable, Sendable {
  /// The hours that a contract is under.
  public enum Hours: String, CaseIterable, Hashable, Sendable {
    case standard
    /// Hours counted over a cycle, as an authority approved.
    case comprehensive
    case partTime = "part-time"
  }

  /// What is limited; the words are the codes of `work-time-law.csv`.
  public enum Subject: String, CaseIterable, Hashable, Sendable {
    /// Ordinary work of a day and of a week under standard hours.
    case day = "day-hours"
    case week = "week-hours"
    /// Least days off in a week, whatever the hours.
    case daysOff = "rest-days"
    /// Overtime of a day, of a day with special reasons, and of a month.
    case overtimeDay = "overtime-day"
    case overtimeDaySpecial = "overtime-day-special"
    case overtimeMonth = "overtime-month"
    /// Work of a week under part-time hours.
    case partTimeWeek = "part-time-week"
    /// Neither nights nor overtime on days of protection; the amount is not looked at.
    case protection = "protected-days"
  }

  public var subject: Subject
  /// Minutes, or days for ``Subject/daysOff``.
  public var amount: Int
  /// The law and its article, as a breach names them.
  public var article: String
  public var validFrom: Day
  /// The last day on which it holds; nil where no end is known.
  public var validUntil: Day?

  public init(
    subject: Subject, amount: Int, article: String, validFrom: Day, validUntil: Day? = nil
  ) {
    self.subject = subject
    self.amount = amount
    self.article = article
    self.validFrom = validFrom
    self.validUntil = validUntil
  }

  public func holds(on day: Day) -> Bool {
    validFrom <= day && validUntil.map { day <= $0 } ?? true
  }
}

extension RosterProblem {
  /// What the law says of `subject` on `day`: of several limits the latest.
  public func law(_ subject: WorkTimeLimit.Subject, on day: Day) -> WorkTimeLimit? {
    law.lazy.filter { $0.subject == subject && $0.holds(on: day) }
      .max { $0.validFrom < $1.validFrom }
  }
}
