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
      let known = versions[agent.number]
      guard let id = ids[agent.number] else {
        let id = try insert("INSERT INTO agent (number) VALUES ($1) RETURNING id", agent.number)
        try execute("INSERT INTO agent_name (agent_id, name) VALUES ($1, $2)", id, agent.name)
        let firstDay = min(agent.hiredOn, day)
        try addTerm(of: id, agent, from: firstDay, to: nil)
        try keep([("agent_id", nil, agent.number.text)], of: id, from: firstDay, note)
        counts.added += 1
        continue
      }
      let terms = try terms(of: id)
      let changes = try changes(from: terms, to: agent, on: day)
      if changes.isEmpty {
        counts.same += 1
      } else if let known, known != current[agent.number] ?? 0 {
        counts.overtaken.append(agent.number)
      } else {
        try execute(
          "UPDATE agent_name SET name = $2 WHERE agent_id = $1 AND name <> $2", id, agent.name)
        try setTerm(of: id, among: terms, to: agent, from: day)
        try keep(changes, of: id, from: day, note)
        counts.changed += 1
      }
    }
    return counts
  }

  /// All terms of an agent with the name, earliest first.
  private func terms(of id: Int64) throws -> [Row] {
    try query(
      """
      SELECT number, name, team, rung, hired_on, left_on, contract, base_minor, currency, skills,
        channels, t.id AS term_id, from_day, to_day
      FROM agent a JOIN agent_term t ON t.agent_id = a.id JOIN agent_name n ON n.agent_id = a.id
      WHERE a.id = $1 ORDER BY from_day
      """, id)
  }

  /// What differs where `agent` holds from `day` on, field by field.
  private func changes(
    from terms: [Row], to agent: Agent, on day: Day
  ) throws -> [(field: String, old: String?, new: String?)] {
    guard let earliest = terms.first else { preconditionFailure("an agent has a term") }
    let firstDay: Day = try earliest["from_day"]
    let term = try terms.last { try ($0["from_day"] as Day) <= day } ?? earliest
    let name: String? = try term["name"]
    var changes: [(field: String, old: String?, new: String?)] = []
    if let name, name != agent.name { changes.append(("name", name, agent.name)) }
    for (old, new) in zip(try Agent(row: term).fields, agent.fields) where old.value != new.value {
      changes.append((old.name, old.value, new.value))
    }
    if day < firstDay { changes.append(("from", firstDay.description, day.description)) }
    return changes
  }

  /// Makes `agent` hold from `day` to the end of the term that `day` lies in.
  private func setTerm(
    of id: Int64, among terms: [Row], to agent: Agent, from day: Day
  ) throws {
    guard let term = try terms.last(where: { try ($0["from_day"] as Day) <= day }) else {
      guard let first = terms.first else {
        preconditionFailure("an agent has a term")
      }
      let firstDay: Day = try first["from_day"]
      if try Agent(row: first).fields.map(\.value) == agent.fields.map(\.value) {
        try execute(
          "UPDATE agent_term SET from_day = $2 WHERE id = $1", first["term_id"] as Int64, day)
      } else {
        try addTerm(of: id, agent, from: day, to: firstDay - 1)
      }
      return
    }
    guard try Agent(row: term).fields.map(\.value) != agent.fields.map(\.value) else { return }
    let termID: Int64 = try term["term_id"]
    let lastDay: Day? = try term["to_day"]
    if try (term["from_day"] as Day) == day {
      try execute("DELETE FROM agent_term WHERE id = $1", termID)
    } else {
      try execute("UPDATE agent_term SET to_day = $2 WHERE id = $1", termID, day - 1)
    }
    try addTerm(of: id, agent, from: day, to: lastDay)
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
  /// What the staff list says of the agent beside number and name, as it is written there.
  fileprivate var fields: [(name: String, value: String?)] {
    [
      ("team", team), ("rung", rung.rawValue), ("hired_on", hiredOn.description),
      ("left_on", leftOn?.description), ("contract", contract),
      ("base_fen", base.map { "\($0.minorUnits) \($0.currency.code)" }),
      ("skills", skills.joined(separator: "|")), ("channels", channels.joined(separator: "|")),
    ]
  }
}
