public import Rostering
public import Vocabulary

/// A wish of an agent for one or more days, which rosters then weigh.
public struct RequestRecord: Hashable, Sendable {
  public var id: Int64
  public var agent: AgentNumber
  public var days: ClosedRange<Day>
  public var wish: RosterProblem.Request.Wish
  /// The code of the pattern meant; nil for any.
  public var pattern: String?
  public var weight: Int
  public var recordedAt: Instant
  public var actor: String

  public init(
    id: Int64 = 0, agent: AgentNumber, days: ClosedRange<Day>, wish: RosterProblem.Request.Wish,
    pattern: String? = nil, weight: Int, recordedAt: Instant, actor: String
  ) {
    self.id = id
    self.agent = agent
    self.days = days
    self.wish = wish
    self.pattern = pattern
    self.weight = weight
    self.recordedAt = recordedAt
    self.actor = actor
  }
}

extension Connection {
  /// Keeps a wish of an agent the staff list knows and gives its number; only inside a write.
  public func saveRequest(_ request: RequestRecord) throws -> Int64 {
    try insert(
      """
      INSERT INTO roster_request
        (agent_id, first_day, last_day, wish, pattern, weight, recorded_at, actor)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
      """, agentIDs()[request.agent], request.days.lowerBound, request.days.upperBound,
      request.wish.rawValue, request.pattern, request.weight, request.recordedAt, request.actor)
  }

  /// Takes a wish back; only inside a write.
  public func withdrawRequest(_ id: Int64, at instant: Instant, actor: String) throws {
    try execute(
      """
      INSERT INTO roster_request_withdrawal (request_id, recorded_at, actor) VALUES ($1, $2, $3)
      """, id, instant, actor)
  }

  /// The wishes that stand for a day of `days`, or for any if nil, by agent, then by day, then by number.
  public func requests(touching days: ClosedRange<Day>? = nil) throws -> [RequestRecord] {
    try query(
      """
      SELECT r.id, number, first_day, last_day, wish, pattern, weight, r.recorded_at, r.actor
      FROM roster_request r JOIN agent a ON a.id = r.agent_id
        LEFT JOIN roster_request_withdrawal w ON w.request_id = r.id
      WHERE w.request_id IS NULL
      ORDER BY r.id
      """
    ).map { row in
      let wish: String = try row["wish"]
      return try RequestRecord(
        id: row["id"], agent: row["number"], days: row.days,
        wish: RosterProblem.Request.Wish(rawValue: wish) ?? .off, pattern: row["pattern"],
        weight: row["weight"], recordedAt: row["recorded_at"], actor: row["actor"])
    }.filter { request in days.map { $0.overlaps(request.days) } ?? true }
      .sorted { ($0.agent, $0.days.lowerBound, $0.id) < ($1.agent, $1.days.lowerBound, $1.id) }
  }
}
