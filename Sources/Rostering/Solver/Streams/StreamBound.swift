/// Costs that no roster can go below where demand is by streams, by Lagrangian relaxation of cover.
///
/// Each head on a cell gets a price, no matter how many others are there. At fixed prices the
/// agents no longer meet: the best row of each, plus the least that each cell can cost beyond its
/// prices, is a bound, whatever the prices are. They are improved along averaged subgradients.
///
/// Most rounds take rows that keep only the rules on single days and on minutes, which a short
/// table finds; at the prices found so, a few rounds take rows that keep every rule but limits on
/// patterns. What is left out, fairness among it, can only raise the true cost. All sums are of
/// whole numbers; where the row solver needs others, prices are rounded down first.
///
/// Source: F. Barahona and R. Anbil, "The volume algorithm: producing primal solutions with a
/// subgradient method" (2000).
final class StreamBound {
  /// What is bounded.
  enum Aim {
    case cost
    /// Heads missing on streams, each counted as one.
    case missing
  }

  private let plan: StreamModel
  private let model: SolverModel
  private let planner: ShiftPlanner
  private let rows: RowSolver
  private let aim: Aim
  /// One unit of cost as a price counts it: a power of two.
  private let scale: Int
  /// One unit of the row solver's prices, in scaled units: so large that its sums are exact.
  private let coarse: Int
  /// Whether all sums are exact; where costs are too large for that, no bound is found.
  private let isExact: Bool
  /// The marginal costs of cells, scaled, as ``StreamModel/prices``.
  private let prices: [Int32]
  /// What one more head on a cell costs, at `line * slotCount + slot`; where the best value was
  /// found, and where it is tried.
  private let best: Block<Float>
  private let trial: Block<Int32>
  /// Averaged slopes, likewise.
  private let slope: Block<Float>
  private let heads: Block<Int32>
  /// Prices by column, as the planner wants them, and the cheapest stream of each pool.
  private let column: Block<Int32>
  private let cheapest: Block<Int8>
  /// Price of each kind at `(crew * days + day) * kinds + kind`, and how many rows chose it.
  private let kindCost: Block<Float>
  private let chosen: Block<Int32>
  private let short: MinuteRows
  /// Agents alike in all that the bound sees, by one of them, with their number.
  private let classes: [(agent: Int, count: Int)]
  private var step: Float = 1
  private var failures = 0
  /// The highest value so far, scaled.
  private(set) var highest = Int.min

  init(_ plan: StreamModel, _ aim: Aim) {
    self.plan = plan
    self.aim = aim
    model = plan.model
    planner = ShiftPlanner(plan)
    rows = RowSolver(plan.model)
    short = MinuteRows(plan.model)
    let dearest = plan.prices.reduce(1) { max($0, abs(Int($1))) }
    let longest = plan.span.reduce(1) { max($0, $1.count) }
    let wish = aim == .cost ? model.cellCost.reduce(0) { max($0, abs(Int($1))) } : 0
    // Prices of shifts are whole numbers that 24 bits hold.
    var scale = 256
    while scale > 1, scale * (dearest * longest + wish) >= 1 << 24 { scale /= 2 }
    isExact = scale * (dearest * longest + wish) < 1 << 24
    var coarse = 1
    while model.dayCount * scale * (dearest * longest + wish) / coarse >= 1 << 24 { coarse *= 2 }
    self.coarse = coarse
    self.scale = scale
    switch aim {
    case .cost: prices = plan.prices.map { Int32(clamping: Int($0) * scale) }
    case .missing:
      prices = plan.prices.indices.map { index in
        index >= plan.width && index % plan.width < plan.middle ? Int32(-scale) : 0
      }
    }
    let cells = plan.lineCount * plan.slotCount
    best = Block(cells, of: 0)
    trial = Block(cells, of: 0)
    slope = Block(cells, of: 0)
    heads = Block(cells, of: 0)
    let pools = plan.isPooled ? plan.pools.count : plan.streamCount
    column = Block((pools + plan.lineCount - plan.streamCount) * plan.slotCount, of: 0)
    cheapest = Block(plan.isPooled ? pools * plan.slotCount : 0, of: 0)
    let kinds = plan.crews.count * model.dayCount * model.kinds.count
    kindCost = Block(kinds, of: 0)
    chosen = Block(kinds, of: 0)
    classes = StreamBound.classes(plan, aim)
  }

