/// Cover priced cell by cell, where demand is by pattern and day alone.
///
/// A *cell* is a pattern on a day, at `day * patternCount + pattern`. Its price is what a head on
/// it costs, no matter how many others are there; at fixed prices the agents no longer meet. The
/// best row of each, less what the heads wanted cost at these prices, is a cost that no roster goes
/// below.
///
/// All amounts are whole numbers of *parts*, `1 / unit` of cost, small enough that the row solver's
/// floating point adds them without rounding: what is found here holds in exact arithmetic.
///
/// Source: J. Desrosiers, M. Lübbecke, "A primer in column generation" (2005), section 5. Limits on
/// patterns are counted by the row solver only where the row breaks them, after G. Righini,
/// M. Salani, "New dynamic programming algorithms for the resource constrained elementary shortest
/// path problem" (2008).
final class PatternRelaxation {
  let model: SolverModel
  /// Parts in one unit of cost: a power of two.
  let unit: Int
  /// No row costs more, at any prices.
  let dearestRow: Int
  /// Rows solved so far, one that counts patterns being worth several: the measure of work.
  private(set) var work = 0
  /// Asked before each row: the rows of a long roster take their time.
  var stop: (Int) -> Bool = { _ in false }
  private let rows: RowSolver
  private var costs: [Float]
  /// Profiles that count patterns, by what they count; asked, never listed.
  private var counting: [Profile.Key: Profile] = [:]
  /// Most lanes that a profile may have to count patterns.
  private static let mostLanes = 1500

  /// What is known of an agent's best row at some prices.
  struct Best {
    /// What the row costs, or less where limits on patterns had to be left out.
    var parts: Int
    /// Whether ``PatternRelaxation/row`` keeps every limit on patterns.
    var isWhole: Bool
  }

  /// The row found last: the kind of each day.
  var row: [Int16] { rows.row }

  /// Nil where demand is by streams, where fairness joins agents, or where costs are too large to
  /// be added exactly.
  init?(_ model: SolverModel) {
    guard model.slotCount == 0, !model.weighsBurdens else { return nil }
    let dearest = PatternRelaxation.dearestRow(model)
    let exact = 1 << 24
    var unit = 1
    while dearest * unit * 2 < exact, unit < 1 << 14 { unit *= 2 }
    guard dearest * unit < exact else { return nil }
    self.model = model
    self.unit = unit
    dearestRow = dearest
    rows = RowSolver(model)
    costs = Array(repeating: 0, count: model.dayCount * model.kinds.count)
  }

  private static func dearestRow(_ model: SolverModel) -> Int {
    let width = model.kinds.count
    var sum = 1
    for day in 0..<model.dayCount {
      var cover: Int32 = 0
      for cell in day * model.patternCount..<(day + 1) * model.patternCount {
        cover = max(cover, model.patternShort[cell], model.patternOver[cell])
      }
      var own: UInt32 = 0
      for agent in 0..<model.agentCount {
        let first = (agent * model.dayCount + day) * width
        for kind in 0..<width { own = max(own, model.cellCost[first + kind].magnitude) }
      }
      sum += Int(cover) + Int(own)
    }
    return sum
  }

  /// The price nearest to `price` that a head on `cell` can have, in parts.
  ///
  /// A head is worth at most what one short costs, and costs at most what one over does.
  func parts(_ price: Double, _ cell: Int) -> Int32 {
    let low = -Double(model.patternShort[cell]) * Double(unit)
    let high = Double(model.patternOver[cell]) * Double(unit)
    return Int32(max(low, min(high, (price * Double(unit)).rounded())))
  }

  /// Solves for `agent` at `prices` in parts, one for each cell, and leaves a row in ``row``.
  ///
  /// `fixed` holds the kind that each day must have, -1 where it is open; it is empty for none.
  ///
  /// - Returns: nil where there is no row.
  func solve(_ agent: Int, prices: [Int32], fixed: ArraySlice<Int16> = []) -> Best? {
    price(agent, prices, fixed)
    work += 1
    let own = model.profiles[model.profile[agent]]
    guard var least = rows.path(agent, own, costs: costs) else { return nil }
    var counted: [Profile.Counted] = []
    while case let broken = brokenLimits(agent), !broken.isEmpty {
      counted = (counted + broken).sorted { $0.pattern < $1.pattern }
      let factor = counted.reduce(1) { $0 * ($1.most + 1) }
      guard own.laneCount * factor <= PatternRelaxation.mostLanes else {
        // The cost is that of a row with fewer limits; the row is a good one with all.
        let isWhole = rows.solve(agent, costs: costs) != nil
        return Best(parts: Int(least), isWhole: isWhole)
      }
      work += factor
      let profile = profile(own, counting: counted)
      guard let cost = rows.path(agent, profile, costs: costs) else { return nil }
      least = cost
    }
    guard model.rows[agent].keepsSums(rows.row[...]) else {
      let isWhole = rows.solve(agent, costs: costs) != nil
      return Best(parts: Int(least), isWhole: isWhole)
    }
    return Best(parts: Int(least), isWhole: true)
  }

  /// The limits on patterns that the row found last breaks.
  private func brokenLimits(_ agent: Int) -> [Profile.Counted] {
    model.rows[agent].patternMost.compactMap { limit in
      var count = 0
      for kind in rows.row where kind > 0 && model.patternOfKind[Int(kind)] == limit.pattern {
        count += 1
      }
      return count > limit.most
        ? Profile.Counted(pattern: limit.pattern, most: limit.most) : nil
    }
  }

  private func profile(_ own: Profile, counting counted: [Profile.Counted]) -> Profile {
    var key = own.key
    key.counted = counted
    if let known = counting[key] { return known }
    let profile = Profile(key, kinds: model.kinds, problem: model.problem)
    counting[key] = profile
    return profile
  }

  private func price(_ agent: Int, _ prices: [Int32], _ fixed: ArraySlice<Int16>) {
    let width = model.kinds.count
    let unit = Int32(unit)
    for day in 0..<model.dayCount {
      let cell = agent * model.dayCount + day
      for index in Int(model.allowedStart[cell])..<Int(model.allowedStart[cell + 1]) {
        let kind = Int(model.allowedKinds[index])
        var parts = model.cellCost[cell * width + kind] * unit
        if kind > 0 { parts += prices[day * model.patternCount + model.patternOfKind[kind]] }
        costs[day * width + kind] = Float(parts)
      }
    }
    for (day, only) in fixed.enumerated() where only >= 0 {
      for kind in 0..<width where kind != only { costs[day * width + kind] = .infinity }
    }
  }

  /// A cost in parts that no roster goes below, at `prices`.
  ///
  /// `visit` is told each agent and what is known of the best row, which lies in ``row`` then.
  ///
  /// - Returns: nil where some agent has no row, and where ``stop`` says so between two agents.
  func bound(at prices: [Int32], visit: (Int, Best) -> Void) -> Int? {
    var sum = 0
    for cell in prices.indices { sum -= Int(prices[cell]) * Int(model.patternNeed[cell]) }
    for agent in 0..<model.agentCount {
      guard !stop(work), let best = solve(agent, prices: prices) else { return nil }
      sum += best.parts
      visit(agent, best)
    }
    return sum
  }

  /// A bound in parts as a whole cost: rounded up, since rosters cost whole numbers.
  func whole(_ parts: Int) -> Int {
    let (quotient, remainder) = parts.quotientAndRemainder(dividingBy: unit)
    return remainder > 0 ? quotient + 1 : quotient
  }
}
