import MusterStore
public import MusterWords
public import Rostering
public import Vocabulary

/// A roster made from another one, with all that differs.
public struct RosterRevision: Sendable {
  /// The new roster.
  public var report: RosterReport
  /// The number of the old one.
  public var origin: Int64
  /// The first day that could change.
  public var from: Day
  public var repair: RosterRepair
  /// What the old roster breaks, seen with the facts as they are now.
  public var breaches: [Breach]

  /// Why there was no row for those who are stuck.
  public var conflicts: [Phrase] {
    repair.stuck.map { number in
      let index = report.problem.agents.firstIndex { $0.number == number }
      return RosterWords.stuck(
        number, index.flatMap { report.problem.conflict(ofAgent: $0) } ?? [])
    }
  }
}

extension Workspace {
  /// Makes a draft that answers the facts as they are now and differs little from a roster.
  ///
  /// The roster with number `id`, else the one in force on `from`, else the latest made. Absences,
  /// people and the requirement come from the store, rules from the folder `rosters/`; `requests` is
  /// a csv of wishes, absences and fixed cells that come on top of the roster's own. Days before
  /// `from`, today if nil, stay as they are.
  public func repairRoster(
    _ id: Int64? = nil, from: Day? = nil, changePrice: Int? = nil, requests: String? = nil,
    effort: RosterFilters.Effort, dryRun: Bool = false, control: Control = Control()
  ) throws -> RosterRevision {
    let from = from ?? today
    let (old, facts, roster, files) = try store.read { connection in
      guard let record = try rosterRecord(id, on: from, connection) else {
        throw Refusal(.noInput, [id.map(RosterWords.noRoster) ?? RosterWords.noneYet])
      }
      return try (
        record, rosterFacts(of: record, connection), connection.roster(record.id),
        connection.rosterFiles(record.id)
      )
    }
    guard from <= old.days.upperBound else {
      throw Refusal(.badData, [RosterWords.isOver(old.id, old.days, from)])
    }
    let sources = try RosterSources(folder: folder, requests: requests, earlier: files)
    let texts = try sources.texts(facts, zone: zone)
    let problem = try sources.problem(texts)
    let repair = problem.repair(
      roster, from: from, changePrice: changePrice, options: effort.options(control))
    var record = RosterRecord(
      madeAt: now, actor: actor, days: old.days, requirement: facts.requirement,
      seed: Int64(clamping: effort.seed), steps: effort.steps ?? 0, cost: repair.cost.total,
      bound: repair.bound, origin: RosterOrigin(roster: old.id, way: .repair),
      basis: facts.inForce)
    if !dryRun {
      record.id = try store.write { try $0.saveRoster(record, repair.roster, texts) }
    }
    return RosterRevision(
      report: RosterReport(
        record: record, roster: repair.roster, problem: problem, files: texts, facts: facts),
      origin: old.id, from: from, repair: repair, breaches: problem.breaches(in: roster))
  }

  /// The roster with number `id`, else the one in force on `day`, else the latest made.
  func rosterRecord(
    _ id: Int64?, on day: Day, _ connection: Connection
  ) throws -> RosterRecord? {
    if let id { return try connection.rosterRecord(id) }
    if let inForce = try connection.rostersInForce(touching: day...day).last { return inForce }
    return try connection.rosterRecord()
  }
}
