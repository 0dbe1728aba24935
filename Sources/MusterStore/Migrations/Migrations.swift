import Vocabulary

/// The schema, step by step.
///
/// To add a table: write `Migrations/M0009Things.swift` with an `extension Migration` that holds
/// `static let things = Migration(version: 9, name: "things", statements: [...])`, append it to
/// ``all`` and the table to ``tables``, and put the queries into `Things/Things+Queries.swift` as
/// methods of ``Connection``. One with rows about people needs words in the catalogue of holdings.
/// Write types as the tokens `{int} {real} {text} {bytes}`, a surrogate key as `id {id}`, the end
/// of a table as `) {strict}`, a flag as `{int} NOT NULL CHECK (x IN (0, 1))`, a day as `{text}`,
/// an instant as `{int}`; `.appendOnly(table:)` makes a table refuse UPDATE and DELETE.
enum Migrations {
  static let all: [Migration] = [
    .people, .contacts, .policies, .training, .quality, .load, .pay, .rosters,
    .rosterChanges, .rosterSlack, .rosterRequests, .forecasts, .contactReferences, .desks,
  ]

  /// Every table of a store, none of which names rows of a later one, and what it holds of people.
  static let tables: [Holding] = [
    Holding(table: "migration"),
    Holding(table: "agent", rows: "id = $1"),
    Holding(table: "agent_name", rows: own, words: ["name"]),
    Holding(table: "agent_term", rows: own),
    Holding(table: "absence", rows: own),
    Holding(table: "import", actors: ["actor"], moment: "imported_at", words: ["file"]),
    Holding(table: "contact", rows: own),
    Holding(table: "contact_change", rows: own),
    Holding(table: "policy", words: ["text"]),
    Holding(table: "assignment", rows: own, actors: ["actor"], moment: "recorded_at"),
    Holding(table: "attempt", rows: own, actors: ["actor"], moment: "drawn_at"),
    Holding(table: "attempt_item", rows: ofAttempts),
    Holding(table: "submission", rows: ofAttempts, actors: ["actor"], moment: "recorded_at"),
    Holding(table: "attempt_mark", rows: ofAttempts),
    Holding(table: "attempt_answer", rows: ofAttempts, words: ["answer"]),
    Holding(
      table: "essay_mark", rows: ofAttempts, actors: ["grader", "actor"], moment: "recorded_at"),
    Holding(table: "essay_grade", rows: ofAttempts, actors: ["actor"], moment: "recorded_at"),
    Holding(table: "certificate", rows: own, actors: ["actor"], moment: "recorded_at"),
    Holding(
      table: "certificate_point",
      rows: "certificate_id IN (SELECT id FROM certificate WHERE agent_id = $1)"),
    Holding(table: "quality_draw", actors: ["actor"], moment: "drawn_at"),
    Holding(table: "quality_stratum", rows: own),
    Holding(
      table: "quality_sample",
      rows: "stratum_id IN (SELECT id FROM quality_stratum WHERE agent_id = $1)"),
    Holding(
      table: "quality_review", rows: "contact_id IN (SELECT id FROM contact WHERE agent_id = $1)",
      actors: ["actor"], moment: "recorded_at"),
    Holding(
      table: "quality_mark",
      rows: """
        review_id IN (SELECT r.id FROM quality_review r JOIN contact c ON c.id = r.contact_id
          WHERE c.agent_id = $1)
        """),
    Holding(table: "forecast", actors: ["actor"], moment: "made_at"),
    Holding(table: "forecast_stream"),
    Holding(table: "forecast_interval"),
    Holding(table: "requirement", actors: ["actor"], moment: "made_at"),
    Holding(table: "requirement_interval"),
    Holding(table: "score", rows: own),
    Holding(table: "score_part", rows: own),
    Holding(table: "statement", rows: own),
    Holding(table: "ledger", rows: own, actors: ["actor"], moment: "instant"),
    Holding(table: "period_lock", actors: ["actor"], moment: "locked_at"),
    Holding(table: "roster", actors: ["actor"], moment: "made_at"),
    Holding(
      table: "roster_publication",
      rows: "roster_id IN (SELECT roster_id FROM roster_activity WHERE agent_id = $1)",
      actors: ["actor"], moment: "published_at"),
    // Whose rows its texts hold is seen by reading them.
    Holding(table: "roster_file", words: ["text"]),
    Holding(table: "roster_origin"),
    Holding(table: "roster_swap", rows: ofSwaps),
    Holding(
      table: "roster_swap_day", rows: "swap_id IN (SELECT id FROM roster_swap WHERE \(ofSwaps))"),
    Holding(
      table: "roster_swap_event",
      rows: "swap_id IN (SELECT id FROM roster_swap WHERE \(ofSwaps))", actors: ["actor"],
      moment: "recorded_at"),
    Holding(table: "roster_activity", rows: own),
    Holding(table: "roster_request", rows: own, actors: ["actor"], moment: "recorded_at"),
    Holding(
      table: "roster_request_withdrawal",
      rows: "request_id IN (SELECT id FROM roster_request WHERE agent_id = $1)",
      actors: ["actor"], moment: "recorded_at"),
    Holding(table: "forecast_day"),
    Holding(table: "forecast_event"),
    Holding(
      table: "forecast_override", actors: ["actor"], moment: "recorded_at", words: ["reason"]),
    Holding(table: "forecast_override_withdrawal", actors: ["actor"], moment: "recorded_at"),
    Holding(
      table: "agent_change", rows: own, actors: ["actor"], moment: "recorded_at",
      words: ["old_value", "new_value"]),
    Holding(table: "roster_basis"),
    Holding(table: "erasure", rows: own, actors: ["actor"], moment: "erased_at"),
  ]

