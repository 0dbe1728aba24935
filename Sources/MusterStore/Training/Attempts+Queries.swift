public import Training
public import Vocabulary

/// An attempt with its key and its assignment's.
public struct StoredAttempt: Hashable, Sendable {
  public let id: Int64
  public let assignmentID: Int64
  public let attempt: Attempt
}

extension Connection {
  /// The attempts of a scope, by agent, module and number, with the marks and grades so far.
  ///
  /// An answer that was erased reads as empty text.
  public func attempts(in scope: TrainingScope = TrainingScope()) throws -> [StoredAttempt] {
    let items = try Dictionary(grouping: attemptItems(in: scope), by: \.attempt)
    let marks = try Dictionary(grouping: attemptMarks(in: scope), by: \.attempt)
    return try session.query(
      """
      SELECT t.id, t.assignment_id, a.number AS agent, t.module, t.number, t.version, t.module_hash,
        t.seed, s.submitted_on
      FROM attempt t JOIN agent a ON a.id = t.agent_id
        LEFT JOIN submission s ON s.attempt_id = t.id
      WHERE \(scope.condition)
      """, scope.values
    ).map { row in
      let id: Int64 = try row["id"]
      let seed: Int64 = try row["seed"]
      let paper = Paper(
        agent: try row["agent"], module: try row["module"], version: try row["version"],
        moduleHash: try row["module_hash"], number: try row["number"],
        seed: UInt64(bitPattern: seed), items: (items[id] ?? []).map(\.item))
      var attempt = Attempt.open(paper)
      if let day: Day = try row["submitted_on"] {
        let found = (marks[id] ?? []).map(\.mark)
        guard let submission = Submission(paper: paper, submittedOn: day, marks: found) else {
          throw StoreFault.unreadable(
            column: "attempt_mark", found: "\(found.count)", wanted: "\(paper.items.count)")
        }
        attempt = Attempt(submission)
      }
      return StoredAttempt(id: id, assignmentID: try row["assignment_id"], attempt: attempt)
    }.sorted { a, b in
      let (a, b) = (a.attempt.paper, b.attempt.paper)
      return (a.agent, a.module, a.number) < (b.agent, b.module, b.number)
    }
  }

  private func attemptItems(
    in scope: TrainingScope
  ) throws -> [(attempt: Int64, item: Paper.Item)] {
    try session.query(
      """
      SELECT attempt_id, question, content_hash, points, arrangement
      FROM attempt_item i JOIN attempt t ON t.id = i.attempt_id JOIN agent a ON a.id = t.agent_id
      WHERE \(scope.condition)
      ORDER BY attempt_id, position
      """, scope.values
    ).map { row in
      let arrangement: PositionList = try row["arrangement"]
      let item = Paper.Item(
        question: try row["question"], contentHash: try row["content_hash"],
        points: try row["points"], arrangement: arrangement.positions.compactMap(\.self))
      return (try row["attempt_id"], item)
    }
  }

  private func attemptMarks(
    in scope: TrainingScope
  ) throws -> [(attempt: Int64, mark: Submission.Mark)] {
    try session.query(
      """
      SELECT m.attempt_id, w.answer, m.points, g.points AS graded, g.vetoed
      FROM attempt_mark m JOIN attempt t ON t.id = m.attempt_id JOIN agent a ON a.id = t.agent_id
        LEFT JOIN attempt_answer w ON w.attempt_id = m.attempt_id AND w.position = m.position
        LEFT JOIN essay_grade g ON g.attempt_id = m.attempt_id AND g.position = m.position
      WHERE \(scope.condition)
      ORDER BY m.attempt_id, m.position
      """, scope.values
    ).map { row in
      let answer: Answer? = try row["answer"]
      let points: Points? = try row["points"]
      let graded: Points? = try row["graded"]
      let vetoed: Bool? = try row["vetoed"]
      var grade = EssayGrade.pending(graders: 1)
      if let settled = points ?? graded { grade = .settled(settled, vetoed: vetoed ?? false) }
      let mark = Submission.Mark(answer: answer ?? .text(""), grade: grade)
      return (try row["attempt_id"], mark)
    }
  }

  /// Keeps a paper that is handed out; only inside a write.
  public func add(
    _ paper: Paper, for assignmentID: Int64, at now: Instant, by actor: String
  ) throws {
    guard let agent = try agentIDs()[paper.agent] else {
      preconditionFailure("a paper is of an agent of the staff list")
    }
    let id = try insert(
      """
      INSERT INTO attempt (assignment_id, agent_id, module, number, version, module_hash, seed,
        drawn_at, actor)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id
      """,
      assignmentID, agent, paper.module, paper.number, paper.version, paper.moduleHash,
      Int64(bitPattern: paper.seed), now, actor)
    for (position, item) in paper.items.enumerated() {
      try execute(
        """
        INSERT INTO attempt_item (attempt_id, position, question, content_hash, points, arrangement)
        VALUES ($1, $2, $3, $4, $5, $6)
        """,
        id, position, item.question, item.contentHash, item.points, PositionList(item.arrangement))
    }
  }

  /// Keeps what was handed in on the paper of an attempt; only inside a write.
  public func submit(
    _ submission: Submission, to attemptID: Int64, at now: Instant, by actor: String
  ) throws {
    try execute(
      """
      INSERT INTO submission (attempt_id, submitted_on, recorded_at, actor)
      VALUES ($1, $2, $3, $4)
      """, attemptID, submission.submittedOn, now, actor)
    for (position, mark) in submission.marks.enumerated() {
      var points: Points?
      if case .settled(let settled, _) = mark.grade { points = settled }
      try execute(
        """
        INSERT INTO attempt_mark (attempt_id, position, points, answer_hash)
        VALUES ($1, $2, $3, $4)
        """, attemptID, position, points, ContentHash(ofText: mark.answer.text))
      try execute(
        "INSERT INTO attempt_answer (attempt_id, position, answer) VALUES ($1, $2, $3)",
        attemptID, position, mark.answer)
    }
  }
}
