extension Migration {
  static let rosterRequests = Migration(
    version: 11, name: "roster requests",
    statements: [
      // What an agent wishes for the days from first_day to last_day: work (on) or none (off), of a
      // pattern or of any.
      """
      CREATE TABLE roster_request (
        id {id},
        agent_id {int} NOT NULL REFERENCES agent (id),
        first_day {text} NOT NULL,
        last_day {text} NOT NULL CHECK (last_day >= first_day),
        wish {text} NOT NULL CHECK (wish IN ('on', 'off')),
        pattern {text},
        weight {int} NOT NULL CHECK (weight >= 1),
        recorded_at {int} NOT NULL,
        actor {text} NOT NULL
      ) {strict}
      """,
      .appendOnly(table: "roster_request"),
      """
      CREATE TABLE roster_request_withdrawal (
        request_id {int} NOT NULL PRIMARY KEY REFERENCES roster_request (id),
        recorded_at {int} NOT NULL,
        actor {text} NOT NULL
      ) {strict}
      """,
      .appendOnly(table: "roster_request_withdrawal"),
    ])
}
