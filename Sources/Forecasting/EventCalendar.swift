public import Vocabulary

/// Days known ahead to be unlike others: holidays, campaigns, days without service.
public struct EventCalendar: Hashable, Sendable {
  /// One day of an event, and what a planner expects of it.
  public struct Event: Hashable, Sendable {
    public let day: Day
    public let name: String
    /// A part of the event with an effect of its own, such as `presale`; empty where it has none.
    public let phase: String
    /// The planner's figure: contacts of the day over those of such a day without the event.
    public let factor: Double?
    /// The minutes of the day that ``factor`` is about; the whole day where nil.
    public let minutes: Range<Int>?

    public init(
      day: Day, name: String, phase: String = "", factor: Double? = nil, minutes: Range<Int>? = nil
    ) {
      self.day = day
      self.name = name
      self.phase = phase
      self.factor = factor
      self.minutes = minutes
    }

    /// What days with the same effect have in common: name and phase.
    public var key: String { phase.isEmpty ? name : "\(name)/\(phase)" }
  }

  /// The name of a day without service.
  public static let closed = "closed"

  /// The name of a day at the week's end that is worked like the working day next to it, where the
  /// week's end is closed else.
  public static let makeupWorkday = "makeup_workday"

  /// No day is known to be special.
  public static let none = EventCalendar([Event]())

  /// The events by day, name and phase, each once.
  public let events: [Event]

  /// The calendar of `events`; of two with the same day, name and phase the first counts.
  public init(_ events: [Event]) {
    var seen: Set<Entry> = []
    self.events =
      events
      .filter { seen.insert(Entry(day: $0.day, key: $0.key)).inserted }
      .sorted {
        $0.day == $1.day ? $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) : $0.day < $1.day
      }
  }

  /// The calendar of events of which only day and name are known.
  public init(_ events: [(day: Day, name: String)]) {
    self.init(events.map { Event(day: $0.day, name: $0.name) })
  }

  private struct Entry: Hashable {
    let day: Day
    let key: String
  }

  /// The events on days of `ahead` of which nothing is known.
  ///
  /// They have no day in `history`, and no planner's figure. By day, each once.
  public func unknown(on ahead: ClosedRange<Day>, after history: ClosedRange<Day>) -> [String] {
    var names: [String] = []
    for event in events where ahead.contains(event.day) && event.factor == nil {
      guard event.name != EventCalendar.closed, event.name != EventCalendar.makeupWorkday,
        !names.contains(event.key),
        !events.contains(where: { $0.key == event.key && history.contains($0.day) })
      else { continue }
      names.append(event.key)
    }
    return names
  }
}
