public import Rostering
public import Vocabulary

/// A swap that was asked for, and what was said to it.
public struct SwapRecord: Hashable, Sendable {
  public enum Step: String, Hashable, Sendable { case requested, approved, refused }

  /// Who said what, and when.
  public struct Event: Hashable, Sendable {
    public var step: Step
    public var at: Instant
    public var actor: String
    /// The roster that an approval led to.
    public var made: Int64?

    public init(step: Step, at: Instant, actor: String, made: Int64? = nil) {
      self.step = step
      self.at = at
      self.actor = actor
      self.made = made
    }
  }

  public var id: Int64
  /// The roster in force when it was asked for.
  public var roster: Int64
  public var swap: RosterSwap
  /// In the order in which they happened; the first is the request.
  public var events: [Event]

  /// The last step: requested means that nobody has decided.
  public var step: Step { events.last?.step ?? .requested }
}

extension Connection {
  /// Keeps a swap that is asked for and gives its number; only inside a write.
  ///
  /// Both agents must be known.
  public func saveSwap(
    _ swap: RosterSwap, of roster: Int64, at instant: Instant, actor: String
  ) throws -> Int64 {
    let agents = try agentIDs()
    let id = try insert(
      """
      INSERT INTO roster_swap (roster_id, agent_id, colleague_id) VALUES ($1, $2, $3) RETURNING id
      """, roster, agents[swap.agent], agents[swap.colleague])
    for day in swap.days {
      try execute("INSERT INTO roster_swap_day (swap_id, day) VALUES ($1, $2)", id, day)
    }
    try saveSwapEvent(
      SwapRecord.Event(step: .requested, at: instant, actor: actor), of: id)
    return id
  }

  /// Adds what was said to a swap; only inside a write.
  public func saveSwapEvent(_ event: SwapRecord.Event, of id: Int64) throws {
    try execute(
      """
      INSERT INTO roster_swap_event (swap_id, event, recorded_at, actor, made_roster_id)
      VALUES ($1, $2, $3, $4, $5)
      """, id, event.step.rawValue, event.at, event.actor, event.made)
  }

  /// Every swap, the latest first.
  public func swaps() throws -> [SwapRecord] {
    var days: [Int64: [Day]] = [:]
    for row in try query("SELECT swap_id, day FROM roster_swap_day ORDER BY swap_id, day") {
      days[try row["swap_id"], default: []].append(try row["day"])
    }
    var events: [Int64: [SwapRecord.Event]] = [:]
    let said = try query(
      """
      SELECT swap_id, event, recorded_at, actor, made_roster_id FROM roster_swap_event ORDER BY id
      """)
    for row in said {
      let word: String = try row["event"]
      guard let step = SwapRecord.Step(rawValue: word) else { continue }
      events[try row["swap_id"], default: []].append(
        try SwapRecord.Event(
          step: step, at: row["recorded_at"], actor: row["actor"], made: row["made_roster_id"]))
    }
    return try query(
      """
      SELECT s.id, roster_id, a.number AS agent, c.number AS colleague
      FROM roster_swap s JOIN agent a ON a.id = s.agent_id JOIN agent c ON c.id = s.colleague_id
      ORDER BY s.id DESC
      """
    ).map { row in
      let id: Int64 = try row["id"]
      return try SwapRecord(
        id: id, roster: row["roster_id"],
        swap: RosterSwap(
          agent: row["agent"], colleague: row["colleague"], days: days[id] ?? []),
        events: events[id] ?? [])
    }
  }
}
