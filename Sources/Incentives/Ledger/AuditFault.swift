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

/// A statement's sum beside what was booked for it.
public struct StatementSum: Hashable, Sendable {
  public var month: Month
  public var agent: AgentNumber
  public var facts: String
  public var factsDigest: ContentHash
  public var statement: Money
  public var booked: Money

  public init(
    month: Month, agent: AgentNumber, facts: String, factsDigest: ContentHash, statement: Money,
    booked: Money
  ) {
    self.month = month
    self.agent = agent
    self.facts = facts
    self.factsDigest = factsDigest
    self.statement = statement
    self.booked = booked
  }

  /// What does not hold of it.
  public var faults: [AuditFault] {
    var faults: [AuditFault] = []
    if ContentHash(ofText: facts) != factsDigest { faults.append(.facts(month, agent)) }
    if statement != booked {
      faults.append(.sum(month, agent, statement: statement, booked: booked))
    }
    return faults
  }
}
