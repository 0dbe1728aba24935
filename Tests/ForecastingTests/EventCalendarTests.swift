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

  @Test("events of which nothing is known are named") func unknown() {
    let day = Day(ordinal: 20_000)
    let calendar = EventCalendar([
      EventCalendar.Event(day: day, name: "seen"), EventCalendar.Event(day: day + 40, name: "seen"),
      EventCalendar.Event(day: day + 41, name: "new"),
      EventCalendar.Event(day: day + 41, name: "planned", factor: 2),
      EventCalendar.Event(day: day + 42, name: EventCalendar.closed),
      EventCalendar.Event(day: day + 90, name: "later"),
    ])
    #expect(calendar.unknown(on: (day + 31)...(day + 60), after: day...(day + 30)) == ["new"])
  }
}
