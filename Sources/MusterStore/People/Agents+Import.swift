public import People
public import Vocabulary

/// What an import of the staff list did, by agents.
public struct StaffCounts: Hashable, Sendable {
  public var added = 0
  public var changed = 0
  public var same = 0

  public init(added: Int = 0, changed: Int = 0, same: Int = 0) {
    self.added = added
    self.changed = changed
    self.same = same
  }
}

extension Connection {
  /// Takes over a staff list that holds from `day` on; only inside a write.
  ///
  /// What is known of an agent before `day`, or was said for later days, stays. Agents who are not
  /// on the list stay as they are. An agent who is new is taken to have been so since being hired.
  /// No two of `agents` may have one number.
  public func importAgents(_ agents: [Agent], from day: Day) throws -> StaffCounts {
    var counts = StaffCounts()
    let ids = try agentIDs()
    for agent in agents {
      if let id = ids[agent.number] {
        let renamed = try rename(id, to: agent.name)
        let changed = try setTerm(of: id, to: agent, from: day)
        if renamed || changed { counts.changed += 1 } else { counts.same += 1 }
      } else {
        let id = try insert("INSERT INTO agent (number) VALUES ($1) RETURNING id", agent.number)
        try execute("INSERT INTO agent_name (agent_id, name) VALUES ($1, $2)", id, agent.name)
        try addTerm(of: id, agent, from: min(agent.hiredOn, day), to: nil)
        counts.added += 1
      }
    }
    return counts
  }

  private func rename(_ id: Int64, to name: String) throws -> Bool {
    let changes = try execute(
      """
      UPDATE agent_name SET name = $2 WHERE agent_id = $1 AND (name IS NULL OR name <> $2)
      """, id, name)
    return changes > 0
  }

  /// Makes `agent` hold from `day` to the end of the term that `day` lies in; tells whether that
  /// changed anything.
  private func setTerm(of id: Int64, to agent: Agent, from day: Day) throws -> Bool {
    let terms = try query(
      """
      SELECT number, name, team, rung, hired_on, left_on, contract, base_minor, currency, skills,
        channels, t.id AS term_id, from_day, to_day
      FROM agent a JOIN agent_term t ON t.agent_id = a.id JOIN agent_name n ON n.agent_id = a.id
      WHERE a.id = $1 ORDER BY from_day
      """, id)
    guard let term = try terms.last(where: { try ($0["from_day"] as Day) <= day }) else {
      guard let first = terms.first else {
        preconditionFailure("an agent has a term")
      }
      let firstDay: Day = try first["from_day"]
      if try Agent(row: first).hasSameTerms(as: agent) {
        try execute(
          "UPDATE agent_term SET from_day = $2 WHERE id = $1", first["term_id"] as Int64, day)
      } else {
        try addTerm(of: id, agent, from: day, to: firstDay - 1)
      }
      return true
    }
    guard try !Agent(row: term).hasSameTerms(as: agent) else { return false }
    let termID: Int64 = try term["term_id"]
    let lastDay: Day? = try term["to_day"]
    if try (term["from_day"] as Day) == day {
      try execute("DELETE FROM agent_term WHERE id = $1", termID)
    } else {
      try execute("UPDATE agent_term SET to_day = $2 WHERE id = $1", termID, day - 1)
    }
    try addTerm(of: id, agent, from: day, to: lastDay)
    return true
  }

  private func addTerm(of id: Int64, _ agent: Agent, from day: Day, to lastDay: Day?) throws {
    try execute(
      """
      INSERT INTO agent_term (agent_id, from_day, to_day, team, rung, hired_on, left_on, contract,
        base_minor, currency, skills, channels)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      """,
      id, day, lastDay, agent.team, agent.rung, agent.hiredOn, agent.leftOn, agent.contract,
      agent.base?.minorUnits, (agent.base?.currency ?? .yuan).code,
      agent.skills.joined(separator: "|"), agent.channels.joined(separator: "|"))
  }
}

extension Agent {
  /// Whether all but the name is the same.
  fileprivate func hasSameTerms(as other: Agent) -> Bool {
    var renamed = self
    renamed.name = other.name
    return renamed == other
  }
}
