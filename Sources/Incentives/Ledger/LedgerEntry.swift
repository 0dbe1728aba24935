public import Vocabulary

/// One amount in the append-only book of all that was ever due.
public struct LedgerEntry: Hashable, Sendable {
  /// Why an amount was booked.
  public enum Cause: String, CaseIterable, Hashable, Sendable {
    /// The month's own run.
    case earned
    /// The facts of the month changed after it had been booked.
    case lateFacts = "late_facts"
    /// The plan of the month changed after it had been booked.
    case changedPlan = "changed_plan"
  }

  /// From 1, without gaps.
  public let sequence: Int64
  /// The month of pay in which it is due.
  public let period: Month
  public let posting: Posting
  public let actor: Actor
  public let instant: Instant

  public init(
    sequence: Int64, period: Month, posting: Posting, actor: Actor, instant: Instant
  ) {
    self.sequence = sequence
    self.period = period
    self.posting = posting
    self.actor = actor
    self.instant = instant
  }

  /// The month in which the amount was earned.
  public var earnedIn: Month { posting.relatesTo ?? period }

  /// What is hashed: each field on its own line as `name=value`, in UTF-8, each line ended by LF.
  public var bytes: [UInt8] {
    let fields = [
      ("sequence", String(sequence)), ("period", period.description),
      ("agent_id", String(posting.agentID)), ("kind", posting.kind.rawValue),
      ("component", posting.component), ("amount", String(posting.amount.minorUnits)),
      ("currency", posting.amount.currency.code), ("cause", posting.cause.rawValue),
      ("relates_to", posting.relatesTo?.description ?? ""),
      ("plan_hash", posting.plan.description), ("facts_digest", posting.facts.description),
      ("actor", actor.name), ("instant", String(instant.seconds)),
    ]
    return Array(fields.map { "\($0)=\($1)\n" }.joined().utf8)
  }

  /// The hash that chains the entry to `previous`: SHA-256 of the 64 digits of the previous hash
  /// and the entry's bytes.
  public func hash(after previous: ContentHash) -> ContentHash {
    ContentHash(of: Array(previous.description.utf8) + bytes)
  }
}

/// What is to be booked for one agent.
public struct Posting: Hashable, Sendable {
  /// The agent's id inside the store: it outlives numbers and names.
  public let agentID: Int64
  public let kind: PayKind
  public let component: String
  public let amount: Money
  public let cause: LedgerEntry.Cause
  /// The earlier month that is corrected; nil for the month's own amounts.
  public let relatesTo: Month?
  public let plan: ContentHash
  public let facts: ContentHash

  public init(
    agentID: Int64, kind: PayKind, component: String, amount: Money, cause: LedgerEntry.Cause,
    relatesTo: Month?, plan: ContentHash, facts: ContentHash
  ) {
    precondition(Plan.isCode(component), "a component is named by a code")
    self.agentID = agentID
    self.kind = kind
    self.component = component
    self.amount = amount
    self.cause = cause
    self.relatesTo = relatesTo
    self.plan = plan
    self.facts = facts
  }
}

/// Who books, by the name they work under.
public struct Actor: Hashable, Sendable {
  public let name: String

  /// Nil where `name` is empty or holds a control character, such as the end of a line.
  public init?(_ name: String) {
    guard !name.isEmpty,
      name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { return nil }
    self.name = name
  }
}
