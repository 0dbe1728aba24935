extension Migration {
  /// Shifts may hold training and work that can wait; a table's checks change with the table alone.
  static let rosterSlack = Migration(
    version: 10, name: "roster slack",
    statements: [
      """
      CREATE TABLE roster_activity_new (
        roster_id {int} NOT NULL REFERENCES roster (id),
        agent_id {int} NOT NULL REFERENCES agent (id),
        shift_start_at {int} NOT NULL,
        start_at {int} NOT NULL,
        end_at {int} NOT NULL CHECK (end_at > start_at),
        pattern {text} NOT NULL,
        activity {text} NOT NULL
          CHECK (activity IN ('work', 'break', 'paid_break', 'training', 'deferrable')),
        channel {text},
        queue {text},
        module {text},
        PRIMARY KEY (roster_id, agent_id, start_at),
        CHECK ((activity = 'training') = (module IS NOT NULL))
      ) {strict}
      """,
      """
      INSERT INTO roster_activity_new
        (roster_id, agent_id, shift_start_at, start_at, end_at, pattern, activity, channel, queue)
      SELECT roster_id, agent_id, shift_start_at, start_at, end_at, pattern, activity, channel,
        queue
      FROM roster_activity
      """,
      "DROP TABLE roster_activity",
      "ALTER TABLE roster_activity_new RENAME TO roster_activity",
    ])
}
