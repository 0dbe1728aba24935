public import Training
public import Vocabulary

/// An assignment with its key.
public struct StoredAssignment: Hashable, Sendable {
  public let id: Int64
  public let assignment: Assignment
}

extension Connection {
  /// The assignments of a scope, by agent, module and day of assignment.
  public func assignments(in scope: TrainingScope = TrainingScope()) throws -> [StoredAssignment] {
    try session.query(
      """
      SELECT t.id, number, module, assigned_on, due_on
      FROM assignment t JOIN agent a ON a.id = t.agent_id
      WHERE \(scope.condition)
      """, scope.values
    ).map { row in
      StoredAssignment(
        id: try row["id"],
        assignment: Assignment(
          agent: try row["number"], module: try row["module"], assignedOn: try row["assigned_on"],
          dueOn: try row["due_on"]))
    }.sorted { a, b in
      let (a, b) = (a.assignment, b.assignment)
      return (a.agent, a.module, a.assignedOn) < (b.agent, b.module, b.assignedOn)
    }
  }

  /// Keeps assignments of agents the staff list knows; only inside a write.
  public func add(_ assignments: [Assignment], at now: Instant, by actor: String) throws {
    let ids = try agentIDs()
    for assignment in assignments {
      guard let id = ids[assignment.agent] else {
        preconditionFailure("an assignment is of an agent of the staff list")
      }
      try execute(
        """
        INSERT INTO assignment (agent_id, module, assigned_on, due_on, recorded_at, actor)
        VALUES ($1, $2, $3, $4, $5, $6)
        """, id, assignment.module, assignment.assignedOn, assignment.dueOn, now, actor)
    }
  }
}
