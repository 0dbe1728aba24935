public import Rostering
public import Vocabulary

/// The roster that another one was made from.
public struct RosterOrigin: Hashable, Sendable {
  /// How a roster is made from another one.
  public enum Way: String, Hashable, Sendable { case repair, swap, slack }

  public var roster: Int64
  public var way: Way

  public init(roster: Int64, way: Way) {
    self.roster = roster
    self.way = way
  }
}

/// When a roster was made and what came out.
public struct RosterRecord: Hashable, Sendable {
  public var id: Int64
  public var madeAt: Instant
  public var actor: String
  public var days: ClosedRange<Day>
  public var requirement: Int64
  public var seed: Int64
  public var steps: Int
  public var cost: Int
  public var bound: Int
  /// When it was published; nil for a draft.
  public var publishedAt: Instant?
  public var publishedBy: String?
  /// The roster that took its place on all its days.
  public var replacedBy: Int64?
  /// The roster it was made from; nil where it was made anew.
  public var origin: RosterOrigin?
  /// The rosters in force on its days when it was made, in the order of their publication; nil where
  /// that was not kept.
  public var basis: [Int64]?

  public init(
    id: Int64 = 0, madeAt: Instant, actor: String, days: ClosedRange<Day>, requirement: Int64,
    seed: Int64, steps: Int, cost: Int, bound: Int, publishedAt: Instant? = nil,
    replacedBy: Int64? = nil, origin: RosterOrigin? = nil, basis: [Int64]? = nil
  ) {
    self.id = id
    self.madeAt = madeAt
    self.actor = actor
    self.days = days
    self.requirement = requirement
    self.seed = seed
    self.steps = steps
    self.cost = cost
    self.bound = bound
    self.publishedAt = publishedAt
    self.replacedBy = replacedBy
    self.origin = origin
    self.basis = basis
  }

  /// Whether it is the one that people work by.
  public var isInForce: Bool { publishedAt != nil && replacedBy == nil }
}

extension Connection {
  private static let rosterColumns = """
    SELECT r.id, made_at, r.actor, first_day, last_day, requirement_id, seed, steps, cost, bound,
      published_at, p.actor AS published_by, replaced_by, origin_id, way, in_force
    FROM roster r LEFT JOIN roster_publication p ON p.roster_id = r.id
      LEFT JOIN roster_origin o ON o.roster_id = r.id
      LEFT JOIN roster_basis b ON b.roster_id = r.id
    """

  /// Keeps a roster with the `files` of its problem and gives its number; only inside a write.
  ///
  /// Every agent of the roster must be known.
  public func saveRoster(
    _ record: RosterRecord, _ roster: Roster, files: [(name: String, text: String)]
  ) throws -> Int64 {
    let id = try insert(
      """
      INSERT INTO roster
        (made_at, actor, first_day, last_day, requirement_id, seed, steps, cost, bound)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id
      """, record.madeAt, record.actor, record.days.lowerBound, record.days.upperBound,
      record.requirement, record.seed, record.steps, record.cost, record.bound)
    if let origin = record.origin {
      try execute(
        "INSERT INTO roster_origin (roster_id, origin_id, way) VALUES ($1, $2, $3)", id,
        origin.roster, origin.way.rawValue)
    }
    if let basis = record.basis {
      try execute(
        "INSERT INTO roster_basis (roster_id, in_force) VALUES ($1, $2)", id,
        basis.map(String.init).joined(separator: " "))
    }
    for file in files {
      try execute(
        "INSERT INTO roster_file (roster_id, name, text) VALUES ($1, $2, $3)", id, file.name,
        file.text)
    }
    let agents = try agentIDs()
    for shift in roster.shifts {
      for activity in shift.activities {
        let stream = activity.kind.stream
        let module: String? = if case .training(let code) = activity.kind { code } else { nil }
        try execute(
          """
          INSERT INTO roster_activity
            (roster_id, agent_id, shift_start_at, start_at, end_at, pattern, activity, channel,
             queue, module)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
          """, id, agents[shift.agent], shift.start, activity.start, activity.end, shift.pattern,
          activity.kind.word, stream?.channel, stream?.queue, module)
      }
    }
    return id
  }

