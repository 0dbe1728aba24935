public import Vocabulary

/// What a person says against a forecast, beside the model's figure.
public struct ForecastOverride: Hashable, Sendable {
  public var id: Int64
  public var stream: Stream
  public var days: ClosedRange<Day>
  /// The minutes of each day.
  public var minutes: Range<Int>
  /// The contacts meant over those forecast.
  public var factor: Double
  public var reason: String
  public var actor: String
  public var recordedAt: Instant

  public init(
    id: Int64 = 0, stream: Stream, days: ClosedRange<Day>, minutes: Range<Int>, factor: Double,
    reason: String, actor: String, recordedAt: Instant
  ) {
    self.id = id
    self.stream = stream
    self.days = days
    self.minutes = minutes
    self.factor = factor
    self.reason = reason
    self.actor = actor
    self.recordedAt = recordedAt
  }

  /// Whether it is about the interval of `stream` that begins at `time`.
  public func holds(_ stream: Stream, _ time: LocalTime) -> Bool {
    stream == self.stream && days.contains(time.day) && minutes.contains(time.minute)
  }
}

extension Connection {
  /// Keeps an override and gives its number; only inside a write.
  public func saveOverride(_ override: ForecastOverride) throws -> Int64 {
    try insert(
      """
      INSERT INTO forecast_override
        (channel, queue, first_day, last_day, from_minute, to_minute, factor, reason, actor,
         recorded_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id
      """, override.stream.channel, override.stream.queue, override.days.lowerBound,
      override.days.upperBound, override.minutes.lowerBound, override.minutes.upperBound,
      override.factor, override.reason, override.actor, override.recordedAt)
  }

  /// Takes an override back; only inside a write.
  public func withdrawOverride(_ id: Int64, at instant: Instant, actor: String) throws {
    try execute(
      """
      INSERT INTO forecast_override_withdrawal (override_id, actor, recorded_at)
      VALUES ($1, $2, $3)
      """, id, actor, instant)
  }

  /// The overrides that stand, by number.
  public func overrides() throws -> [ForecastOverride] {
    try query(
      """
      SELECT o.id, channel, queue, first_day, last_day, from_minute, to_minute, factor, reason,
        o.actor, o.recorded_at
      FROM forecast_override o
        LEFT JOIN forecast_override_withdrawal w ON w.override_id = o.id
      WHERE w.override_id IS NULL
      ORDER BY o.id
      """
    ).map { row in
      let from: Int = try row["from_minute"]
      return try ForecastOverride(
        id: row["id"], stream: row.stream,
        days: row.days, minutes: from..<row["to_minute"], factor: row["factor"],
        reason: row["reason"], actor: row["actor"], recordedAt: row["recorded_at"])
    }
  }

  /// The latest forecast of each interval of `days` made before it began, by stream and time.
  public func forecastsAhead(of days: ClosedRange<Day>) throws -> [ForecastInterval] {
    try query(
      """
      SELECT i.channel, i.queue, i.start_at, i.local_day, i.local_minute, i.mean, i.p10, i.p90,
        i.p2_5, i.p97_5
      FROM forecast_interval i
      WHERE i.local_day >= $1 AND i.local_day <= $2 AND i.forecast_id = (
        SELECT MAX(f.id) FROM forecast_interval l JOIN forecast f ON f.id = l.forecast_id
        WHERE l.channel = i.channel AND l.queue = i.queue AND l.start_at = i.start_at
          AND f.made_at <= i.start_at)
      """, days.lowerBound, days.upperBound
    ).map(ForecastInterval.init(row:)).sorted { ($0.stream, $0.start) < ($1.stream, $1.start) }
  }
}
