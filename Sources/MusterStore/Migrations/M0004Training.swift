extension Migration {
  static let training = Migration(
    version: 4, name: "training",
    statements: [
      """
      CREATE TABLE assignment (
        id {id},
        agent_id {int} NOT NULL REFERENCES agent (id),
        module {text} NOT NULL,
        assigned_on {text} NOT NULL,
        due_on {text} NOT NULL CHECK (due_on >= assigned_on),
        recorded_at {int} NOT NULL,
        actor {text} NOT NULL,
        UNIQUE (agent_id, module, assigned_on)
      ) {strict}
      """,
      // A paper handed out. Papers of an agent and a module are numbered through all assignments.
      """
      CREATE TABLE attempt (
        id {id},
        assignment_id {int} NOT NULL REFERENCES assignment (id),
        agent_id {int} NOT NULL REFERENCES agent (id),
        module {text} NOT NULL,
        number {int} NOT NULL CHECK (number >= 1),
        version {text} NOT NULL,
        module_hash {text} NOT NULL,
        seed {int} NOT NULL CHECK (seed >= 0),
        drawn_at {int} NOT NULL,
        actor {text} NOT NULL,
        UNIQUE (agent_id, module, number)
      ) {strict}
      """,
      "CREATE INDEX attempt_by_assignment ON attempt (assignment_id)",
      .appendOnly(table: "attempt"),
      // A question as it was when drawn. arrangement lists the position in the file of each thing
      // printed, between blanks.
      """
      CREATE TABLE attempt_item (
        attempt_id {int} NOT NULL REFERENCES attempt (id),
        position {int} NOT NULL,
        question {text} NOT NULL,
        content_hash {text} NOT NULL,
        points {int} NOT NULL CHECK (points >= 0),
        arrangement {text} NOT NULL,
        PRIMARY KEY (attempt_id, position),
        UNIQUE (attempt_id, question)
      ) {strict}
      """,
      .appendOnly(table: "attempt_item"),
      """
      CREATE TABLE submission (
        attempt_id {int} NOT NULL PRIMARY KEY REFERENCES attempt (id),
        submitted_on {text} NOT NULL,
        recorded_at {int} NOT NULL,
        actor {text} NOT NULL
      ) {strict}
      """,
      .appendOnly(table: "submission"),
      // What an answer earned, in hundredths of a point; NULL waits for people. The answer itself
      // stands aside, so that it can be erased, and is known here by its digest.
      """
      CREATE TABLE attempt_mark (
        attempt_id {int} NOT NULL REFERENCES submission (attempt_id),
        position {int} NOT NULL,
        points {int} CHECK (points >= 0),
        answer_hash {text} NOT NULL,
        PRIMARY KEY (attempt_id, position),
        FOREIGN KEY (attempt_id, position) REFERENCES attempt_item (attempt_id, position)
      ) {strict}
      """,
      .appendOnly(table: "attempt_mark"),
      """
      CREATE TABLE attempt_answer (
        attempt_id {int} NOT NULL,
        position {int} NOT NULL,
        answer {text},
        PRIMARY KEY (attempt_id, position),
        FOREIGN KEY (attempt_id, position) REFERENCES attempt_mark (attempt_id, position)
      ) {strict}
      """,
      // What one person gave an essay; levels as `R1=2 R2=0`, points in hundredths.
      """
      CREATE TABLE essay_mark (
        id {id},
        attempt_id {int} NOT NULL,
        position {int} NOT NULL,
        grader {text} NOT NULL CHECK (grader <> ''),
        levels {text} NOT NULL,
        points {int} NOT NULL CHECK (points >= 0),
        vetoed {int} NOT NULL CHECK (vetoed IN (0, 1)),
        rubric_hash {text} NOT NULL,
        recorded_at {int} NOT NULL,
        actor {text} NOT NULL,
        UNIQUE (attempt_id, position, grader),
        FOREIGN KEY (attempt_id, position) REFERENCES attempt_mark (attempt_id, position)
      ) {strict}
      """,
      .appendOnly(table: "essay_mark"),
      // What the graders of an essay came to.
      """
      CREATE TABLE essay_grade (
        attempt_id {int} NOT NULL,
        position {int} NOT NULL,
        points {int} NOT NULL CHECK (points >= 0),
        vetoed {int} NOT NULL CHECK (vetoed IN (0, 1)),
        recorded_at {int} NOT NULL,
        actor {text} NOT NULL,
        PRIMARY KEY (attempt_id, position),
        FOREIGN KEY (attempt_id, position) REFERENCES attempt_mark (attempt_id, position)
      ) {strict}
      """,
      .appendOnly(table: "essay_grade"),
      // One certificate for an assignment that was passed.
      """
      CREATE TABLE certificate (
        id {id},
        assignment_id {int} NOT NULL UNIQUE REFERENCES assignment (id),
        agent_id {int} NOT NULL REFERENCES agent (id),
        module {text} NOT NULL,
        version {text} NOT NULL,
        module_hash {text} NOT NULL,
        issued_on {text} NOT NULL,
        valid_through {text} CHECK (valid_through >= issued_on),
        recorded_at {int} NOT NULL,
        actor {text} NOT NULL
      ) {strict}
      """,
      "CREATE INDEX certificate_by_agent ON certificate (agent_id, module)",
      .appendOnly(table: "certificate"),
      """
      CREATE TABLE certificate_point (
        certificate_id {int} NOT NULL REFERENCES certificate (id),
        position {int} NOT NULL,
        point {text} NOT NULL,
        content_hash {text} NOT NULL,
        PRIMARY KEY (certificate_id, position)
      ) {strict}
      """,
      .appendOnly(table: "certificate_point"),
    ])
}
