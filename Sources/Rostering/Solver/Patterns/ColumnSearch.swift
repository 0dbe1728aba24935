/// Column generation: a linear program over whole rows, which new rows enter by price.
///
/// Every cell is a constraint, heads wanted = heads there + short - over; every agent takes one
/// row, or a mixture. The program's prices ask the row solver for rows that would make it
/// cheaper. What it costs once there are none is a bound that no roster beats, and its mixtures
/// show which rows and days hang together.
///
/// The program's own prices swing from round to round. So each round asks at prices half way to
/// those of the best bound so far, and then climbs some steps from there without the program,
/// which costs far less than solving it again.
///
/// Source: A. Wentges, "Weighted Dantzig-Wolfe decomposition for linear mixed-integer
/// programming" (1997), for the prices half way.
final class ColumnSearch {
  let model: SolverModel
  let relaxation: PatternRelaxation
  let program: LinearProgram
  private(set) var pool: ColumnPool
  /// The program's column of the pool's first; before it lie two for each cell, short and over,
  /// and one for each agent, for having no row at all.
  let firstRow: Int
  private var ascent: PriceAscent
  /// How far prices lean towards those of the best bound.
  private var lean = 0.5
  /// Whether no row makes the program cheaper.
  private(set) var isOptimal = false
  /// Steps climbed after each solution of the program.
  private static let climbs = 8
  /// How many rows stay in the program when it is trimmed, for each of its constraints.
  private static let rowsPerConstraint = 4

  /// More constraints than this make the program too slow.
  private static let mostConstraints = 1200

  /// Nil where demand is not by pattern and day alone, where no linear solver is at hand, and where
  /// the program would be too large.
  init?(_ model: SolverModel) {
    guard model.patternNeed.count + model.agentCount <= ColumnSearch.mostConstraints else {
      return nil
    }
    let wanted = model.patternNeed.map(Double.init)
    let ones = Array(repeating: 1.0, count: model.agentCount)
    guard let relaxation = PatternRelaxation(model),
      let program = LinearProgram(rowLower: wanted + ones, rowUpper: wanted + ones)
    else { return nil }
    self.model = model
    self.relaxation = relaxation
    self.program = program
    ascent = PriceAscent(relaxation)
    pool = ColumnPool(model)
    let cells = wanted.count
    firstRow = 2 * cells + model.agentCount
    program.add(
      costs: model.patternShort.map(Double.init) + model.patternOver.map(Double.init)
        + ones.map { _ in Double(relaxation.dearestRow) },
      upper: Array(repeating: .infinity, count: firstRow),
      starts: (0...firstRow).map(Int32.init),
      rows: (0..<cells).map(Int32.init) + (0..<cells + model.agentCount).map(Int32.init),
      values: Array(repeating: 1, count: cells) + Array(repeating: -1, count: cells) + ones)
  }

  /// Work done so far: rows solved and pivots made, of like size.
  var work: Int { relaxation.work + program.iterations }

  /// A cost that no roster goes below; nil as long as none is known.
  var bound: Int? { ascent.best.map(relaxation.whole) }

  /// The prices of ``bound``, in parts.
  var bestPrices: [Int32] { ascent.bestPrices }

  /// Adds the rows of a whole roster, kinds at `agent * dayCount + day`.
  func add(_ roster: [Int16]) {
    let days = model.dayCount
    enter(
      (0..<model.agentCount).compactMap { pool.add($0, roster[$0 * days..<($0 + 1) * days]) })
  }

  /// Adds a row of `agent` where it is new and the program's prices call for it.
  func offer(_ agent: Int, _ row: [Int16], _ duals: [Double]) -> Int? {
    reducedCost(agent, row, duals) < -1e-6 ? pool.add(agent, row[...]) : nil
  }

  /// Puts new columns of the pool, which are its last, into the program.
  func enter(_ columns: [Int]) {
    guard !columns.isEmpty else { return }
    var starts: [Int32] = [0]
    var rows: [Int32] = []
    for column in columns {
      for (day, kind) in pool.row(column).enumerated() where kind > 0 {
        rows.append(Int32(day * model.patternCount + model.patternOfKind[Int(kind)]))
      }
      rows.append(Int32(model.patternNeed.count) + pool.agents[column])
      starts.append(Int32(rows.count))
    }
    program.add(
      costs: columns.map { Double(pool.costs[$0]) },
      upper: Array(repeating: .infinity, count: columns.count), starts: starts, rows: rows,
      values: Array(repeating: 1, count: rows.count))
    isOptimal = false
  }

  /// Drops the dearest rows at the program's prices, where they are many: they slow it down.
  func trim() {
    let most = ColumnSearch.rowsPerConstraint * (model.patternNeed.count + model.agentCount)
    guard pool.count > most else { return }
    let costs = program.reducedCosts
    let byCost = (0..<pool.count).sorted {
      let (a, b) = (costs[firstRow + $0], costs[firstRow + $1])
      return a != b ? a < b : $0 < $1
    }
    program.remove(byCost[most...].sorted().map { firstRow + $0 })
    pool = pool.keeping(byCost[..<most].sorted())
  }

  /// What a row costs at the program's prices, less what its agent's rows in the program cost.
  private func reducedCost(_ agent: Int, _ row: [Int16], _ duals: [Double]) -> Double {
    var cost = -duals[model.patternNeed.count + agent]
    let width = model.kinds.count
    for (day, kind) in row.enumerated() {
      cost += Double(model.cellCost[(agent * model.dayCount + day) * width + Int(kind)])
      if kind > 0 { cost -= duals[day * model.patternCount + model.patternOfKind[Int(kind)]] }
    }
    return cost
  }

  /// Generates rows until none makes the program cheaper, or `stop` says so between two rounds.
  ///
  /// - Returns: whether the program was solved to its end.
  @discardableResult
  func generate(stop: () -> Bool) -> Bool {
    while !isOptimal, !stop() {
      guard program.solve(.primal), round() else { return false }
    }
    return isOptimal
  }

  /// Prices all agents' rows around the program's prices; false where some agent has no row.
  private func round() -> Bool {
    let duals = program.duals
    var found: [Int] = []
    func visit(_ agent: Int, _ best: PatternRelaxation.Best) {
      guard best.isWhole else { return }
      if let column = offer(agent, relaxation.row, duals) { found.append(column) }
    }
    while true {
      var prices = mixed(duals, lean: bound == nil ? 0 : lean)
      ascent.restart()
      for step in 0...ColumnSearch.climbs {
        guard let bound = ascent.climb(prices, fall: 0.7, visit: visit) else { return false }
        // Where even the first prices bring nothing, they are too far from the program's.
        if step == 0, found.isEmpty { break }
        prices = ascent.next(after: prices, found: bound, target: program.objective)
      }
      guard found.isEmpty else {
        enter(found)
        return true
      }
      guard lean > 0 else {
        isOptimal = true
        return true
      }
      lean = lean > 0.05 ? lean / 2 : 0
    }
  }

  /// Prices in parts, `lean` of the way from the program's to those of the best bound.
  func mixed(_ duals: [Double], lean: Double) -> [Int32] {
    bestPrices.enumerated().map { cell, best in
      let own = -duals[cell]
      return relaxation.parts(own + lean * (Double(best) / Double(relaxation.unit) - own), cell)
    }
  }
}