  /// The roster with this number, or the latest made; nil where there is none.
  public func rosterRecord(_ id: Int64? = nil) throws -> RosterRecord? {
    try first(Connection.rosterColumns, numbered: id, by: "r.id").map(RosterRecord.init(row:))
  }

  /// Rosters in force that have a day in common with `days`, in the order of their publication.
  public func rostersInForce(touching days: ClosedRange<Day>) throws -> [RosterRecord] {
    try query(
      Connection.rosterColumns + """
         WHERE published_at IS NOT NULL AND replaced_by IS NULL AND first_day <= $2
           AND last_day >= $1
        ORDER BY published_at, r.id
        """, days.lowerBound, days.upperBound
    ).map(RosterRecord.init(row:))
  }

  /// The shifts of a roster, by agent, then by start.
  public func roster(_ id: Int64) throws -> Roster {
    var shifts: [Shift] = []
    let rows = try query(
      """
      SELECT number, shift_start_at, start_at, end_at, pattern, activity, channel, queue, module
      FROM roster_activity x JOIN agent a ON a.id = x.agent_id
      WHERE roster_id = $1 ORDER BY agent_id, start_at
      """, id)
    for row in rows {
      let agent: AgentNumber = try row["number"]
      let start: Instant = try row["shift_start_at"]
      let activity = try Activity(row: row)
      if let last = shifts.last, last.agent == agent, last.start == start {
        shifts[shifts.count - 1].activities.append(activity)
        shifts[shifts.count - 1].end = activity.end
      } else {
        shifts.append(
          Shift(
            agent: agent, pattern: try row["pattern"], start: start, end: activity.end,
            activities: [activity]))
      }
    }
    return Roster(shifts: shifts.sorted { ($0.agent, $0.start) < ($1.agent, $1.start) })
  }

  /// The files of a roster's problem, by name.
  public func rosterFiles(_ id: Int64) throws -> [String: String] {
    let rows = try query("SELECT name, text FROM roster_file WHERE roster_id = $1", id)
    return try Dictionary(rows.map { (try $0["name"], try $0["text"]) }) { first, _ in first }
  }

  /// Publishes a roster, after which those of `replaced` hold on no day; only inside a write.
  public func publishRoster(
    _ id: Int64, at instant: Instant, actor: String, replacing replaced: [Int64]
  ) throws {
    try execute(
      "INSERT INTO roster_publication (roster_id, published_at, actor) VALUES ($1, $2, $3)", id,
      instant, actor)
    for other in replaced {
      try execute(
        "UPDATE roster_publication SET replaced_by = $2 WHERE roster_id = $1", other, id)
    }
  }
}

extension RosterRecord {
  fileprivate init(row: Row) throws {
    let origin: Int64? = try row["origin_id"]
    let way: String? = try row["way"]
    let basis: String? = try row["in_force"]
    try self.init(
      id: row["id"], madeAt: row["made_at"], actor: row["actor"], days: row.days,
      requirement: row["requirement_id"], seed: row["seed"], steps: row["steps"],
      cost: row["cost"], bound: row["bound"], publishedAt: row["published_at"],
      replacedBy: row["replaced_by"],
      origin: origin.flatMap { roster in
        way.flatMap(RosterOrigin.Way.init).map { RosterOrigin(roster: roster, way: $0) }
      }, basis: basis.map { $0.split(separator: " ").compactMap { Int64($0) } })
    publishedBy = try row["published_by"]
  }
}

extension Activity {
  fileprivate init(row: Row) throws {
    let word: String = try row["activity"]
    let channel: String? = try row["channel"]
    let queue: String? = try row["queue"]
    let module: String? = try row["module"]
    let stream = channel.flatMap { channel in
      queue.map { Stream(channel: channel, queue: $0) }
    }
    let kind: Kind =
      switch (word, stream, module) {
      case ("break", _, _): .unpaidBreak
      case ("paid_break", _, _): .paidBreak
      case ("training", _, let module?): .training(module)
      case ("deferrable", let stream?, _): .deferrable(stream)
      default: .work(stream)
      }
    try self.init(kind: kind, start: row["start_at"], end: row["end_at"])
  }
}
