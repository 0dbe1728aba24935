public import MusterFiles
import MusterWords
public import Staffing
public import Vocabulary

/// What becomes of work that can wait.
public struct BacklogPlan: Sendable {
  public let rows: [(time: LocalTime, arriving: Double, moment: Backlog.Moment)]
  public let interval: Interval
  /// Of the work due within the rows, the share that will be late.
  public let lateShare: Double
  /// The least agents, the same in every open interval, with whom none is late.
  public let leastAgents: Double
}

/// The hours that one service target asks for.
public struct TargetCost: Hashable, Sendable {
  public let target: ServiceTarget
  /// Hours of agents, and hours to schedule after shrinkage.
  public let agentHours: Double
  public let scheduledHours: Double
}

extension VolumeFilters {
  /// Follows the work in the file at `path` that is due so long after it came, earliest first.
  ///
  /// Rows are the open intervals. Agents are `agents`, else those of the file's own column.
  public static func backlog(
    _ path: String, handleSeconds: Double, due: Minutes, agents: Double? = nil,
    use: VolumeFile.Use? = nil, interval: Interval? = nil
  ) throws -> BacklogPlan {
    let file = try BacklogFile(
      text: Disk.text(at: path), file: path, use: use, interval: interval)
    let (rows, interval) = (file.volumes.rows, file.volumes.interval)
    guard let heads = agents.map({ Array(repeating: $0, count: rows.count) }) ?? file.agents
    else { throw Refusal(.usage, [StaffPlanWords.noAgents(path)]) }
    guard let first = rows.first, let last = rows.last else {
      throw Refusal(.badData, [StaffPlanWords.noAgents(path)])
    }
    func place(_ time: LocalTime) -> Int {
      Int((time.instant(offset: 0) - first.time.instant(offset: 0)) / interval.seconds)
    }
    var arriving = Array(repeating: 0.0, count: place(last.time) + 1)
    var capacity = arriving
    let hours = Double(interval.minutes) / 60
    for (row, heads) in zip(rows, heads) {
      arriving[place(row.time)] = row.volume * handleSeconds / 3600
      capacity[place(row.time)] = heads * hours
    }
    let intervals = max(1, due.count / interval.minutes)
    let work = Backlog.Work(arriving: arriving, due: intervals)
    let backlog = Backlog([work], capacity: capacity)
    let least = DeferrableWork(
      arriving: arriving, isOpen: capacity.map { $0 > 0 }, due: intervals
    ).leastConstantCapacity
    return BacklogPlan(
      rows: rows.map { row in
        let place = place(row.time)
        return (row.time, arriving[place], backlog.moments[0][place])
      }, interval: interval, lateShare: backlog.lateShare(of: 0, [work]),
      leastAgents: least / hours)
  }

  /// What other shares of `standard`'s first target would ask for, over the volumes at `path`.
  public static func targetCosts(
    _ path: String, to standard: ServiceStandard, shares: [Int64], use: VolumeFile.Use? = nil,
    interval: Interval? = nil, over time: OverTime = .auto
  ) throws -> [TargetCost] {
    let volumes = try VolumeFile(.path(path), use: use, interval: interval)
    let places = volumes.rows.map {
      Int($0.time.instant(offset: 0).seconds / volumes.interval.seconds)
    }
    let first = standard.targets[0]
    let all = Set(shares.map { BasisPoints.percent($0) } + [first.share]).sorted()
    let hours = Double(volumes.interval.minutes) / 60
    return all.compactMap { ServiceTarget(share: $0, seconds: first.seconds) }.map { target in
      let needs = standard.with(firstTarget: target).requirements(
        for: volumes.rows.map(\.volume), at: places, in: volumes.interval, over: time)
      return TargetCost(
        target: target,
        agentHours: needs.reduce(0) { $0 + Double($1.agents) } * hours,
        scheduledHours: needs.reduce(0) { $0 + $1.heads } * hours)
    }
  }

  /// The busiest interval of a file, and the service of one agent more and less in it.
  public struct Busiest: Sendable {
    public let time: LocalTime
    public let needed: Int
    public let curve: [(agents: Int, service: Requirement.Service)]
  }

  /// The service of one agent more and less, in the busiest interval of the volumes at `path`.
  public static func busiest(
    _ path: String, to standard: ServiceStandard, use: VolumeFile.Use? = nil,
    interval: Interval? = nil
  ) throws -> Busiest {
    let volumes = try VolumeFile(.path(path), use: use, interval: interval)
    guard let row = volumes.rows.max(by: { $0.volume < $1.volume }) else {
      throw Refusal(.badData, [StaffPlanWords.noAgents(path)])
    }
    let arrivals = row.volume / Double(volumes.interval.seconds)
    let needed = standard.requirement(for: row.volume, in: volumes.interval).agents
    let curve = (max(0, needed - 5)...needed + 5).map {
      ($0, standard.service(of: $0, arrivals: arrivals))
    }
    return Busiest(time: row.time, needed: needed, curve: curve)
  }
}
