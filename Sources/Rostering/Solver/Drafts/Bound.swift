extension SolverModel {
  /// A cost that no roster can go below, by Lagrangian relaxation of cover.
  ///
  /// Each head on a cell gets a price, no matter how many others are there. At fixed prices the
  /// agents no longer meet: the best row of each, plus the least that each cell can cost beyond
  /// its prices, is a bound, whatever the prices are. They are improved along a subgradient. Left
  /// out are limits on patterns and fairness, which can only raise the true cost.
  ///
  /// Prices are multiples of a power of two, small enough that no sum is rounded: the bound holds
  /// in exact arithmetic. Where costs are too large for that, the bound is 0.
  ///
  /// Source: M. Held, P. Wolfe, H. Crowder, "Validation of subgradient optimization" (1974).
  func bound(below state: SearchState, rounds: Int, deadline: Double?, _ options: SolverOptions)
    -> Int
  {
    guard Relaxation.isExact(self) else { return 0 }
    func improve(_ relaxation: inout Relaxation, rounds: Int) {
      for _ in 0..<rounds {
        guard !options.shouldStop(), deadline.map({ options.elapsed() < $0 }) ?? true,
          relaxation.improve(target: state.cost)
        else { return }
      }
    }
    // A few rounds from each guess tell which to go on with.
    var relaxations = Relaxation.guesses(self, about: state).map { Relaxation(self, prices: $0) }
    let trial = min(20, rounds / 6)
    for index in relaxations.indices { improve(&relaxations[index], rounds: trial) }
    guard var best = relaxations.first else { return 0 }
    for other in relaxations.dropFirst() where other.highest > best.highest { best = other }
    improve(&best, rounds: rounds - trial * relaxations.count)
    return max(best.best, relaxations.map(\.best).max() ?? 0)
  }
}

/// Prices on all cells, and the best bound they gave so far.
private struct Relaxation {
  private let model: SolverModel
  private let rows: RowSolver
  /// Heads wanted, cost short and over, and price of each cell: shift cells, then stream cells.
  private var cells: [Cell]
  private let firstStreamCell: Int
  /// One unit of price: a power of two.
  private let unit: Double
  private var scale = 1.0
  private var failures = 0
  private var direction: [Double]
  private var costs: [Float]
  private var prefix: [[Float]]
  private var cheapest: [[Int]]
  /// The best bound so far, before rounding; may be negative.
  private(set) var highest = -Double.infinity
  /// Rounded up to whole costs; never below the sum of what no row can avoid.
  private(set) var best: Int

  private struct Cell {
    var need: Double
    var short: Double
    var over: Double
    var price: Double
    var heads = 0.0
  }

  /// Starts from `prices`, one for each cell of ``cells(of:)``.
  init(_ model: SolverModel, prices: [Double]) {
    self.model = model
    rows = RowSolver(model)
    cells = Relaxation.cells(of: model)
    firstStreamCell = model.patternNeed.count
    let largest = Relaxation.largestSum(model, cells)
    var unit = 1.0
    while largest / unit < 0x1p22, unit > 0x1p-8 { unit /= 2 }
    self.unit = unit
    direction = Array(repeating: 0, count: cells.count)
    costs = Array(repeating: 0, count: model.dayCount * model.kinds.count)
    prefix = model.streamSets.map { _ in Array(repeating: 0, count: model.slotCount + 1) }
    cheapest = model.streamSets.map { _ in Array(repeating: 0, count: model.slotCount) }
    best = 0
    for index in cells.indices { cells[index].price = rounded(prices[index], cells[index]) }
  }

  /// The largest sum that a row can reach, whatever the prices.
  private static func largestSum(_ model: SolverModel, _ cells: [Cell]) -> Double {
    let dearest = cells.reduce(1.0) { max($0, $1.short, $1.over) }
    let requests = model.cellCost.reduce(Int64(0)) { max($0, Int64($1)) }
    return Double(model.slotCount + model.dayCount) * dearest
      + Double(model.dayCount) * Double(requests)
  }

  /// Whether sums of whole costs are exact in the row solver's numbers.
  static func isExact(_ model: SolverModel) -> Bool {
    largestSum(model, cells(of: model)) < 0x1p24
  }

  /// Shift cells, then stream cells, at a price of nothing.
  private static func cells(of model: SolverModel) -> [Cell] {
    var cells = model.patternNeed.indices.map { index in
      Cell(
        need: Double(model.patternNeed[index]), short: Double(model.patternShort[index]),
        over: Double(model.patternOver[index]), price: 0)
    }
    cells += model.need.indices.map { index in
      Cell(
        need: Double(model.need[index]), short: Double(model.short[index]),
        over: Double(model.over[index]), price: 0)
    }
    return cells
  }

