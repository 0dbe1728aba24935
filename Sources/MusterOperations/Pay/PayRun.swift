public import Incentives
public import MusterFiles
import MusterStore
import MusterWords
public import Vocabulary

/// The statements of a month.
public struct PayReport {
  public let month: Month
  public let plan: PlanFile
  /// By agent number, corrections of earlier months among their lines.
  public let statements: [Statement]
  /// The facts they were made from, in the same order.
  public let periods: [AgentPeriod]
  public let scores: ScoreReport
  /// The end of the ledger.
  public let head: LedgerHead
  /// What fell due in the month, by the ledger.
  public let entries: [LedgerEntry]

  /// What all agents are due.
  public var total: Money {
    statements.reduce(.zero(plan.plan.rules.currency)) { $0 + $1.total }
  }

  /// What the ledger has for the month.
  public var booked: Money {
    entries.reduce(.zero(plan.plan.rules.currency)) { $0 + $1.posting.amount }
  }
}

/// What a run of pay did.
public struct PayRun {
  public let report: PayReport
  /// What was booked, differences of locked months among it.
  public let postings: [Posting]

  /// The sum of what was booked.
  public var sum: Money {
    postings.reduce(.zero(report.plan.plan.rules.currency)) { $0 + $1.amount }
  }
}

extension Workspace {
  /// Scores and pays a month: what its plan comes to on the facts of now, less what was booked.
  ///
  /// A month that is open is scored anew, its statements are kept, and what they differ from the
  /// ledger by is booked; run again, it books nothing. Locked months of the twelve before it are
  /// computed again by the plan they were paid by, and what has changed is booked as differences
  /// in this month.
  public func runPay(
    month: Month? = nil, planPath: String? = nil, isDryRun: Bool = false
  ) throws -> PayRun {
    let actor = try bookkeeper()
    return try store.change(dryRun: isDryRun) { connection in
      let month = try monthToRun(month, connection)
      guard try connection.lock(of: month) == nil else {
        throw Refusal(.notAllowed, [PayWords.locked(month)])
      }
      let plan = try plan(for: month, at: planPath)
      let (scores, readings) = try score(month, by: plan, connection)
      let periods = try agentPeriods(scores, readings, connection)
      let statements = plan.file.plan.statements(for: periods, in: month)
      try connection.saveStatements(
        statements, of: periods, month: month, plan: plan.file.hash, at: now)
      let booking = Booking(of: month, in: month, plan: plan.file.hash)
      let late = try differences(in: month, connection)
      let postings =
        late
        + booking.postings(
          due: try dues(of: statements, connection),
          booked: try connection.ledgerEntries(earnedIn: month))
      try connection.book(postings, in: month, by: actor, at: now)
      return PayRun(report: try payReport(month, connection), postings: postings)
    }
  }

  /// What locked months before `open` have come to differ by since they were paid.
  private func differences(in open: Month, _ connection: Connection) throws -> [Posting] {
    let locks = try connection.periodLocks().filter { Booking.corrects($0.month, in: open) }
    return try locks.flatMap { lock -> [Posting] in
      guard let first = try connection.storedStatements(of: lock.month).first else { return [] }
      let plan = try storedPlan(first.plan, connection)
      let (scores, readings) = try scored(lock.month, by: plan, connection)
      let periods = try agentPeriods(scores, readings, connection)
      let statements = plan.plan.statements(for: periods, in: lock.month)
      return Booking(of: lock.month, in: open, plan: first.plan).postings(
        due: try dues(of: statements, connection),
        booked: try connection.ledgerEntries(earnedIn: lock.month))
    }
  }

  private func dues(of statements: [Statement], _ connection: Connection) throws -> [Due] {
    let keys = try connection.agentIDs()
    return statements.flatMap { statement -> [Due] in
      guard let key = keys[statement.agent] else { return [] }
      return statement.lines.map {
        Due(
          agentID: key, component: $0.component, kind: $0.kind, amount: $0.amount,
          facts: statement.factsDigest)
      }
    }
  }

  /// The statements of a month as they were last run: of `month`, else of the latest that was.
  public func pay(month: Month? = nil) throws -> PayReport {
    try store.read { try payReport(paidMonth(month, $0), $0) }
  }

