import Statistics
import Synchronization
public import Vocabulary

/// How long and with what chance a roster is looked for.
public struct SolverOptions: Sendable {
  public var seed: UInt64
  /// Steps of each chain; nil to go on until the time is up.
  public var steps: Int?
  /// The most seconds to take, as ``elapsed`` counts them; nil for no limit.
  public var seconds: Double?
  /// How many chains may run at once.
  public var threads: Int
  /// The most bytes that the search may take, as its sizes tell; 4 GB if not said.
  public var memory = 4 << 30
  /// Seconds since the search was asked for.
  ///
  /// The solver has no clock of its own.
  public var elapsed: @Sendable () -> Double
  /// Asked often; true ends the search with the best roster so far.
  public var shouldStop: @Sendable () -> Bool
  /// Told the share done, from 0 to 1, and the best cost so far.
  public var progress: @Sendable (Double, Int) -> Void

  public init(
    seed: UInt64 = 1, steps: Int? = nil, seconds: Double? = nil, threads: Int = 1,
    elapsed: @escaping @Sendable () -> Double = { 0 },
    shouldStop: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Double, Int) -> Void = { _, _ in }
  ) {
    self.seed = seed
    self.steps = steps
    self.seconds = seconds
    self.threads = threads
    self.elapsed = elapsed
    self.shouldStop = shouldStop
    self.progress = progress
  }
}

/// A roster with what is known of it.
public struct RosterSolution: Sendable {
  public var roster: Roster
  public var cost: RosterCost
  /// A cost that no roster can go below.
  public var bound: Int
  /// People-intervals on streams that every roster leaves uncovered.
  public var missingBound: Int
  /// Steps of all chains together.
  public var steps: Int
  /// Seconds until the end, until the first roster, and until the one given.
  public var seconds: Double
  public var firstSeconds: Double
  public var bestSeconds: Double

  /// How far the cost is above the bound, as a share of the cost; 0 where it costs nothing.
  public var gap: Double {
    cost.total > 0 ? Double(cost.total - bound) / Double(cost.total) : 0
  }
}

/// Why no roster can be made.
public enum RosterFault: Error, Hashable, Sendable {
  /// The rules of these agents allow no row at all, whatever the others do.
  ///
  /// Beside each, the limits and facts that together are to blame.
  case noRow([StuckAgent])
  /// The search would take more bytes than it may.
  case tooLarge(bytes: Int, most: Int)

  public struct StuckAgent: Hashable, Sendable {
    public var agent: AgentNumber
    /// As ``RosterProblem/conflict(ofAgent:deciding:)`` finds them; pairs where only the rows of
    /// others stand in the way.
    public var conflict: [RowConstraint]

    public init(agent: AgentNumber, conflict: [RowConstraint]) {
      self.agent = agent
      self.conflict = conflict
    }
  }
}

