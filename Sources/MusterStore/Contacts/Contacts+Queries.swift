public import Performance
public import Vocabulary

/// A contact as the daily draw of quality sees it.
public struct DrawableContact: Hashable, Sendable {
  public var agent: AgentNumber
  public var channel: String
  public var source: String
  public var externalID: String
}

/// What the store holds of contacts.
public struct ContactStatistics: Hashable, Sendable {
  /// The contacts of one month and channel.
  public struct Part: Hashable, Sendable {
    public var month: Month
    public var channel: String
    public var contacts: Int64
    public var rated: Int64
    public var orders: Int64
    public var complaints: Int64
    /// Contacts that some import changed after they had come in.
    public var changed: Int64
  }

  /// From the first local day of arrival to the last; nil where there are no contacts.
  public var days: ClosedRange<Day>?
  /// By month, then by channel.
  public var parts: [Part]
  /// The latest import that changed something.
  public var lastImport: ImportRecord?

  public var contacts: Int64 { parts.reduce(0) { $0 + $1.contacts } }
}

extension Connection {
  /// The contacts of `agent` that arrived on `days`, by arrival, then by external id.
  public func contacts(of agent: AgentNumber, in days: Range<Day>) throws -> [Contact] {
    try query(
      """
      SELECT c.external_id, c.channel, c.queue, c.topic, a.number, c.arrived_at, c.first_reply_at,
        c.closed_at, c.handle_seconds, c.resolved_first, c.invited, c.rating, c.order_id,
        c.order_minor, c.refunded_minor, c.complaint, c.transferred
      FROM agent a JOIN contact c ON c.agent_id = a.id
      WHERE a.number = $1 AND c.local_day >= $2 AND c.local_day < $3
      """, agent, days.lowerBound, days.upperBound
    ).map(Contact.init(row:)).sorted {
      $0.arrivedAt == $1.arrivedAt
        ? [$0.externalID].precedes([$1.externalID])
        : $0.arrivedAt < $1.arrivedAt
    }
  }

  /// The contacts that arrived on `day`, by agent, channel, source and external id.
  public func drawableContacts(on day: Day) throws -> [DrawableContact] {
    try query(
      """
      SELECT a.number, c.channel, c.source, c.external_id
      FROM contact c JOIN agent a ON a.id = c.agent_id WHERE c.local_day = $1
      """, day
    ).map { row in
      try DrawableContact(
        agent: row["number"], channel: row["channel"], source: row["source"],
        externalID: row["external_id"])
    }.sorted { a, b in
      a.agent == b.agent
        ? [a.channel, a.source, a.externalID].precedes([b.channel, b.source, b.externalID])
        : a.agent < b.agent
    }
  }

  /// What the store holds of contacts; reads all of them.
  public func contactStatistics() throws -> ContactStatistics {
    let parts = try query(
      """
      SELECT SUBSTR(local_day, 1, 7) AS month, channel, COUNT(*) AS contacts,
        COUNT(rating) AS rated, COUNT(order_id) AS orders,
        COUNT(*) FILTER (WHERE complaint = 1) AS complaints,
        COUNT(*) FILTER (WHERE id IN (SELECT contact_id FROM contact_change)) AS changed
      FROM contact GROUP BY SUBSTR(local_day, 1, 7), channel
      """
    ).map { row in
      try ContactStatistics.Part(
        month: row["month"], channel: row["channel"], contacts: row["contacts"],
        rated: row["rated"], orders: row["orders"], complaints: row["complaints"],
        changed: row["changed"])
    }.sorted { a, b in
      a.month == b.month ? [a.channel].precedes([b.channel]) : a.month < b.month
    }
    let span = try first("SELECT MIN(local_day) AS first, MAX(local_day) AS last FROM contact")
    let days: ClosedRange<Day>? = try span.flatMap { row in
      guard let first: Day = try row["first"], let last: Day = try row["last"] else { return nil }
      return first...last
    }
    return ContactStatistics(
      days: days, parts: parts, lastImport: try imports(latest: 1).last)
  }

  /// The `latest` imports that changed something, oldest first.
  public func imports(latest count: Int) throws -> [ImportRecord] {
    try query(
      """
      SELECT id, source, file, imported_at, actor, added, changed, same, rejected
      FROM import ORDER BY id DESC LIMIT $1
      """, count
    ).reversed().map { row in
      try ImportRecord(
        id: row["id"],
        run: ImportRun(
          source: row["source"], file: row["file"], at: row["imported_at"], actor: row["actor"]),
        counts: ImportCounts(
          added: row["added"], changed: row["changed"], same: row["same"],
          rejected: row["rejected"]))
    }
  }

  /// The id of the latest import that changed something, which a statement names as what it saw.
  public func lastImportID() throws -> Int64? {
    try first("SELECT MAX(id) AS id FROM import")?["id"]
  }
}

extension Contact {
  fileprivate init(row: Row) throws {
    let handleSeconds: Int? = try row["handle_seconds"]
    self.init(
      externalID: try row["external_id"], channel: try row["channel"], queue: try row["queue"],
      topic: try row["topic"], agent: try row["number"], arrivedAt: try row["arrived_at"],
      firstReplyAt: try row["first_reply_at"], closedAt: try row["closed_at"],
      handleSeconds: handleSeconds, resolvedFirst: try row["resolved_first"],
      ratingInvited: try row["invited"], rating: try row["rating"], orderID: try row["order_id"],
      orderAmount: try row["order_minor"], refundedAmount: try row["refunded_minor"],
      isComplaint: try row["complaint"], wasTransferred: try row["transferred"])
  }
}

extension [String] {
  /// Orders by the UTF-8 bytes of the first text that differs, the same on every machine.
  fileprivate func precedes(_ other: [String]) -> Bool {
    lexicographicallyPrecedes(other) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
