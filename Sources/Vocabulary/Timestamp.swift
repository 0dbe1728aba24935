/// A time as files write it: a clock's reading, with or without its offset from UTC.
///
/// Reads `YYYY-MM-DD`, a `T` or a blank, `HH:MM` with optional `:SS` and fraction (cut off), then
/// nothing, `Z`, `+HH:MM`, `+HHMM` or `+HH`.
public struct Timestamp: Hashable, Sendable {
  public let local: LocalTime
  /// Seconds ahead of UTC, where the text says so.
  public let offset: Int?

  /// The time that the bytes of `text` spell, or nil where they spell none.
  public init?(_ text: some StringProtocol) {
    self.init(bytes: ArraySlice(text.utf8))
  }

  /// The time that ASCII `bytes` spell, or nil where they spell none.
  public init?(bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    func number(_ digits: Int) -> Int? {
      var value = 0
      for _ in 0..<digits {
        guard index < bytes.endIndex, case let byte = bytes[index],
          byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9")
        else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
        index += 1
      }
      return value
    }
    func take(_ byte: UInt8) -> Bool {
      guard index < bytes.endIndex, bytes[index] == byte else { return false }
      index += 1
      return true
    }
    guard let year = number(4), take(UInt8(ascii: "-")), let month = number(2),
      take(UInt8(ascii: "-")), let date = number(2),
      let day = Day(year: year, month: month, day: date),
      take(UInt8(ascii: "T")) || take(UInt8(ascii: " ")),
      let hour = number(2), hour < 24, take(UInt8(ascii: ":")), let minute = number(2), minute < 60
    else { return nil }
    var second = 0
    if take(UInt8(ascii: ":")) {
      guard let value = number(2), value < 60 else { return nil }
      second = value
      if take(UInt8(ascii: ".")) {
        guard number(1) != nil else { return nil }
        while number(1) != nil {}
      }
    }
    guard let local = LocalTime(day: day, second: hour * 3600 + minute * 60 + second) else {
      return nil
    }
    var offset: Int?
    if take(UInt8(ascii: "Z")) {
      offset = 0
    } else if index < bytes.endIndex {
      let sign: Int
      if take(UInt8(ascii: "+")) {
        sign = 1
      } else if take(UInt8(ascii: "-")) {
        sign = -1
      } else {
        return nil
      }
      guard let hours = number(2), hours < 24 else { return nil }
      var minutes = 0
      if index < bytes.endIndex {
        _ = take(UInt8(ascii: ":"))
        guard let value = number(2), value < 60 else { return nil }
        minutes = value
      }
      offset = sign * (hours * 3600 + minutes * 60)
    }
    guard index == bytes.endIndex else { return nil }
    self.local = local
    self.offset = offset
  }

  /// The moment meant, read on the clock of `zone` where the text names no offset.
  public func instant(in zone: Zone) -> Instant {
    if let offset { return local.instant(offset: offset) }
    return zone.instant(of: local)
  }
}
