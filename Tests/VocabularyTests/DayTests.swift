import Testing
import Vocabulary

@Suite("Day") struct DayTests {
  @Test("ordinal and date agree over 800 years")
  func roundTrip() throws {
    var day = try #require(Day(year: 1700, month: 1, day: 1))
    let last = try #require(Day(year: 2500, month: 12, day: 31))
    var weekday = day.weekday.rawValue
    while day < last {
      let date = day.date
      #expect(Day(year: date.year, month: date.month, day: date.day) == day)
      #expect(day.weekday.rawValue == weekday)
      weekday = (weekday + 1) % 7
      day = day + 1
    }
  }

  @Test(
    "text",
    arguments: [
      ("1970-01-01", 0, Weekday.thursday), ("2026-11-11", 20768, .wednesday),
      ("2000-02-29", 11016, .tuesday), ("1969-12-31", -1, .wednesday),
    ] as [(String, Int, Weekday)])
  func text(text: String, ordinal: Int, weekday: Weekday) throws {
    let day = try #require(Day(text))
    #expect(Int(day.ordinal) == ordinal)
    #expect(day.weekday == weekday)
    #expect(day.description == text)
  }

  @Test(
    "what is not a day",
    arguments: [
      "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20260101", "", "2026-01-01 ",
      "0000-01-01", "2026/01/01", "２０２６-01-01",
    ])
  func refused(text: String) {
    #expect(Day(text) == nil)
  }

  @Test("months") func months() throws {
    let month = try #require(Month("2026-02"))
    #expect(month.days.count == 28)
    #expect(month.last.description == "2026-02-28")
    #expect((month + 11).description == "2027-01")
    #expect((month + -2).description == "2025-12")
    #expect(month.first.month == month)
  }
}