  /// The statements of `month`, computed again from the facts that were kept when it was run.
  func payReport(_ month: Month, _ connection: Connection) throws -> PayReport {
    let stored = try connection.storedStatements(of: month)
    guard let first = stored.first else { throw Refusal(.noInput, [PayWords.notRun(month)]) }
    let plan = try storedPlan(first.plan, connection)
    let periods = stored.map(\.period)
    let entries = try connection.ledgerEntries(dueIn: month)
    let corrections = try corrections(entries, connection)
    let statements = plan.plan.statements(for: periods, in: month).map { statement in
      statement.adding(corrections[statement.agent] ?? [])
    }
    return PayReport(
      month: month, plan: plan, statements: statements, periods: periods,
      scores: try storedScores(month, connection), head: try connection.ledgerHead(),
      entries: entries)
  }

  /// The lines by which `entries` correct earlier months, by agent.
  private func corrections(
    _ entries: [LedgerEntry], _ connection: Connection
  ) throws -> [AgentNumber: [StatementLine]] {
    let late = entries.filter { $0.posting.relatesTo != nil }
    guard !late.isEmpty else { return [:] }
    let numbers = Dictionary(
      uniqueKeysWithValues: try connection.agentIDs().map { ($0.value, $0.key) })
    var lines: [AgentNumber: [StatementLine]] = [:]
    for entry in late {
      guard let number = numbers[entry.posting.agentID],
        let line = entry.correction(of: try connection.ledgerEntries(earnedIn: entry.earnedIn))
      else { continue }
      lines[number, default: []].append(line)
    }
    return lines
  }
}

/// One agent's pay of a month, down to the contacts.
public struct PayExplanation {
  public let plan: PlanFile
  public let statement: Statement
  public let score: ScoreExplanation
}

extension Workspace {
  /// Where one agent's pay of a month comes from: of `month`, else of the latest that was run.
  public func explainPay(
    of agent: AgentNumber, month: Month? = nil
  ) throws -> PayExplanation {
    try store.read { connection in
      let month = try paidMonth(month, connection)
      let report = try payReport(month, connection)
      guard let statement = report.statements.first(where: { $0.agent == agent }) else {
        throw Refusal(.noInput, [PayWords.notThere(agent, month)])
      }
      return PayExplanation(
        plan: report.plan, statement: statement,
        score: try scoreExplanation(of: agent, in: report.scores, connection))
    }
  }

  /// Locks a month that was run, so that it changes no more, and gives the seal of the ledger.
  ///
  /// Refused where something was booked for the month since the ledger had a seal that begins with `seen`.
  public func lockPay(
    month: Month? = nil, seen: String? = nil
  ) throws -> (month: Month, seal: LedgerHead) {
    let actor = try bookkeeper()
    return try store.write { connection in
      let month = try paidMonth(month, connection)
      guard try connection.lock(of: month) == nil else {
        throw Refusal(.notAllowed, [PayWords.locked(month)])
      }
      guard try !connection.storedStatements(of: month).isEmpty else {
        throw Refusal(.noInput, [PayWords.notRun(month)])
      }
      if let seen { try refuse(month, bookedSince: seen, connection) }
      return (month, try connection.lock(month, at: now, by: actor).seal)
    }
  }

  /// Refuses where something was booked for `month` after the ledger had the seal `seen`.
  private func refuse(
    _ month: Month, bookedSince seen: String, _ connection: Connection
  ) throws {
    guard let last = try connection.ledgerSequence(sealed: seen) else {
      throw Refusal(.badData, [PayWords.noSuchSeal(seen)])
    }
    let since = try connection.ledgerEntries(dueIn: month).filter { $0.sequence > last }
    guard let latest = since.last else { return }
    let sum = since.reduce(Money.zero(latest.posting.amount.currency)) { $0 + $1.posting.amount }
    throw Refusal(
      .notAllowed,
      [
        PayWords.bookedSince(
          month, by: latest.actor.name, at: zone.format(latest.instant), entries: since.count,
          sum: sum)
      ])
  }
}
