public import Performance
public import Vocabulary

/// What was counted of an agent's month when it was last scored.
public struct StoredScore: Hashable, Sendable {
  public var agent: AgentNumber
  public var team: String
  public var plan: ContentHash
  /// In the order of the codes.
  public var readings: [KPI: Reading]
}

extension Connection {
  /// Keeps the scores of `month` in place of those that were there; only inside a write.
  public func saveScores(
    _ scores: [CompositeScore], of month: Month, plan: ContentHash, at instant: Instant
  ) throws {
    try execute("DELETE FROM score_part WHERE month = $1", month)
    try execute("DELETE FROM score WHERE month = $1", month)
    let ids = try agentIDs()
    let seen = try lastImportID()
    for score in scores {
      guard let id = ids[score.agent] else { continue }
      try execute(
        """
        INSERT INTO score (month, agent_id, team, plan_hash, import_id, score, complete,
          computed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """,
        month, id, score.team, plan, seen, score.score.map { Int64($0.hundredths) },
        score.isComplete, instant)
      for part in score.parts {
        try execute(
          """
          INSERT INTO score_part (month, agent_id, kpi, total, contacts, weight, points,
            contribution)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
          """,
          month, id, part.kpi, part.reading.total, part.reading.count, part.weight.count,
          part.outcome.points.map { Int64($0.hundredths) },
          part.contribution.map { Int64($0.hundredths) })
      }
    }
  }

  /// What was counted when `month` was last scored, by agent number; empty where it never was.
  public func storedScores(of month: Month) throws -> [StoredScore] {
    var readings: [Int64: [KPI: Reading]] = [:]
    let parts = try query(
      "SELECT agent_id, kpi, total, contacts FROM score_part WHERE month = $1", month)
    for row in parts {
      readings[try row["agent_id"], default: [:]][try row["kpi"]] = Reading(
        try row["total"], over: try row["contacts"])
    }
    return try query(
      """
      SELECT s.agent_id, a.number, s.team, s.plan_hash
      FROM score s JOIN agent a ON a.id = s.agent_id WHERE s.month = $1
      """, month
    ).map { row in
      try StoredScore(
        agent: row["number"], team: row["team"], plan: row["plan_hash"],
        readings: readings[row["agent_id"]] ?? [:])
    }.sorted { $0.agent < $1.agent }
  }

  /// The composite scores of the latest `months` before or in `month` that have one, per agent,
  /// the latest last.
  public func latestScores(upTo month: Month, months: Int) throws -> [AgentNumber: [Score]] {
    var scores: [AgentNumber: [Score]] = [:]
    let rows = try query(
      """
      SELECT a.number, s.month, s.score FROM score s JOIN agent a ON a.id = s.agent_id
      WHERE s.month <= $1 AND s.score IS NOT NULL ORDER BY s.agent_id, s.month
      """, month)
    for row in rows {
      let hundredths: Int = try row["score"]
      guard let score = Score(hundredths: hundredths) else { continue }
      scores[try row["number"], default: []].append(score)
    }
    return scores.mapValues { $0.suffix(months) }
  }

  /// The latest month that is scored, or nil where none is.
  public func latestScoredMonth() throws -> Month? {
    try first("SELECT MAX(month) AS month FROM score")?["month"]
  }

  /// The month of the latest contact that arrived up to `day`, or nil where there is none.
  public func latestMonthWithContacts(upTo day: Day) throws -> Month? {
    let last: Day? = try first(
      "SELECT MAX(local_day) AS day FROM contact WHERE local_day <= $1", day)?["day"]
    return last?.month
  }
}

extension KPI: Storable {}