extension RosterProblem {
  /// The best roster found under `options`.
  ///
  /// With `steps`, two chains are run whatever `threads` is, so that equal seed and steps give
  /// equal rosters. Without, each thread is a chain, and the time decides.
  ///
  /// - Throws: ``RosterFault/noRow(_:)`` where some agent's rules allow no row, and
  ///   ``RosterFault/tooLarge(bytes:most:)`` before anything else is done.
  public func solve(_ options: SolverOptions = SolverOptions()) throws(RosterFault)
    -> RosterSolution
  {
    let bytes = bytes(chains: max(2, options.threads))
    guard bytes <= options.memory else { throw .tooLarge(bytes: bytes, most: options.memory) }
    if !demand.isEmpty || !duties.isEmpty { return try solveByStreams(options) }
    let model = SolverModel(self)
    let threads = max(1, options.threads)
    let chains = options.steps == nil ? threads : 2
    let isByShift = PatternSearch.fits(model)
    let generator = SeededGenerator(seed: options.seed)
    let isProven = Mutex(false)
    var own = options
    if options.steps == nil {
      // A chain whose roster is proven ends the others; with steps, each goes its own way.
      own.shouldStop = { options.shouldStop() || isProven.withLock { $0 } }
    }
    let ordered = Parallel.map(chains, threads: threads) { [own] index in
      let generator = generator.split(index)
      guard isByShift else { return model.runChain(generator, chain: index, options) }
      var chain = ShiftChain(model, index: index, of: chains, generator: generator, own)
      let result = chain.run()
      if let bound = result.bound, bound >= result.state.cost { isProven.withLock { $0 = true } }
      return result
    }
    if let stuck = ordered.first?.stuck, !stuck.isEmpty {
      throw .noRow(
        stuck.map {
          RosterFault.StuckAgent(
            agent: agents[$0].number, conflict: conflict(ofAgent: $0) ?? ties(ofAgent: $0))
        })
    }
    guard var best = ordered.first else { preconditionFailure("there is a first chain") }
    for result in ordered.dropFirst() where result.state.cost < best.state.cost { best = result }
    let roster = best.state.roster()
    let cost = cost(of: roster)
    assert(cost.total == best.state.cost)
    let bound =
      isByShift
      ? max(0, ordered.compactMap(\.bound).max() ?? 0)
      : model.bound(
        below: best.state, rounds: options.steps == nil ? 5000 : 200, deadline: options.seconds,
        options)
    return RosterSolution(
      roster: roster, cost: cost, bound: bound, missingBound: 0,
      steps: ordered.reduce(0) { $0 + $1.steps },
      seconds: options.elapsed(), firstSeconds: ordered.map(\.firstSeconds).min() ?? 0,
      bestSeconds: best.bestSeconds)
  }

  func ties(ofAgent index: Int) -> [RowConstraint] {
    pairs.filter { [$0.first, $0.second].contains(agents[index].number) }.map { .pair($0) }
  }
}

/// What one chain came to.
struct ChainResult: Sendable {
  var state: SearchState
  var stuck: [Int]
  var steps: Int
  /// A cost that no roster goes below, where the chain found one.
  var bound: Int? = nil
  var firstSeconds: Double
  var bestSeconds: Double
}

extension SolverModel {
  /// One chain from its first roster to the end of its cooling.
  fileprivate func runChain(
    _ generator: SeededGenerator, chain: Int, _ options: SolverOptions
  ) -> ChainResult {
    var search = Search(self, generator: generator)
    let stuck = search.construct()
    let first = options.elapsed()
    var result = ChainResult(
      state: search.best, stuck: stuck, steps: 0, firstSeconds: first, bestSeconds: first)
    guard stuck.isEmpty, options.steps != nil || options.seconds != nil else { return result }
    let cooling = Cooling(of: self)
    let portion = 16
    // A part of the time is kept for the bound.
    let end = options.seconds.map { $0 * 0.9 } ?? .infinity
    while !options.shouldStop() {
      let elapsed = options.elapsed()
      guard elapsed < end else { break }
      let share: Double
      var count = portion
      if let steps = options.steps {
        guard search.steps < steps else { break }
        share = Double(search.steps) / Double(steps)
        count = min(portion, steps - search.steps)
      } else {
        share = end > first ? min(1, (elapsed - first) / (end - first)) : 1
      }
      let before = search.best.cost
      search.run(count, at: cooling.temperature(at: share))
      if search.best.cost < before { result.bestSeconds = options.elapsed() }
      if chain == 0 { options.progress(share, search.best.cost) }
    }
    result.state = search.best
    result.steps = search.steps
    return result
  }
}

/// How the temperature falls: by a constant factor per share of the search.
private struct Cooling {
  private let start: Double
  private let fall: Double

  init(of model: SolverModel) {
    let dearest = (model.short + model.patternShort).max().map(Int.init) ?? 1
    start = 3 * Double(max(1, dearest))
    fall = naturalLogarithm(0.02)
  }

  func temperature(at share: Double) -> Float { Float(start * exponential(fall * share)) }
}
