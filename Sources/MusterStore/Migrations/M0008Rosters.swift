extension Migration {
  static let rosters = Migration(
    version: 8, name: "rosters",
    statements: [
      // One roster as the solver made it. cost and bound are in its own units.
      """
      CREATE TABLE roster (
        id {id},
        made_at {int} NOT NULL,
        actor {text} NOT NULL,
        first_day {text} NOT NULL,
        last_day {text} NOT NULL CHECK (last_day >= first_day),
        requirement_id {int} NOT NULL REFERENCES requirement (id),
        seed {int} NOT NULL,
        steps {int} NOT NULL,
        cost {int} NOT NULL,
        bound {int} NOT NULL
      ) {strict}
      """,
      // Published rosters. On a day that two share the later one holds; replaced_by names one that
      // took all its days.
      """
      CREATE TABLE roster_publication (
        roster_id {int} NOT NULL PRIMARY KEY REFERENCES roster (id),
        published_at {int} NOT NULL,
        actor {text} NOT NULL,
        replaced_by {int} REFERENCES roster (id)
      ) {strict}
      """,
      // The files of the problem as they were solved, so that the roster can be counted again.
      """
      CREATE TABLE roster_file (
        roster_id {int} NOT NULL REFERENCES roster (id),
        name {text} NOT NULL,
        text {text} NOT NULL,
        PRIMARY KEY (roster_id, name)
      ) {strict}
      """,
      """
      CREATE TABLE roster_activity (
        roster_id {int} NOT NULL REFERENCES roster (id),
        agent_id {int} NOT NULL REFERENCES agent (id),
        shift_start_at {int} NOT NULL,
        start_at {int} NOT NULL,
        end_at {int} NOT NULL CHECK (end_at > start_at),
        pattern {text} NOT NULL,
        activity {text} NOT NULL CHECK (activity IN ('work', 'break', 'paid_break')),
        channel {text},
        queue {text},
        PRIMARY KEY (roster_id, agent_id, start_at)
      ) {strict}
      """,
    ])
}
