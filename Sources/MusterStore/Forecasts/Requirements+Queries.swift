public import Vocabulary

/// When a requirement was made, and of which forecast.
public struct RequirementRecord: Hashable, Sendable {
  public var id: Int64
  public var forecast: Int64
  public var madeAt: Instant
  public var actor: String
  /// The figure of the forecast that is staffed for: `mean` or `p90`.
  public var used: String
  public var standards: ContentHash

  public init(
    id: Int64 = 0, forecast: Int64, madeAt: Instant, actor: String, used: String,
    standards: ContentHash
  ) {
    self.id = id
    self.forecast = forecast
    self.madeAt = madeAt
    self.actor = actor
    self.used = used
    self.standards = standards
  }
}

/// What one open interval of a stream needs.
public struct RequirementInterval: Hashable, Sendable {
  public var stream: Stream
  public var start: Instant
  /// The workspace's clock at ``start``.
  public var local: LocalTime
  public var volume: Double
  public var erlangs: Double
  public var agents: Int
  public var serviceLevel: Double
  /// The mean wait of those answered; nil for work that is done when there is time.
  public var asaSeconds: Double?
  public var occupancy: Double
  public var abandoned: Double
  /// Agents to schedule, shrinkage included: a fraction until the roster.
  public var scheduled: Double

  public init(
    stream: Stream, start: Instant, local: LocalTime, volume: Double, erlangs: Double, agents: Int,
    serviceLevel: Double, asaSeconds: Double?, occupancy: Double, abandoned: Double,
    scheduled: Double
  ) {
    self.stream = stream
    self.start = start
    self.local = local
    self.volume = volume
    self.erlangs = erlangs
    self.agents = agents
    self.serviceLevel = serviceLevel
    self.asaSeconds = asaSeconds
    self.occupancy = occupancy
    self.abandoned = abandoned
    self.scheduled = scheduled
  }
}

extension Connection {
  /// Keeps a requirement and gives its number; only inside a write.
  public func saveRequirement(
    _ record: RequirementRecord, intervals: [RequirementInterval]
  ) throws -> Int64 {
    let id = try insert(
      """
      INSERT INTO requirement (forecast_id, made_at, actor, used, standards_hash)
      VALUES ($1, $2, $3, $4, $5) RETURNING id
      """, record.forecast, record.madeAt, record.actor, record.used, record.standards)
    for interval in intervals {
      try execute(
        """
        INSERT INTO requirement_interval
          (requirement_id, channel, queue, start_at, local_day, local_minute, volume, erlangs,
           agents, service_level, asa_seconds, occupancy, abandoned, scheduled)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """, id, interval.stream.channel, interval.stream.queue, interval.start,
        interval.local.day, interval.local.minute, interval.volume, interval.erlangs,
        interval.agents, interval.serviceLevel, interval.asaSeconds, interval.occupancy,
        interval.abandoned, interval.scheduled)
    }
    return id
  }

  /// The requirement with this number, or the latest; nil where there is none.
  public func requirement(_ id: Int64? = nil) throws -> RequirementRecord? {
    let columns = "SELECT id, forecast_id, made_at, actor, used, standards_hash FROM requirement"
    return try first(columns, numbered: id).map { row in
      try RequirementRecord(
        id: row["id"], forecast: row["forecast_id"], madeAt: row["made_at"], actor: row["actor"],
        used: row["used"], standards: row["standards_hash"])
    }
  }

  /// The intervals of a requirement, by stream, then by time.
  public func requirementIntervals(_ id: Int64) throws -> [RequirementInterval] {
    try query(
      """
      SELECT channel, queue, start_at, local_day, local_minute, volume, erlangs, agents,
        service_level, asa_seconds, occupancy, abandoned, scheduled
      FROM requirement_interval WHERE requirement_id = $1
      """, id
    ).map { row in
      try RequirementInterval(
        stream: row.stream, start: row["start_at"],
        local: row.localTime, volume: row["volume"], erlangs: row["erlangs"],
        agents: row["agents"], serviceLevel: row["service_level"], asaSeconds: row["asa_seconds"],
        occupancy: row["occupancy"], abandoned: row["abandoned"], scheduled: row["scheduled"])
    }.sorted { ($0.stream, $0.start) < ($1.stream, $1.start) }
  }
}
