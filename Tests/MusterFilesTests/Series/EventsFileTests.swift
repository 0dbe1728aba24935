import Forecasting
import MusterFiles
import MusterWords
import Testing

@Suite("Events files") struct EventsFileTests {
  @Test("days and names") func read() throws {
    let calendar = try EventsFile(
      .text(
        "date,event\n2026-11-11,double_11\n2026-10-01,closed\n2026-11-11,double_11\n",
        name: "e.csv")
    ).calendar
    #expect(
      calendar.events.map { "\($0.day) \($0.name)" } == [
        "2026-10-01 closed", "2026-11-11 double_11",
      ])
  }

  @Test("a heading alone is no event") func empty() throws {
    #expect(try EventsFile(.text("date,event\n", name: "e.csv")).calendar == .none)
  }

  @Test("all faults together") func refused() throws {
    let text = "date,event\n2026-11-31,a\n2026-11-11,\nsoon, \n"
    let refusal = try #require(throws: FileRefusal.self) {
      try EventsFile(.text(text, name: "e.csv"))
    }
    #expect(refusal.faults.map(\.line) == [2, 3, 4, 4])
    #expect(refusal.faults.map(\.column) == ["date", "event", "date", "event"])
  }
}
