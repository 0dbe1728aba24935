import Statistics

/// Groups of agents and the kinds of contact that they take, over a row of intervals: what a
/// simulation plays.
///
/// A contact goes to the first of its groups that has room, there to an agent with the fewest in
/// hand, of these to the one who has been so for longest; else it waits, with others of its kind in
/// order of arrival. An agent who has room takes from the waiting kinds that the group serves the
/// one of the highest priority, and of several such as ``choice`` says. Contacts arrive at random
/// at a rate that is constant within an interval; patience is exponential.
///
/// Agents whose time ends take nothing more and finish what they have in hand. After the last
/// interval nothing arrives, and the agents of the last interval stay until all is done.
public struct ContactCentre: Hashable, Sendable {
  /// Contacts that are worked alike.
  public struct Kind: Hashable, Sendable {
    /// Contacts per second in each interval.
    public let arrivals: [Double]
    /// Mean seconds of work, by how many contacts the agent has in hand from one up.
    ///
    /// An agent with as many contacts in hand as any of them allows takes no more.
    public let handleTimes: [Double]
    /// Variance of handle times over the square of their mean; 1 where they are exponential.
    public let variability: Double
    /// Mean seconds until a waiting customer gives up; nil where nobody does.
    public let patience: Double?
    /// Waiting contacts of a lower number go first.
    public let priority: Int
    /// Seconds within which contacts answered are counted, each for itself.
    public let within: [Int]
    /// The groups that take such contacts, those to try first at the front.
    public let groups: [Int]

    public init(
      arrivals: [Double], handleTimes: [Double], variability: Double = 1, patience: Double? = nil,
      priority: Int = 0, within: [Int] = [], groups: [Int]
    ) {
      precondition(arrivals.allSatisfy { $0 >= 0 && $0.isFinite }, "contacts arrive forwards")
      precondition(!handleTimes.isEmpty && handleTimes.allSatisfy { $0 > 0 }, "work takes time")
      precondition(variability >= 0 && patience.map { $0 > 0 } ?? true, "a patience is positive")
      self.arrivals = arrivals
      self.handleTimes = handleTimes
      self.variability = variability
      self.patience = patience
      self.priority = priority
      self.within = within
      self.groups = groups
    }
  }

  /// From which of several waiting kinds of the same priority an agent takes.
  public enum Choice: String, CaseIterable, Hashable, Sendable {
    /// Of whose first contact has waited for longest.
    case longestWait = "longest-wait"
    /// Of which most wait; the first of these.
    case longestQueue = "longest-queue"
  }

  public let kinds: [Kind]
  /// Agents of each group in each interval.
  public var heads: [[Int]]
  /// Seconds of an interval.
  public let seconds: Double
  public let choice: Choice

  /// The centre; kinds and groups have as many intervals as each other.
  public init(kinds: [Kind], heads: [[Int]], seconds: Double, choice: Choice = .longestWait) {
    let intervals = heads.first?.count ?? 0
    precondition(seconds > 0 && intervals > 0, "there is an interval at least")
    precondition(kinds.allSatisfy { $0.arrivals.count == intervals }, "arrivals per interval")
    precondition(heads.allSatisfy { $0.count == intervals }, "agents per interval")
    precondition(heads.joined().allSatisfy { $0 >= 0 }, "agents are not negative")
    precondition(
      kinds.allSatisfy { $0.groups.allSatisfy(heads.indices.contains) }, "groups that are there")
    self.kinds = kinds
    self.heads = heads
    self.seconds = seconds
    self.choice = choice
  }

  /// How many intervals there are.
  public var intervals: Int { heads[0].count }

  /// Plays the intervals once; equal seeds give equal outcomes.
  public func simulate(seed: UInt64) -> CentreOutcome {
    var simulation = CentreSimulation(self, seed: seed)
    simulation.run()
    return simulation.outcome
  }

  /// Plays the intervals `runs` times and adds up what came of each.
  ///
  /// Run `i` has a seed of its own that depends on `seed` and `i` alone.
  public func simulate(runs: Int, seed: UInt64) -> CentreOutcome {
    precondition(runs > 0, "at least one run")
    let generator = SeededGenerator(seed: seed)
    var sum = CentreOutcome(self)
    for run in 0..<runs {
      var own = generator.split(run)
      sum.add(simulate(seed: own.next()))
    }
    return sum
  }
}
