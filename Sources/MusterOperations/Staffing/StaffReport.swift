public import Vocabulary

/// What streams require over time and what covers it: what a page and a workbook show.
public struct StaffReport: Hashable, Sendable {
  /// One open interval of a stream.
  public struct Interval: Hashable, Sendable {
    public var time: LocalTime
    /// In erlangs.
    public var load: Double
    public var agents: Int
    /// The share of contacts answered within the target's time.
    public var level: Double
    /// Agents to schedule, shrinkage included.
    public var scheduled: Double
    /// Heads that a roster puts there; nil where there is none.
    public var cover: Int?

    public init(
      time: LocalTime, load: Double, agents: Int, level: Double, scheduled: Double,
      cover: Int? = nil
    ) {
      self.time = time
      self.load = load
      self.agents = agents
      self.level = level
      self.scheduled = scheduled
      self.cover = cover
    }
  }

  /// One stream, its intervals by time.
  public struct Volume: Hashable, Sendable {
    public var name: String
    public var intervals: [Interval]

    public init(name: String, intervals: [Interval]) {
      self.name = name
      self.intervals = intervals
    }
  }

  public var interval: Vocabulary.Interval
  /// When the report was made: what a workbook says of itself.
  public var made: Instant
  public var volumes: [Volume]

  public init(interval: Vocabulary.Interval, made: Instant, volumes: [Volume]) {
    self.interval = interval
    self.made = made
    self.volumes = volumes
  }

  /// Hours to schedule of `intervals`.
  package func hours(_ intervals: [Interval]) -> Double {
    intervals.reduce(0) { $0 + $1.scheduled } * Double(interval.minutes) / 60
  }
}
