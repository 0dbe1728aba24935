public import Vocabulary

/// Days known ahead to be unlike others: holidays, campaigns, days without service.
public struct EventCalendar: Hashable, Sendable {
  /// The name of a day without service.
  public static let closed = "closed"

  /// No day is known to be special.
  public static let none = EventCalendar([])

  /// The events by day and name, each once.
  public let events: [(day: Day, name: String)]

  public init(_ events: [(day: Day, name: String)]) {
    var seen: Set<Entry> = []
    self.events =
      events
      .filter { seen.insert(Entry(day: $0.day, name: $0.name)).inserted }
      .sorted {
        $0.day == $1.day ? $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) : $0.day < $1.day
      }
  }

  private struct Entry: Hashable {
    let day: Day
    let name: String
  }

  public static func == (a: EventCalendar, b: EventCalendar) -> Bool {
    a.events.elementsEqual(b.events) { $0.day == $1.day && $0.name == $1.name }
  }

  public func hash(into hasher: inout Hasher) {
    for event in events {
      hasher.combine(event.day)
      hasher.combine(event.name)
    }
  }
}
