public import Performance
public import Vocabulary

/// The contacts of one stream that arrived in one interval of the planning grid.
public struct Arrivals: Hashable, Sendable {
  public var stream: Stream
  /// The local day of the workspace.
  public var day: Day
  /// The interval of the day, from 0; on a day when clocks change, as the wall clock shows it.
  public var slot: Int
  public var contacts: Int64
  /// Seconds of work, over the contacts for which they are known.
  public var handle: Reading
}

/// The contacts of one stream about one topic that arrived in one interval of the planning grid.
public struct TopicArrivals: Hashable, Sendable {
  public var topic: String
  public var arrivals: Arrivals
}

extension Connection {
  /// As ``arrivals(in:per:)``, topic by topic; by stream, topic, day, slot.
  public func topicArrivals(in days: Range<Day>, per interval: Interval) throws -> [TopicArrivals] {
    try counts(in: days, per: interval, of: "channel, queue, topic") {
      try TopicArrivals(topic: $0["topic"], arrivals: $1)
    }.sorted {
      ($0.arrivals.stream, $0.topic, $0.arrivals.day, $0.arrivals.slot)
        < ($1.arrivals.stream, $1.topic, $1.arrivals.day, $1.arrivals.slot)
    }
  }

  /// Contacts that arrived on `days`, per stream and interval, without the intervals in which none
  /// did; by stream, day, slot.
  public func arrivals(in days: Range<Day>, per interval: Interval) throws -> [Arrivals] {
    try counts(in: days, per: interval, of: "channel, queue") { $1 }
      .sorted { ($0.stream, $0.day, $0.slot) < ($1.stream, $1.day, $1.slot) }
  }

  /// The arrivals of each `group` of columns, and the row they stand in.
  private func counts<T>(
    in days: Range<Day>, per interval: Interval, of group: String,
    _ make: (Row, Arrivals) throws -> T
  ) throws -> [T] {
    // A day at a time: sorting each day's few rows is half the work of sorting all at once.
    try days.flatMap { day in
      try query(
        """
        SELECT \(group), local_minute / $2 AS slot, COUNT(*) AS contacts,
          COUNT(handle_seconds) AS handled,
          CAST(COALESCE(SUM(handle_seconds), 0) AS BIGINT) AS handle_seconds
        FROM contact WHERE local_day = $1
        GROUP BY \(group), local_minute / $2
        """, day, interval.minutes
      ).map { row in
        try make(
          row,
          Arrivals(
            stream: row.stream, day: day, slot: row["slot"], contacts: row["contacts"],
            handle: Reading(row["handle_seconds"], over: row["handled"])))
      }
    }
  }
}
