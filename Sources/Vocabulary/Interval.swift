/// An amount of time in whole minutes.
public struct Minutes: Hashable, Comparable, Sendable {
  public let count: Int

  public init(_ count: Int) {
    self.count = count
  }

  public static let zero = Minutes(0)

  public static func hours(_ hours: Int) -> Minutes { Minutes(hours * 60) }

  public static func + (a: Minutes, b: Minutes) -> Minutes { Minutes(a.count + b.count) }
  public static func - (a: Minutes, b: Minutes) -> Minutes { Minutes(a.count - b.count) }
  public static func += (a: inout Minutes, b: Minutes) { a = a + b }
  public static func < (a: Minutes, b: Minutes) -> Bool { a.count < b.count }
}

extension Minutes: CustomStringConvertible {
  /// The amount as `H:MM`.
  public var description: String {
    (count < 0 ? "-" : "") + "\(count.magnitude / 60):\(padded(Int(count.magnitude % 60), to: 2))"
  }
}

/// The length of a cell of the planning grid: a divisor of the day from 5 to 60 minutes.
public struct Interval: Hashable, Comparable, Sendable {
  public let minutes: Int

  /// The grid of cells `minutes` long, or nil unless that divides the day and is in `5...60`.
  public init?(minutes: Int) {
    guard (5...60).contains(minutes), 1440 % minutes == 0 else { return nil }
    self.minutes = minutes
  }

  private init(known minutes: Int) {
    self.minutes = minutes
  }

  public static let fiveMinutes = Interval(known: 5)
  public static let quarterHour = Interval(known: 15)
  public static let halfHour = Interval(known: 30)
  public static let hour = Interval(known: 60)

  public var seconds: Int64 { Int64(minutes) * 60 }

  /// How many cells a day of 24 hours has.
  public var perDay: Int { 1440 / minutes }

  public static func < (a: Interval, b: Interval) -> Bool { a.minutes < b.minutes }
}

/// Values on the planning grid, one per interval, without holes: what is not known says so.
public struct IntervalSeries: Hashable, Sendable {
  public enum Value: Hashable, Sendable {
    /// Open, and counted or planned.
    case open(Double)
    /// Open, but not known.
    case missing
    /// Nobody is served.
    case closed

    /// The number, where there is one.
    public var number: Double? {
      if case .open(let number) = self { number } else { nil }
    }
  }

  /// The beginning of the first interval.
  public let start: Instant
  public let interval: Interval
  public let zone: Zone
  public var values: [Value]

  public init(start: Instant, interval: Interval, zone: Zone, values: [Value]) {
    self.start = start
    self.interval = interval
    self.zone = zone
    self.values = values
  }

  /// The beginning of the interval at `index`.
  public func instant(at index: Int) -> Instant { start + Int64(index) * interval.seconds }

  /// The end of the last interval.
  public var end: Instant { instant(at: values.count) }

  /// Which interval holds `instant`, or nil where none does.
  public func index(of instant: Instant) -> Int? {
    guard instant >= start, instant < end else { return nil }
    return Int((instant - start) / interval.seconds)
  }
}