  private static func classes(_ plan: StreamModel, _ aim: Aim) -> [(agent: Int, count: Int)] {
    struct Key: Hashable {
      var profile: Int
      var limits: [Int]
      var crews: ArraySlice<Int32>
      var kinds: [ArraySlice<Int16>]
      var costs: ArraySlice<Int32>
    }
    let model = plan.model
    let width = model.kinds.count
    var index: [Key: Int] = [:]
    var classes: [(agent: Int, count: Int)] = []
    for agent in 0..<model.agentCount {
      let rows = model.rows[agent]
      let cells = agent * model.dayCount * width..<(agent + 1) * model.dayCount * width
      let key = Key(
        profile: model.profile[agent],
        limits: [rows.cycleLeast, rows.cycleMost] + rows.weekLeast + rows.weekMost,
        crews: plan.crew[agent * model.patternCount..<(agent + 1) * model.patternCount],
        kinds: (0..<model.dayCount).map { model.allowed(agent, $0) },
        costs: aim == .cost ? model.cellCost[cells] : [])
      if let place = index[key] {
        classes[place].count += 1
      } else {
        index[key] = classes.count
        classes.append((agent, 1))
      }
    }
    return classes
  }

  /// The bound in whole units.
  var bound: Int { highest <= 0 ? 0 : (highest + scale - 1) / scale }

  // MARK: Prices

  /// The surplus heads at which a cell's next head costs more than `price`: of equal ones nearest
  /// to `wish`.
  private func surplus(_ cell: Int, at price: Int32, nearest wish: Int) -> Int {
    let first = Int(plan.table[cell]) * plan.width
    var low = 0
    while low < plan.width - 1, prices[first + low] < price { low += 1 }
    if prices[first + low] < price { low = plan.width - 1 }
    var high = low
    while high < plan.width - 1, prices[first + high] <= price { high += 1 }
    return max(low, min(high, wish + plan.middle)) - plan.middle
  }

  /// Starts from prices that `guess` gives for a line and a slot, in units of cost.
  func start(_ guess: (_ line: Int, _ slot: Int) -> Float) {
    for line in 0..<plan.lineCount {
      for slot in 0..<plan.slotCount {
        best[line * plan.slotCount + slot] = guess(line, slot) * Float(scale)
      }
    }
    for cell in 0..<slope.capacity { slope[cell] = 0 }
    step = 1
    failures = 0
    take(0)
  }

  /// Goes on from the best prices with long steps, other rows being taken from now on.
  func restart() {
    step = 0.1
    failures = 0
    take(0)
  }

  /// Tries the best prices, moved by `length` along the slopes.
  private func take(_ length: Float) {
    for line in 0..<plan.lineCount {
      for slot in 0..<plan.slotCount {
        let place = line * plan.slotCount + slot
        let first = Int(plan.table[slot * plan.lineCount + line]) * plan.width
        let price = best[place] + length * slope[place]
        let low = Float(prices[first])
        let high = Float(prices[first + plan.width - 1])
        trial[place] = Int32(max(low, min(high, price)).rounded())
      }
    }
  }

  /// One round: the value at the prices tried, then others to try; false where no more is to be had.
  ///
  /// `target` is a cost that some roster has.
  func improve(target: Int, keepingAllRules: Bool) -> Bool {
    guard isExact, let value = evaluate(keepingAllRules) else { return false }
    let weight: Float = 0.1
    var norm: Float = 0
    for line in 0..<plan.lineCount {
      for slot in 0..<plan.slotCount {
        let place = line * plan.slotCount + slot
        let cell = slot * plan.lineCount + line
        let there = Int(heads[place]) - Int(plan.need[cell])
        let wanted = surplus(cell, at: trial[place], nearest: there)
        slope[place] += weight * (Float(there - wanted) - slope[place])
        norm += slope[place] * slope[place]
      }
    }
    if value > highest {
      highest = value
      for place in 0..<best.capacity { best[place] = Float(trial[place]) }
      failures = 0
      step = min(2, step * 1.1)
    } else {
      failures += 1
      if failures >= 10 {
        failures = 0
        step *= 0.7
        guard step > 1e-4 else { return false }
      }
    }
    guard bound < target, norm > 0 else { return false }
    take(step * Float(max(scale, target * scale - highest)) / norm)
    return true
  }