  private static let own = "agent_id = $1"
  private static let ofAttempts = "attempt_id IN (SELECT id FROM attempt WHERE agent_id = $1)"
  private static let ofSwaps = "(agent_id = $1 OR colleague_id = $1)"

  /// The version of a store that has every migration.
  static var newest: Int { all.count }

  /// The version of the store behind `session`; nil where it is no store of ours.
  static func version(_ session: any Session) throws -> Int? {
    guard try session.hasTable("migration") else { return nil }
    return try Connection(session: session)
      .first("SELECT MAX(version) AS version FROM migration")?["version"]
  }

  /// The tables whose rows can be neither changed nor removed.
  static let appendOnly: [String] = all.flatMap { migration in
    migration.statements.compactMap { statement in
      if case .appendOnly(let table) = statement { table } else { nil }
    }
  }

  /// The functions that an engine has besides the tables.
  static func functions(of dialect: Dialect) -> [String] {
    all.flatMap(\.statements).flatMap(dialect.expand).compactMap { sql in
      sql.firstMatch(of: /^CREATE (OR REPLACE )?FUNCTION (\w+)\(/).map { String($0.2) }
    }
  }

  /// Runs `migrations` in the transaction of `session`, and remembers them as run at `now`, if any.
  static func apply(
    _ migrations: ArraySlice<Migration>, to session: any Session, now: Instant?
  ) throws {
    let connection = Connection(session: session)
    for migration in migrations {
      for statement in migration.statements {
        for sql in session.dialect.expand(statement) { try connection.execute(sql) }
      }
      guard let now else { continue }
      try connection.execute(
        "INSERT INTO migration (version, name, applied_at) VALUES ($1, $2, $3)",
        migration.version, migration.name, now)
    }
  }

  /// The table that remembers which migrations a store has.
  static let table: Migration.Statement = """
    CREATE TABLE migration (
      version {int} NOT NULL PRIMARY KEY,
      name {text} NOT NULL,
      applied_at {int} NOT NULL
    ) {strict}
    """
}
