public import Performance
public import Vocabulary

/// The sample of a day as it was drawn.
public struct StoredDraw: Hashable, Sendable {
  public let draw: QualityDraw
  public let day: Day
  /// By agent, then by the channel's name in UTF-8; contacts by the names they were drawn under.
  public let strata: [QualityDraw.Stratum]

  public init(draw: QualityDraw, day: Day, strata: [QualityDraw.Stratum]) {
    self.draw = draw
    self.day = day
    self.strata = strata
  }
}

/// What a review of a contact came to, and whose contact it was.
public struct StoredReview: Hashable, Sendable {
  public let agent: AgentNumber
  public let channel: String
  /// The local day of the contact.
  public let day: Day
  public let result: Review.Result
  /// Whether the contact belongs to a day's sample.
  public let isSampled: Bool
}

extension Connection {
  /// The sample of `day`, or nil where none was drawn.
  public func qualityDraw(on day: Day) throws -> StoredDraw? {
    guard let head = try first("SELECT id, seed, share FROM quality_draw WHERE day = $1", day)
    else { return nil }
    let (seed, share): (Int64, Int64) = (try head["seed"], try head["share"])
    guard let draw = QualityDraw(seed: UInt64(bitPattern: seed), share: BasisPoints(share)) else {
      throw StoreFault.unreadable(column: "share", found: "\(share)", wanted: "a share")
    }
    var samples: [Int64: [String]] = [:]
    for row in try query(
      """
      SELECT s.id, c.source, c.external_id
      FROM quality_stratum s JOIN quality_sample q ON q.stratum_id = s.id
        JOIN contact c ON c.id = q.contact_id
      WHERE s.draw_id = $1 ORDER BY s.id, q.position
      """, try head["id"] as Int64)
    {
      let contact = DrawableContact.name(source: try row["source"], id: try row["external_id"])
      samples[try row["id"], default: []].append(contact)
    }
    let strata = try query(
      """
      SELECT s.id, number, channel, population
      FROM quality_stratum s JOIN agent a ON a.id = s.agent_id WHERE draw_id = $1 ORDER BY s.id
      """, try head["id"] as Int64
    ).map { row in
      QualityDraw.Stratum(
        agent: try row["number"], channel: try row["channel"], population: try row["population"],
        drawn: samples[try row["id"]] ?? [])
    }
    return StoredDraw(draw: draw, day: day, strata: strata)
  }

  /// Keeps the sample of a day; only inside a write, once for a day.
  public func add(_ stored: StoredDraw, at now: Instant, by actor: String) throws {
    let agents = try agentIDs()
    let contacts = try contactIDs(on: stored.day)
    let draw = try insert(
      """
      INSERT INTO quality_draw (day, seed, share, drawn_at, actor)
      VALUES ($1, $2, $3, $4, $5) RETURNING id
      """,
      stored.day, Int64(bitPattern: stored.draw.seed), stored.draw.share.count, now, actor)
    for stratum in stored.strata {
      guard let agent = agents[stratum.agent] else {
        preconditionFailure("a stratum is of an agent of the staff list")
      }
      let id = try insert(
        """
        INSERT INTO quality_stratum (draw_id, agent_id, channel, population)
        VALUES ($1, $2, $3, $4) RETURNING id
        """, draw, agent, stratum.channel, stratum.population)
      for (position, contact) in stratum.drawn.enumerated() {
        guard let contact = contacts[contact] else {
          preconditionFailure("a contact is drawn from those of its day")
        }
        try execute(
          "INSERT INTO quality_sample (stratum_id, position, contact_id) VALUES ($1, $2, $3)",
          id, position, contact)
      }
    }
  }

  private func contactIDs(on day: Day) throws -> [String: Int64] {
    var ids: [String: Int64] = [:]
    for row in try query("SELECT id, source, external_id FROM contact WHERE local_day = $1", day) {
      ids[DrawableContact.name(source: try row["source"], id: try row["external_id"])] =
        try row["id"]
    }
    return ids
  }

  /// The key of the contact with that id in its source, or nil where there is none.
  public func contactID(source: String, externalID: String) throws -> Int64? {
    try first(
      "SELECT id FROM contact WHERE source = $1 AND external_id = $2", source, externalID
    )?["id"]
  }

