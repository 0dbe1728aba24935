public import People
public import Vocabulary

/// When something is changed, and by whom.
public struct ChangeNote: Hashable, Sendable {
  public var at: Instant
  public var actor: String

  public init(at: Instant, actor: String) {
    self.at = at
    self.actor = actor
  }
}

extension Connection {
  /// The version of each agent that was changed since versions are kept; of others it is 0.
  public func agentVersions() throws -> [AgentNumber: Int] {
    var versions: [AgentNumber: Int] = [:]
    let rows = try query(
      """
      SELECT a.number, MAX(c.version) AS version
      FROM agent_change c JOIN agent a ON a.id = c.agent_id GROUP BY a.number
      """)
    for row in rows { versions[try row["number"]] = try row["version"] }
    return versions
  }

  /// What was changed of the agent with `number` after `version`, earliest first, then by field.
  public func changes(of number: AgentNumber, after version: Int = 0) throws -> [AgentChange] {
    try query(
      """
      SELECT version, field, old_value, new_value, from_day, recorded_at, actor
      FROM agent_change c JOIN agent a ON a.id = c.agent_id
      WHERE a.number = $1 AND version > $2 ORDER BY version, field
      """, number, version
    ).map { row in
      try AgentChange(
        version: row["version"], field: row["field"], old: row["old_value"], new: row["new_value"],
        from: row["from_day"], at: row["recorded_at"], actor: row["actor"])
    }
  }

  /// Keeps what an import changed of an agent as their next version.
  func keep(
    _ changes: [(field: String, old: String?, new: String?)], of id: Int64, from day: Day,
    _ note: ChangeNote?
  ) throws {
    guard let note else { return }
    let last: Int? = try first(
      "SELECT MAX(version) AS version FROM agent_change WHERE agent_id = $1", id)?["version"]
    for change in changes {
      try execute(
        """
        INSERT INTO agent_change
          (agent_id, version, field, old_value, new_value, from_day, recorded_at, actor)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """, id, (last ?? 0) + 1, change.field, change.old, change.new, day, note.at, note.actor)
    }
  }
}
