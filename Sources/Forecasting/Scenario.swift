/// What is supposed to be otherwise than a forecast says.
public struct Scenario: Hashable, Sendable {
  /// How large a campaign is, beside what is forecast of it.
  public struct EventSize: Hashable, Sendable {
    /// The name of the event, all of its phases included.
    public let name: String
    /// The contacts that it adds over those that the forecast has it add.
    public let size: Double

    public init(name: String, size: Double) {
      self.name = name
      self.size = size
    }
  }

  /// The contacts of all days over those forecast.
  public let volume: Double
  /// The share of contacts that a bot settles, so that nobody has to.
  public let botShare: Double
  public let events: [EventSize]

  /// A scenario, or nil where a share is not in `0...1` or another figure is below zero.
  public init?(volume: Double = 1, botShare: Double = 0, events: [EventSize] = []) {
    guard volume >= 0, (0...1).contains(botShare), events.allSatisfy({ $0.size >= 0 }) else {
      return nil
    }
    self.volume = volume
    self.botShare = botShare
    self.events = events
  }

  /// The contacts of a day over those forecast; `parts` tell what events do to it.
  ///
  /// An event that makes three contacts of one adds two; at half its size it adds one.
  public func factor(on parts: DayParts?) -> Double {
    var factor = volume * (1 - botShare)
    for part in parts?.events ?? [] where part.factor > 0 {
      guard let event = events.first(where: { part.isOf($0.name) }) else { continue }
      factor *= max(0, 1 + (part.factor - 1) * event.size) / part.factor
    }
    return factor
  }
}

extension DayParts.EventPart {
  /// Whether it is the event called `name`, or a phase of it.
  public func isOf(_ name: String) -> Bool { key == name || key.hasPrefix(name + "/") }
}
