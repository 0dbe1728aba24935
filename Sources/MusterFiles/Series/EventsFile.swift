public import Forecasting
public import MusterWords
import Vocabulary

/// Days known ahead: a csv with the columns `date` and `event`, or a calendar of RFC 5545.
///
/// The event `closed` is a day without service, `makeup_workday` a day at the week's end that is
/// worked; every other name is free. A csv may also have `phase`, a part of the event with an effect
/// of its own, and a planner's figure: `factor`, such as `2.5` or `250%`, of the day or of its
/// `hours`, such as `20:00-24:00`.
public struct EventsFile: Hashable, Sendable {
  public let calendar: EventCalendar

  init(calendar: EventCalendar) {
    self.calendar = calendar
  }

  /// The days of several files together; an event's day that an earlier file names is left out of
  /// later ones, so that a team's own file stands before a shipped calendar.
  public init(merging files: [EventsFile]) {
    struct Place: Hashable {
      let day: Day
      let name: String
    }
    var known: Set<Place> = []
    var events: [EventCalendar.Event] = []
    for file in files {
      let own = file.calendar.events.filter {
        !known.contains(Place(day: $0.day, name: $0.name))
      }
      known.formUnion(own.map { Place(day: $0.day, name: $0.name) })
      events += own
    }
    calendar = EventCalendar(events)
  }

  /// The days in `file`, a calendar where its name ends in `.ics`; all faults are reported together.
  public init(_ file: FileSource) throws(FileRefusal) {
    if file.name.hasSuffix(".ics") {
      try self.init(ics: Disk.text(of: file), file: file.name)
    } else {
      try self.init(TableReader(file, columns: .events))
    }
  }

  private init(_ reader: TableReader) throws(FileRefusal) {
    guard let datePlace = reader.heading.place(of: "date"),
      let eventPlace = reader.heading.place(of: "event")
    else { preconditionFailure("the reader was asked for these columns") }
    var events: [EventCalendar.Event] = []
    var faults: [FileFault] = []
    for row in try reader.rest() {
      func note(_ column: String, _ fault: SeriesFault) {
        faults.append(
          reader.fileFault(row, column: column, wanted: fault.wanted, hint: fault.hint))
      }
      func text(_ column: String) -> String {
        reader.heading.place(of: column).map { trimmed(row.text($0)) } ?? ""
      }
      let name = trimmed(row.text(eventPlace))
      let day = Day(row.text(datePlace))
      let factor = EventsFile.factor(text("factor"))
      let minutes = EventsFile.minutes(text("hours"))
      if day == nil { note("date", .badDay) }
      if name.isEmpty { note("event", .namelessEvent) }
      if factor == nil, !text("factor").isEmpty { note("factor", .badFactor) }
      if minutes == nil, !text("hours").isEmpty { note("hours", .badHours) }
      if minutes != nil, text("factor").isEmpty { note("factor", .hoursWithoutFactor) }
      if let day {
        events.append(
          EventCalendar.Event(
            day: day, name: name, phase: text("phase"), factor: factor, minutes: minutes))
      }
    }
    guard faults.isEmpty else { throw FileRefusal(.badData, faults) }
    calendar = EventCalendar(events)
  }

  /// The days as a csv that can be read again.
  public var csv: String {
    var writer = CSVWriter()
    writer.row(["date", "event", "phase", "factor", "hours"])
    for event in calendar.events {
      writer.row([
        "\(event.day)", event.name, event.phase,
        event.factor.map(shortDecimal) ?? "",
        event.minutes.map(EventsFile.text(minutes:)) ?? "",
      ])
    }
    return writer.text
  }

  /// A factor such as `2.5` or `250%`, above 0 and at most 100.
  public static func factor(_ text: String) -> Double? {
    let isPercent = text.hasSuffix("%")
    guard let parts = scaledDecimal(isPercent ? String(text.dropLast()) : text, places: 6) else {
      return nil
    }
    let factor = Double(parts) / (isPercent ? 1e8 : 1e6)
    return factor > 0 && factor <= 100 ? factor : nil
  }

  /// Hours such as `20:00-24:00`, in minutes of the day.
  public static func minutes(_ text: String) -> Range<Int>? {
    clockSpan(text).map { $0.lowerBound.count..<$0.upperBound.count }
  }

  public static func text(minutes: Range<Int>) -> String {
    "\(Minutes(minutes.lowerBound))-\(Minutes(minutes.upperBound))"
  }
}
