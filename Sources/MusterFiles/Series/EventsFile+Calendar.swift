import Forecasting
import MusterWords
public import Vocabulary

// Days known ahead in the format of RFC 5545, with all-day entries.
extension EventsFile {
  /// The longest event that is believed, in days.
  private static let mostDays = 60

  /// The days in a calendar's `text`, as if it stood in `file`.
  ///
  /// Each day of an entry is a day of the event that its SUMMARY names; the first of its CATEGORIES
  /// is the phase. `X-MUSTER-FACTOR` and `X-MUSTER-HOURS` are the planner's figures. Entries that
  /// repeat by a rule, or that have a time of another zone, are refused with their line.
  init(ics text: String, file: String) throws(FileRefusal) {
    let lines = EventsFile.unfolded(text)
    func fileFault(_ fault: SeriesFault, _ line: Line?, found: String? = nil) -> FileFault {
      FileFault(
        file: file, line: line?.number, column: line?.name, found: found ?? line?.value,
        wanted: fault.wanted, hint: fault.hint)
    }
    guard lines.first?.raw.uppercased() == "BEGIN:VCALENDAR",
      lines.last?.raw.uppercased() == "END:VCALENDAR"
    else {
      let end = lines.first?.raw.uppercased() == "BEGIN:VCALENDAR" ? lines.last : lines.first
      throw FileRefusal(.badData, [fileFault(.noCalendar, end, found: end?.raw)])
    }
    var events: [EventCalendar.Event] = []
    var faults: [FileFault] = []
    var entry: [String: Line]?
    for line in lines {
      switch (line.name, line.value.uppercased()) {
      case ("BEGIN", "VEVENT"): entry = ["BEGIN": line]
      case ("END", "VEVENT"):
        guard let own = entry else { continue }
        entry = nil
        do throws(EntryRefusal) {
          events += try EventsFile.days(of: own)
        } catch {
          faults.append(fileFault(error.fault, error.line))
        }
      default: if entry != nil, entry?[line.name] == nil { entry?[line.name] = line }
      }
    }
    guard faults.isEmpty else { throw FileRefusal(.badData, faults) }
    self.init(calendar: EventCalendar(events))
  }

