public import Training
public import Vocabulary

/// A certificate with the assignment that it was earned by.
public struct StoredCertificate: Hashable, Sendable {
  public let assignmentID: Int64
  public let certificate: Certificate
}

extension Connection {
  /// The certificates of a scope, by agent, module and day of issue.
  public func certificates(
    in scope: TrainingScope = TrainingScope()
  ) throws -> [StoredCertificate] {
    var points: [Int64: [Certificate.Covered]] = [:]
    for row in try session.query(
      """
      SELECT certificate_id, point, content_hash
      FROM certificate_point p JOIN certificate t ON t.id = p.certificate_id
        JOIN agent a ON a.id = t.agent_id
      WHERE \(scope.condition)
      ORDER BY certificate_id, position
      """, scope.values)
    {
      points[try row["certificate_id"], default: []].append(
        Certificate.Covered(point: try row["point"], contentHash: try row["content_hash"]))
    }
    return try session.query(
      """
      SELECT t.id, t.assignment_id, number, module, version, module_hash, issued_on, valid_through
      FROM certificate t JOIN agent a ON a.id = t.agent_id
      WHERE \(scope.condition)
      """, scope.values
    ).map { row in
      let id: Int64 = try row["id"]
      return StoredCertificate(
        assignmentID: try row["assignment_id"],
        certificate: Certificate(
          agent: try row["number"], module: try row["module"], version: try row["version"],
          moduleHash: try row["module_hash"], covered: points[id] ?? [],
          issuedOn: try row["issued_on"], validThrough: try row["valid_through"]))
    }.sorted { a, b in
      let (a, b) = (a.certificate, b.certificate)
      return (a.agent, a.module, a.issuedOn) < (b.agent, b.module, b.issuedOn)
    }
  }

  /// Keeps a certificate earned by an assignment, one for each; only inside a write.
  public func add(
    _ certificate: Certificate, for assignmentID: Int64, at now: Instant, by actor: String
  ) throws {
    guard let agent = try agentIDs()[certificate.agent] else {
      preconditionFailure("a certificate is of an agent of the staff list")
    }
    let id = try insert(
      """
      INSERT INTO certificate (assignment_id, agent_id, module, version, module_hash, issued_on,
        valid_through, recorded_at, actor)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id
      """,
      assignmentID, agent, certificate.module, certificate.version, certificate.moduleHash,
      certificate.issuedOn, certificate.validThrough, now, actor)
    for (position, covered) in certificate.covered.enumerated() {
      try execute(
        """
        INSERT INTO certificate_point (certificate_id, position, point, content_hash)
        VALUES ($1, $2, $3, $4)
        """, id, position, covered.point, covered.contentHash)
    }
  }
}
