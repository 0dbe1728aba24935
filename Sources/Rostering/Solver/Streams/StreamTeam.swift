import Statistics
import Synchronization
import Vocabulary

/// The search for one team's roster: a first one, then chains of annealing, then bounds.
struct StreamTeam: Sendable {
  struct Result: Sendable {
    var roster: Roster
    var bound: Int
    var missingBound: Int
    var steps: Int
  }

  /// Agents times days.
  let size: Int
  /// Agents whose rules allow no row.
  let stuck: [AgentNumber]
  /// The first roster.
  let first: StreamRoster
  private let plan: StreamModel
  private let generator: SeededGenerator

  init(_ problem: RosterProblem, _ generator: SeededGenerator) {
    self.generator = generator
    plan = StreamModel(SolverModel(problem))
    size = problem.agents.count * problem.dayCount
    let search = StreamSearch(plan, generator: generator.split(0))
    stuck = search.construct().map { problem.agents[$0].number }
    first = search.best
  }

  /// Shares of the time after which numbers of shifts are found, after which chains end, and after which either bound does.
  private static let mixShare = 0.1
  private static let searchShare = 0.8
  private static let missingShare = 0.88

  /// The best roster of all chains, and its bounds; two chains where steps are given.
  func search(_ options: SolverOptions) -> Result {
    let began = options.elapsed()
    let time = options.seconds.map { max(0, $0 - began) }
    var chains = options.steps != nil ? 2 : options.seconds != nil ? max(1, options.threads) : 0
    let mix =
      chains == 0
      ? nil
      : ShiftMix(plan, threads: options.threads) {
        options.shouldStop()
          || time.map { options.elapsed() > began + $0 * StreamTeam.mixShare } ?? false
      }
    var start = first
    if let mix {
      let search = StreamSearch(plan, generator: generator.split(0))
      if search.construct(following: mix).isEmpty, search.bestCost < first.cost {
        start = search.best
      }
      let relaxed = StreamBound(plan, .cost)
      relaxed.start { line, slot in mix.prices[line * plan.slotCount + slot] }
      _ = relaxed.improve(target: start.cost, keepingAllRules: false)
      if relaxed.bound >= start.cost { chains = 0 }
    }
    let shared = Mutex(start.cost)
    let found = Parallel.map(chains, threads: options.threads) { [start] chain in
      anneal(
        start, generator.split(chain + 1), from: began,
        until: time.map { began + $0 * StreamTeam.searchShare } ?? .infinity, options
      ) { share, cost in
        let least = shared.withLock { best in
          best = min(best, cost)
          return best
        }
        if chain == 0 { options.progress(share, least) }
      }
    }
    let best = found.reduce(start) { $1.roster.cost < $0.cost ? $1.roster : $0 }
    let state = StreamState(plan)
    state.load(best)
    let roster = state.roster()
    let missing = plan.model.problem.coverage(of: roster).missing
    let bounds = Parallel.map(2, threads: options.threads) { index in
      let aim: StreamBound.Aim = index == 0 ? .missing : .cost
      let end = time.map {
        began + $0 * (index == 0 && options.threads == 1 ? StreamTeam.missingShare : 1)
      }
      return bound(
        aim, below: aim == .cost ? best.cost : missing, isShort: missing > 0, best,
        from: aim == .cost ? mix : nil, until: end, options)
    }
    return Result(
      roster: roster, bound: bounds[1], missingBound: bounds[0],
      steps: found.reduce(0) { $0 + $1.steps })
  }

  private func anneal(
    _ start: StreamRoster, _ generator: SeededGenerator, from began: Double, until end: Double,
    _ options: SolverOptions, tell: (Double, Int) -> Void
  ) -> (roster: StreamRoster, steps: Int) {
    let search = StreamSearch(plan, generator: generator)
    search.load(start)
    let cooling = Cooling(plan)
    while !options.shouldStop() {
      let elapsed = options.elapsed()
      guard elapsed < end else { break }
      let share: Double
      var count = 64
      if let steps = options.steps {
        guard search.steps < steps else { break }
        share = Double(search.steps) / Double(steps)
        count = min(count, steps - search.steps)
      } else {
        share = end > began ? min(1, (elapsed - began) / (end - began)) : 1
      }
      search.run(count, at: cooling.temperature(at: share))
      tell(share, search.bestCost)
    }
    return (search.best, search.steps)
  }

  /// How the temperature falls: by a constant factor per share of the search.
  private struct Cooling {
    private let start: Double
    private let fall: Double

    init(_ plan: StreamModel) {
      let short = plan.prices.reduce(1) { max($0, -Double($1)) }
      start = 0.1 * short
      fall = naturalLogarithm(0.05)
    }

    func temperature(at share: Double) -> Float { Float(start * exponential(fall * share)) }
  }

  /// The best bound found until `end`, and in any case after some rounds.
  private func bound(
    _ aim: StreamBound.Aim, below target: Int, isShort: Bool, _ roster: StreamRoster,
    from mix: ShiftMix?, until end: Double?, _ options: SolverOptions
  ) -> Int {
    guard target > 0 else { return 0 }
    let state = StreamState(plan)
    state.load(roster)
    // Where heads are missing, prices begin at half a head short wherever heads are wanted. Else
    // they begin at a head too many, or at what the roster's last and next heads cost on average,
    // whichever is better after some rounds.
    let unit: Float = aim == .cost ? 1 : 0
    var guesses: [(_ line: Int, _ slot: Int) -> Float] =
      isShort
      ? [
        { line, slot in
          let short = unit * Float(state.price(line, slot, surplus: -1)) - (1 - unit)
          let surplus = state.surplus(line, slot)
          return surplus < 0 ? short : surplus > 0 ? 0 : short / 2
        }
      ]
      : [
        { line, slot in Float(state.price(line, slot, surplus: 0)) },
        { line, slot in
          let surplus = state.surplus(line, slot)
          return [surplus - 1, surplus].reduce(0) {
            $0 + Float(state.price(line, slot, surplus: $1)) / 2
          }
        },
      ]
    if let mix { guesses.insert({ mix.prices[$0 * plan.slotCount + $1] }, at: 0) }
    var relaxed = StreamBound(plan, aim)
    for guess in guesses {
      let other = StreamBound(plan, aim)
      other.start { line, slot in plan.isCounted(line, slot) ? guess(line, slot) : 0 }
      for _ in 0..<80 where !other.improve(target: target, keepingAllRules: false) { break }
      if other.highest > relaxed.highest { relaxed = other }
    }
    let began = options.elapsed()
    let time = end.map { max(0, $0 - began) }
    // Some rounds are always done, so that a search that was stopped has a bound as well.
    func improve(_ least: Int, _ most: Int, until share: Double, keepingAllRules: Bool) {
      for round in 0..<Int.max {
        let isOver = time.map { options.elapsed() >= began + $0 * share } ?? (round >= most)
        guard round < least || !isOver && !options.shouldStop(),
          relaxed.improve(target: target, keepingAllRules: keepingAllRules)
        else { return }
      }
    }
    improve(60, 300, until: 0.7, keepingAllRules: false)
    relaxed.restart()
    improve(0, size > 500 ? 20 : 200, until: 1, keepingAllRules: true)
    return relaxed.bound
  }
}
