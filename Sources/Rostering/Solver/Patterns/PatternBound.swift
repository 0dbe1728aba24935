extension SolverModel {
  /// A cost that no roster can go below, where demand is by pattern and day alone.
  ///
  /// `roster`, kinds at `agent * dayCount + day`, is a good one, and `cost` what it costs. `stop`
  /// is told how many rows were solved; once it says so, the best bound so far is given.
  ///
  /// - Returns: nil where the problem is of another form, where costs are too large for exact sums,
  ///   and where nothing is known yet.
  func patternBound(
    below roster: [Int16], cost: Int, stop: @escaping (Int) -> Bool
  ) -> Int? {
    if let columns = ColumnSearch(self) {
      columns.add(roster)
      columns.generate { stop(columns.relaxation.work) }
      return columns.bound
    }
    guard let relaxation = PatternRelaxation(self) else { return nil }
    return climb(relaxation, below: roster, cost: cost, stop: stop)
  }

  /// The same without a linear program: prices climb on their own.
  func climb(
    _ relaxation: PatternRelaxation, below roster: [Int16], cost: Int, stop: @escaping (Int) -> Bool
  ) -> Int? {
    var ascent = PriceAscent(relaxation)
    // A head is dear where the roster has too many, and worth much where it has too few.
    var heads = Array(repeating: Int32(0), count: patternNeed.count)
    for (index, kind) in roster.enumerated() where kind > 0 {
      heads[index % dayCount * patternCount + patternOfKind[Int(kind)]] += 1
    }
    let guess = patternNeed.indices.map { cell in
      let lack = patternNeed[cell] - heads[cell]
      let price = lack > 0 ? -patternShort[cell] : lack < 0 ? patternOver[cell] : 0
      return relaxation.parts(Double(price), cell)
    }
    var known: Int? { ascent.best.map(relaxation.whole) }
    relaxation.stop = stop
    defer { relaxation.stop = { _ in false } }
    var prices = ascent.bestPrices
    for start in [prices, guess] {
      ascent.restart()
      prices = start
      for _ in 0..<20 where !stop(relaxation.work) {
        guard let found = ascent.climb(prices, fall: 0.97) else { return known }
        prices = ascent.next(after: prices, found: found, target: Double(cost))
      }
    }
    ascent.restart()
    prices = ascent.bestPrices
    while !ascent.isSpent, !stop(relaxation.work), known != cost {
      guard let found = ascent.climb(prices, fall: 0.97) else { return known }
      prices = ascent.next(after: prices, found: found, target: Double(cost))
    }
    return known
  }
}
