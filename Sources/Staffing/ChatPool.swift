import RealModule

/// A group of agents each of whom runs several chats at once.
///
/// Chats arrive at random, each goes to an agent with the fewest, and waits in a queue where all
/// have as many as they may. A chat ends at the rate 1 / duration, its mean duration being that
/// while its agent runs so many. The chain of how chats lie on agents is solved exactly while it
/// has at most ``mostStates`` states: 47 agents with three chats each, 18 with five.
///
/// Beyond, and where `isExact` is not asked for, chats are taken to stay evenly spread, which
/// makes a chain by the number of chats alone. Waits are then still exact where the duration does
/// not depend on the number of chats. Where it grows with it, too few give up: 1 to 15 % too few
/// where the slowest chat takes up to 1.5 times the fastest, up to 30 % at 1.7 times (5 to 40
/// agents with three chats each, 70 to 100 % loaded); the share answered within a minute comes out
/// at most 1.1 points too high. ``agentOccupancy`` is a few per cent too high too.
public struct ChatPool: Hashable, Sendable {
  /// Chats per second.
  public let arrivals: Double
  public let agents: Int
  /// Mean seconds of a chat, by how many its agent runs from one up; as many as one may run.
  public let durations: [Double]
  /// Mean seconds until a waiting customer gives up; nil where nobody does.
  public let patience: Double?
  /// The share of chats that wait for a place, in `0...1`; 1 where the queue has no end.
  public let waitingProbability: Double
  /// The share of the agents' time with a chat at hand, in `0...1`.
  public let agentOccupancy: Double
  /// The share of places for chats that are taken, in `0...1`.
  public let occupancy: Double
  /// Whether how chats lie on agents was followed exactly.
  public let isExact: Bool
  private let line: WaitingLine?

  /// The most states of a chain that is solved exactly.
  public static let mostStates = 20_000

  /// The pool; with `isExact` false its chats are taken to stay evenly spread, whatever its size.
  ///
  /// - Complexity: O(`agents` x concurrency) and the length of the queue; of the exact chain, the
  ///   binomial of `agents` + concurrency over `agents` for each of some tens of sweeps.
  public init(
    arrivals: Double, agents: Int, durations: [Double], patience: Double? = nil,
    isExact: Bool = true
  ) {
    precondition(arrivals >= 0 && arrivals.isFinite, "chats do not arrive backwards")
    precondition(!durations.isEmpty && durations.allSatisfy { $0 > 0 }, "durations are positive")
    precondition(patience.map { $0 > 0 } ?? true, "a patience is positive")
    self.arrivals = arrivals
    self.agents = agents
    self.durations = durations
    self.patience = patience
    let places = agents * durations.count
    let isSmall =
      ChatStates.count(agents: agents, places: durations.count, limit: ChatPool.mostStates) != nil
    self.isExact = durations.count == 1 || agents == 0 || arrivals == 0 || isExact && isSmall
    // The loss of so many places without a queue, and the busy agents and chats it has.
    var blocking = 1.0
    var busy = 0.0
    var chats = 0.0
    if durations.count > 1, agents > 0, arrivals > 0, isExact, isSmall {
      let states = ChatStates(arrivals: arrivals, agents: agents, durations: durations)
      (blocking, busy, chats) = (states.blocking, states.busy, states.chats)
    } else {
      for running in 0..<places {
        let running = running + 1
        let lost = arrivals * blocking
        blocking = lost / (ChatPool.departures(running, agents, durations) + lost)
        busy += blocking * (Double(min(running, agents)) - busy)
        chats += blocking * (Double(running) - chats)
      }
    }
    let saturated = places == 0 ? 0 : ChatPool.departures(places, agents, durations)
    let waiting: Double
    if arrivals == 0 {
      line = nil
      waiting = 0
    } else if let patience {
      let line = WaitingLine(
        arrivals: arrivals, departures: saturated, patience: patience, blocking: blocking)
      self.line = line
      waiting = line.waitingProbability
    } else {
      line = nil
      waiting =
        saturated <= arrivals ? 1 : blocking / (1 - arrivals / saturated * (1 - blocking))
    }
    waitingProbability = waiting
    // States below saturation keep their proportions; the rest is saturated.
    let full = blocking < 1 ? (1 - waiting) / (1 - blocking) : 0
    let below = (busy - blocking * Double(agents), chats - blocking * Double(places))
    agentOccupancy =
      agents == 0 ? 0 : min(1, (below.0 * full) / Double(agents) + waiting)
    occupancy = places == 0 ? 0 : min(1, (below.1 * full) / Double(places) + waiting)
  }

  /// Whether the queue has an end.
  public var isStable: Bool { arrivals == 0 || patience != nil || departures > arrivals }

  /// The share of all chats that are answered within `seconds`, in `0...1`.
  ///
  /// Those who give up count against it; 0 where the queue has no end.
  public func serviceLevel(within seconds: Double) -> Double {
    guard isStable else { return 0 }
    if let line {
      return max(0, 1 - waitingProbability) + line.shares(within: seconds).served
    }
    return 1 - waitingProbability * .exp(-(departures - arrivals) * seconds)
  }

  /// The share of chats whose customers give up waiting, in `0...1`.
  public var abandonment: Double {
    guard let line, let patience else { return 0 }
    return line.length / (arrivals * patience)
  }

  /// The average speed of answer: the mean wait in seconds of the chats that were answered.
  public var asa: Double {
    guard isStable else { return .infinity }
    if let line {
      let served = 1 - abandonment
      return served > 0 ? line.servedWait / served : 0
    }
    return arrivals == 0 ? 0 : waitingProbability / (departures - arrivals)
  }

  /// The mean number of chats that a busy agent runs; 0 where none is busy.
  public var meanConcurrency: Double {
    agentOccupancy > 0 ? occupancy * Double(durations.count) / agentOccupancy : 0
  }

  /// Chats that end per second while all places are taken.
  private var departures: Double {
    Double(agents * durations.count) / durations[durations.count - 1]
  }

  /// Chats that end per second while `running` are spread evenly over `agents`.
  static func departures(_ running: Int, _ agents: Int, _ durations: [Double]) -> Double {
    if agents == 0 { return 0 }
    let (each, more) = running.quotientAndRemainder(dividingBy: agents)
    var rate = each == 0 ? 0 : Double((agents - more) * each) / durations[each - 1]
    if more > 0 { rate += Double(more * (each + 1)) / durations[each] }
    return rate
  }
}
