import FoundationEssentials
import MusterFiles
public import MusterStore
import MusterWords
public import People
public import Rostering
public import Vocabulary

/// A roster of the workspace with the problem it answers.
public struct RosterReport: Sendable {
  public var record: RosterRecord
  public var roster: Roster
  public var problem: RosterProblem
  /// The files of the problem, by name.
  public var files: [String: String]
  /// What the roster costs and breaks, counted again.
  public var verdict: RosterFilters.Verdict
  /// The agents of the problem as the staff list has them.
  public var agents: [AgentNumber: Agent]
  public var absences: [Absence]

  /// How far the cost is above the bound, as a share of the cost.
  public var gap: Double {
    record.cost > 0 ? Double(record.cost - record.bound) / Double(record.cost) : 0
  }
}

extension Workspace {
  /// Makes a roster for `days` from the latest requirement and keeps it as a draft.
  ///
  /// Patterns, contracts and costs are those of the folder `rosters/`; `requests` is the path of a
  /// csv with the columns of a problem's `requests.csv`. Where `days` is nil, the requirement's
  /// first two weeks are taken. What Ctrl-C stops keeps its best.
  public func buildRoster(
    days: Range<Day>? = nil, requests: String? = nil, effort: RosterFilters.Effort,
    dryRun: Bool = false, control: Control = Control()
  ) throws -> RosterReport {
    let facts = try store.read { try rosterFacts(days, $0) }
    let sources = try RosterSources(folder: folder, requests: requests)
    let texts = try sources.texts(facts, zone: zone)
    let problem = try sources.problem(texts)
    let solution = try problem.solution(effort, control)
    var record = RosterRecord(
      madeAt: now, actor: actor, days: facts.days.lowerBound...(facts.days.upperBound - 1),
      requirement: facts.requirement, seed: Int64(clamping: effort.seed), steps: solution.steps,
      cost: solution.cost.total, bound: solution.bound, basis: facts.inForce)
    if !dryRun {
      record.id = try store.write { try $0.saveRoster(record, solution.roster, texts) }
    }
    return RosterReport(
      record: record, roster: solution.roster, problem: problem, files: texts, facts: facts)
  }

  /// The roster with this number, or the latest made.
  public func roster(_ id: Int64? = nil) throws -> RosterReport {
    let (record, roster, files, agents, absences) = try store.read { connection in
      guard let record = try connection.rosterRecord(id) else {
        throw Refusal(.noInput, [id.map(RosterWords.noRoster) ?? RosterWords.noneYet])
      }
      let days = record.days.lowerBound..<(record.days.upperBound + 1)
      return try (
        record, connection.roster(record.id), connection.rosterFiles(record.id),
        connection.agents(in: days), connection.absences(in: days)
      )
    }
    let problem = try RosterProblemFiles(texts: files, folder: "roster \(record.id)") {
      name throws(FileRefusal) in try Zone(named: name)
    }.problem
    return RosterReport(
      record: record, roster: roster, problem: problem, files: files,
      verdict: RosterFilters.Verdict(of: roster, for: problem),
      agents: Dictionary(uniqueKeysWithValues: agents.map { ($0.number, $0) }),
      absences: absences)
  }

