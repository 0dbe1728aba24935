extension Migration {
  /// What desks that work side by side must know of each other, and who was erased.
  static let desks = Migration(
    version: 14, name: "desks",
    statements: [
      // What an import changed of an agent on the staff list, a row for each field; the version is
      // counted by agent. Values are blanked with the person.
      """
      CREATE TABLE agent_change (
        agent_id {int} NOT NULL REFERENCES agent (id),
        version {int} NOT NULL CHECK (version >= 1),
        field {text} NOT NULL,
        old_value {text},
        new_value {text},
        from_day {text} NOT NULL,
        recorded_at {int} NOT NULL,
        actor {text} NOT NULL,
        PRIMARY KEY (agent_id, version, field)
      ) {strict}
      """,
      // The rosters that were in force on a roster's days when it was made: their numbers in the
      // order of publication, between blanks.
      """
      CREATE TABLE roster_basis (
        roster_id {int} NOT NULL PRIMARY KEY REFERENCES roster (id),
        in_force {text} NOT NULL
      ) {strict}
      """,
      .appendOnly(table: "roster_basis"),
      // Whose name and words were blanked, when and by whom.
      """
      CREATE TABLE erasure (
        id {id},
        agent_id {int} NOT NULL REFERENCES agent (id),
        erased_at {int} NOT NULL,
        actor {text} NOT NULL
      ) {strict}
      """,
      .appendOnly(table: "erasure"),
    ])
}
