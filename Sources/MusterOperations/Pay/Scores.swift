public import MusterFiles
import MusterStore
import MusterWords
public import People
public import Performance
public import Vocabulary

/// The composite scores of a month.
public struct ScoreReport {
  public let month: Month
  public let plan: PlanFile
  /// By agent number.
  public let scores: [CompositeScore]
  /// As the staff list has them in the month.
  public let agents: [AgentNumber: Agent]

  /// What the agent is called; empty where the name was erased.
  public func name(of agent: AgentNumber) -> String { agents[agent]?.name ?? "" }
}

extension Workspace {
  /// Scores a month anew from its contacts and keeps that, unless it is a dry run or the month is
  /// locked.
  public func runScores(
    month: Month? = nil, planPath: String? = nil, isDryRun: Bool = false
  ) throws -> ScoreReport {
    try store.change(dryRun: isDryRun) { connection in
      let month = try monthToRun(month, connection)
      guard try connection.lock(of: month) == nil else {
        throw Refusal(.notAllowed, [PayWords.locked(month)])
      }
      let plan = try plan(for: month, at: planPath)
      return try score(month, by: plan, connection).report
    }
  }

  /// Scores `month` and keeps the scores; the readings are what was counted.
  func score(
    _ month: Month, by plan: ChosenPlan, _ connection: Connection
  ) throws -> (report: ScoreReport, readings: [AgentNumber: [KPI: Reading]]) {
    let hash = try connection.savePolicy(kind: "plan", path: plan.path, text: plan.file.text)
    let scored = try scored(month, by: plan.file, connection)
    try connection.saveScores(scored.report.scores, of: month, plan: hash, at: now)
    return scored
  }

  /// The scores of `month` by `plan` from the contacts as they are now.
  func scored(
    _ month: Month, by plan: PlanFile, _ connection: Connection
  ) throws -> (report: ScoreReport, readings: [AgentNumber: [KPI: Reading]]) {
    let agents = try connection.agents(in: month.days)
    let readings = try connection.readings(in: month.days)
    let subjects = agents.map {
      Scoring.Subject(agent: $0.number, team: $0.team, readings: readings[$0.number] ?? [:])
    }
    let report = ScoreReport(
      month: month, plan: plan, scores: plan.scoring.scores(of: subjects),
      agents: Dictionary(uniqueKeysWithValues: agents.map { ($0.number, $0) }))
    return (report, readings)
  }

  /// The scores of a month as they were last run: of `month`, else of the latest that was.
  public func scores(month: Month? = nil) throws -> ScoreReport {
    try store.read { try storedScores(month, $0) }
  }

  /// The scores of `month`, else of the latest that was run, computed again from what was counted
  /// then.
  func storedScores(_ month: Month?, _ connection: Connection) throws -> ScoreReport {
    guard let month = try month ?? connection.latestScoredMonth() else {
      throw Refusal(.noInput, [PayWords.nothingScored])
    }
    let stored = try connection.storedScores(of: month)
    guard let first = stored.first else {
      throw Refusal(.noInput, [PayWords.notScored(month)])
    }
    let plan = try storedPlan(first.plan, connection)
    let subjects = stored.map {
      Scoring.Subject(agent: $0.agent, team: $0.team, readings: $0.readings)
    }
    let agents = try connection.agents(in: month.days)
    return ScoreReport(
      month: month, plan: plan, scores: plan.scoring.scores(of: subjects),
      agents: Dictionary(uniqueKeysWithValues: agents.map { ($0.number, $0) }))
  }

  /// One agent's score of a month, and the contacts behind each of its parts.
  public func explainScore(
    of agent: AgentNumber, month: Month? = nil
  ) throws -> ScoreExplanation {
    try store.read { try scoreExplanation(of: agent, in: storedScores(month, $0), $0) }
  }

  func scoreExplanation(
    of agent: AgentNumber, in report: ScoreReport, _ connection: Connection
  ) throws -> ScoreExplanation {
    guard let score = report.scores.first(where: { $0.agent == agent }) else {
      throw Refusal(.noInput, [PayWords.notThere(agent, report.month)])
    }
    let contacts = try connection.contacts(of: agent, in: report.month.days)
    return ScoreExplanation(
      month: report.month, name: report.name(of: agent), score: score,
      evidence: score.parts.map { KPIEvidence($0, contacts: contacts) })
  }
}

/// One agent's score, down to the contacts.
public struct ScoreExplanation {
  public let month: Month
  public let name: String
  public let score: CompositeScore
  /// In the order of the score's parts.
  public let evidence: [KPIEvidence]
}

/// The contacts that were counted for one KPI.
public struct KPIEvidence {
  public struct Contact: Hashable, Sendable {
    /// The id in the system the contact comes from.
    public let id: String
    public let value: Int64
  }

  public let kpi: KPI
  /// Those that did it most harm first; equal ones by arrival.
  public let contacts: [Contact]
  /// Whether the contacts still come to what was scored; late facts may have changed them.
  public let isCurrent: Bool

  init(_ part: CompositeScore.Part, contacts: [Performance.Contact]) {
    let counted = contacts.compactMap { contact in
      part.kpi.value(of: contact).map { Contact(id: contact.externalID, value: $0) }
    }
    let ordered = counted.enumerated().sorted { a, b in
      if a.element.value == b.element.value { return a.offset < b.offset }
      return (a.element.value < b.element.value) == (part.kpi.better == .higher)
    }
    self.kpi = part.kpi
    self.contacts = ordered.map(\.element)
    self.isCurrent = part.kpi.reading(of: contacts) == part.reading
  }
}
