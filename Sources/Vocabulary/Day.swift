/// A calendar day, without a time of day or a zone.
///
/// Held as days since 1970-01-01 in the proleptic Gregorian calendar, from year 1 to 9999, so
/// that arithmetic needs no calendar library.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let ordinal: Int32

  /// The day that lies `ordinal` days after 1970-01-01.
  public init(ordinal: Int32) {
    self.ordinal = ordinal
  }

  /// The day of a date, or nil where the calendar has no such date.
  ///
  /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Day.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.ordinal = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The day that `text` names as `YYYY-MM-DD`, or nil where it names none.
  public init?(_ text: some StringProtocol) {
    var numbers = [0, 0, 0]
    var part = 0
    var length = 0
    for byte in text.utf8 {
      switch (byte, length) {
      case (UInt8(ascii: "-"), 4), (UInt8(ascii: "-"), 7): part += 1
      case (UInt8(ascii: "0")...UInt8(ascii: "9"), 0..<4),
        (UInt8(ascii: "0")...UInt8(ascii: "9"), 5...6),
        (UInt8(ascii: "0")...UInt8(ascii: "9"), 8...9):
        numbers[part] = numbers[part] * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      length += 1
    }
    guard length == 10 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// Year, month `1...12` and day of the month `1...31`.
  public var date: (year: Int, month: Int, day: Int) {
    let z = Int(ordinal) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day of the week.
  public var weekday: Weekday {
    let index = (Int(ordinal) + 3) % 7
    return Weekday.allCases[index >= 0 ? index : index + 7]
  }

  /// The calendar month that holds this day.
  public var month: Month {
    let date = date
    return Month(index: date.year * 12 + date.month - 1)
  }

  /// How many days a month of the Gregorian calendar has; `month` is `1...12`.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day `days` after this one.
  public static func + (day: Day, days: Int) -> Day { Day(ordinal: day.ordinal + Int32(days)) }

  /// The day `days` before this one.
  public static func - (day: Day, days: Int) -> Day { day + -days }

  public static func < (a: Day, b: Day) -> Bool { a.ordinal < b.ordinal }
}

extension Day: Strideable {
  public func distance(to other: Day) -> Int { Int(other.ordinal) - Int(ordinal) }
  public func advanced(by days: Int) -> Day { self + days }
}

extension Day: CustomStringConvertible {
  /// The day as `YYYY-MM-DD`.
  public var description: String {
    let date = date
    return "\(padded(date.year, to: 4))-\(padded(date.month, to: 2))-\(padded(date.day, to: 2))"
  }
}

/// A day of the week, Monday first.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// Whether the day is a Saturday or a Sunday.
  public var isWeekend: Bool { self >= .saturday }
}

extension Weekday: Comparable {
  public static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
}

/// A calendar month: the period of pay.
public struct Month: Hashable, Comparable, Sendable {
  /// Twelve times the year plus the month less one.
  let index: Int

  init(index: Int) {
    self.index = index
  }

  /// The month of a year, `month` being `1...12`, or nil where there is none.
  public init?(year: Int, month: Int) {
    guard Day(year: year, month: month, day: 1) != nil else { return nil }
    self.index = year * 12 + month - 1
  }

  /// The month that `text` names as `YYYY-MM`, or nil where it names none.
  public init?(_ text: some StringProtocol) {
    guard let first = Day("\(text)-01") else { return nil }
    self = first.month
  }

  public var year: Int { index / 12 }

  /// The number of the month in its year, `1...12`.
  public var number: Int { index % 12 + 1 }

  public var first: Day {
    guard let day = Day(year: year, month: number, day: 1) else {
      preconditionFailure("a month has a first day")
    }
    return day
  }

  public var last: Day { first + (length - 1) }

  /// How many days the month has.
  public var length: Int { Day.length(ofMonth: number, year: year) }

  /// All days of the month, in order.
  public var days: Range<Day> { first..<(first + length) }

  /// The month `months` after this one.
  public static func + (month: Month, months: Int) -> Month { Month(index: month.index + months) }

  public static func < (a: Month, b: Month) -> Bool { a.index < b.index }
}

extension Month: CustomStringConvertible {
  /// The month as `YYYY-MM`.
  public var description: String { "\(padded(year, to: 4))-\(padded(number, to: 2))" }
}

/// `number` in decimal with leading zeros up to `width` digits.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.count))
  return (number < 0 ? "-" : "") + zeros + digits
}
