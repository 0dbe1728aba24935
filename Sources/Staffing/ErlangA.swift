/// A group of agents with a queue whose callers hang up when their patience ends.
///
/// Arrivals are Poisson, handle times and patience exponential. The queue has an end for any
/// number of agents, also for fewer than the load.
///
/// Source: C. Palm, "Research on Telephone Traffic Carried by Full Availability Groups" (1957).
public struct ErlangA: Hashable, Sendable {
  /// Contacts per interval times handle time, in erlangs.
  public let load: Double
  public let agents: Int
  /// Mean seconds of work per contact.
  public let handleTime: Double
  /// Mean seconds until a waiting caller hangs up.
  public let patience: Double
  private let line: WaitingLine

  /// The group; at most `lines` contacts are in the system, or any number where nil.
  ///
  /// - Complexity: O(`agents`) and the length of the queue.
  public init(load: Double, agents: Int, handleTime: Double, patience: Double, lines: Int? = nil) {
    precondition(handleTime > 0 && patience > 0, "a handle time and a patience are positive")
    precondition(lines.map { $0 >= agents } ?? true, "each agent has a line")
    self.load = load
    self.agents = agents
    self.handleTime = handleTime
    self.patience = patience
    line = WaitingLine(
      arrivals: load / handleTime, departures: Double(agents) / handleTime, patience: patience,
      blocking: ErlangB(load: load, lines: agents).blocking, places: lines.map { $0 - agents })
  }

  /// The group where a share `redial` of those who hung up call again at once.
  ///
  /// Its ``load`` is the load with the repeated calls, the fixed point of
  /// load = first load + redial x abandoned.
  public static func withRedials(
    load first: Double, agents: Int, handleTime: Double, patience: Double, redial: Double
  ) -> ErlangA {
    precondition((0..<1).contains(redial), "a share that calls again is in 0..<1")
    func group(_ load: Double) -> ErlangA {
      ErlangA(load: load, agents: agents, handleTime: handleTime, patience: patience)
    }
    var low = first
    var high = first / (1 - redial)
    for _ in 0..<200 where high - low > high * 1e-15 {
      let middle = (low + high) / 2
      if first + redial * middle * group(middle).abandonment > middle {
        low = middle
      } else {
        high = middle
      }
    }
    return group((low + high) / 2)
  }

  /// The share of contacts that wait for an agent, in `0...1`.
  public var waitingProbability: Double { load == 0 ? 0 : line.waitingProbability }

  /// The share of contacts turned away since all lines were taken, in `0...1`.
  public var blocking: Double { line.blocked }

  /// The share of contacts that hang up, in `0...1`.
  public var abandonment: Double { load == 0 ? 0 : meanWait / patience }

  /// The mean number of waiting contacts.
  public var queueLength: Double { load == 0 ? 0 : line.length }

  /// The mean wait in seconds of all contacts, those who hang up included.
  public var meanWait: Double { load == 0 ? 0 : line.length * handleTime / load }

  /// The average speed of answer: the mean wait in seconds of the contacts that were served.
  public var asa: Double {
    let served = 1 - abandonment - blocking
    return load == 0 || served <= 0 ? 0 : line.servedWait / served
  }

  /// The share of the agents' time spent on contacts, in `0...1`.
  public var occupancy: Double {
    agents == 0 ? 0 : min(1, load * (1 - abandonment - blocking) / Double(agents))
  }

  /// The share of all contacts that are served within `seconds`, in `0...1`.
  ///
  /// Those who hang up early count against it; see ``serviceLevelOfStayers(within:)``.
  public func serviceLevel(within seconds: Double) -> Double {
    if load == 0 { return 1 }
    return immediate + line.shares(within: seconds).served
  }

  /// The same, of the contacts that did not hang up within `seconds`.
  public func serviceLevelOfStayers(within seconds: Double) -> Double {
    if load == 0 { return 1 }
    let shares = line.shares(within: seconds)
    return (immediate + shares.served) / (1 - shares.abandoned)
  }

  /// The same, of the contacts that were served at all.
  public func serviceLevelOfServed(within seconds: Double) -> Double {
    if load == 0 { return 1 }
    return serviceLevel(within: seconds) / (1 - abandonment - blocking)
  }

  /// The probability that a caller of endless patience would wait at most `seconds`.
  public func virtualServiceLevel(within seconds: Double) -> Double {
    if load == 0 { return 1 }
    return 1 - line.blocked - line.shares(within: seconds).beyond
  }

  /// The share of contacts that are served at once.
  private var immediate: Double { max(0, 1 - line.waitingProbability - line.blocked) }
}