  /// The value at the prices tried; counts the heads that the rows put on each cell.
  private func evaluate(_ keepingAllRules: Bool) -> Int? {
    let slots = plan.slotCount
    let firstColumn = plan.isPooled ? plan.pools.count : plan.streamCount
    if plan.isPooled {
      for (pool, mask) in plan.pools.enumerated() {
        for slot in 0..<slots {
          var least = Int32.max
          for stream in 0..<plan.streamCount where mask >> UInt32(stream) & 1 == 1 {
            let price = trial[stream * slots + slot]
            if price < least {
              least = price
              cheapest[pool * slots + slot] = Int8(stream)
            }
          }
          column[pool * slots + slot] = least
        }
      }
    } else {
      for place in 0..<plan.streamCount * slots { column[place] = trial[place] }
    }
    for duty in plan.streamCount..<plan.lineCount {
      for slot in 0..<slots {
        column[(firstColumn + duty - plan.streamCount) * slots + slot] = trial[duty * slots + slot]
      }
    }
    let width = model.kinds.count
    for (index, crew) in plan.crews.enumerated() {
      for day in 0..<model.dayCount {
        let place = (index * model.dayCount + day) * width
        planner.load(crew, plan.span[day]) { column[$0 * slots + $1] }
        planner.price(crew, day, into: kindCost, at: place)
        for kind in crew.kinds { chosen[place + kind] = 0 }
      }
    }
    var total = 0
    for (agent, count) in classes {
      price(agent, keepingAllRules)
      if keepingAllRules {
        guard let cost = rows.solve(agent, ignoringPatternLimits: true) else {
          return nil
        }
        total += Int(cost) * coarse * count
      } else {
        guard let cost = short.solve(agent, rows.prices) else { return nil }
        total += cost * count
      }
      for day in 0..<model.dayCount {
        let kind = Int(keepingAllRules ? rows.row[day] : short.row[day])
        guard kind > 0 else { continue }
        let crew = Int(plan.crew[agent * model.patternCount + model.patternOfKind[kind]])
        if crew >= 0 { chosen[(crew * model.dayCount + day) * width + kind] += Int32(count) }
      }
    }
    count()
    for line in 0..<plan.lineCount {
      for slot in 0..<slots { total += leastCost(line, slot) }
    }
    return total
  }

  private func price(_ agent: Int, _ keepingAllRules: Bool) {
    let width = model.kinds.count
    let unit = Float(keepingAllRules ? coarse : 1)
    for day in 0..<model.dayCount {
      let cell = (agent * model.dayCount + day) * width
      for index in model.allowed(agent, day) {
        let kind = Int(index)
        var cost = aim == .cost ? Float(Int(model.cellCost[cell + kind]) * scale) : 0
        if kind > 0 {
          let crew = Int(plan.crew[agent * model.patternCount + model.patternOfKind[kind]])
          if crew >= 0 { cost += kindCost[(crew * model.dayCount + day) * width + kind] }
        }
        rows.prices[day * width + kind] = unit == 1 ? cost : (cost / unit).rounded(.down)
      }
    }
  }

  /// Heads on each cell from the kinds chosen.
  private func count() {
    let (slots, width) = (plan.slotCount, model.kinds.count)
    heads.fill(0, count: heads.capacity, with: 0)
    for (index, crew) in plan.crews.enumerated() {
      for day in 0..<model.dayCount {
        for kind in crew.kinds {
          let number = chosen[(index * model.dayCount + day) * width + kind]
          guard number > 0 else { continue }
          let first = Int(model.startSlot[day * width + kind])
          let range = first..<first + model.kinds[kind].slots
          planner.load(crew, range) { column[$0 * slots + $1] }
          planner.plan(crew, kind, at: first)
          for slot in range where planner.chosen[slot - first] >= 0 {
            if !crew.streams.isEmpty {
              let stream =
                plan.isPooled
                ? Int(cheapest[crew.pool * slots + slot]) : Int(planner.chosen[slot - first])
              heads[stream * slots + slot] += number
            }
            for duty in crew.duties { heads[duty * slots + slot] += number }
          }
        }
      }
    }
  }

  /// The least that a cell can cost beyond what its heads pay, scaled.
  private func leastCost(_ line: Int, _ slot: Int) -> Int {
    let cell = slot * plan.lineCount + line
    let price = Int(trial[line * plan.slotCount + slot])
    let need = Int(plan.need[cell])
    let first = Int(plan.table[cell]) * plan.width
    // From the need on, heads are added or taken as long as that spares.
    var cost = -price * need
    var surplus = 0
    while surplus < plan.width - plan.middle {
      let next = Int(prices[first + plan.middle + surplus]) - price
      guard next < 0 else { break }
      cost += next
      surplus += 1
    }
    // The last price holds for all heads beyond: at a price no higher, none of them spares.
    var lack = 0
    while lack < need {
      let last = price - Int(prices[first + max(0, plan.middle - 1 - lack)])
      guard last < 0 else { break }
      cost += last
      lack += 1
    }
    return cost
  }
}
