public import Vocabulary

/// The calendars of a roster: one for each agent with a shift, one for each team.
///
/// Plain values, so that any source can fill it.
public struct RosterCalendars: Hashable, Sendable {
  public struct Shift: Hashable, Sendable {
    public var number: String
    public var name: String
    public var team: String
    /// The day that the shift is counted to.
    public var day: Day
    public var start: Instant
    public var end: Instant
    /// The name of the pattern in the language of the calendars.
    public var pattern: String
    /// Breaks and work in words, a line each; empty where there is nothing to add.
    public var details: String

    public init(
      number: String, name: String, team: String, day: Day, start: Instant, end: Instant,
      pattern: String, details: String = ""
    ) {
      self.number = number
      self.name = name
      self.team = team
      self.day = day
      self.start = start
      self.end = end
      self.pattern = pattern
      self.details = details
    }
  }

  public var shifts: [Shift]
  public var zoneName: String
  public var stamp: Instant

  public init(shifts: [Shift], zoneName: String, stamp: Instant) {
    self.shifts = shifts
    self.zoneName = zoneName
    self.stamp = stamp
  }

  /// Names of files and their calendars: agents by number, then teams by name.
  public var files: [(name: String, calendar: CalendarFile)] {
    let numbers = ordered(shifts.map(\.number))
    let teams = ordered(shifts.map(\.team))
    return numbers.map { number in
      let own = shifts.filter { $0.number == number }
      let name = own.first.map { "\($0.name) \(number)" } ?? number
      let events = own.map { event($0, summary: $0.pattern) }
      return (file("agent", number), calendar(name, events))
    }
      + teams.map { team in
        let events = shifts.filter { $0.team == team }.map {
          event($0, summary: "\($0.pattern) \($0.name) \($0.number)")
        }
        return (file("team", team), calendar(team, events))
      }
  }

  private func file(_ kind: String, _ text: String) -> String {
    "\(kind)-\(CalendarFile.fileName(for: text)).ics"
  }

  private func calendar(_ name: String, _ events: [CalendarFile.Event]) -> CalendarFile {
    let sorted = events.sorted { ($0.start, $0.key) < ($1.start, $1.key) }
    return CalendarFile(name: name, zoneName: zoneName, stamp: stamp, events: sorted)
  }

  /// The event of `shift`, whose key counts an agent's shifts of one day.
  private func event(_ shift: Shift, summary: String) -> CalendarFile.Event {
    let earlier = shifts.count {
      $0.number == shift.number && $0.day == shift.day && $0.start < shift.start
    }
    return CalendarFile.Event(
      key: "\(shift.number) \(shift.day) \(earlier + 1)", start: shift.start, end: shift.end,
      summary: summary, details: shift.details)
  }
}

/// Each text once, by its UTF-8 bytes.
private func ordered(_ texts: [String]) -> [String] {
  Set(texts).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}
