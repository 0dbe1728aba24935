/// A moment on the world's clock, to the second: seconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970 in UTC, leap seconds not counted.
  public let seconds: Int64

  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// The moment `seconds` after `instant`.
  public static func + (instant: Instant, seconds: Int64) -> Instant {
    Instant(seconds: instant.seconds + seconds)
  }

  /// The seconds from `b` to `a`.
  public static func - (a: Instant, b: Instant) -> Int64 { a.seconds - b.seconds }

  public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
}

extension Instant: CustomStringConvertible {
  /// The moment in UTC as `YYYY-MM-DDTHH:MM:SSZ`.
  public var description: String { "\(LocalTime(self, offset: 0))Z" }
}

/// A calendar day and a second of it, as a clock on a wall shows them.
public struct LocalTime: Hashable, Comparable, Sendable {
  public let day: Day
  /// Seconds since local midnight, `0..<86400`.
  public let second: Int32

  /// The clock's reading, or nil where `second` is outside `0..<86400`.
  public init?(day: Day, second: Int) {
    guard (0..<86_400).contains(second) else { return nil }
    self.day = day
    self.second = Int32(second)
  }

  /// What a clock that is `offset` seconds ahead of UTC shows at `instant`.
  public init(_ instant: Instant, offset: Int) {
    let local = instant.seconds + Int64(offset)
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    self.day = Day(ordinal: Int32(day))
    self.second = Int32(local - day * 86_400)
  }

  /// The minute of the day, `0..<1440`.
  public var minute: Int { Int(second) / 60 }

  public var hour: Int { Int(second) / 3600 }

  /// The moment at which a clock `offset` seconds ahead of UTC shows this.
  public func instant(offset: Int) -> Instant {
    Instant(seconds: Int64(day.ordinal) * 86_400 + Int64(second) - Int64(offset))
  }

  public static func < (a: LocalTime, b: LocalTime) -> Bool {
    a.day == b.day ? a.second < b.second : a.day < b.day
  }
}

extension LocalTime: CustomStringConvertible {
  /// The reading as `YYYY-MM-DDTHH:MM:SS`.
  public var description: String {
    let s = Int(second)
    let time = [s / 3600, s / 60 % 60, s % 60].map { padded($0, to: 2) }.joined(separator: ":")
    return "\(day)T\(time)"
  }
}
