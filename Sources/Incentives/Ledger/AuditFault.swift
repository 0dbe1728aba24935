public import Vocabulary

/// Why the books do not hold.
public enum AuditFault: Hashable, Sendable {
  case ledger(LedgerHead.Fault)
  /// The head that was printed when a month was locked is not in the chain.
  case seal(Month, LedgerHead)
  /// A statement's facts are not those whose hash it names.
  case facts(Month, AgentNumber)
  /// A statement's sum is not what was booked for it.
  case sum(Month, AgentNumber, statement: Money, booked: Money)
}

extension AuditFault {
  /// What does not hold of a statement made from `facts`, for which so much was booked.
  public static func faults(
    of agent: AgentNumber, _ month: Month, facts: String, digest: ContentHash, statement: Money,
    booked: Money
  ) -> [AuditFault] {
    var faults: [AuditFault] = []
    if ContentHash(ofText: facts) != digest { faults.append(.facts(month, agent)) }
    if statement != booked {
      faults.append(.sum(month, agent, statement: statement, booked: booked))
    }
    return faults
  }
}