  /// The marks that a contact was given, by item, or nil where it was not reviewed.
  public func qualityMarks(of contactID: Int64) throws -> [Review.Mark]? {
    guard let review = try first("SELECT id FROM quality_review WHERE contact_id = $1", contactID)
    else { return nil }
    return try query(
      "SELECT points FROM quality_mark WHERE review_id = $1 ORDER BY position",
      try review["id"] as Int64
    ).map { row in
      let points: Int? = try row["points"]
      return points.map { .points($0) } ?? .notApplicable
    }
  }

  /// Keeps a review of a contact by a scorecard whose text is kept; only inside a write.
  public func add(
    _ review: Review, of contactID: Int64, by scorecard: Scorecard, _ hash: ContentHash,
    at now: Instant, by actor: String
  ) throws {
    let (result, critical): (String, [String]) =
      switch review.result {
      case .notScored: ("not_scored", [])
      case .passed: ("passed", [])
      case .failed(_, let critical): ("failed", critical)
      }
    let id = try insert(
      """
      INSERT INTO quality_review (contact_id, scorecard_hash, result, score, critical, recorded_at,
        actor)
      VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
      """,
      contactID, hash, result, review.result.score.map { Int64($0.hundredths) },
      critical.joined(separator: "|"), now, actor)
    for (position, (item, mark)) in zip(scorecard.items, review.marks).enumerated() {
      var points: Int?
      if case .points(let given) = mark { points = given }
      try execute(
        "INSERT INTO quality_mark (review_id, position, item, points) VALUES ($1, $2, $3, $4)",
        id, position, item.id, points)
    }
  }

  /// How many contacts of each agent the draws of `days` hold.
  public func sampledContacts(in days: Range<Day>) throws -> [AgentNumber: Int] {
    var counts: [AgentNumber: Int] = [:]
    for row in try query(
      """
      SELECT number, COUNT(*) AS contacts
      FROM quality_draw d JOIN quality_stratum s ON s.draw_id = d.id
        JOIN quality_sample q ON q.stratum_id = s.id JOIN agent a ON a.id = s.agent_id
      WHERE d.day >= $1 AND d.day < $2 GROUP BY number
      """, days.lowerBound, days.upperBound)
    {
      counts[try row["number"]] = try row["contacts"]
    }
    return counts
  }

  /// Reviews of contacts that arrived on `days`, by agent, channel, day and order of recording.
  public func qualityReviews(in days: Range<Day>) throws -> [StoredReview] {
    try query(
      """
      SELECT number, channel, local_day, result, score, critical, q.contact_id AS sampled
      FROM quality_review r JOIN contact c ON c.id = r.contact_id JOIN agent a ON a.id = c.agent_id
        LEFT JOIN quality_sample q ON q.contact_id = c.id
      WHERE c.local_day >= $1 AND c.local_day < $2 ORDER BY r.id
      """, days.lowerBound, days.upperBound
    ).map { row in
      let sampled: Int64? = try row["sampled"]
      return StoredReview(
        agent: try row["number"], channel: try row["channel"], day: try row["local_day"],
        result: try Review.Result(row: row), isSampled: sampled != nil)
    }.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if x.agent != y.agent { return x.agent < y.agent }
      if x.channel != y.channel { return x.channel.utf8.lexicographicallyPrecedes(y.channel.utf8) }
      return (x.day, a.offset) < (y.day, b.offset)
    }.map(\.element)
  }
}

extension DrawableContact {
  /// The name under which a contact is drawn: its id, with its source before it where that is not
  /// `main`.
  static func name(source: String, id: String) -> String {
    source == "main" ? id : "\(source)/\(id)"
  }

  /// The name under which the contact is drawn.
  public var name: String { DrawableContact.name(source: source, id: externalID) }
}

extension Review.Result {
  fileprivate init(row: Row) throws {
    let result: String = try row["result"]
    let hundredths: Int? = try row["score"]
    let score = hundredths.flatMap { Score(hundredths: $0) } ?? .zero
    switch result {
    case "passed": self = .passed(score)
    case "failed":
      let critical: String = try row["critical"]
      self = .failed(score, criticalItems: critical.split(separator: "|").map(String.init))
    default: self = .notScored
    }
  }
}
