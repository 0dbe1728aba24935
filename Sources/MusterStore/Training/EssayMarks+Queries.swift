public import Training
public import Vocabulary

/// A grader's marks of an essay, as they are kept.
public struct StoredEssayMarks: Hashable, Sendable {
  public let marks: EssayMarks
  /// The level reached in each criterion, as `R1=2 R2=0`.
  public let levels: String

  public init(marks: EssayMarks, levels: String) {
    self.marks = marks
    self.levels = levels
  }
}

extension Connection {
  /// What graders gave the essay at `position` of an attempt, in the order in which it came in.
  public func essayMarks(of attemptID: Int64, at position: Int) throws -> [StoredEssayMarks] {
    try query(
      """
      SELECT grader, levels, points, vetoed FROM essay_mark
      WHERE attempt_id = $1 AND position = $2 ORDER BY id
      """, attemptID, position
    ).map { row in
      StoredEssayMarks(
        marks: EssayMarks(
          grader: try row["grader"], points: try row["points"], vetoed: try row["vetoed"]),
        levels: try row["levels"])
    }
  }

  /// Keeps a grader's marks; only inside a write.
  public func add(
    _ stored: StoredEssayMarks, to attemptID: Int64, at position: Int, by rubric: ContentHash,
    recorded now: Instant, actor: String
  ) throws {
    try execute(
      """
      INSERT INTO essay_mark (attempt_id, position, grader, levels, points, vetoed, rubric_hash,
        recorded_at, actor)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """,
      attemptID, position, stored.marks.grader, stored.levels, stored.marks.points,
      stored.marks.vetoed, rubric, now, actor)
  }

  /// Keeps what the graders of an essay came to; only inside a write.
  public func settleEssay(
    of attemptID: Int64, at position: Int, _ points: Points, vetoed: Bool, recorded now: Instant,
    actor: String
  ) throws {
    try execute(
      """
      INSERT INTO essay_grade (attempt_id, position, points, vetoed, recorded_at, actor)
      VALUES ($1, $2, $3, $4, $5, $6)
      """, attemptID, position, points, vetoed, now, actor)
  }
}
