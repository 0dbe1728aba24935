extension Migration {
  static let forecasts = Migration(
    version: 12, name: "forecasts",
    statements: [
      // The factors whose product is what a forecast expects of a stream on a day.
      """
      CREATE TABLE forecast_day (
        forecast_id {int} NOT NULL REFERENCES forecast (id),
        channel {text} NOT NULL,
        queue {text} NOT NULL,
        local_day {text} NOT NULL,
        level {real} NOT NULL,
        weekday {real} NOT NULL,
        month_place {real} NOT NULL,
        season {real} NOT NULL,
        reopening {real} NOT NULL,
        so_far {real} NOT NULL,
        PRIMARY KEY (forecast_id, channel, queue, local_day)
      ) {strict}
      """,
      """
      CREATE TABLE forecast_event (
        forecast_id {int} NOT NULL REFERENCES forecast (id),
        channel {text} NOT NULL,
        queue {text} NOT NULL,
        local_day {text} NOT NULL,
        event {text} NOT NULL,
        factor {real} NOT NULL,
        PRIMARY KEY (forecast_id, channel, queue, local_day, event)
      ) {strict}
      """,
      // What a person says against a forecast: contacts of these days and minutes times a factor.
      """
      CREATE TABLE forecast_override (
        id {id},
        channel {text} NOT NULL,
        queue {text} NOT NULL,
        first_day {text} NOT NULL,
        last_day {text} NOT NULL CHECK (last_day >= first_day),
        from_minute {int} NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
        to_minute {int} NOT NULL CHECK (to_minute > from_minute AND to_minute <= 1440),
        factor {real} NOT NULL CHECK (factor >= 0),
        reason {text} NOT NULL,
        actor {text} NOT NULL,
        recorded_at {int} NOT NULL
      ) {strict}
      """,
      .appendOnly(table: "forecast_override"),
      """
      CREATE TABLE forecast_override_withdrawal (
        override_id {int} NOT NULL PRIMARY KEY REFERENCES forecast_override (id),
        actor {text} NOT NULL,
        recorded_at {int} NOT NULL
      ) {strict}
      """,
      .appendOnly(table: "forecast_override_withdrawal"),
    ])
}
