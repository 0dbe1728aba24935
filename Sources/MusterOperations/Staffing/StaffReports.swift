import MusterStore
import Rostering
import Staffing
public import Vocabulary

extension VolumeFilters.Staffing {
  /// The same as a report on the load called `name`, which says that it was made at `instant`.
  public func report(named name: String, made instant: Instant) -> StaffReport {
    let intervals = rows.map { time, need in
      StaffReport.Interval(
        time: time, load: need.load, agents: need.agents, level: need.service.level,
        scheduled: need.heads)
    }
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return StaffReport(
      interval: interval, made: instant,
      volumes: [StaffReport.Volume(name: last, intervals: intervals)])
  }
}

extension Workspace {
  /// A requirement with what covers it: the roster in force on its first day, else the latest.
  public func staffReport(_ requirement: VolumeRequirement) throws -> StaffReport {
    let streams = Set(requirement.intervals.map(\.stream)).sorted()
    let day = requirement.intervals.map(\.local.day).min() ?? today
    // A requirement comes before the roster: none is no fault.
    let roster = try? store.read { try currentRoster(on: day, $0) }
    return StaffReport(
      interval: requirement.interval, made: now,
      volumes: streams.map { stream in
        let heads = roster.map { $0.problem.heads(on: stream, in: $0.roster) } ?? []
        let intervals = requirement.intervals.filter { $0.stream == stream }.map { interval in
          let slot = roster.map {
            Int((interval.start - $0.problem.start) / requirement.interval.seconds)
          }
          return StaffReport.Interval(
            time: interval.local, load: interval.erlangs, agents: interval.agents,
            level: interval.serviceLevel, scheduled: interval.scheduled,
            cover: slot.flatMap { heads.indices.contains($0) ? heads[$0] : nil })
        }
        return StaffReport.Volume(name: "\(stream)", intervals: intervals)
      })
  }
}
