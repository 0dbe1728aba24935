public import Incentives
import MusterFiles
import MusterStore
public import MusterWords
import Vocabulary

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
      var faults: [AuditFault] = []
      var head = LedgerHead.origin
      let locks = try connection.periodLocks()
      var seals = locks.filter { $0.seal != .origin }
      rows: while true {
        let entries = try connection.ledgerEntries(after: head.sequence, atMost: 5_000)
        for stored in entries {
          do throws(LedgerHead.Fault) {
            try head.verify(stored.entry, hash: stored.hash)
          } catch {
            faults.append(.ledger(error))
            break rows
          }
          seals.removeAll { $0.seal == head }
        }
        if entries.isEmpty { break }
      }
      faults += seals.map { .seal($0.month, $0.seal) }
      faults += try connection.statementFaults()
      return Audit(head: head, faults: faults)
    }
  }
}

extension Connection {
  /// The statements whose facts or sums are not what they should be, by month and agent.
  fileprivate func statementFaults() throws -> [AuditFault] {
    try statementSums().flatMap { sum -> [AuditFault] in
      var faults: [AuditFault] = []
      if ContentHash(ofText: sum.facts) != sum.factsDigest {
        faults.append(.facts(sum.month, sum.agent))
      }
      if sum.statement != sum.booked {
        faults.append(
          .sum(sum.month, sum.agent, statement: sum.statement, booked: sum.booked))
      }
      return faults
    }
  }
}
