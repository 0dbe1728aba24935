extension Migration {
  static let rosterChanges = Migration(
    version: 9, name: "roster changes",
    statements: [
      // The roster that another one was made from, and how.
      """
      CREATE TABLE roster_origin (
        roster_id {int} NOT NULL PRIMARY KEY REFERENCES roster (id),
        origin_id {int} NOT NULL REFERENCES roster (id),
        way {text} NOT NULL CHECK (way IN ('repair', 'swap', 'slack')),
        CHECK (origin_id < roster_id)
      ) {strict}
      """,
      .appendOnly(table: "roster_origin"),
      // Two agents who want to exchange their rows of a roster on some days.
      """
      CREATE TABLE roster_swap (
        id {id},
        roster_id {int} NOT NULL REFERENCES roster (id),
        agent_id {int} NOT NULL REFERENCES agent (id),
        colleague_id {int} NOT NULL REFERENCES agent (id),
        CHECK (agent_id <> colleague_id)
      ) {strict}
      """,
      .appendOnly(table: "roster_swap"),
      """
      CREATE TABLE roster_swap_day (
        swap_id {int} NOT NULL REFERENCES roster_swap (id),
        day {text} NOT NULL,
        PRIMARY KEY (swap_id, day)
      ) {strict}
      """,
      .appendOnly(table: "roster_swap_day"),
      // What was said to a swap, when and by whom; made_roster_id is the roster that it led to.
      """
      CREATE TABLE roster_swap_event (
        id {id},
        swap_id {int} NOT NULL REFERENCES roster_swap (id),
        event {text} NOT NULL CHECK (event IN ('requested', 'approved', 'refused')),
        recorded_at {int} NOT NULL,
        actor {text} NOT NULL,
        made_roster_id {int} REFERENCES roster (id),
        UNIQUE (swap_id, event)
      ) {strict}
      """,
      .appendOnly(table: "roster_swap_event"),
    ])
}
