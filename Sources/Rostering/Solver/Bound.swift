import Vocabulary

extension SolverModel {
  /// A cost that no roster can go below, by Lagrangian relaxation of cover.
  ///
  /// Each head on a cell gets a price, no matter how many others are there. At fixed prices the
  /// agents no longer meet: the best row of each, plus the least that each cell can cost beyond
  /// its prices, is a bound, whatever the prices are. They are improved along a subgradient. Left
  /// out are limits on patterns and fairness, which can only raise the true cost.
  ///
  /// Prices are multiples of a power of two, small enough that no sum is rounded: the bound holds
  /// in exact arithmetic.
  ///
  /// Source: M. Held, P. Wolfe, H. Crowder, "Validation of subgradient optimization" (1974).
  func bound(below state: SearchState, rounds: Int, deadline: Double?, _ options: SolverOptions)
    -> Int
  {
    let target = state.cost
    var relaxation = Relaxation(self, from: state)
    for _ in 0..<rounds {
      guard !options.shouldStop(), deadline.map({ options.elapsed() < $0 }) ?? true,
        relaxation.improve(target: target)
      else { break }
    }
    return relaxation.best
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
  private var highest = -Double.infinity
  /// Rounded up to whole costs; never below the sum of what no row can avoid.
  private(set) var best: Int

  private struct Cell {
    var need: Double
    var short: Double
    var over: Double
    var price: Double
    var heads = 0.0
  }

  /// Starts from the best of some plain guesses about `state`.
  init(_ model: SolverModel, from state: SearchState) {
    self.model = model
    rows = RowSolver(model)
    var cells = model.shiftNeed.indices.map { index in
      Cell(
        need: Double(model.shiftNeed[index]), short: Double(model.shiftShort[index]),
        over: Double(model.shiftOver[index]), price: 0)
    }
    firstStreamCell = cells.count
    cells += model.need.indices.map { index in
      let isCounted = index % model.slotCount < model.countedSlots
      let stream = index / model.slotCount
      let short = isCounted ? Double(model.short[stream]) : 0
      return Cell(
        need: Double(model.need[index]), short: short,
        over: isCounted ? Double(model.over[stream]) : 0, price: 0)
    }
    self.cells = cells
    // The largest sum a row can reach must stay below 2^24 units.
    let dearest = cells.reduce(1.0) { max($0, $1.short, $1.over) }
    let requests = model.requestCost.reduce(Int64(0)) { max($0, Int64($1)) }
    let terms = Double(model.slotCount + model.dayCount)
    let largest = terms * dearest + Double(model.dayCount) * Double(requests)
    var unit = 1.0
    while largest / unit < 0x1p22, unit > 0x1p-8 { unit /= 2 }
    self.unit = unit
    direction = Array(repeating: 0, count: cells.count)
    costs = Array(repeating: 0, count: model.dayCount * model.kinds.count)
    prefix = model.streamSets.map { _ in Array(repeating: 0, count: model.slotCount + 1) }
    cheapest = model.streamSets.map { _ in Array(repeating: 0, count: model.slotCount) }
    best = 0
    begin(from: state)
  }

  /// Takes the best of three guesses: no prices at all, a surplus everywhere, and prices by what
  /// `state` has too little, just enough and too much of.
  private mutating func begin(from state: SearchState) {
    var guesses = [cells.map { _ in 0 }, cells.map(\.over)]
    guesses.append(
      cells.indices.map { index in
        let cell = cells[index]
        let heads =
          index < firstStreamCell
          ? Double(state.shiftHeads[index]) : Double(state.heads[index - firstStreamCell])
        guard cell.need > 0 || heads > 0 else { return 0 }
        return heads < cell.need ? -cell.short : heads > cell.need ? cell.over : -cell.short / 2
      })
    var chosen = guesses[0]
    for guess in guesses {
      for index in cells.indices { cells[index].price = rounded(guess[index], cells[index]) }
      guard let value = evaluate(), value > highest else { continue }
      highest = value
      best = max(best, Int((value - 1e-6).rounded(.up)))
      chosen = guess
    }
    for index in cells.indices { cells[index].price = rounded(chosen[index], cells[index]) }
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
      guard let cost = rows.solve(agent, costs: &costs, ignoringPatternLimits: true) else {
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
      let requests = (agent * model.dayCount + day) * (model.patternCount + 1)
      for index in model.allowed(agent, day) {
        let kind = Int(index)
        let place = day * width + kind
        guard kind > 0 else {
          costs[place] = Float(model.requestCost[requests])
          continue
        }
        let pattern = model.kinds[kind].pattern
        var cost = Float(model.requestCost[requests + 1 + pattern])
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
