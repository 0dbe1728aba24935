/// Prices of cells that rise towards the best bound, by what the rows at them put on each cell.
///
/// Source: M. Held, P. Wolfe, H. Crowder, "Validation of subgradient optimization" (1974); the
/// direction keeps a part of the one before, after P. Camerini, L. Fratta, F. Maffioli (1975).
struct PriceAscent {
  private let relaxation: PatternRelaxation
  /// The best bound so far in parts, nil before the first, and its prices.
  private(set) var best: Int?
  private(set) var bestPrices: [Int32]
  private var heads: [Int32]
  private var direction: [Double]
  private var scale = 1.0

  init(_ relaxation: PatternRelaxation) {
    self.relaxation = relaxation
    let count = relaxation.model.patternNeed.count
    bestPrices = Array(repeating: 0, count: count)
    heads = Array(repeating: 0, count: count)
    direction = Array(repeating: 0, count: count)
  }

  /// Begins to climb anew, with long steps.
  mutating func restart() {
    scale = 1
    for cell in direction.indices { direction[cell] = 0 }
  }

  /// The bound at `prices`, kept if it is the best; nil where some agent has no row.
  ///
  /// `visit` is told each agent and what is known of the best row.
  mutating func climb(
    _ prices: [Int32], fall: Double, visit: (Int, PatternRelaxation.Best) -> Void = { _, _ in }
  ) -> Int? {
    let model = relaxation.model
    for cell in heads.indices { heads[cell] = 0 }
    let found = relaxation.bound(at: prices) { agent, best in
      for (day, kind) in relaxation.row.enumerated() where kind > 0 {
        heads[day * model.patternCount + model.patternOfKind[Int(kind)]] += 1
      }
      visit(agent, best)
    }
    guard let found else { return nil }
    if found > best ?? Int.min {
      best = found
      bestPrices = prices
    } else {
      scale *= fall
    }
    return found
  }

  /// Whether steps have become too short to matter.
  var isSpent: Bool { scale < 1e-3 }

  /// The next prices after `prices`, whose bound is `found`, on the way to `target`, a cost.
  mutating func next(after prices: [Int32], found: Int, target: Double) -> [Int32] {
    let model = relaxation.model
    var norm = 0.0
    for cell in direction.indices {
      let slope = Double(heads[cell] - model.patternNeed[cell])
      direction[cell] = 0.7 * slope + 0.3 * direction[cell]
      norm += direction[cell] * direction[cell]
    }
    let unit = Double(relaxation.unit)
    let step = scale * max(1, target - Double(found) / unit) / max(1, norm)
    return prices.indices.map {
      relaxation.parts(Double(prices[$0]) / unit + step * direction[$0], $0)
    }
  }
}