  /// Publishes a roster, so that people work by it.
  ///
  /// Refused where it breaks a rule, and where it shares a day with one in force, unless it is to
  /// take that one's place or was made from it; `accepting` lets breaches be. On a day that two
  /// rosters in force share, the one published last holds.
  ///
  /// Refused too where other rosters are in force on its days than were when it was made, unless
  /// `over` names just these: whoever publishes has seen what they put another in the place of.
  public func publishRoster(
    _ id: Int64? = nil, replacing: Bool = false, over: [Int64] = [], accepting: Bool = false,
    dryRun: Bool = false
  ) throws -> RosterReport {
    var report = try roster(id)
    guard report.verdict.isFeasible || accepting else {
      throw Refusal(.doesNotHold, report.verdict.phrases + [RosterWords.acceptBreaches])
    }
    let work: (Connection) throws -> Void = { connection in
      guard try connection.rosterRecord(report.record.id)?.publishedAt == nil else {
        throw Refusal(.notAllowed, [RosterWords.isPublished(report.record.id)])
      }
      let others = try connection.rostersInForce(touching: report.record.days)
      let days = report.record.days
      let isSeen = !others.isEmpty && others.map(\.id).sorted() == over.sorted()
      guard isSeen || (over.isEmpty && report.record.basis.map { $0 == others.map(\.id) } ?? true)
      else {
        throw Refusal(.notAllowed, try overtaken(report, by: others, connection))
      }
      let isOrigin = others.map(\.id) == report.record.origin.map { [$0.roster] }
      guard others.isEmpty || isOrigin || isSeen || replacing else {
        throw Refusal(.notAllowed, [RosterWords.overlaps(others.map(\.id))])
      }
      let covered = others.filter { $0.days.clamped(to: days) == $0.days }
      try connection.publishRoster(
        report.record.id, at: now, actor: actor, replacing: covered.map(\.id))
    }
    try store.change(dryRun: dryRun, work)
    report.record.publishedAt = now
    return report
  }

  /// What came into force on a roster's days since it was made: by whom, when, and how much differs.
  private func overtaken(
    _ report: RosterReport, by others: [RosterRecord], _ connection: Connection
  ) throws -> [Phrase] {
    let basis = report.record.basis ?? []
    let news = others.filter { !basis.contains($0.id) }
    func rows(_ roster: Roster, _ days: ClosedRange<Day>) -> Set<Cell> {
      Set(
        roster.shifts.map { Cell(shift: $0, day: zone.local($0.start).day) }
          .filter { days.contains($0.day) })
    }
    var lines = try news.map { other in
      let days = other.days.clamped(to: report.record.days)
      let differing = try rows(report.roster, days)
        .symmetricDifference(rows(connection.roster(other.id), days))
      let cells = Set(differing.map { "\($0.shift.agent) \($0.day)" }).count
      return RosterWords.publishedSince(
        other.id, days, by: other.publishedBy ?? "",
        at: other.publishedAt.map(zone.format) ?? "", cells: cells)
    }
    lines.append(RosterWords.buildAgain(report.record.id, over: others.map(\.id)))
    return lines
  }

  /// A shift on the day on which it starts.
  private struct Cell: Hashable {
    var shift: Shift
    var day: Day
  }

  /// People, absences, the latest requirement and past shifts for a roster of `days`.
  private func rosterFacts(_ days: Range<Day>?, _ connection: Connection) throws -> RosterFacts {
    guard let requirement = try connection.requirement(),
      let forecast = try connection.forecast(requirement.forecast)
    else { throw Refusal(.noInput, [RosterWords.noRequirement]) }
    let known = forecast.days
    let days =
      days ?? known.lowerBound..<(min(known.upperBound, known.lowerBound + 13) + 1)
    guard known.contains(days.lowerBound), known.contains(days.upperBound - 1) else {
      throw Refusal(.badData, [RosterWords.outsideRequirement(days, known)])
    }
    let intervals = try connection.requirementIntervals(requirement.id)
      .filter { days.contains($0.local.day) }
    return try rosterFacts(
      days, requirement: requirement.id, interval: forecast.interval, intervals, connection)
  }

  /// The facts for the days of `record` as they are now.
  ///
  /// Days that the latest requirement does not know keep the one that `record` was made from.
  func rosterFacts(of record: RosterRecord, _ connection: Connection) throws -> RosterFacts {
    let days = record.days.lowerBound..<(record.days.upperBound + 1)
    var intervals = try connection.requirementIntervals(record.requirement)
    var latest = record.requirement
    guard let own = try connection.requirement(record.requirement),
      let interval = try connection.forecast(own.forecast)?.interval
    else { throw Refusal(.noInput, [RosterWords.noRequirement]) }
    if let requirement = try connection.requirement(), requirement.id != latest,
      let forecast = try connection.forecast(requirement.forecast), forecast.interval == interval,
      forecast.days.overlaps(record.days)
    {
      latest = requirement.id
      intervals = intervals.filter { !forecast.days.contains($0.local.day) }
      intervals += try connection.requirementIntervals(latest)
      intervals.sort { ($0.stream, $0.start) < ($1.stream, $1.start) }
    }
    return try rosterFacts(
      days, requirement: latest, interval: interval,
      intervals.filter { days.contains($0.local.day) }, connection)
  }

