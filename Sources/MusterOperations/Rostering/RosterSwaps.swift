import MusterFiles
public import MusterStore
import MusterWords
public import Rostering
public import Vocabulary

/// A swap with what it would make, or made, of a roster.
public struct SwapReport: Sendable {
  /// Its number; 0 where it was only tried.
  public var id: Int64
  public var outcome: SwapOutcome
  /// The roster it is about; after an approval the new one.
  public var report: RosterReport
}

extension Workspace {
  /// Swaps that rid `agent` of what they have on `day` and break no rule, cheapest first.
  public func proposeSwaps(
    of agent: AgentNumber, on day: Day, most: Int
  ) throws -> (report: RosterReport, proposals: [SwapOutcome]) {
    let report = try store.read { try currentRoster(on: day, $0) }
    guard report.problem.agents.contains(where: { $0.number == agent }) else {
      throw Refusal(.noInput, [RosterWords.notInRoster(agent, day)])
    }
    let proposals = report.problem.swaps(
      of: agent, on: day, from: max(day, today), in: report.roster, most: most)
    return (report, day < today ? [] : proposals)
  }

  /// Keeps a request for `swap`; refused where it would break a rule or touch a past day.
  public func requestSwap(_ swap: RosterSwap, dryRun: Bool = false) throws -> SwapReport {
    let work: (Connection) throws -> SwapReport = { connection in
      let report = try currentRoster(of: swap, connection)
      let outcome = try outcome(of: swap, in: report)
      let id = try connection.saveSwap(swap, of: report.record.id, at: now, actor: actor)
      return SwapReport(id: dryRun ? 0 : id, outcome: outcome, report: report)
    }
    return try store.change(dryRun: dryRun, work)
  }

  /// Tries a swap again on the roster now in force, and puts what comes of it in that one's place.
  ///
  /// Refused where the two have other shifts on these days now than when it was asked for.
  public func approveSwap(_ id: Int64, dryRun: Bool = false) throws -> SwapReport {
    let work: (Connection) throws -> SwapReport = { connection in
      let record = try undecided(id, connection)
      try refuseWhereOvertaken(record, connection)
      var report = try currentRoster(of: record.swap, connection)
      let outcome = try outcome(of: record.swap, in: report)
      let old = report.record
      // A bound is one for the facts that it was found for.
      let files = try connection.rosterFiles(old.id)
      let isSame = RosterProblemFiles.names.allSatisfy { files[$0] == report.files[$0] }
      let new = RosterRecord(
        madeAt: now, actor: actor, days: old.days, requirement: old.requirement, seed: old.seed,
        steps: 0, cost: report.problem.cost(of: outcome.roster).total,
        bound: isSame ? old.bound : 0,
        origin: RosterOrigin(roster: old.id, way: .swap), basis: old.basis)
      let made = try connection.saveRoster(new, outcome.roster, report.files)
      if old.publishedAt != nil {
        try connection.publishRoster(made, at: now, actor: actor, replacing: [old.id])
      }
      try connection.saveSwapEvent(
        SwapRecord.Event(step: .approved, at: now, actor: actor, made: made), of: id)
      report.record = new
      report.record.id = dryRun ? 0 : made
      report.roster = outcome.roster
      report.verdict = RosterFilters.Verdict(of: outcome.roster, for: report.problem)
      return SwapReport(id: id, outcome: outcome, report: report)
    }
    return try store.change(dryRun: dryRun, work)
  }

  /// Says no to a swap.
  public func refuseSwap(_ id: Int64, dryRun: Bool = false) throws -> SwapRecord {
    let work: (Connection) throws -> SwapRecord = { connection in
      var record = try undecided(id, connection)
      let event = SwapRecord.Event(step: .refused, at: now, actor: actor)
      try connection.saveSwapEvent(event, of: id)
      record.events.append(event)
      return record
    }
    return try store.change(dryRun: dryRun, work)
  }

  /// Every swap that was asked for, the latest first.
  public func swaps() throws -> [SwapRecord] { try store.read { try $0.swaps() } }

  /// Refuses where the roster now in force has other shifts to exchange than the one that `record`
  /// was asked for on.
  private func refuseWhereOvertaken(_ record: SwapRecord, _ connection: Connection) throws {
    guard let first = record.swap.days.first,
      let current = try rosterRecord(nil, on: first, connection), current.id != record.roster
    else { return }
    let agents = [record.swap.agent, record.swap.colleague]
    func shifts(_ id: Int64) throws -> [[String]] {
      try connection.roster(id).shifts.filter { shift in
        agents.contains(shift.agent) && record.swap.days.contains(zone.local(shift.start).day)
      }.map { [$0.agent.text, $0.pattern, zone.format($0.start), zone.format($0.end)] }
    }
    guard try shifts(record.roster) != shifts(current.id) else { return }
    throw Refusal(
      .notAllowed,
      [
        RosterWords.swapOvertaken(
          record.id, by: current.publishedBy ?? current.actor, roster: current.id,
          at: zone.format(current.publishedAt ?? current.madeAt))
      ])
  }

  private func undecided(_ id: Int64, _ connection: Connection) throws -> SwapRecord {
    guard let record = try connection.swaps().first(where: { $0.id == id }) else {
      throw Refusal(.noInput, [RosterWords.noSwap(id)])
    }
    guard record.step == .requested else {
      throw Refusal(.notAllowed, [RosterWords.isDecided(id, record.step == .approved)])
    }
    return record
  }

  private func outcome(of swap: RosterSwap, in report: RosterReport) throws -> SwapOutcome {
    guard swap.days.allSatisfy({ $0 >= today }) else {
      throw Refusal(.notAllowed, [RosterWords.swapOfThePast(today)])
    }
    for number in [swap.agent, swap.colleague]
    where !report.problem.agents.contains(where: { $0.number == number }) {
      throw Refusal(.noInput, [RosterWords.notInRoster(number, swap.days[0])])
    }
    guard let outcome = report.problem.outcome(of: swap, in: report.roster) else {
      throw Refusal(.badData, [RosterWords.emptySwap])
    }
    guard outcome.breaches.isEmpty else {
      throw Refusal(.doesNotHold, [RosterWords.swapBreaks] + outcome.breaches.map(\.phrase))
    }
    return outcome
  }

  private func currentRoster(of swap: RosterSwap, _ connection: Connection) throws -> RosterReport {
    guard let first = swap.days.first else { throw Refusal(.badData, [RosterWords.emptySwap]) }
    return try currentRoster(on: first, connection)
  }

  /// The roster in force on `day`, else the latest made, with the facts as they are now.
  func currentRoster(on day: Day, _ connection: Connection) throws -> RosterReport {
    guard var record = try rosterRecord(nil, on: day, connection) else {
      throw Refusal(.noInput, [RosterWords.noneYet])
    }
    let facts = try rosterFacts(of: record, connection)
    record.requirement = facts.requirement
    record.basis = facts.inForce
    let files = try connection.rosterFiles(record.id)
    let sources = try RosterSources(folder: folder, requests: nil, earlier: files)
    let texts = try sources.texts(facts, zone: zone)
    return RosterReport(
      record: record, roster: try connection.roster(record.id),
      problem: try sources.problem(texts), files: texts, facts: facts)
  }
}
