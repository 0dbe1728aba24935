public import Vocabulary

/// When a forecast was made, and what it spans.
public struct ForecastRecord: Hashable, Sendable {
  public var id: Int64
  public var madeAt: Instant
  public var actor: String
  /// The days that are forecast.
  public var days: ClosedRange<Day>
  public var interval: Interval
  /// The policy that named days known ahead, where there was one.
  public var calendar: ContentHash?

  public init(
    id: Int64 = 0, madeAt: Instant, actor: String, days: ClosedRange<Day>, interval: Interval,
    calendar: ContentHash?
  ) {
    self.id = id
    self.madeAt = madeAt
    self.actor = actor
    self.days = days
    self.interval = interval
    self.calendar = calendar
  }
}

/// What the forecast of one stream was made from.
public struct ForecastStream: Hashable, Sendable {
  public var stream: Stream
  /// The days of its history.
  public var history: ClosedRange<Day>
  /// Contacts in the history.
  public var contacts: Int64
  /// Mean seconds of work per contact; nil where no contact says.
  public var handleSeconds: Double?

  public init(
    stream: Stream, history: ClosedRange<Day>, contacts: Int64, handleSeconds: Double?
  ) {
    self.stream = stream
    self.history = history
    self.contacts = contacts
    self.handleSeconds = handleSeconds
  }
}

/// What is expected of one open interval of a stream.
public struct ForecastInterval: Hashable, Sendable {
  public var stream: Stream
  public var start: Instant
  /// The workspace's clock at ``start``.
  public var local: LocalTime
  public var mean: Double
  public var p10: Double
  public var p90: Double
  public var p2_5: Double
  public var p97_5: Double

  public init(
    stream: Stream, start: Instant, local: LocalTime, mean: Double, p10: Double, p90: Double,
    p2_5: Double, p97_5: Double
  ) {
    self.stream = stream
    self.start = start
    self.local = local
    self.mean = mean
    self.p10 = p10
    self.p90 = p90
    self.p2_5 = p2_5
    self.p97_5 = p97_5
  }
}

extension Connection {
  /// The local days of the first and the last contact of a stream with any, up to `day`.
  public func contactDays(before day: Day) throws -> ClosedRange<Day>? {
    guard
      let row = try first(
        "SELECT MIN(local_day) AS first, MAX(local_day) AS last FROM contact WHERE local_day < $1",
        day),
      let first: Day = try row["first"], let last: Day = try row["last"]
    else { return nil }
    return first...last
  }

  /// Keeps a forecast and gives its number; only inside a write.
  public func saveForecast(
    _ record: ForecastRecord, streams: [ForecastStream], intervals: [ForecastInterval]
  ) throws -> Int64 {
    let id = try insert(
      """
      INSERT INTO forecast (made_at, actor, first_day, last_day, interval_minutes, calendar_hash)
      VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
      """, record.madeAt, record.actor, record.days.lowerBound, record.days.upperBound,
      record.interval.minutes, record.calendar)
    for stream in streams {
      try execute(
        """
        INSERT INTO forecast_stream
          (forecast_id, channel, queue, first_day, last_day, contacts, handle_seconds)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """, id, stream.stream.channel, stream.stream.queue, stream.history.lowerBound,
        stream.history.upperBound, stream.contacts, stream.handleSeconds)
    }
    for interval in intervals {
      try execute(
        """
        INSERT INTO forecast_interval
          (forecast_id, channel, queue, start_at, local_day, local_minute, mean, p10, p90, p2_5,
           p97_5)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """, id, interval.stream.channel, interval.stream.queue, interval.start,
        interval.local.day, interval.local.minute, interval.mean, interval.p10, interval.p90,
        interval.p2_5, interval.p97_5)
    }
    return id
  }

  /// The forecast with this number, or the latest; nil where there is none.
  public func forecast(_ id: Int64? = nil) throws -> ForecastRecord? {
    let columns = """
      SELECT id, made_at, actor, first_day, last_day, interval_minutes, calendar_hash FROM forecast
      """
    return try first(columns, numbered: id).map { row in
      let minutes: Int = try row["interval_minutes"]
      guard let interval = Interval(minutes: minutes) else {
        throw StoreFault.unreadable(
          column: "interval_minutes", found: "\(minutes)", wanted: "Interval")
      }
      return try ForecastRecord(
        id: row["id"], madeAt: row["made_at"], actor: row["actor"], days: row.days,
        interval: interval, calendar: row["calendar_hash"])
    }
  }

  /// The streams of a forecast, by name.
  public func forecastStreams(_ id: Int64) throws -> [ForecastStream] {
    try query(
      """
      SELECT channel, queue, first_day, last_day, contacts, handle_seconds FROM forecast_stream
      WHERE forecast_id = $1
      """, id
    ).map { row in
      try ForecastStream(
        stream: row.stream,
        history: row.days, contacts: row["contacts"],
        handleSeconds: row["handle_seconds"])
    }.sorted { $0.stream < $1.stream }
  }

  /// The intervals of a forecast, by stream, then by time.
  public func forecastIntervals(_ id: Int64) throws -> [ForecastInterval] {
    try query(
      """
      SELECT channel, queue, start_at, local_day, local_minute, mean, p10, p90, p2_5, p97_5
      FROM forecast_interval WHERE forecast_id = $1
      """, id
    ).map(ForecastInterval.init(row:)).sorted { ($0.stream, $0.start) < ($1.stream, $1.start) }
  }
}

extension ForecastInterval {
  init(row: Row) throws {
    try self.init(
      stream: row.stream, start: row["start_at"], local: row.localTime, mean: row["mean"],
      p10: row["p10"], p90: row["p90"], p2_5: row["p2_5"], p97_5: row["p97_5"])
  }
}
