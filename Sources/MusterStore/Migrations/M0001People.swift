extension Migration {
  static let people = Migration(
    version: 1, name: "people",
    statements: [
      """
      CREATE TABLE agent (
        id {id},
        number {text} NOT NULL UNIQUE CHECK (number <> '')
      ) {strict}
      """,
      // Names stand aside, so that a person can be erased: NULL is an erased name.
      """
      CREATE TABLE agent_name (
        agent_id {int} NOT NULL PRIMARY KEY REFERENCES agent (id),
        name {text}
      ) {strict}
      """,
      // What the staff list said of an agent from a day on. Terms of an agent follow each other
      // without gap; to_day is the last day of a term, NULL in the latest one.
      """
      CREATE TABLE agent_term (
        id {id},
        agent_id {int} NOT NULL REFERENCES agent (id),
        from_day {text} NOT NULL,
        to_day {text} CHECK (to_day >= from_day),
        team {text} NOT NULL,
        rung {text} NOT NULL,
        hired_on {text} NOT NULL,
        left_on {text} CHECK (left_on >= hired_on),
        contract {text} NOT NULL,
        base_minor {int} CHECK (base_minor >= 0),
        currency {text} NOT NULL,
        skills {text} NOT NULL,
        channels {text} NOT NULL,
        UNIQUE (agent_id, from_day)
      ) {strict}
      """,
      """
      CREATE TABLE absence (
        id {id},
        agent_id {int} NOT NULL REFERENCES agent (id),
        first_day {text} NOT NULL,
        last_day {text} NOT NULL CHECK (last_day >= first_day),
        kind {text} NOT NULL,
        UNIQUE (agent_id, first_day, kind)
      ) {strict}
      """,
      "CREATE INDEX absence_by_day ON absence (first_day, last_day)",
    ])
}