  /// Three guesses at prices: none at all, a surplus everywhere, and what `state` has too little,
  /// just enough and too much of.
  static func guesses(_ model: SolverModel, about state: SearchState) -> [[Double]] {
    let cells = cells(of: model)
    let heads = state.shiftHeads + state.heads
    return [
      cells.map { _ in 0 }, cells.map(\.over),
      zip(cells, heads).map { cell, heads in
        let heads = Double(heads)
        guard cell.need > 0 || heads > 0 else { return 0 }
        return heads < cell.need ? -cell.short : heads > cell.need ? cell.over : -cell.short / 2
      },
    ]
  }

  private func rounded(_ price: Double, _ cell: Cell) -> Double {
    max(-cell.short, min(cell.over, (price / unit).rounded() * unit))
  }

  /// One round: the bound at the present prices, then better prices; false at the end.
  mutating func improve(target: Int) -> Bool {
    guard let value = evaluate() else { return false }
    if value > highest {
      highest = value
      best = max(best, Int((value - 1e-6).rounded(.up)))
      failures = 0
    } else {
      failures += 1
      if failures >= 20 {
        failures = 0
        scale /= 2
        guard scale > 1e-3 else { return false }
      }
    }
    guard best < target else { return false }
    // At a price the cell would take from none to all heads: the agents' heads less those wanted.
    var norm = 0.0
    for index in cells.indices {
      let slope = cells[index].heads - cells[index].need
      direction[index] = 0.7 * slope + 0.3 * direction[index]
      norm += direction[index] * direction[index]
    }
    guard norm > 0 else { return false }
    let step = scale * max(1, Double(target) - value) / norm
    for index in cells.indices {
      cells[index].price = rounded(cells[index].price + step * direction[index], cells[index])
    }
    return true
  }

  /// The bound at the present prices; counts the heads that the rows put on each cell.
  private mutating func evaluate() -> Double? {
    for index in cells.indices { cells[index].heads = 0 }
    for set in model.streamSets.indices.dropFirst() {
      var sum: Float = 0
      for slot in 0..<model.slotCount {
        var least = Double.infinity
        for stream in model.streamSets[set] {
          let price = cells[firstStreamCell + stream * model.slotCount + slot].price
          if price < least {
            least = price
            cheapest[set][slot] = stream
          }
        }
        sum += Float(least)
        prefix[set][slot + 1] = sum
      }
    }
    var total = 0.0
    for agent in 0..<model.agentCount {
      price(agent)
      guard let cost = rows.solve(agent, costs: costs, ignoringPatternLimits: true) else {
        return nil
      }
      total += Double(cost)
      count(agent)
    }
    // Between its two slopes a cell costs least where exactly the heads wanted are there.
    for cell in cells { total -= cell.price * cell.need }
    return total
  }

  private mutating func price(_ agent: Int) {
    let width = model.kinds.count
    for day in 0..<model.dayCount {
      let prices = (agent * model.dayCount + day) * width
      for index in model.allowed(agent, day) {
        let kind = Int(index)
        let place = day * width + kind
        guard kind > 0 else {
          costs[place] = Float(model.cellCost[prices])
          continue
        }
        let pattern = model.kinds[kind].pattern
        var cost = Float(model.cellCost[prices + kind])
        cost += Float(cells[day * model.patternCount + pattern].price)
        let set = Int(model.streamSet[agent * model.patternCount + pattern])
        if set > 0 {
          cost += model.workCost(kind, from: Int(model.startSlot[place]), prefix: prefix[set])
        }
        costs[place] = cost
      }
    }
  }

  private mutating func count(_ agent: Int) {
    for day in 0..<model.dayCount where rows.row[day] > 0 {
      let kind = Int(rows.row[day])
      let pattern = model.kinds[kind].pattern
      cells[day * model.patternCount + pattern].heads += 1
      let set = Int(model.streamSet[agent * model.patternCount + pattern])
      guard set > 0 else { continue }
      let first = Int(model.startSlot[day * model.kinds.count + kind])
      var isBreak = Array(repeating: false, count: model.kinds[kind].slots)
      for pause in model.kinds[kind].breaks {
        let at = model.bestBreak(pause, from: first, prefix: prefix[set]) - first
        for slot in at..<at + pause.slots { isBreak[slot] = true }
      }
      for slot in 0..<model.kinds[kind].slots where !isBreak[slot] {
        let stream = cheapest[set][first + slot]
        cells[firstStreamCell + stream * model.slotCount + first + slot].heads += 1
      }
    }
  }
}
