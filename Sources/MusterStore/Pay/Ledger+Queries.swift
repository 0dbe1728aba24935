public import Incentives
public import Vocabulary

/// An entry of the ledger with the hash that was stored beside it, right or not.
public struct StoredEntry: Hashable, Sendable {
  public var entry: LedgerEntry
  public var hash: ContentHash
}

extension Connection {
  private static let ledgerColumns = """
    SELECT sequence, period, agent_id, kind, component, amount, currency, cause, relates_to,
      plan_hash, facts_digest, actor, instant, hash FROM ledger
    """

  /// The end of the ledger's chain.
  public func ledgerHead() throws -> LedgerHead {
    guard
      let row = try first("SELECT sequence, hash FROM ledger ORDER BY sequence DESC LIMIT 1")
    else { return .origin }
    return try LedgerHead(sequence: row["sequence"], hash: row["hash"])
  }

  /// Books `postings` in `period` as the next entries, and gives the new end of the chain; only
  /// inside a write.
  ///
  /// Throws ``StoreFault/clockBehind(now:last:)`` where the last entry is from much later.
  @discardableResult
  public func book(
    _ postings: [Posting], in period: Month, by actor: Actor, at instant: Instant
  ) throws -> LedgerHead {
    var head = try ledgerHead()
    guard !postings.isEmpty else { return head }
    let instant = try bookingInstant(instant)
    for posting in postings {
      let entry = head.append(posting, in: period, by: actor, at: instant)
      try execute(
        """
        INSERT INTO ledger (sequence, period, agent_id, kind, component, amount, currency, cause,
          relates_to, plan_hash, facts_digest, actor, instant, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """,
        entry.sequence, period, posting.agentID, posting.kind, posting.component,
        posting.amount.minorUnits, posting.amount.currency.code, posting.cause,
        posting.relatesTo, posting.plan, posting.facts, actor.name, instant, head.hash)
    }
    return head
  }

  /// At most `count` entries that follow the one numbered `sequence`, in order.
  public func ledgerEntries(after sequence: Int64, atMost count: Int) throws -> [StoredEntry] {
    try query(
      Connection.ledgerColumns + " WHERE sequence > $1 ORDER BY sequence LIMIT $2", sequence, count
    ).map(StoredEntry.init(row:))
  }

  /// Walks the ledger's chain from its beginning, and shows each head on the way.
  ///
  /// Gives the end of the part that holds and, where that is not all, what is wrong after it.
  public func walkLedger(
    _ visit: (LedgerHead) -> Void = { _ in }
  ) throws -> (head: LedgerHead, fault: LedgerHead.Fault?) {
    var head = LedgerHead.origin
    while true {
      let entries = try ledgerEntries(after: head.sequence, atMost: 5_000)
      if entries.isEmpty { return (head, nil) }
      for stored in entries {
        do throws(LedgerHead.Fault) {
          try head.verify(stored.entry, hash: stored.hash)
        } catch {
          return (head, error)
        }
        visit(head)
      }
    }
  }

  /// The entries by which `month` was earned, whenever they fell due, in order.
  public func ledgerEntries(earnedIn month: Month) throws -> [LedgerEntry] {
    try query(
      Connection.ledgerColumns + " WHERE COALESCE(relates_to, period) = $1 ORDER BY sequence", month
    ).map { try StoredEntry(row: $0).entry }
  }

  /// The number of the first entry whose hash begins with `seal`, in small hexadecimal digits; 0 for
  /// the beginning of the chain, nil where there is none.
  public func ledgerSequence(sealed seal: String) throws -> Int64? {
    if ContentHash.origin.description.hasPrefix(seal) { return 0 }
    return try first(
      "SELECT sequence FROM ledger WHERE hash LIKE $1 ORDER BY sequence LIMIT 1", seal + "%"
    )?["sequence"]
  }

  /// The entries that fell due in `period`, in order.
  public func ledgerEntries(dueIn period: Month) throws -> [LedgerEntry] {
    try query(
      Connection.ledgerColumns + " WHERE period = $1 ORDER BY sequence", period
    ).map { try StoredEntry(row: $0).entry }
  }

  /// What was booked per agent and component for the months from `first` up to before `month`.
  public func bookedAmounts(
    earnedFrom first: Month, before month: Month
  ) throws -> [Int64: [String: Money]] {
    var amounts: [Int64: [String: Money]] = [:]
    let rows = try query(
      """
      SELECT agent_id, component, currency, CAST(SUM(amount) AS BIGINT) AS amount FROM ledger
      WHERE COALESCE(relates_to, period) >= $1 AND COALESCE(relates_to, period) < $2
      GROUP BY agent_id, component, currency
      """, first, month)
    for row in rows {
      amounts[try row["agent_id"], default: [:]][try row["component"]] = Money(
        minorUnits: try row["amount"], try row.currency)
    }
    return amounts
  }
}

extension StoredEntry {
  fileprivate init(row: Row) throws {
    let actor: String = try row["actor"]
    let posting = try Posting(
      agentID: row["agent_id"], kind: row["kind"], component: row["component"],
      amount: Money(minorUnits: row["amount"], row.currency), cause: row["cause"],
      relatesTo: row["relates_to"], plan: row["plan_hash"], facts: row["facts_digest"])
    guard let actor = Actor(actor) else {
      throw StoreFault.unreadable(column: "actor", found: actor, wanted: "Actor")
    }
    self.init(
      entry: LedgerEntry(
        sequence: try row["sequence"], period: try row["period"], posting: posting, actor: actor,
        instant: try row["instant"]),
      hash: try row["hash"])
  }
}

extension PayKind: Storable {}
extension LedgerEntry.Cause: Storable {}
