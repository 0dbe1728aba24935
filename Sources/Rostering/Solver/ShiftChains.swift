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
}

/// Chains for demand by pattern and day: annealing from hot to cold, and annealing in turn with
/// column generation.
struct ShiftChain {
  private let search: ShiftSearch
  private let effort: Effort
  private var columns: ColumnSearch?
  private var generator: SeededGenerator
  private let dearest: Float
  private let tellsProgress: Bool
  private var bestSeconds = 0.0

  /// `usesColumns` tells the second kind from the first.
  init(
    _ model: SolverModel, generator: SeededGenerator, usesColumns: Bool, tellsProgress: Bool,
    _ options: SolverOptions
  ) {
    search = ShiftSearch(model, generator: generator)
    effort = Effort(options: options)
    self.generator = generator.split(2)
    self.tellsProgress = tellsProgress
    dearest = Float(max(1, model.shiftShort.max() ?? 100))
    // Whole rows of very long rosters take too long to be priced again and again.
    columns = usesColumns && model.dayCount <= ShiftSearch.wholeDays ? ColumnSearch(model) : nil
  }

  /// Runs the chain to its end.
  mutating func run() -> ChainResult {
    let stuck = search.construct()
    let first = effort.options.elapsed()
    bestSeconds = first
    if stuck.isEmpty, effort.isBounded {
      if columns == nil { anneal(to: 1) } else { generate() }
    }
    return ChainResult(
      state: search.best, stuck: stuck, steps: spent, bound: columns?.bound,
      firstSeconds: first, bestSeconds: bestSeconds)
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

  /// A short annealing, a linear program over rows, then dives from it, each polished by annealing
  /// for as long as it took.
  private mutating func generate() {
    guard let columns else { return }
    let model = search.model
    anneal(to: 0.15)
    columns.add(search.bestRoster)
    var steps: Int { search.steps + columns.work * Effort.stepsPerRow }
    let effort = effort
    let search = search
    func share() -> Double { effort.share(search.steps + columns.work * Effort.stepsPerRow) }
    columns.generate { share() >= 0.6 }
    while share() < 0.98, columns.bound ?? 0 < search.bestCost {
      let begin = share()
      if let roster = columns.dive(&generator, stop: { share() >= 0.9 }),
        model.keepsRules(roster)
      {
        search.load(roster)
      }
      let took = max(0.02, share() - begin)
      cool(from: 0.03 * dearest, to: 0.002 * dearest, until: min(1, share() + took))
      columns.add(search.roster)
    }
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
