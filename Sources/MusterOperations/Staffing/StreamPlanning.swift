import MusterFiles
import MusterStore
import Staffing
import Vocabulary

/// How a stream's forecast becomes heads.
struct StreamPlanning {
  let planning: ServiceStandards.Planning
  let interval: Interval
  /// Mean seconds of work per contact.
  let handleSeconds: Double
  /// The figure of the forecast that is staffed for.
  let use: VolumeFile.Use
  let time: OverTime
  /// Whether what is wished besides is met too.
  let isWishMet: Bool

  /// What each of `intervals`, all of one stream and by time, requires.
  func requirement(
    of intervals: [ForecastInterval], _ work: ServiceStandards.Work
  ) throws(ServiceStandard.Fault) -> [RequirementInterval] {
    switch work {
    case .live(let live):
      let standard = try live.standard(handleSeconds: handleSeconds, planning)
      let needs = (isWishMet ? standard.granted : standard).requirements(
        for: intervals.map(volume),
        at: intervals.map { Int($0.start.seconds / interval.seconds) }, in: interval, over: time)
      return zip(intervals, needs).map { RequirementInterval($0, $1) }
    case .deferrable(let within): return deferred(intervals, within: within)
    }
  }

  /// Whether intervals are staffed with what they inherit from the one before.
  func isOverTime(_ work: ServiceStandards.Work) throws(ServiceStandard.Fault) -> Bool {
    guard case .live(let live) = work else { return false }
    return time.holds(try live.standard(handleSeconds: handleSeconds, planning), interval)
  }

  private func volume(_ interval: ForecastInterval) -> Double {
    use == .p90 ? interval.p90 : interval.mean
  }

  /// Work that is spread evenly up to its deadline over the hours in which the stream is open.
  ///
  /// What is left from before the first day is taken to be what a week later is left from before.
  private func deferred(
    _ intervals: [ForecastInterval], within deadline: Minutes
  ) -> [RequirementInterval] {
    guard let first = intervals.first, let last = intervals.last else { return [] }
    let due = max(1, deadline.count / interval.minutes)
    let places = intervals.map { due + Int(($0.start - first.start) / interval.seconds) }
    let count = due + Int((last.start - first.start) / interval.seconds) + 1
    var arriving = Array(repeating: 0.0, count: count)
    var isOpen = Array(repeating: false, count: count)
    for (place, cell) in zip(places, intervals) {
      arriving[place] = volume(cell) * handleSeconds / Double(interval.seconds)
      isOpen[place] = true
    }
    let week = 7 * interval.perDay
    for place in 0..<due where place + week < count {
      arriving[place] = arriving[place + week]
      isOpen[place] = isOpen[place + week]
    }
    let work = DeferrableWork(arriving: arriving, isOpen: isOpen, due: due).spread
    let cap = Double(planning.maxOccupancy.count) / 10_000
    return zip(places, intervals).map { place, cell in
      // A hair below a whole number is that number.
      let agents = Int((work[place] / cap - 1e-9).rounded(.up))
      return RequirementInterval(
        stream: cell.stream, start: cell.start, local: cell.local, volume: volume(cell),
        erlangs: work[place], agents: agents, serviceLevel: 1, asaSeconds: nil,
        occupancy: agents == 0 ? 0 : work[place] / Double(agents), abandoned: 0,
        scheduled: planning.shrinkage.paid(for: work[place] / cap))
    }
  }
}

extension RequirementInterval {
  init(_ interval: ForecastInterval, _ requirement: Requirement) {
    self.init(
      stream: interval.stream, start: interval.start, local: interval.local,
      volume: requirement.volume, erlangs: requirement.load, agents: requirement.agents,
      serviceLevel: requirement.service.level, asaSeconds: requirement.service.asa,
      occupancy: requirement.service.occupancy, abandoned: requirement.service.abandonment,
      scheduled: requirement.heads)
  }
}
