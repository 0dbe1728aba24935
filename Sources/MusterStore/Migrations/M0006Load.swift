extension Migration {
  static let load = Migration(
    version: 6, name: "load",
    statements: [
      // One run of a forecast over all streams.
      """
      CREATE TABLE forecast (
        id {id},
        made_at {int} NOT NULL,
        actor {text} NOT NULL,
        first_day {text} NOT NULL,
        last_day {text} NOT NULL CHECK (last_day >= first_day),
        interval_minutes {int} NOT NULL CHECK (interval_minutes BETWEEN 5 AND 60),
        calendar_hash {text} REFERENCES policy (hash)
      ) {strict}
      """,
      // What a forecast is made from: days of history, their contacts, mean seconds of work.
      """
      CREATE TABLE forecast_stream (
        forecast_id {int} NOT NULL REFERENCES forecast (id),
        channel {text} NOT NULL,
        queue {text} NOT NULL,
        first_day {text} NOT NULL,
        last_day {text} NOT NULL,
        contacts {int} NOT NULL,
        handle_seconds {real},
        PRIMARY KEY (forecast_id, channel, queue)
      ) {strict}
      """,
      // Open intervals alone; local_day and local_minute are start_at on the workspace's clocks.
      """
      CREATE TABLE forecast_interval (
        forecast_id {int} NOT NULL REFERENCES forecast (id),
        channel {text} NOT NULL,
        queue {text} NOT NULL,
        start_at {int} NOT NULL,
        local_day {text} NOT NULL,
        local_minute {int} NOT NULL CHECK (local_minute BETWEEN 0 AND 1439),
        mean {real} NOT NULL,
        p10 {real} NOT NULL,
        p90 {real} NOT NULL,
        p2_5 {real} NOT NULL,
        p97_5 {real} NOT NULL,
        PRIMARY KEY (forecast_id, channel, queue, start_at)
      ) {strict}
      """,
      // One run of staffing, of a forecast by the standards of the day.
      """
      CREATE TABLE requirement (
        id {id},
        forecast_id {int} NOT NULL REFERENCES forecast (id),
        made_at {int} NOT NULL,
        actor {text} NOT NULL,
        used {text} NOT NULL CHECK (used IN ('mean', 'p90')),
        standards_hash {text} NOT NULL REFERENCES policy (hash)
      ) {strict}
      """,
      """
      CREATE TABLE requirement_interval (
        requirement_id {int} NOT NULL REFERENCES requirement (id),
        channel {text} NOT NULL,
        queue {text} NOT NULL,
        start_at {int} NOT NULL,
        local_day {text} NOT NULL,
        local_minute {int} NOT NULL CHECK (local_minute BETWEEN 0 AND 1439),
        volume {real} NOT NULL,
        erlangs {real} NOT NULL,
        agents {int} NOT NULL CHECK (agents >= 0),
        service_level {real} NOT NULL,
        asa_seconds {real},
        occupancy {real} NOT NULL,
        abandoned {real} NOT NULL,
        scheduled {real} NOT NULL,
        PRIMARY KEY (requirement_id, channel, queue, start_at)
      ) {strict}
      """,
    ])
}