  private func rosterFacts(
    _ days: Range<Day>, requirement: Int64, interval: Interval,
    _ intervals: [RequirementInterval], _ connection: Connection
  ) throws -> RosterFacts {
    let before = days.lowerBound - RosterFacts.pastDays...days.lowerBound - 1
    let past = try connection.rostersInForce(touching: before)
    var shifts: [Shift] = []
    var refused: [AgentNumber: Int] = [:]
    for (index, record) in past.enumerated() {
      let isLast: (Day) -> Bool = { day in
        before.contains(day) && !past[(index + 1)...].contains { $0.days.contains(day) }
      }
      for (agent, day) in try connection.refusedRequests(record) where isLast(day) {
        refused[agent, default: 0] += 1
      }
      shifts += try connection.roster(record.id).shifts.filter { shift in
        let day = zone.local(shift.start).day
        return before.contains(day) && !past[(index + 1)...].contains { $0.days.contains(day) }
      }
    }
    shifts.sort { ($0.agent, $0.start) < ($1.agent, $1.start) }
    return RosterFacts(
      days: days, requirement: requirement, interval: interval, intervals: intervals,
      agents: try connection.agents(in: days).sorted { $0.number < $1.number },
      absences: try connection.absences(in: days), refused: refused,
      requests: try connection.requests(touching: days.lowerBound...(days.upperBound - 1)),
      inForce: try connection.rostersInForce(touching: days.lowerBound...(days.upperBound - 1))
        .map(\.id),
      history: Roster(shifts: shifts),
      historyFrom: past.map(\.days.lowerBound).min().map { max($0, before.lowerBound) })
  }
}

extension Connection {
  /// The requests that a roster did not grant; none where its files are no longer understood.
  fileprivate func refusedRequests(
    _ record: RosterRecord
  ) throws -> [(agent: AgentNumber, day: Day)] {
    let files = try rosterFiles(record.id)
    guard
      let problem = try? RosterProblemFiles(
        texts: files, folder: "",
        zone: { name throws(FileRefusal) in
          try Zone(named: name)
        }
      ).problem
    else { return [] }
    return problem.refusedRequests(in: try roster(record.id))
  }

  /// Keeps a roster with the files among `texts` that its problem is made of, and the wishes.
  func saveRoster(
    _ record: RosterRecord, _ roster: Roster, _ texts: [String: String]
  ) throws -> Int64 {
    let names = RosterProblemFiles.names + [RosterSources.wishes]
    return try saveRoster(
      record, roster, files: names.compactMap { name in texts[name].map { (name, $0) } })
  }
}

extension RosterReport {
  init(
    record: RosterRecord, roster: Roster, problem: RosterProblem, files: [String: String],
    facts: RosterFacts
  ) {
    self.init(
      record: record, roster: roster, problem: problem, files: files,
      verdict: RosterFilters.Verdict(of: roster, for: problem),
      agents: Dictionary(uniqueKeysWithValues: facts.agents.map { ($0.number, $0) }),
      absences: facts.absences)
  }
}

/// What the store knows for a roster.
struct RosterFacts {
  var days: Range<Day>
  var requirement: Int64
  var interval: Interval
  var intervals: [RequirementInterval]
  var agents: [Agent]
  var absences: [Absence]
  /// How many requests of each agent the past days refused; none for those not in it.
  var refused: [AgentNumber: Int]
  /// Wishes that stand for these days.
  var requests: [RequestRecord]
  /// The rosters in force on these days, in the order of their publication.
  var inForce: [Int64]
  var history: Roster
  /// The first day that `history` covers; nil where it covers none.
  var historyFrom: Day?

  /// How many days before a roster are looked at.
  static let pastDays = 28
}
