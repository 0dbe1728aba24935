public import Performance
public import Vocabulary

extension Connection {
  /// What each KPI counts of each agent's contacts that arrived on `days`; agents without contacts
  /// are not among them.
  public func readings(in days: Range<Day>) throws -> [AgentNumber: [KPI: Reading]] {
    let numbers = Dictionary(uniqueKeysWithValues: try agentIDs().map { ($0.value, $0.key) })
    let dialect = session.dialect
    for sql in dialect.readByIndex(true) { try execute(sql) }
    let rows = try query(
      """
      SELECT agent_id, \(KPI.counts) FROM contact
      WHERE local_day >= $1 AND local_day < $2 GROUP BY agent_id
      """, days.lowerBound, days.upperBound)
    for sql in dialect.readByIndex(false) { try execute(sql) }
    var readings: [AgentNumber: [KPI: Reading]] = [:]
    for row in rows {
      let id: Int64 = try row["agent_id"]
      guard let agent = numbers[id] else {
        throw StoreFault.unreadable(column: "agent_id", found: "\(id)", wanted: "agent.id")
      }
      for kpi in KPI.allCases {
        readings[agent, default: [:]][kpi] = Reading(
          try row[kpi.rawValue + "_total"], over: try row[kpi.rawValue + "_count"])
      }
    }
    return readings
  }
}

extension KPI {
  /// The columns with what each counts, all in one pass; what several count, an engine counts once.
  static let counts = allCases.map { kpi in
    let (total, count) =
      switch kpi.measure.count {
      case .mean(let number):
        (
          "CAST(COALESCE(SUM(\(number.column)), 0) AS BIGINT)",
          ContactCondition.known(number).count
        )
      case .share(let part, let whole):
        (ContactCondition.all([whole, part]).count, whole.count)
      }
    return "\(total) AS \(kpi.rawValue)_total, \(count) AS \(kpi.rawValue)_count"
  }.joined(separator: ", ")
}

extension ContactCondition {
  fileprivate var count: String { "COUNT(*) FILTER (WHERE \(sql))" }

  private var sql: String {
    switch self {
    case .topic(let topic): "topic = '\(topic)'"
    case .hasOrder: "order_id IS NOT NULL"
    case .known(let number): "\(number.column) IS NOT NULL"
    case .unknown(let number): "\(number.column) IS NULL"
    case .atLeast(let number, let least): "\(number.column) >= \(least)"
    case .atMost(let number, let most): "\(number.column) <= \(most)"
    case .less(let number, let other): "\(number.column) < \(other.column)"
    case .all(let conditions):
      conditions.isEmpty ? "TRUE" : "(\(conditions.map(\.sql).joined(separator: " AND ")))"
    case .any(let conditions):
      conditions.isEmpty ? "FALSE" : "(\(conditions.map(\.sql).joined(separator: " OR ")))"
    }
  }
}
