extension Migration {
  static let pay = Migration(
    version: 7, name: "pay",
    statements: [
      // What was scored of a month and an agent; computed anew until the month is locked. score
      // is in hundredths, NULL where there is none; import_id is the last import it saw.
      """
      CREATE TABLE score (
        month {text} NOT NULL,
        agent_id {int} NOT NULL REFERENCES agent (id),
        team {text} NOT NULL,
        plan_hash {text} NOT NULL REFERENCES policy (hash),
        import_id {int} REFERENCES import (id),
        score {int} CHECK (score BETWEEN 0 AND 10000),
        complete {int} NOT NULL CHECK (complete IN (0, 1)),
        computed_at {int} NOT NULL,
        PRIMARY KEY (month, agent_id)
      ) {strict}
      """,
      // The parts of a score: what was counted, the points and what they add, in hundredths.
      """
      CREATE TABLE score_part (
        month {text} NOT NULL,
        agent_id {int} NOT NULL,
        kpi {text} NOT NULL,
        total {int} NOT NULL,
        contacts {int} NOT NULL CHECK (contacts >= 0),
        weight {int} NOT NULL CHECK (weight > 0),
        points {int} CHECK (points BETWEEN 0 AND 10000),
        contribution {int} CHECK (contribution BETWEEN 0 AND 10000),
        PRIMARY KEY (month, agent_id, kpi),
        FOREIGN KEY (month, agent_id) REFERENCES score (month, agent_id)
      ) {strict}
      """,
      // What an agent is due for a month before corrections of earlier ones; facts is the record
      // that facts_digest is the hash of, and from which the statement can be made again.
      """
      CREATE TABLE statement (
        month {text} NOT NULL,
        agent_id {int} NOT NULL REFERENCES agent (id),
        plan_hash {text} NOT NULL REFERENCES policy (hash),
        import_id {int} REFERENCES import (id),
        facts {text} NOT NULL,
        facts_digest {text} NOT NULL,
        amount {int} NOT NULL,
        currency {text} NOT NULL,
        computed_at {int} NOT NULL,
        PRIMARY KEY (month, agent_id)
      ) {strict}
      """,
      // The columns are the fields that are hashed, by name; amount is in minor units.
      """
      CREATE TABLE ledger (
        sequence {int} NOT NULL PRIMARY KEY CHECK (sequence > 0),
        period {text} NOT NULL,
        agent_id {int} NOT NULL REFERENCES agent (id),
        kind {text} NOT NULL
          CHECK (kind IN ('bonus', 'award', 'subsidy', 'difference', 'clawback')),
        component {text} NOT NULL,
        amount {int} NOT NULL CHECK (amount <> 0),
        currency {text} NOT NULL,
        cause {text} NOT NULL,
        relates_to {text} CHECK (relates_to < period),
        plan_hash {text} NOT NULL REFERENCES policy (hash),
        facts_digest {text} NOT NULL,
        actor {text} NOT NULL,
        instant {int} NOT NULL,
        hash {text} NOT NULL UNIQUE
      ) {strict}
      """,
      "CREATE INDEX ledger_by_period ON ledger (period, agent_id)",
      .appendOnly(table: "ledger"),
      // Months of pay that change no more, with the seal of the ledger at that moment.
      """
      CREATE TABLE period_lock (
        month {text} NOT NULL PRIMARY KEY,
        sequence {int} NOT NULL,
        seal {text} NOT NULL,
        locked_at {int} NOT NULL,
        actor {text} NOT NULL
      ) {strict}
      """,
      .appendOnly(table: "period_lock"),
    ])
}
