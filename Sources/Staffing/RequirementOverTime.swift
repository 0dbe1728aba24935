public import Vocabulary

extension ServiceStandard {
  /// The least agents of each of `volumes`, intervals that follow each other without a gap.
  ///
  /// The number of contacts in the group is followed exactly through the intervals, so that what an
  /// interval inherits from the one before counts: after a rise the load comes late, after a fall it
  /// stays. Each interval in turn gets the least agents that keep the cap on occupancy over it and
  /// meet every target over all contacts since the first, without missing one in the interval itself
  /// by more than a twentieth of what it leaves out (by one point where 80 % are wanted): so the
  /// roundings up to whole agents do not add up over a day. The first interval is taken to be as if
  /// its load had always been there; one without arrivals gets the agents who hold what is left of the
  /// offered load. Agents who go at the end of an interval hand what they
  /// hold to those who stay, so that no overtime is hidden in the figures.
  ///
  /// A requirement's load is that of ``OfferedLoad``; beyond 2000 erlangs the agents are those whom it
  /// would need for good. Several chats at once end at the rate of the
  /// exact chain with a steady load.
  ///
  /// - Complexity: for each interval some tens to hundreds of steps over the states, which are the
  ///   agents and those who wait, for each number of agents that is tried.
  public func requirementsOverTime(for volumes: [Double], in interval: Interval) -> [Requirement] {
    let seconds = Double(interval.seconds)
    let loads = OfferedLoad(
      arrivals: volumes.map { $0 / seconds }, seconds: seconds, handleTime: handleTime
    ).means
    guard (loads.max() ?? 0) <= ServiceStandard.mostFollowed else {
      return atOfferedLoad(volumes, loads, in: interval)
    }
    var stretch = Stretch(self, volumes, seconds)
    var wishing = wish.map { _ in Stretch(granted, volumes, seconds) }
    return volumes.indices.map { index in
      let (agents, service) = stretch.next(load: loads[index])
      let wished = wishing?.next(load: loads[index])
      return Requirement(
        volume: volumes[index], load: loads[index], agents: agents, service: service,
        wished: wished.map { Requirement.Wished(agents: $0.agents, service: $0.service) },
        heads: shrinkage.paid(for: Double(agents)))
    }
  }

  /// Erlangs up to which contacts are followed.
  private static let mostFollowed = 2000.0

  /// Large groups are always near what they would be with their offered load for good.
  private func atOfferedLoad(
    _ volumes: [Double], _ loads: [Double], in interval: Interval
  ) -> [Requirement] {
    let steady = requirements(
      for: loads.map { $0 / handleTime * Double(interval.seconds) }, in: interval)
    return zip(volumes, steady).map { volume, need in
      Requirement(
        volume: volume, load: need.load, agents: need.agents, service: need.service,
        wished: need.wished, heads: need.heads)
    }
  }

  /// Whether handle times are long against `interval`, so that it inherits much from the one before.
  ///
  /// They are from an eighth of it on.
  public func carriesOver(_ interval: Interval) -> Bool {
    (handleTimes.max() ?? 0) * 8 >= Double(interval.seconds)
  }
}

/// Intervals that follow each other, staffed one after another.
private struct Stretch {
  private let standard: ServiceStandard
  private let arrivals: [Double]
  private let interval: Double
  private let seconds: [Double]
  private let cap: Double
  private let steps: Int
  private var guesses: GroupSearch
  private var group: TransientGroup?
  /// Contacts so far, and by how many of them each target is surpassed.
  private var over: [Double]
  private var index = 0

  init(_ standard: ServiceStandard, _ volumes: [Double], _ interval: Double) {
    self.standard = standard
    self.interval = interval
    arrivals = volumes.map { volume in
      precondition(volume >= 0 && volume.isFinite, "a volume is not negative")
      return volume / interval
    }
    seconds = (standard.targets + (standard.wish.map { [$0] } ?? [])).map { Double($0.seconds) }
    cap = Double(standard.maxOccupancy.count) / 10_000
    let pace = min(standard.patience ?? .infinity, standard.handleTime) / 4
    steps = min(400, max(40, Int((interval / pace).rounded(.up))))
    guesses = GroupSearch(standard)
    over = Array(repeating: 0, count: standard.targets.count)
  }

  /// The least agents of the next interval, which is offered `load`, and the service they give.
  mutating func next(load: Double) -> (agents: Int, service: Requirement.Service) {
    let rate = arrivals[index]
    index += 1
    var passed: [Int: TransientGroup] = [:]
    func after(_ agents: Int) -> TransientGroup {
      if let known = passed[agents] { return known }
      let staff = TransientGroup.Staff(
        standard, agents: agents, arrivals: rate, seconds: seconds)
      var group = self.group ?? TransientGroup(steady: rate, staff)
      group.pass(arrivals: rate, seconds: interval, steps: steps, staff)
      passed[agents] = group
      return group
    }
    var agents = 0
    if rate > 0 {
      agents = least(from: guesses.leastAgents(arrivals: rate)) { agents in
        let service = self.service(after(agents), agents)
        return service.occupancy <= cap
          && standard.targets.indices.allSatisfy { target in
            let goal = standard.targets[target].goal
            let above = service.levels[target] - goal
            return above >= (goal - 1) / 20 && over[target] + above * rate >= 0
          }
      }
    }
    // What is left when nothing arrives, in the mean over the interval; a trace of it is nobody's.
    if rate == 0 { agents = Int((load / Double(standard.concurrency) + 0.95).rounded(.down)) }
    let passedGroup = after(agents)
    group = passedGroup
    let service = self.service(passedGroup, agents, rate: rate)
    for (target, wanted) in standard.targets.enumerated() {
      over[target] += (service.levels[target] - wanted.goal) * rate
    }
    return (agents, service)
  }

  private func service(
    _ group: TransientGroup, _ agents: Int, rate: Double = 1
  ) -> Requirement.Service {
    let count = seconds.count
    if rate == 0 {
      return Requirement.Service(
        levels: Array(repeating: 1, count: count), asa: 0, occupancy: 0, abandonment: 0)
    }
    let answered = group.means[count]
    let places = Double(agents * standard.concurrency)
    return Requirement.Service(
      levels: Array(group.means.prefix(count)),
      asa: answered > 0 ? group.means[count + 1] / answered : 0,
      occupancy: places > 0 ? min(1, group.inHand / places) : 0,
      abandonment: standard.patience == nil ? 0 : max(0, 1 - answered))
  }
}
