public import Vocabulary

/// The working days of the common week: Monday to Friday, but for days that a calendar moved.
public struct WorkingDays: Hashable, Sendable {
  private let moved: [Day: Bool]

  /// `moved` says of days that are not what their weekday says whether they are worked.
  public init(moved: [Day: Bool] = [:]) {
    self.moved = moved
  }

  public func contains(_ day: Day) -> Bool { moved[day] ?? !day.weekday.isWeekend }
}
