import Vocabulary

/// The rule by which a zone's clocks change year by year, as POSIX writes it in `TZ`.
///
/// Source: IEEE Std 1003.1, section 8.3, with the extension of RFC 8536 section 3.3.1 that a time
/// may lie between -167 and 167 hours.
struct ZoneRule: Sendable {
  /// A day of every year, and a time on it in seconds since local midnight.
  struct Moment: Sendable {
    enum Date: Sendable {
      /// `Jn`: from 1, 29 February never counted.
      case julian(Int)
      /// `n`: from 0, 29 February counted.
      case ordinal(Int)
      /// `Mm.w.d`: week 5 is the last one, day 0 is Sunday.
      case weekday(month: Int, week: Int, day: Int)
    }

    let date: Date
    let second: Int

    /// Seconds from 1970 to the moment in `year`, on the local clock.
    func seconds(in year: Int) -> Int64? {
      guard let newYear = Day(year: year, month: 1, day: 1), let day = day(newYear, year) else {
        return nil
      }
      return Int64(day.ordinal) * 86_400 + Int64(second)
    }

    private func day(_ newYear: Day, _ year: Int) -> Day? {
      switch date {
      case .ordinal(let count): return newYear + count
      case .julian(let count):
        let isAfterLeapDay = count >= 60 && Day.length(ofMonth: 2, year: year) == 29
        return newYear + (count - 1 + (isAfterLeapDay ? 1 : 0))
      case .weekday(let month, let week, let weekday):
        guard let first = Day(year: year, month: month, day: 1) else { return nil }
        // Sunday is 0 here and last in a week that begins on Monday.
        let offset = (weekday + 6 - first.weekday.rawValue + 7) % 7
        let day = first + (offset + (week - 1) * 7)
        return day.month == first.month ? day : day - 7
      }
    }
  }

  struct Summer: Sendable {
    /// Seconds ahead of UTC.
    let offset: Int
    let start: Moment
    let end: Moment
  }

  /// Seconds ahead of UTC outside summer time.
  let standard: Int
  let summer: Summer?

  /// The rule that `text` spells, such as `CET-1CEST,M3.5.0,M10.5.0/3`, or nil.
  init?(_ text: String) {
    var reader = Reader(rest: Substring(text).utf8[...])
    guard reader.name(), let standard = reader.offset() else { return nil }
    self.standard = -standard
    guard !reader.rest.isEmpty else {
      self.summer = nil
      return
    }
    guard reader.name() else { return nil }
    var offset = -standard + 3600
    if reader.rest.first != UInt8(ascii: ",") {
      guard let explicit = reader.offset() else { return nil }
      offset = -explicit
    }
    guard reader.take(","), let start = reader.moment(), reader.take(","),
      let end = reader.moment(), reader.rest.isEmpty
    else { return nil }
    self.summer = Summer(offset: offset, start: start, end: end)
  }

  /// The changes after `known` up to the end of the year `last`, earliest first.
  ///
  /// Where nothing is known, the rule holds from 1970.
  func changes(after known: Instant?, through last: Int) -> [Zone.Transition] {
    guard let summer else {
      guard let known else {
        return [Zone.Transition(start: Instant(seconds: 0), offset: standard)]
      }
      return [Zone.Transition(start: known + 1, offset: standard)]
    }
    let first = known.map { LocalTime($0, offset: 0).day.date.year } ?? 1970
    guard first <= last else { return [] }
    let changes = (first...last).flatMap { year in
      [
        summer.start.seconds(in: year).map {
          Zone.Transition(start: Instant(seconds: $0 - Int64(standard)), offset: summer.offset)
        },
        summer.end.seconds(in: year).map {
          Zone.Transition(start: Instant(seconds: $0 - Int64(summer.offset)), offset: standard)
        },
      ].compactMap(\.self)
    }
    return changes.filter { change in known.map { change.start > $0 } ?? true }
      .sorted { $0.start < $1.start }
  }
}

/// Takes the parts of a rule off the front of its text.
private struct Reader {
  var rest: Substring.UTF8View.SubSequence

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == sign.value else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// An abbreviation: at least three letters, or anything between `<` and `>`.
  mutating func name() -> Bool {
    if take("<") {
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
      rest = rest[end...].dropFirst()
      return true
    }
    let letters = rest.prefix { (65...90).contains($0) || (97...122).contains($0) }
    rest = rest.dropFirst(letters.count)
    return letters.count >= 3
  }

  mutating func number() -> Int? {
    let digits = rest.prefix { (48...57).contains($0) }
    guard (1...3).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// `[+-]hh[:mm[:ss]]` in seconds.
  mutating func offset() -> Int? {
    let sign = take("-") ? -1 : 1
    if sign > 0 { _ = take("+") }
    guard var seconds = number().map({ $0 * 3600 }) else { return nil }
    for unit in [60, 1] where take(":") {
      guard let part = number() else { return nil }
      seconds += part * unit
    }
    return sign * seconds
  }

  mutating func moment() -> ZoneRule.Moment? {
    let date: ZoneRule.Moment.Date
    if take("M") {
      guard let month = number(), (1...12).contains(month), take("."), let week = number(),
        (1...5).contains(week), take("."), let day = number(), (0...6).contains(day)
      else { return nil }
      date = .weekday(month: month, week: week, day: day)
    } else if take("J") {
      guard let day = number(), (1...365).contains(day) else { return nil }
      date = .julian(day)
    } else {
      guard let day = number(), (0...365).contains(day) else { return nil }
      date = .ordinal(day)
    }
    var second = 2 * 3600
    if take("/") {
      guard let time = offset() else { return nil }
      second = time
    }
    return ZoneRule.Moment(date: date, second: second)
  }
}
