import Vocabulary

/// Finds the least agents for one load after another, keeping its memory and its last guess.
///
/// What it finds does not depend on the guess: agents that meet a standard are all those from some
/// number on.
struct GroupSearch {
  private let standard: ServiceStandard
  /// What every target asks for, the wish left out.
  private let goals: [Double]
  private let seconds: [Double]
  private let cap: Double
  /// Agents above the load in square roots of it, as the last load needed them.
  private var safety = 0.5
  private var group: ImpatientGroup

  init(_ standard: ServiceStandard) {
    self.standard = standard
    goals = standard.targets.map(\.goal)
    seconds = (standard.targets + (standard.wish.map { [$0] } ?? [])).map { Double($0.seconds) }
    cap = Double(standard.maxOccupancy.count) / 10_000
    group = ImpatientGroup(
      handleTime: standard.handleTime, patience: standard.patience ?? 1, seconds: seconds)
  }

  /// The least agents for `arrivals` contacts per second.
  mutating func leastAgents(arrivals: Double) -> Int {
    if arrivals == 0 { return 0 }
    let load = arrivals * standard.handleTime
    if standard.concurrency > 1 {
      let last = standard.handleTimes[standard.concurrency - 1]
      let guess = Int(arrivals * last / Double(standard.concurrency))
      // Evenly spread chats cost little and are nearly right.
      let even = least(from: guess) { meets(chatService(of: $0, arrivals, isExact: false)) }
      return least(from: even) { meets(chatService(of: $0, arrivals, isExact: true)) }
    }
    guard standard.patience != nil else {
      return ErlangC.leastAgents(
        for: load, handleTime: standard.handleTime, variability: standard.variability
      ) { group in
        group.occupancy <= cap
          && goals.indices.allSatisfy { group.serviceLevel(within: seconds[$0]) >= goals[$0] }
      }.agents
    }
    group.take(load: load)
    let guess = Int((load + safety * load.squareRoot()).rounded(.up))
    let agents = least(from: guess) { agents in
      group.measure(agents)
      return group.occupancy <= cap && goals.indices.allSatisfy { group.levels[$0] >= goals[$0] }
    }
    // Small loads say little about others.
    if load >= 1 { safety = (Double(agents) - 0.5 - load) / load.squareRoot() }
    return agents
  }

  /// The service of so many agents.
  mutating func service(of agents: Int, arrivals: Double) -> Requirement.Service {
    if standard.concurrency > 1 { return chatService(of: agents, arrivals, isExact: true) }
    guard standard.patience != nil else {
      let group = ErlangC(
        load: arrivals * standard.handleTime, agents: agents, handleTime: standard.handleTime,
        variability: standard.variability)
      return Requirement.Service(
        levels: seconds.map { group.serviceLevel(within: $0) }, asa: group.asa,
        occupancy: group.occupancy, abandonment: 0)
    }
    group.take(load: arrivals * standard.handleTime)
    group.measure(agents)
    return Requirement.Service(
      levels: group.levels, asa: group.asa, occupancy: group.occupancy,
      abandonment: group.abandonment)
  }

  private func chatService(
    of agents: Int, _ arrivals: Double, isExact: Bool
  ) -> Requirement.Service {
    let pool = ChatPool(
      arrivals: arrivals, agents: agents, durations: standard.handleTimes,
      patience: standard.patience, isExact: isExact)
    return Requirement.Service(
      levels: seconds.map { pool.serviceLevel(within: $0) }, asa: pool.asa,
      occupancy: pool.occupancy, abandonment: pool.abandonment)
  }

  private func meets(_ service: Requirement.Service) -> Bool {
    service.occupancy <= cap && goals.indices.allSatisfy { service.levels[$0] >= goals[$0] }
  }
}

/// The least positive number that `holds`, found from `guess` in steps that double, then halve.
///
/// `holds` must be false below some number and true from it on.
func least(from guess: Int, _ holds: (Int) -> Bool) -> Int {
  var low = 0
  var high = max(1, guess)
  var step = 1
  if holds(high) {
    while high - step > 0, holds(high - step) {
      high -= step
      step *= 2
    }
    low = max(0, high - step)
  } else {
    low = high
    while !holds(low + step) {
      low += step
      step *= 2
    }
    high = low + step
  }
  while high - low > 1 {
    let middle = (low + high) / 2
    if holds(middle) { high = middle } else { low = middle }
  }
  return high
}
