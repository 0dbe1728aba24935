import Statistics

/// How far a chain is through its time or its steps, from 0 to 1.
struct Effort {
  let options: SolverOptions
  /// The part of the time that is kept for what comes after.
  private static let used = 0.97
  /// Steps that solving one row is worth.
  static let stepsPerRow = 400

  var isBounded: Bool { options.steps != nil || options.seconds != nil }

  /// The share used up, where `steps` have been spent.
  func share(_ steps: Int) -> Double {
    if options.shouldStop() { return 1 }
    var share = 0.0
    if let most = options.steps { share = most > 0 ? Double(steps) / Double(most) : 1 }
    if let seconds = options.seconds {
      let most = seconds * Effort.used
      share = max(share, most > 0 ? options.elapsed() / most : 1)
    }
    return min(1, share)
  }

  /// The share of the time that `seconds` are; 1 where no time is set.
  func share(ofSeconds seconds: Double) -> Double {
    guard options.steps == nil, let most = options.seconds, most > seconds else { return 1 }
    return seconds / most
  }
}

/// Chains for demand by pattern and day.
struct ShiftChain {
  enum Task {
    /// Annealing from hot to cold.
    case anneal
    /// Annealing in turn with column generation, which also gives a bound.
    case generate
    /// A bound alone, by prices that climb on their own.
    case bound
  }

  private let search: PatternSearch
  private let effort: Effort
  private let task: Task
  private let columns: ColumnSearch?
  private let relaxation: PatternRelaxation?
  private var generator: SeededGenerator
  private let dearest: Float
  private let tellsProgress: Bool
  private var bestSeconds = 0.0

  /// The chain at `index` of `count`.
  init(
    _ model: SolverModel, index: Int, of count: Int, generator: SeededGenerator,
    _ options: SolverOptions
  ) {
    search = PatternSearch(model, generator: generator)
    effort = Effort(options: options)
    self.generator = generator.split(2)
    tellsProgress = index == 0
    dearest = Float(max(1, model.patternShort.max() ?? 100))
    // Whole rows of very long rosters take too long to be priced again and again.
    let isLong = model.dayCount > PatternSearch.wholeDays
    columns = index == 0 && !isLong ? ColumnSearch(model) : nil
    let bounds = index == count - 1 && (isLong || columns == nil)
    relaxation = bounds ? PatternRelaxation(model) : nil
    task = columns != nil ? .generate : bounds && index > 0 ? .bound : .anneal
  }

  /// Runs the chain to its end.
  mutating func run() -> ChainResult {
    let stuck = search.construct()
    let first = effort.options.elapsed()
    bestSeconds = first
    var bound: Int?
    if stuck.isEmpty {
      switch task {
      case .anneal: if effort.isBounded { anneal(to: relaxation == nil ? 1 : 0.85) }
      case .generate: if effort.isBounded { generate() }
      case .bound: break
      }
      bound = columns?.bound ?? climb()
    }
    return ChainResult(
      state: search.best, stuck: stuck, steps: spent, bound: bound, firstSeconds: first,
      bestSeconds: bestSeconds)
  }

  /// A bound by prices that climb on their own, where this chain has to find it.
  private func climb() -> Int? {
    guard let relaxation else { return nil }
    let before = spent
    let effort = effort
    let agents = search.model.agentCount
    return search.model.climb(relaxation, below: search.bestRoster, cost: search.bestCost) {
      effort.share(before + $0 * Effort.stepsPerRow) >= 1
        || !effort.isBounded && $0 > 20 * agents
    }
  }

  /// Steps done, and what else was done in steps' worth.
  private var spent: Int { search.steps + (columns?.work ?? 0) * Effort.stepsPerRow }

  /// One cooling from hot to cold, until the share `end` of the effort is used.
  private mutating func anneal(to end: Double) {
    cool(from: 0.2 * dearest, to: 0.0025 * dearest, until: end)
  }

  private mutating func cool(from hot: Float, to cold: Float, until end: Double) {
    let begin = effort.share(spent)
    let fall = naturalLogarithm(Double(cold / hot))
    while case let share = effort.share(spent), share < end {
      let part = (share - begin) / (end - begin)
      let before = search.bestCost
      search.run(portion(until: end), at: hot * Float(exponential(fall * part)))
      if search.bestCost < before { bestSeconds = effort.options.elapsed() }
      if tellsProgress { effort.options.progress(share, search.bestCost) }
    }
  }

  private func portion(until end: Double) -> Int {
    guard let steps = effort.options.steps else { return 4096 }
    return max(1, min(4096, Int(Double(steps) * end) - spent))
  }

  /// A short annealing, a linear program over rows, then dives, each polished by annealing.
  ///
  /// Every other dive begins at the linear program; those between set some agents of the best
  /// roster free. Rosters that the first annealing passes on its way bring rows to begin with.
  private mutating func generate() {
    guard let columns else { return }
    let effort = effort
    let search = search
    func share() -> Double { effort.share(search.steps + columns.work * Effort.stepsPerRow) }
    let parts = 20
    let annealing = min(0.15, effort.share(ofSeconds: 10))
    for part in 0..<parts {
      let (begin, end) = (Double(part) / Double(parts), Double(part + 1) / Double(parts))
      cool(
        from: 0.2 * dearest * Float(exponential(naturalLogarithm(0.0125) * begin)),
        to: 0.2 * dearest * Float(exponential(naturalLogarithm(0.0125) * end)),
        until: annealing * end)
      columns.add(search.roster)
    }
    columns.add(search.bestRoster)
    columns.generate { share() >= 0.6 }
    var turn = 0
    while share() < 0.92, columns.bound ?? 0 < search.bestCost {
      let begin = share()
      let around = turn % 2 == 0 ? nil : (roster: search.bestRoster, isFree: someAgents())
      turn += 1
      guard
        let found = columns.dive(
          &generator, around: around, below: search.bestCost, stop: { share() >= 0.94 }),
        search.model.keepsRules(found)
      else { continue }
      let before = search.bestCost
      search.load(found)
      if search.bestCost < before { bestSeconds = effort.options.elapsed() }
      cool(
        from: 0.03 * dearest, to: 0.002 * dearest,
        until: min(1, share() + max(0.001, (share() - begin) / 2)))
      columns.add(search.roster)
    }
  }

  /// Which agents are set free around the best roster: from half of them to nearly all.
  private mutating func someAgents() -> [Bool] {
    let count = search.model.agentCount
    var isFree = Array(repeating: false, count: count)
    let free = max(2, count * (5 + generator.below(5)) / 10)
    for agent in generator.shuffled(Array(0..<count)).prefix(free) { isFree[agent] = true }
    return isFree
  }
}

extension SolverModel {
  /// Whether every row of `roster`, kinds at `agent * dayCount + day`, keeps every hard rule.
  func keepsRules(_ roster: [Int16]) -> Bool {
    (0..<agentCount).allSatisfy { agent in
      holds(roster[agent * dayCount..<(agent + 1) * dayCount], of: agent)
    }
  }
}
