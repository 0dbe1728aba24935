import RealModule

/// A group of agents with a queue in which every contact waits for its turn, however long.
///
/// Arrivals are Poisson. Handle times are exponential, or have another variability, which changes
/// the waits of those who wait (Allen and Cunneen's approximation). Where callers hang up, it asks for too many
/// agents; use ``ErlangA``.
///
/// Source: A. K. Erlang, "Solution of Some Problems in the Theory of Probabilities of Significance
/// in Automatic Telephone Exchanges" (1917).
public struct ErlangC: Hashable, Sendable {
  /// Contacts per interval times handle time, in erlangs.
  public let load: Double
  public let agents: Int
  /// Mean seconds of work per contact.
  public let handleTime: Double
  /// The share of contacts that wait for an agent, in `0...1`.
  ///
  /// It is 1 where `agents` do not exceed `load`: such a queue grows without end.
  public let waitingProbability: Double

  /// Variance of handle times over the square of their mean; 1 where they are exponential.
  public let variability: Double

  /// - Complexity: O(`agents`).
  public init(load: Double, agents: Int, handleTime: Double, variability: Double = 1) {
    let blocking = ErlangB(load: load, lines: agents).blocking
    self.init(
      load: load, agents: agents, handleTime: handleTime, variability: variability,
      blocking: blocking)
  }

  /// The group whose loss without a queue is known to be `blocking`.
  init(load: Double, agents: Int, handleTime: Double, variability: Double, blocking: Double) {
    precondition(handleTime > 0, "a handle time is positive")
    precondition(variability >= 0, "a variability is not negative")
    self.variability = variability
    self.load = load
    self.agents = agents
    self.handleTime = handleTime
    let n = Double(agents)
    if load == 0 {
      waitingProbability = 0
    } else if n <= load {
      waitingProbability = 1
    } else {
      waitingProbability = n * blocking / (n - load * (1 - blocking))
    }
  }

  /// The group with the least number of agents of those with an end to the queue that `holds`.
  ///
  /// `holds` must be false below some number and true from it on. Erlang B is carried along from
  /// agent to agent, so that each further one costs one step.
  public static func leastAgents(
    for load: Double, handleTime: Double, variability: Double = 1, where holds: (ErlangC) -> Bool
  ) -> ErlangC {
    var agents = load == 0 ? 0 : Int(load) + 1
    var blocking = ErlangB(load: load, lines: agents).blocking
    while true {
      let group = ErlangC(
        load: load, agents: agents, handleTime: handleTime, variability: variability,
        blocking: blocking)
      if holds(group) { return group }
      agents += 1
      blocking = ErlangB.next(blocking, load: load, line: agents)
    }
  }

  /// Whether the queue has an end: more agents than load, or no load at all.
  public var isStable: Bool { load == 0 || Double(agents) > load }

  /// The share of contacts answered within `seconds`, in `0...1`; 0 where the queue has no end.
  public func serviceLevel(within seconds: Double) -> Double {
    guard isStable else { return 0 }
    if load == 0 { return 1 }
    return 1 - waitingProbability * .exp(-(Double(agents) - load) * seconds / queueTime)
  }

  /// The average speed of answer: the mean wait in seconds; infinite where the queue has no end.
  public var asa: Double { waitingProbability * delayedWait }

  /// The mean wait in seconds of those who wait; infinite where the queue has no end.
  public var delayedWait: Double {
    guard isStable else { return .infinity }
    return load == 0 ? 0 : queueTime / (Double(agents) - load)
  }

  /// The share of the agents' time spent on contacts, in `0...1`.
  public var occupancy: Double {
    load == 0 ? 0 : min(1, load / Double(agents))
  }

  /// The mean number of waiting contacts; infinite where the queue has no end.
  public var queueLength: Double {
    guard isStable else { return .infinity }
    return load == 0
      ? 0 : waitingProbability * load / (Double(agents) - load) * (queueTime / handleTime)
  }

  /// The handle time that the queue feels.
  private var queueTime: Double { handleTime * (1 + variability) / 2 }
}
