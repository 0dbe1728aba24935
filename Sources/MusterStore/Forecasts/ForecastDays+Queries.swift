public import Forecasting
public import Vocabulary

/// How what is expected of a stream on a day comes about.
public struct ForecastDay: Hashable, Sendable {
  public var stream: Stream
  public var parts: DayParts

  public init(stream: Stream, parts: DayParts) {
    self.stream = stream
    self.parts = parts
  }
}

extension Connection {
  /// Keeps how the days of forecast `id` come about; only inside a write.
  public func saveForecastDays(_ id: Int64, _ days: [ForecastDay]) throws {
    for day in days {
      let parts = day.parts
      try execute(
        """
        INSERT INTO forecast_day
          (forecast_id, channel, queue, local_day, level, weekday, month_place, season, reopening,
           so_far)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """, id, day.stream.channel, day.stream.queue, parts.day, parts.level, parts.weekday,
        parts.month, parts.season, parts.reopening, parts.soFar)
      for event in parts.events {
        try execute(
          """
          INSERT INTO forecast_event (forecast_id, channel, queue, local_day, event, factor)
          VALUES ($1, $2, $3, $4, $5, $6)
          """, id, day.stream.channel, day.stream.queue, parts.day, event.key, event.factor)
      }
    }
  }

  /// How the days of a forecast come about, by stream, then by day.
  public func forecastDays(_ id: Int64) throws -> [ForecastDay] {
    struct Place: Hashable {
      let stream: Stream
      let day: Day
    }
    var events: [Place: [DayParts.EventPart]] = [:]
    for row in try query(
      """
      SELECT channel, queue, local_day, event, factor FROM forecast_event
      WHERE forecast_id = $1
      """, id)
    {
      let place = Place(
        stream: try row.stream,
        day: try row["local_day"])
      events[place, default: []].append(
        DayParts.EventPart(key: try row["event"], factor: try row["factor"]))
    }
    return try query(
      """
      SELECT channel, queue, local_day, level, weekday, month_place, season, reopening, so_far
      FROM forecast_day WHERE forecast_id = $1
      """, id
    ).map { row in
      let stream = try row.stream
      let day: Day = try row["local_day"]
      let own = (events[Place(stream: stream, day: day)] ?? []).sorted {
        $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
      }
      return try ForecastDay(
        stream: stream,
        parts: DayParts(
          day: day, level: row["level"], weekday: row["weekday"], month: row["month_place"],
          season: row["season"], reopening: row["reopening"], events: own, soFar: row["so_far"]))
    }.sorted { ($0.stream, $0.parts.day) < ($1.stream, $1.parts.day) }
  }
}
