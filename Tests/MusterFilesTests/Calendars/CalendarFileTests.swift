import MusterFiles
import Testing
import Vocabulary

private let start = Instant(seconds: 1_793_581_200)

/// The lines of a calendar with parts joined again, as RFC 5545 section 3.1 reads it.
private func unfolded(_ text: String) -> [String] {
  text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
}

@Suite struct CalendarFileTests {
  @Test func writesACalendar() {
    let calendar = CalendarFile(
      name: "王芳 0100", zoneName: "Asia/Shanghai", stamp: Instant(seconds: 1_793_500_000),
      events: [
        .init(
          key: "0100 2026-11-02 1", start: start, end: start + 9 * 3600, summary: "早班",
          details: "12:00–13:00 休息\napp/presale")
      ])
    let uid = "UID:\(ContentHash(ofText: "0100 2026-11-02 1"))@muster"
    #expect(
      unfolded(calendar.text) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Muster//Roster//EN", "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:王芳 0100", "X-WR-TIMEZONE:Asia/Shanghai", "BEGIN:VEVENT", uid,
        "DTSTAMP:20261101T022640Z", "DTSTART:20261102T010000Z", "DTEND:20261102T100000Z",
        "SUMMARY:早班", "DESCRIPTION:12:00–13:00 休息\\napp/presale", "END:VEVENT",
        "END:VCALENDAR",
      ])
  }

  @Test(arguments: [
    (text: "a;b,c\\d", written: "a\\;b\\,c\\\\d"),
    (text: "two\r\nlines", written: "two\\nlines"),
    (text: "bell\u{7}", written: "bell"),
    (text: "BEGIN:VEVENT\nX", written: "BEGIN:VEVENT\\nX"),
  ])
  func escapesText(text: String, written: String) {
    let calendar = CalendarFile(name: text, zoneName: "UTC", stamp: start, events: [])
    #expect(unfolded(calendar.text).contains("X-WR-CALNAME:\(written)"))
  }

  /// No line is longer than 75 bytes, none is cut inside a character, nothing is lost.
  @Test(arguments: 0..<90)
  func foldsLongLines(lead: Int) {
    let name = String(repeating: "x", count: lead) + String(repeating: "客é😀", count: 40)
    let calendar = CalendarFile(name: name, zoneName: "UTC", stamp: start, events: [])
    let lines = Array(calendar.text.utf8).split(separator: 13)
    #expect(lines.allSatisfy { $0.drop { $0 == 10 }.count <= 75 })
    #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
    #expect(unfolded(calendar.text).contains("X-WR-CALNAME:\(name)"))
  }
}

@Suite struct RosterCalendarsTests {
  private func shift(
    _ number: String, _ team: String, _ day: String, hour: Int64
  ) throws -> RosterCalendars.Shift {
    let day = try #require(Day(day))
    let start = Zone.china.start(of: day) + hour * 3600
    return RosterCalendars.Shift(
      number: number, name: "N\(number)", team: team, day: day, start: start,
      end: start + 4 * 3600, pattern: "早班")
  }

  @Test func eachAgentAndTeamHasAFile() throws {
    let shifts = try [
      shift("02", "一组", "2026-11-03", hour: 9), shift("01", "一组", "2026-11-02", hour: 14),
      shift("01", "一组", "2026-11-02", hour: 8), shift("A/1", "B", "2026-11-02", hour: 8),
    ]
    let files = RosterCalendars(shifts: shifts, zoneName: "Asia/Shanghai", stamp: start).files
    #expect(
      files.map(\.name) == [
        "agent-01.ics", "agent-02.ics", "agent-A%2F1.ics", "team-B.ics", "team-一组.ics",
      ])
    #expect(files.map { $0.calendar.events.count } == [2, 1, 1, 1, 3])
    #expect(files[0].calendar.events.map(\.key) == ["01 2026-11-02 1", "01 2026-11-02 2"])
    #expect(
      files[4].calendar.events.map(\.summary) == ["早班 N01 01", "早班 N01 01", "早班 N02 02"])
  }

  /// A shift that moves by an hour keeps its identity.
  @Test func aMovedShiftKeepsItsKey() throws {
    let keys = try [Int64(8), 9].map { hour in
      let shifts = try [shift("01", "一组", "2026-11-02", hour: hour)]
      let calendars = RosterCalendars(shifts: shifts, zoneName: "UTC", stamp: start)
      return calendars.files[0].calendar.events[0].key
    }
    #expect(keys[0] == keys[1])
  }
}
