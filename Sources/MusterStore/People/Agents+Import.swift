public import People
public import Vocabulary

/// What an import of the staff list did, by agents.
public struct StaffCounts: Hashable, Sendable {
  public var added = 0
  public var changed = 0
  public var same = 0
  /// Agents whom somebody changed since the list was written; they stay as they are.
  public var overtaken: [AgentNumber] = []

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
  /// An erased name stays erased. No two of `agents` may have one number.
  ///
  /// An agent for whom `versions` names another version than the store has is left alone, unless
  /// there is nothing to change. What changes is kept with `note`; without one it is no new version.
  public func importAgents(
    _ agents: [Agent], from day: Day, versions: [AgentNumber: Int] = [:],
    note: ChangeNote? = nil
  ) throws -> StaffCounts {
    var counts = StaffCounts()
    let ids = try agentIDs()
    let current = try agentVersions()
    for agent in agents {
      let terms = try terms(of: agent.number)
      let differences = terms.differences(to: agent, from: day)
      if differences.isEmpty {
        counts.same += 1
        continue
      }
      let id: Int64
      var holdsFrom = day
      if let known = ids[agent.number] {
        if let version = versions[agent.number], version != current[agent.number] ?? 0 {
          counts.overtaken.append(agent.number)
          continue
        }
        id = known
        try execute(
          "UPDATE agent_name SET name = $2 WHERE agent_id = $1 AND name <> $2", id, agent.name)
        counts.changed += 1
      } else {
        id = try insert("INSERT INTO agent (number) VALUES ($1) RETURNING id", agent.number)
        try execute("INSERT INTO agent_name (agent_id, name) VALUES ($1, $2)", id, agent.name)
        holdsFrom = min(agent.hiredOn, day)
        counts.added += 1
      }
      try make(terms.change(to: agent, from: day), of: id)
      try keep(differences, of: id, from: holdsFrom, note)
    }
    return counts
  }

  private func make(_ change: TermChange?, of id: Int64) throws {
    switch change {
    case nil: return
    case .beginning(let day):
      try execute(
        """
        UPDATE agent_term SET from_day = $2 WHERE agent_id = $1
          AND from_day = (SELECT MIN(from_day) FROM agent_term WHERE agent_id = $1)
        """, id, day)
    case .term(let term):
      try execute(
        "DELETE FROM agent_term WHERE agent_id = $1 AND from_day = $2", id, term.firstDay)
      try execute(
        """
        UPDATE agent_term SET to_day = $3
        WHERE agent_id = $1 AND from_day < $2 AND (to_day IS NULL OR to_day >= $2)
        """, id, term.firstDay, term.firstDay - 1)
      let agent = term.agent
      try execute(
        """
        INSERT INTO agent_term (agent_id, from_day, to_day, team, rung, hired_on, left_on, contract,
          base_minor, currency, skills, channels)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """,
        id, term.firstDay, term.lastDay, agent.team, agent.rung, agent.hiredOn, agent.leftOn,
        agent.contract, agent.base?.minorUnits, (agent.base?.currency ?? .yuan).code,
        agent.skills.joined(separator: "|"), agent.channels.joined(separator: "|"))
    }
  }
}
