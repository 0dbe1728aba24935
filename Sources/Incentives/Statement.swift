public import Vocabulary

/// What one agent is due for a month, before tax and social insurance, line by line.
public struct Statement: Hashable, Sendable {
  public let agent: AgentNumber
  public let month: Month
  /// In the order of the plan; corrections of earlier months last.
  public let lines: [StatementLine]
  /// The hash of the facts it was made from.
  public let factsDigest: ContentHash
  private let currency: Currency

  public init(
    agent: AgentNumber, month: Month, lines: [StatementLine], factsDigest: ContentHash,
    currency: Currency = .yuan
  ) {
    self.agent = agent
    self.month = month
    self.lines = lines
    self.factsDigest = factsDigest
    self.currency = currency
  }

  /// The same statement with `corrections` of earlier months after its lines.
  public func adding(_ corrections: [StatementLine]) -> Statement {
    Statement(
      agent: agent, month: month, lines: lines + corrections, factsDigest: factsDigest,
      currency: currency)
  }

  /// The amount due: the sum of the lines.
  public var total: Money { lines.reduce(.zero(currency)) { $0 + $1.amount } }

  /// The sum of the lines of one kind.
  public func total(of kind: PayKind) -> Money {
    lines.reduce(.zero(currency)) { $1.kind == kind ? $0 + $1.amount : $0 }
  }

  /// How the first bonus came about, where the plan has one.
  public var bonus: BonusWorking? {
    for line in lines {
      if case .bonus(let working) = line.working { return working }
    }
    return nil
  }
}

/// One amount of a statement, and how it came about.
public struct StatementLine: Hashable, Sendable {
  public enum Working: Hashable, Sendable {
    case bonus(BonusWorking)
    case award(AwardWorking)
    case subsidy(SubsidyWorking)
    case correction(Correction)
  }

  public let component: String
  public let kind: PayKind
  public let amount: Money
  public let working: Working

  public init(component: String, kind: PayKind, amount: Money, working: Working) {
    self.component = component
    self.kind = kind
    self.amount = amount
    self.working = working
  }
}

/// What a line of an earlier month is changed by.
public struct Correction: Hashable, Sendable {
  /// The month that was earned.
  public let month: Month
  public let cause: LedgerEntry.Cause
  /// What had been booked before.
  public let booked: Money
  /// What it is now.
  public let due: Money

  public init(month: Month, cause: LedgerEntry.Cause, booked: Money, due: Money) {
    self.month = month
    self.cause = cause
    self.booked = booked
    self.due = due
  }
}

extension LedgerEntry {
  /// The line by which the entry corrects an earlier month, of which `entries` are those that were
  /// ever booked; nil where it is its month's own.
  public func correction(of entries: [LedgerEntry]) -> StatementLine? {
    guard posting.relatesTo != nil else { return nil }
    let booked = entries.filter {
      $0.sequence < sequence && $0.posting.agentID == posting.agentID
        && $0.posting.component == posting.component
    }.reduce(Money.zero(posting.amount.currency)) { $0 + $1.posting.amount }
    return StatementLine(
      component: posting.component, kind: posting.kind, amount: posting.amount,
      working: .correction(
        Correction(
          month: earnedIn, cause: posting.cause, booked: booked, due: booked + posting.amount)))
  }
}

/// The kinds of money that statements and the ledger keep apart.
public enum PayKind: String, CaseIterable, Hashable, Sendable {
  case bonus, award, subsidy
  /// Paid later for a month that is locked.
  case difference
  /// Taken back later for a month that is locked.
  case clawback
}

extension Plan {
  /// The statements of `month`, one for each of `periods`, by agent number.
  ///
  /// The same facts give the same statements, in whatever order they come.
  public func statements(for periods: [AgentPeriod], in month: Month) -> [Statement] {
    let periods = periods.sorted { $0.agent < $1.agent }
    var lines: [[StatementLine]] = Array(repeating: [], count: periods.count)
    for component in components {
      switch component {
      case .bonus(let bonus):
        for (index, period) in periods.enumerated() {
          lines[index].append(bonus.line(for: period, in: month, rules: rules))
        }
      case .award(let award):
        for (index, line) in award.lines(for: periods) { lines[index].append(line) }
      case .subsidy(let subsidy):
        for (index, period) in periods.enumerated() {
          if let line = subsidy.line(for: period, rules: rules) { lines[index].append(line) }
        }
      }
    }
    return zip(periods, lines).map { period, lines in
      Statement(
        agent: period.agent, month: month, lines: lines, factsDigest: period.digest,
        currency: rules.currency)
    }
  }
}
