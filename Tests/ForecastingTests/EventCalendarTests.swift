import Forecasting
import Testing
import Vocabulary

@Suite("Event calendars") struct EventCalendarTests {
  @Test("sorted by day and name, each once") func order() {
    let day = Day(ordinal: 20_000)
    let calendar = EventCalendar([(day + 1, "b"), (day, "z"), (day + 1, "a"), (day, "z")])
    #expect(calendar.events.map(\.name) == ["z", "a", "b"])
    #expect(calendar == EventCalendar([(day, "z"), (day + 1, "a"), (day + 1, "b")]))
    #expect(calendar != .none)
  }

  @Test("phases of an event are told apart") func phases() {
    let day = Day(ordinal: 20_000)
    let calendar = EventCalendar([
      EventCalendar.Event(day: day, name: "sale", phase: "peak", factor: 3),
      EventCalendar.Event(day: day, name: "sale"),
      EventCalendar.Event(day: day, name: "sale", phase: "peak", factor: 5),
    ])
    #expect(calendar.events.map(\.key) == ["sale", "sale/peak"])
    #expect(calendar.events.map(\.factor) == [nil, 3])
  }
}
