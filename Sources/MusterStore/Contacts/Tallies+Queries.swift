public import Performance
public import Vocabulary

extension Connection {
  /// What was counted of each agent's contacts that arrived on `days`, by number; agents without
  /// contacts are not among them.
  public func tallies(in days: Range<Day>) throws -> [Tally] {
    let numbers = try numbersByID()
    let dialect = session.dialect
    for sql in dialect.readByIndex(true) { try execute(sql) }
    let rows = try query(Tally.query, days.lowerBound, days.upperBound)
    for sql in dialect.readByIndex(false) { try execute(sql) }
    return
      try rows
      .map { try Tally(row: $0, numbers: numbers) }
      .sorted { $0.agent < $1.agent }
  }

  /// The number of every agent, by surrogate id.
  func numbersByID() throws -> [Int64: AgentNumber] {
    var numbers: [Int64: AgentNumber] = [:]
    for (number, id) in try agentIDs() { numbers[id] = number }
    return numbers
  }
}

extension Tally {
  fileprivate static let query = """
    SELECT agent_id, COUNT(*) AS contacts,
      COUNT(reply_seconds) AS replies,
      CAST(COALESCE(SUM(reply_seconds), 0) AS BIGINT) AS reply_seconds,
      COUNT(*) FILTER (WHERE reply_seconds <= 60) AS replied_in_60,
      COUNT(*) FILTER (WHERE reply_seconds <= 180) AS replied_in_180,
      COUNT(handle_seconds) AS handled,
      CAST(COALESCE(SUM(handle_seconds), 0) AS BIGINT) AS handle_seconds,
      COUNT(resolved_first) AS outcomes,
      CAST(COALESCE(SUM(resolved_first), 0) AS BIGINT) AS resolved_first,
      COUNT(rating) AS ratings,
      CAST(COALESCE(SUM(rating), 0) AS BIGINT) AS rating_points,
      COUNT(*) FILTER (WHERE rating >= 4) AS satisfied,
      COUNT(*) FILTER (WHERE invited = 1) AS invited,
      COUNT(*) FILTER (WHERE topic = 'presale') AS presales,
      COUNT(*) FILTER (WHERE topic = 'presale' AND order_id IS NOT NULL
        AND (refunded_minor IS NULL OR refunded_minor = 0
          OR refunded_minor < order_minor)) AS orders,
      COUNT(*) FILTER (WHERE complaint = 1) AS complaints
    FROM contact WHERE local_day >= $1 AND local_day < $2
    GROUP BY agent_id
    """

  fileprivate init(row: Row, numbers: [Int64: AgentNumber]) throws {
    let id: Int64 = try row["agent_id"]
    guard let agent = numbers[id] else {
      throw StoreFault.unreadable(column: "agent_id", found: "\(id)", wanted: "agent.id")
    }
    self.init(
      agent: agent, contacts: try row["contacts"],
      reply: Sum(count: try row["replies"], total: try row["reply_seconds"]),
      repliedIn60: try row["replied_in_60"], repliedIn180: try row["replied_in_180"],
      handle: Sum(count: try row["handled"], total: try row["handle_seconds"]),
      resolved: Sum(count: try row["outcomes"], total: try row["resolved_first"]),
      rating: Sum(count: try row["ratings"], total: try row["rating_points"]),
      satisfied: try row["satisfied"], invited: try row["invited"],
      presale: Sum(count: try row["presales"], total: try row["orders"]),
      complaints: try row["complaints"])
  }
}
