public import Incentives
public import Vocabulary

/// A month of pay that changes no more.
public struct PeriodLock: Hashable, Sendable {
  public var month: Month
  /// The end of the ledger when it was locked.
  public var seal: LedgerHead
  public var lockedAt: Instant
  public var actor: String
}

extension Connection {
  /// The lock of `month`, or nil where it is open.
  public func lock(of month: Month) throws -> PeriodLock? {
    try first(
      "SELECT month, sequence, seal, locked_at, actor FROM period_lock WHERE month = $1", month
    ).map(PeriodLock.init(row:))
  }

  /// Every lock, by month.
  public func periodLocks() throws -> [PeriodLock] {
    try query("SELECT month, sequence, seal, locked_at, actor FROM period_lock ORDER BY month")
      .map(PeriodLock.init(row:))
  }

  /// Locks `month`, which must be open, at the end of the ledger; only inside a write.
  ///
  /// Throws ``StoreFault/clockBehind(now:last:)`` where the last entry is from much later.
  public func lock(_ month: Month, at instant: Instant, by actor: Actor) throws -> PeriodLock {
    let instant = try bookingInstant(instant)
    let lock = PeriodLock(
      month: month, seal: try ledgerHead(), lockedAt: instant, actor: actor.name)
    try execute(
      """
      INSERT INTO period_lock (month, sequence, seal, locked_at, actor)
      VALUES ($1, $2, $3, $4, $5)
      """, month, lock.seal.sequence, lock.seal.hash, instant, actor.name)
    return lock
  }
}

extension PeriodLock {
  fileprivate init(row: Row) throws {
    self.init(
      month: try row["month"],
      seal: LedgerHead(sequence: try row["sequence"], hash: try row["seal"]),
      lockedAt: try row["locked_at"], actor: try row["actor"])
  }
}
