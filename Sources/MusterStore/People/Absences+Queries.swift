public import People
public import Vocabulary

extension Connection {
  /// Takes over absences; only inside a write.
  ///
  /// An absence is known by its agent, first day and kind: one that is there with another last day
  /// is changed. Gives the counts and the absences, in order, whose agent is unknown.
  public func importAbsences(
    _ absences: [Absence]
  ) throws -> (counts: StaffCounts, unknownAgents: [Absence]) {
    var counts = StaffCounts()
    var unknown: [Absence] = []
    let ids = try agentIDs()
    for absence in absences {
      guard let id = ids[absence.agent] else {
        unknown.append(absence)
        continue
      }
      let known = try first(
        "SELECT id, last_day FROM absence WHERE agent_id = $1 AND first_day = $2 AND kind = $3",
        id, absence.days.lowerBound, absence.kind)
      if let known {
        if try known["last_day"] == absence.days.upperBound {
          counts.same += 1
        } else {
          try execute(
            "UPDATE absence SET last_day = $2 WHERE id = $1", known["id"] as Int64,
            absence.days.upperBound)
          counts.changed += 1
        }
      } else {
        try execute(
          """
          INSERT INTO absence (agent_id, first_day, last_day, kind) VALUES ($1, $2, $3, $4)
          """, id, absence.days.lowerBound, absence.days.upperBound, absence.kind)
        counts.added += 1
      }
    }
    return (counts, unknown)
  }

  /// The absences of the agent with `number`, by first day, then by kind.
  public func absences(of number: AgentNumber) throws -> [Absence] {
    try query(
      """
      SELECT number, first_day, last_day, kind FROM absence b JOIN agent a ON a.id = b.agent_id
      WHERE number = $1
      """, number
    ).map(Absence.init(row:)).inOrder
  }

  /// The absences that touch `days`, by first day, then by agent, then by kind.
  public func absences(in days: Range<Day>) throws -> [Absence] {
    try query(
      """
      SELECT number, first_day, last_day, kind FROM absence b JOIN agent a ON a.id = b.agent_id
      WHERE first_day < $2 AND last_day >= $1
      """, days.lowerBound, days.upperBound
    ).map(Absence.init(row:)).inOrder
  }
}

extension Absence {
  fileprivate init(row: Row) throws {
    try self.init(agent: row["number"], days: row.days, kind: row["kind"])
  }
}

extension [Absence] {
  /// By first day, then by agent, then by kind.
  fileprivate var inOrder: [Absence] {
    sorted { ($0.days.lowerBound, $0.agent, $0.kind) < ($1.days.lowerBound, $1.agent, $1.kind) }
  }
}
