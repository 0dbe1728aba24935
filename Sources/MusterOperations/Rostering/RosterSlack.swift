import MusterFiles
import MusterStore
import People
public import Rostering
import Staffing
import Training
public import Vocabulary

/// A roster whose slack was put to use.
public struct RosterSlackReport: Sendable {
  /// What an interval of a stream loses and how well it is served.
  public struct Effect: Hashable, Sendable {
    public var stream: Stream
    public var start: Instant
    public var headsBefore: Int
    public var headsAfter: Int
    /// The share answered in time with so many heads, shrinkage taken off; nil where the stream is
    /// not served as contacts come.
    public var levelBefore: Double?
    public var levelAfter: Double?
  }

  public var report: RosterReport
  /// The number of the roster whose slack it was.
  public var origin: Int64
  public var plan: SlackPlan
  /// Every interval with other heads than before, by stream, then by time.
  public var effects: [Effect]
}

extension Workspace {
  /// Makes a draft that holds training that is due, and work that can wait, in a roster's slack.
  ///
  /// The roster in force on `from`, today if nil, else the latest made. Training comes from the
  /// assignments that are neither passed nor failed, work from the csv at `work`. No interval gets
  /// fewer heads than it wants.
  public func useRosterSlack(
    work: String? = nil, from: Day? = nil, dryRun: Bool = false
  ) throws -> RosterSlackReport {
    let from = from ?? today
    let standards = try standards(nil).file
    let curriculum = try curriculum()
    let (report, training, volumes, handleSeconds) = try store.read { connection in
      let report = try currentRoster(on: from, connection)
      let facts = try rosterFacts(of: report.record, connection)
      let requirement = try connection.requirement(facts.requirement)
      let streams = try requirement.map { try connection.forecastStreams($0.forecast) } ?? []
      let numbers = Set(report.problem.agents.map(\.number))
      let agents = try connection.agents(on: today).filter { numbers.contains($0.number) }
      let book = try TrainingBook(curriculum, connection, on: today, of: agents)
      return (report, trainingDue(report, book), facts.intervals, streams)
    }
    let problem = report.problem
    let start = max(problem.zone.start(of: from), from > today ? problem.start : now)
    let tasks = try work.map { path in
      try DeferrableTable.tasks(
        TableReader(.path(path), columns: DeferrableTable.columns), zone: problem.zone, start: start
      ) { stream in report.agentsWho(canDo: stream) }
    }
    let plan = problem.usingSlack(
      of: report.roster, training: training, tasks: tasks ?? [], from: start)
    let old = report.record
    var record = RosterRecord(
      madeAt: now, actor: actor, days: old.days, requirement: old.requirement, seed: old.seed,
      steps: 0, cost: problem.cost(of: plan.roster).total, bound: 0,
      origin: RosterOrigin(roster: old.id, way: .slack), basis: old.basis)
    if !dryRun {
      record.id = try store.write { try $0.saveRoster(record, plan.roster, report.files) }
    }
    var new = report
    new.record = record
    new.roster = plan.roster
    new.verdict = RosterFilters.Verdict(of: plan.roster, for: problem)
    let service = SlackService(
      planning: standards, interval: problem.interval, intervals: volumes,
      handleSeconds: Dictionary(
        handleSeconds.map { ($0.stream, $0.handleSeconds) }, uniquingKeysWith: { $1 }))
    return RosterSlackReport(
      report: new, origin: old.id, plan: plan,
      effects: try service.effects(of: report.roster, plan.roster, in: problem))
  }

  /// Modules that wait for agents of the roster and are not in it yet; what is overdue may be placed
  /// anywhere.
  private func trainingDue(_ report: RosterReport, _ book: TrainingBook) -> [TrainingDue] {
    let last = report.record.days.upperBound
    return book.current.compactMap { line in
      let latest: Day
      switch line.standing {
      case .assigned, .inProgress: latest = min(last, line.assignment.dueOn)
      case .overdue: latest = last
      case .pendingGrade, .passed, .failed: return nil
      }
      let module = line.module.id.description
      let isPlaced = report.roster.shifts.contains { shift in
        shift.agent == line.agent.number
          && shift.activities.contains { $0.kind == .training(module) }
      }
      guard line.module.duration > .zero, !isPlaced else { return nil }
      return TrainingDue(
        agent: line.agent.number, module: module, length: line.module.duration, latest: latest)
    }
  }
}

extension RosterReport {
  /// Agents of the roster whose skills and channels open `stream`.
  fileprivate func agentsWho(canDo stream: Stream) -> [AgentNumber] {
    problem.agents.map(\.number).filter { number in
      guard let agent = agents[number] else { return false }
      return agent.skills.contains(stream.queue)
        && (agent.channels.isEmpty || agent.channels.contains(stream.channel))
    }
  }
}

/// The service that heads give, by the standards of the workspace.
private struct SlackService {
  let planning: ServiceStandards
  let interval: Interval
  let intervals: [RequirementInterval]
  let handleSeconds: [Stream: Double?]

  func effects(
    of before: Roster, _ after: Roster, in problem: RosterProblem
  ) throws -> [RosterSlackReport.Effect] {
    var volumes: [Stream: [Instant: Double]] = [:]
    for interval in intervals {
      volumes[interval.stream, default: [:]][interval.start] = interval.volume
    }
    return try problem.demand.flatMap { line in
      let (old, new) = (
        problem.heads(on: line.stream, in: before), problem.heads(on: line.stream, in: after)
      )
      let standard = try standard(of: line.stream)
      return old.indices.filter { old[$0] != new[$0] }.map { slot in
        let start = problem.instant(at: slot)
        let volume = volumes[line.stream]?[start]
        func level(_ heads: Int) -> Double? {
          guard let standard, let volume else { return nil }
          return self.level(heads, volume, standard)
        }
        return RosterSlackReport.Effect(
          stream: line.stream, start: start, headsBefore: old[slot], headsAfter: new[slot],
          levelBefore: level(old[slot]), levelAfter: level(new[slot]))
      }
    }
  }

  private func standard(of stream: Stream) throws -> ServiceStandard? {
    guard case .live(let live)? = planning.channel(coded: stream.channel)?.work,
      let seconds = handleSeconds[stream] ?? nil
    else { return nil }
    return try? live.standard(handleSeconds: seconds, planning.planning)
  }

  /// Shrinkage leaves a fraction of `heads` there: the mixture of the whole numbers around it.
  private func level(_ heads: Int, _ volume: Double, _ standard: ServiceStandard) -> Double {
    let there = Double(heads) * standard.shrinkage.kept
    let fewer = Int(there.rounded(.down))
    let share = there - Double(fewer)
    func level(_ agents: Int) -> Double {
      standard.service(of: agents, arrivals: volume / Double(interval.seconds)).level
    }
    return share < 1e-9 ? level(fewer) : (1 - share) * level(fewer) + share * level(fewer + 1)
  }
}