  /// The calendar as a file has it, one all-day entry a day.
  ///
  /// `stamp` is the moment of making; equal values give equal bytes.
  public func ics(name: String, stamp: Instant) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Muster//Events//EN", "CALSCALE:GREGORIAN",
      "X-WR-CALNAME:\(calendarText(name))",
    ]
    for event in calendar.events {
      lines += [
        "BEGIN:VEVENT", "UID:\(ContentHash(ofText: "\(event.day) \(event.key)"))@muster",
        "DTSTAMP:\(calendarTime(stamp))", "DTSTART;VALUE=DATE:\(EventsFile.date(event.day))",
        "DTEND;VALUE=DATE:\(EventsFile.date(event.day + 1))",
        "SUMMARY:\(calendarText(event.name))",
      ]
      if !event.phase.isEmpty { lines.append("CATEGORIES:\(calendarText(event.phase))") }
      if let factor = event.factor {
        lines.append("X-MUSTER-FACTOR:\(shortDecimal(factor))")
      }
      if let minutes = event.minutes {
        lines.append("X-MUSTER-HOURS:\(EventsFile.text(minutes: minutes))")
      }
      lines += ["TRANSP:TRANSPARENT", "END:VEVENT"]
    }
    lines.append("END:VCALENDAR")
    return lines.map { foldedLine($0) + "\r\n" }.joined()
  }

  /// A line with its name and value; parameters such as `VALUE=DATE` lie between them.
  private struct Line {
    let number: Int
    let raw: String
    let name: String
    let parameters: String
    let value: String
  }

  private struct EntryRefusal: Error {
    let fault: SeriesFault
    let line: Line?
  }

  private static func date(_ day: Day) -> String { "\(day)".filter { $0 != "-" } }

  /// The lines of `text`, those joined that were folded; a number is that of the first part.
  private static func unfolded(_ text: String) -> [Line] {
    var joined: [(number: Int, text: String)] = []
    let plain = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    let rows = plain.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    for (index, row) in rows.enumerated() {
      if let first = row.first, first == " " || first == "\t", !joined.isEmpty {
        joined[joined.count - 1].text += row.dropFirst()
      } else if !row.isEmpty {
        joined.append((index + 1, String(row)))
      }
    }
    return joined.map { number, text in
      // A colon inside quotes belongs to a parameter.
      var isQuoted = false
      let colon = text.firstIndex { character in
        if character == "\"" { isQuoted.toggle() }
        return character == ":" && !isQuoted
      }
      let head = text[..<(colon ?? text.endIndex)]
      let name = head.prefix { $0 != ";" }
      let value = colon.map { String(text[text.index(after: $0)...]) } ?? ""
      return Line(
        number: number, raw: text, name: name.uppercased(),
        parameters: head.dropFirst(name.count).uppercased(), value: value)
    }
  }

  private static func days(
    of entry: [String: Line]
  ) throws(EntryRefusal) -> [EventCalendar.Event] {
    func refusal(_ fault: SeriesFault, _ line: Line?) -> EntryRefusal {
      EntryRefusal(fault: fault, line: line)
    }
    if let rule = entry["RRULE"] ?? entry["RDATE"] { throw refusal(.repeatingEvent, rule) }
    guard let start = entry["DTSTART"] else { throw refusal(.badDay, entry["BEGIN"]) }
    if start.value.hasSuffix("Z") || start.parameters.contains("TZID=") {
      throw refusal(.zonedTime, start)
    }
    guard let first = day(start.value) else { throw refusal(.badDay, start) }
    let name = plain(entry["SUMMARY"]?.value ?? "")
    guard !name.isEmpty else { throw refusal(.namelessEvent, entry["SUMMARY"] ?? entry["BEGIN"]) }
    var end = first + 1
    if let line = entry["DTEND"] {
      guard let day = day(line.value) else { throw refusal(.badDay, line) }
      // The end of an all-day entry is the day after its last; one of a time of day lies on it.
      end = line.value.contains("T") && !line.value.hasSuffix("T000000") ? day + 1 : day
      end = max(end, day == first ? first + 1 : end)
      guard first < end, first.distance(to: end) <= mostDays else {
        throw refusal(.endlessEvent, line)
      }
    }
    var factor: Double?
    if let line = entry["X-MUSTER-FACTOR"] {
      factor = EventsFile.factor(line.value)
      if factor == nil { throw refusal(.badFactor, line) }
    }
    var minutes: Range<Int>?
    if let line = entry["X-MUSTER-HOURS"] {
      minutes = EventsFile.minutes(line.value)
      if minutes == nil { throw refusal(.badHours, line) }
      if factor == nil { throw refusal(.hoursWithoutFactor, line) }
    }
    let phase = plain(entry["CATEGORIES"]?.value ?? "", first: true)
    return (0..<first.distance(to: end)).map { offset in
      EventCalendar.Event(
        day: first + offset, name: name, phase: phase, factor: factor, minutes: minutes)
    }
  }

  /// The day of `20261111` or `20261111T090000`.
  private static func day(_ value: String) -> Day? {
    let digits = value.prefix(8)
    guard digits.count == 8, value.count == 8 || value.dropFirst(8).first == "T" else { return nil }
    return Day("\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))")
  }

  /// A value of the type TEXT as people read it; of a list the first part where that is asked for.
  private static func plain(_ value: String, first: Bool = false) -> String {
    var text = ""
    var isEscaped = false
    for character in value {
      if isEscaped {
        text.append(character == "n" || character == "N" ? " " : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == ",", first {
        break
      } else {
        text.append(character)
      }
    }
    return trimmed(text)
  }
}
