public import Incentives
public import Vocabulary

/// The facts of an agent's month from which the statement was made.
public struct StoredStatement: Hashable, Sendable {
  public var period: AgentPeriod
  public var plan: ContentHash
}

extension Connection {
  /// Keeps the statements of `month` in place of those that were there; only inside a write.
  ///
  /// `periods` are the facts that `statements` were made from, in the same order.
  public func saveStatements(
    _ statements: [Statement], of periods: [AgentPeriod], month: Month, plan: ContentHash,
    at instant: Instant
  ) throws {
    try execute("DELETE FROM statement WHERE month = $1", month)
    let ids = try agentIDs()
    let seen = try lastImportID()
    for (statement, period) in zip(statements, periods) {
      guard let id = ids[statement.agent] else { continue }
      try execute(
        """
        INSERT INTO statement (month, agent_id, plan_hash, import_id, facts, facts_digest, amount,
          currency, computed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """,
        month, id, plan, seen, period.record, statement.factsDigest,
        statement.total.minorUnits, statement.total.currency.code, instant)
    }
  }

  /// The facts of `month` as its statements have them, by agent number; empty where it was never
  /// run.
  ///
  /// Throws ``StoreFault/corrupt`` where they are not what was kept: pay is computed from them.
  public func storedStatements(of month: Month) throws -> [StoredStatement] {
    try query(
      """
      SELECT a.number, s.plan_hash, s.facts, s.facts_digest
      FROM statement s JOIN agent a ON a.id = s.agent_id WHERE s.month = $1
      """, month
    ).map { row in
      let number: AgentNumber = try row["number"]
      let facts: String = try row["facts"]
      guard try ContentHash(ofText: facts) == row["facts_digest"] else { throw StoreFault.corrupt }
      guard let period = AgentPeriod(number, record: facts) else {
        throw StoreFault.unreadable(column: "facts", found: facts, wanted: "AgentPeriod")
      }
      return try StoredStatement(period: period, plan: row["plan_hash"])
    }.sorted { $0.period.agent < $1.period.agent }
  }

  /// The latest month that was run, or nil where none was.
  public func latestPaidMonth() throws -> Month? {
    try first("SELECT MAX(month) AS month FROM statement")?["month"]
  }

  /// What does not hold of statements, each beside what the ledger has for it, by month and agent.
  public func statementFaults() throws -> [AuditFault] {
    try query(
      """
      SELECT s.month, a.number, s.facts, s.facts_digest, s.amount, s.currency,
        CAST(COALESCE((
          SELECT SUM(l.amount) FROM ledger l
          WHERE l.period = s.month AND l.agent_id = s.agent_id AND l.relates_to IS NULL
        ), 0) AS BIGINT) AS booked
      FROM statement s JOIN agent a ON a.id = s.agent_id ORDER BY s.month, a.number
      """
    ).flatMap { row in
      let currency = try row.currency
      return try AuditFault.faults(
        of: row["number"], row["month"], facts: row["facts"], digest: row["facts_digest"],
        statement: Money(minorUnits: row["amount"], currency),
        booked: Money(minorUnits: row["booked"], currency))
    }
  }
}
