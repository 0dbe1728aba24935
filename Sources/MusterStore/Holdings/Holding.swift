/// What a table holds of people: rows about an agent, who did what, and where their words stand.
///
/// Every table is in ``all``, so that none is forgotten when a person asks what is held on them, or
/// has to be erased; a test compares the list with the schema.
struct Holding: Sendable {
  let table: String
  /// Which rows are about the agent whose id is `$1`; nil where none is about one agent.
  var rows: String?
  /// Columns that say who did something, by whatever name they went.
  var actors: [String] = []
  /// The column that says when that was.
  var moment: String?
  /// Columns with names and with what people wrote.
  var words: [String] = []

  static let all: [Holding] = [
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
}
