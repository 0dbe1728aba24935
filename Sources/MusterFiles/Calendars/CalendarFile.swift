public import Vocabulary

/// A calendar in the format of RFC 5545, which phones and desks subscribe to or import.
///
/// Times are in UTC, so that no time zone needs to be described and none can be misread. The text
/// is made of the values alone: equal values give equal bytes.
public struct CalendarFile: Hashable, Sendable {
  public struct Event: Hashable, Sendable {
    /// What tells this event from all others and stays when it is moved by some hours, such as
    /// `A001 2026-11-02`; a later file replaces the event by it.
    public var key: String
    public var start: Instant
    public var end: Instant
    public var summary: String
    /// Empty where there is nothing to add.
    public var details: String

    public init(
      key: String, start: Instant, end: Instant, summary: String, details: String = ""
    ) {
      self.key = key
      self.start = start
      self.end = end
      self.summary = summary
      self.details = details
    }
  }

  public var name: String
  /// The zone that programs are asked to show, without effect on any time.
  public var zoneName: String
  /// The moment of making; a program takes the event with the later one.
  public var stamp: Instant
  public var events: [Event]

  public init(name: String, zoneName: String, stamp: Instant, events: [Event]) {
    self.name = name
    self.zoneName = zoneName
    self.stamp = stamp
    self.events = events
  }

  /// The calendar as a file has it, with CR LF and lines of at most 75 bytes.
  public var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Muster//Roster//EN", "CALSCALE:GREGORIAN",
      "X-WR-CALNAME:\(calendarText(name))", "X-WR-TIMEZONE:\(calendarText(zoneName))",
    ]
    for event in events {
      lines += [
        "BEGIN:VEVENT", "UID:\(ContentHash(ofText: event.key))@muster",
        "DTSTAMP:\(calendarTime(stamp))", "DTSTART:\(calendarTime(event.start))",
        "DTEND:\(calendarTime(event.end))",
        "SUMMARY:\(calendarText(event.summary))",
      ]
      if !event.details.isEmpty { lines.append("DESCRIPTION:\(calendarText(event.details))") }
      lines.append("END:VEVENT")
    }
    lines.append("END:VCALENDAR")
    return lines.map { foldedLine($0) + "\r\n" }.joined()
  }

  /// A file's name for `text`, in which everything but letters, digits, `-` and `_` is written as
  /// `%` and two hexadecimal digits, so that two texts never meet in one file.
  public static func fileName(for text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
      let isPlain = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isPlain || scalar == "-" || scalar == "_" {
        name.unicodeScalars.append(scalar)
      } else {
        for byte in String(scalar).utf8 {
          name += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
      }
    }
    return name
  }
}

/// `instant` as `20261102T010000Z`.
func calendarTime(_ instant: Instant) -> String {
  instant.description.filter { $0 != "-" && $0 != ":" }
}

/// `text` as a value of the type TEXT; what RFC 5545 does not allow there is left out.
func calendarText(_ text: String) -> String {
  var value = ""
  for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
    switch scalar {
    case "\\", ";", ",":
      value += "\\"
      value.unicodeScalars.append(scalar)
    case "\n", "\r": value += "\\n"
    case "\t": value += "\t"
    case "\0"..."\u{1F}", "\u{7F}": continue
    default: value.unicodeScalars.append(scalar)
    }
  }
  return value
}

/// `line` cut into parts of at most 75 bytes, each after the first behind a blank, none inside a
/// character's bytes.
func foldedLine(_ line: String) -> String {
  var result = ""
  var length = 0
  for scalar in line.unicodeScalars {
    let size = UTF8.width(scalar)
    if length + size > 75 {
      result += "\r\n "
      length = 1
    }
    result.unicodeScalars.append(scalar)
    length += size
  }
  return result
}
