public import Vocabulary

/// How many agents an interval needs, and the service they give.
public struct Requirement: Hashable, Sendable {
  /// What a number of agents makes of a load.
  public struct Service: Hashable, Sendable {
    /// The share of contacts answered within the time of each target in turn, then of the wish;
    /// each in `0...1`.
    public let levels: [Double]
    /// The mean wait in seconds of those answered.
    public let asa: Double
    /// The share of the agents' time on contacts; with several at once, of their places.
    public let occupancy: Double
    /// The share of contacts that give up.
    public let abandonment: Double

    /// The level of the first target.
    public var level: Double { levels[0] }
  }

  /// The agents that would meet the wish too.
  public struct Wished: Hashable, Sendable {
    public let agents: Int
    public let service: Service
  }

  /// Contacts in the interval.
  public let volume: Double
  /// In erlangs.
  public let load: Double
  /// The least number of agents that meets every target and the cap on occupancy.
  public let agents: Int
  public let service: Service
  /// Nil where the standard has no wish.
  public let wished: Wished?
  /// The agents to schedule so that `agents` are there after shrinkage.
  ///
  /// A fraction: it is rounded once, by the roster, so that queues do not add up their roundings.
  public let heads: Double
}

extension ServiceStandard {
  /// The least number of agents that `volume` contacts within `interval` need.
  ///
  /// One agent less would miss a target or the cap on occupancy; nothing to do needs nobody.
  /// `volume` must be finite and not negative.
  public func requirement(for volume: Double, in interval: Interval) -> Requirement {
    requirements(for: [volume], in: interval)[0]
  }

  /// The same for each of `volumes`, each interval for itself.
  public func requirements(for volumes: [Double], in interval: Interval) -> [Requirement] {
    var search = GroupSearch(self)
    var wishing = wish.map { _ in GroupSearch(granted) }
    return volumes.map { volume in
      precondition(volume >= 0 && volume.isFinite, "a volume is not negative")
      let arrivals = volume / Double(interval.seconds)
      let agents = search.leastAgents(arrivals: arrivals)
      var wished: Requirement.Wished?
      if let more = wishing?.leastAgents(arrivals: arrivals) {
        wished = Requirement.Wished(
          agents: more, service: search.service(of: more, arrivals: arrivals))
      }
      return Requirement(
        volume: volume, load: arrivals * handleTime, agents: agents,
        service: search.service(of: agents, arrivals: arrivals), wished: wished,
        heads: shrinkage.paid(for: Double(agents)))
    }
  }

  /// The service that `agents` give `arrivals` contacts per second.
  public func service(of agents: Int, arrivals: Double) -> Requirement.Service {
    var search = GroupSearch(self)
    return search.service(of: agents, arrivals: arrivals)
  }
}
