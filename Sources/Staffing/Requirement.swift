public import Vocabulary

/// How the contacts of a stream are handled and how well: what a requirement is made from.
public struct ServiceStandard: Hashable, Sendable {
  /// Why no standard has these numbers.
  public enum Fault: Error, Hashable, Sendable {
    case handleTimeNotPositive(Double)
    case patienceNotPositive(Double)
    case concurrencyNotPositive(Int)
    case occupancyOutOfRange(BasisPoints)
    case shrinkageOutOfRange(BasisPoints)
  }

  public let target: ServiceTarget
  /// Mean seconds of work per contact; of a chat, of the time it is open.
  public let handleTime: Double
  /// Mean seconds until a waiting customer gives up; nil where nobody is taken to do so.
  public let patience: Double?
  /// How many contacts one agent handles at once.
  public let concurrency: Int
  /// The largest share of logged-in time to spend on contacts.
  public let maxOccupancy: BasisPoints
  /// The share of paid time that is not available for contacts.
  public let shrinkage: BasisPoints

  public init(
    target: ServiceTarget, handleTime: Double, patience: Double? = nil, concurrency: Int = 1,
    maxOccupancy: BasisPoints = .one, shrinkage: BasisPoints = .zero
  ) throws(Fault) {
    guard handleTime > 0, handleTime.isFinite else { throw .handleTimeNotPositive(handleTime) }
    if let patience, patience <= 0 || !patience.isFinite { throw .patienceNotPositive(patience) }
    guard concurrency > 0 else { throw .concurrencyNotPositive(concurrency) }
    guard maxOccupancy > .zero, maxOccupancy <= .one else {
      throw .occupancyOutOfRange(maxOccupancy)
    }
    guard shrinkage >= .zero, shrinkage < .one else { throw .shrinkageOutOfRange(shrinkage) }
    self.target = target
    self.handleTime = handleTime
    self.patience = patience
    self.concurrency = concurrency
    self.maxOccupancy = maxOccupancy
    self.shrinkage = shrinkage
  }
}

/// How many agents an interval needs, and the service they give.
public struct Requirement: Hashable, Sendable {
  /// What a number of agents makes of a load.
  public struct Service: Hashable, Sendable {
    /// The share of contacts answered within the target's time, in `0...1`.
    public let level: Double
    /// The mean wait in seconds of those answered.
    public let asa: Double
    /// The share of the agents' time on contacts; with several at once, of their places.
    public let occupancy: Double
    /// The share of contacts that give up.
    public let abandonment: Double
  }

  /// Contacts in the interval.
  public let volume: Double
  /// In erlangs.
  public let load: Double
  /// The least number of agents that meets the target and the cap on occupancy.
  public let agents: Int
  public let service: Service
  /// The agents to schedule so that `agents` are there after shrinkage.
  ///
  /// A fraction: it is rounded once, by the roster, so that queues do not add up their roundings.
  public let heads: Double
}

extension ServiceStandard {
  /// The least number of agents that `volume` contacts within `interval` need.
  ///
  /// One agent less would miss the target or the cap on occupancy; nothing to do needs nobody.
  /// `volume` must be finite and not negative.
  public func requirement(for volume: Double, in interval: Interval) -> Requirement {
    precondition(volume >= 0 && volume.isFinite, "a volume is not negative")
    let arrivals = volume / Double(interval.seconds)
    let load = arrivals * handleTime
    let agents = leastAgents(arrivals: arrivals, load: load)
    let kept = 1 - Double(shrinkage.count) / 10_000
    return Requirement(
      volume: volume, load: load, agents: agents,
      service: service(of: agents, arrivals: arrivals), heads: Double(agents) / kept)
  }

  /// The service that `agents` give `arrivals` contacts per second.
  public func service(of agents: Int, arrivals: Double) -> Requirement.Service {
    let seconds = Double(target.seconds)
    if concurrency > 1 {
      let pool = ChatPool(
        arrivals: arrivals, agents: agents,
        durations: Array(repeating: handleTime, count: concurrency), patience: patience)
      return Requirement.Service(
        level: pool.serviceLevel(within: seconds), asa: pool.asa, occupancy: pool.occupancy,
        abandonment: pool.abandonment)
    }
    if let patience {
      let group = ErlangA(
        load: arrivals * handleTime, agents: agents, handleTime: handleTime, patience: patience)
      return Requirement.Service(
        level: group.serviceLevel(within: seconds), asa: group.asa, occupancy: group.occupancy,
        abandonment: group.abandonment)
    }
    return service(
      of: ErlangC(load: arrivals * handleTime, agents: agents, handleTime: handleTime))
  }

  private func service(of group: ErlangC) -> Requirement.Service {
    Requirement.Service(
      level: group.serviceLevel(within: Double(target.seconds)), asa: group.asa,
      occupancy: group.occupancy, abandonment: 0)
  }

  private func meets(_ service: Requirement.Service) -> Bool {
    service.level >= target.goal
      && service.occupancy <= Double(maxOccupancy.count) / 10_000
  }

  private func leastAgents(arrivals: Double, load: Double) -> Int {
    if load == 0 { return 0 }
    guard concurrency == 1, patience == nil else {
      return least(from: Int(load / Double(concurrency))) {
        meets(service(of: $0, arrivals: arrivals))
      }
    }
    return ErlangC.leastAgents(for: load, handleTime: handleTime) { meets(service(of: $0)) }.agents
  }
}

/// The least positive number that `holds`, found from `guess` in steps that double, then halve.
///
/// `holds` must be false below some number and true from it on.
private func least(from guess: Int, _ holds: (Int) -> Bool) -> Int {
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
