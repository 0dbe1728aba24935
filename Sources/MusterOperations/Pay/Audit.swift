public import Incentives
import MusterStore

/// What checking the books found.
public struct Audit {
  /// The end of the part that holds.
  public let head: LedgerHead
  /// What does not hold; of the ledger only its first bad row.
  public let faults: [AuditFault]
}

extension Workspace {
  /// Checks the ledger's chain row by row, the seals of locked months, and each statement against
  /// its facts and against what was booked for it.
  public func verifyBooks() throws -> Audit {
    try store.read { connection in
      var seals = try connection.periodLocks().filter { $0.seal != .origin }
      let (head, fault) = try connection.walkLedger { head in
        seals.removeAll { $0.seal == head }
      }
      return Audit(
        head: head,
        faults: [fault].compactMap { $0.map(AuditFault.ledger) }
          + seals.map { .seal($0.month, $0.seal) }
          + (try connection.statementFaults()))
    }
  }
}
