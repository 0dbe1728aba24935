public import Vocabulary

/// What can be wrong with a file of volumes per interval, or of events.
public enum SeriesFault: Hashable, Sendable {
  /// There is a heading and no row.
  case noRows
  /// No interval length can be told from a single row.
  case intervalUnknown
  /// The least distance between rows, in seconds, is no length that an interval can have.
  case intervalUnfit(seconds: Int64)
  case badTimestamp
  case badDay
  case namelessEvent
  /// The planner's figure is not a factor such as 2.5 or 250%.
  case badFactor
  /// Hours of a day are not such as 20:00-24:00.
  case badHours
  /// Hours are given without the factor that they are about.
  case hoursWithoutFactor
  /// Text that begins and ends like no calendar of RFC 5545.
  case noCalendar
  /// An entry of a calendar that repeats by a rule.
  case repeatingEvent
  /// An entry of a calendar that lasts longer than any event.
  case endlessEvent
  /// A time in UTC or in a named zone, which is no local day.
  case zonedTime
  case badVolume
  case negativeVolume
  /// No centre has so many contacts.
  case absurdVolume
  /// Clocks of the zone never show the time.
  case noSuchTime(zone: String)
  /// The time stands on an earlier line too.
  case repeated(line: Int)
  /// The time is before that of the line before it.
  case unsorted
  /// The time is no beginning of an interval: lengths are mixed.
  case offGrid(Interval)
  /// The rows span more years than any history: a year is mistyped.
  case spanTooLong(years: Int)
  /// None of the columns that could be used is there.
  case noVolumeColumn([String])
}
