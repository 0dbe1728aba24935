import Forecasting
import Foundation
import MusterFiles
import MusterWords
import Testing
import Vocabulary

@Suite("Event calendars in files") struct EventsCalendarTests {
  private func text(_ lines: String...) -> String {
    (["BEGIN:VCALENDAR", "VERSION:2.0"] + lines + ["END:VCALENDAR"])
      .map { $0 + "\r\n" }.joined()
  }

  private func read(_ text: String) throws -> [String] {
    try EventsFile(.text(text, name: "e.ics")).calendar.events.map { "\($0.day) \($0.key)" }
  }

  @Test("an entry of several days, folded lines, escapes, other parts") func read() throws {
    let text = text(
      "BEGIN:VTIMEZONE", "DTSTART:19700101T000000", "END:VTIMEZONE", "BEGIN:VEVENT",
      "DTSTART;VALUE=DATE:20261001", "DTEND;VALUE=DATE:20261004", "SUMMARY:National\r\n  Day\\, 国庆",
      "CATEGORIES:peak,other", "END:VEVENT", "BEGIN:VEVENT", "dtstart:20261111",
      "summary:double_11", "END:VEVENT")
    #expect(
      try read(text) == [
        "2026-10-01 National Day, 国庆/peak", "2026-10-02 National Day, 国庆/peak",
        "2026-10-03 National Day, 国庆/peak", "2026-11-11 double_11",
      ])
  }

  @Test("what is written is read again") func roundTrip() throws {
    let csv = """
      date,event,phase,factor,hours
      2026-11-10,double_11,eve,1.5,20:00-24:00
      2026-11-11,double_11,peak,3,
      2026-11-12,closed,,,

      """
    let file = try EventsFile(.text(csv, name: "e.csv"))
    let ics = file.ics(name: "campaigns", stamp: Instant(seconds: 1_790_000_000))
    #expect(try EventsFile(.text(ics, name: "e.ics")) == file)
    #expect(file.csv == csv)
  }

  @Test(
    "refused with the line",
    arguments: [
      (line: "DTSTART:20261332", number: 4), (line: "DTSTART:20261111T000000Z", number: 4),
      (line: "DTSTART;TZID=Asia/Shanghai:20261111T000000", number: 4),
      (line: "DTSTART:20261111\r\nRRULE:FREQ=YEARLY", number: 5),
      (line: "DTSTART:20261111\r\nDTEND:20261101", number: 5),
      (line: "DTSTART:20261111\r\nDTEND:20271111", number: 5),
      (line: "DTSTART:20261111\r\nX-MUSTER-FACTOR:-1", number: 5),
      (line: "X-A:1", number: 3),
    ])
  func refused(line: String, number: Int) throws {
    let text = text("BEGIN:VEVENT", line, "SUMMARY:a", "END:VEVENT")
    let refusal = try #require(throws: FileRefusal.self) { try read(text) }
    #expect(refusal.faults.map(\.line) == [number])
  }

  @Test("no calendar, or one cut off", arguments: ["", "date,event\n", "BEGIN:VCALENDAR\nA:1\n"])
  func noCalendar(text: String) throws {
    #expect(throws: FileRefusal.self) { try read(text) }
  }

  @Test("lunar days of the shipped calendars are those of the Chinese calendar")
  func lunar() throws {
    var chinese = Calendar(identifier: .chinese)
    chinese.timeZone = try #require(TimeZone(secondsFromGMT: 8 * 3600))
    let lunar = [
      (name: "spring_festival/first_days", month: 1, day: 1), ("lantern", 1, 15),
      ("dragon_boat", 5, 5), ("qixi", 7, 7), ("mid_autumn", 8, 15), ("double_ninth", 9, 9),
      ("laba", 12, 8),
    ]
    for year in 2025...2027 {
      let name = "calendars/china-\(year).csv"
      let text = try ShippedRostersTests.text(name)
      let events = try EventsFile(.text(text, name: name)).calendar.events
      #expect(events.allSatisfy { $0.day.date.year == year })
      for (name, month, number) in lunar {
        let days = events.filter { $0.key == name }.map(\.day)
        let found = days.contains { day in
          let noon = Date(timeIntervalSince1970: Double(day.ordinal) * 86_400 + 4 * 3600)
          let parts = chinese.dateComponents([.month, .day], from: noon)
          return parts.month == month && parts.day == number
        }
        #expect(found, "\(name) \(year)")
      }
    }
  }
}
