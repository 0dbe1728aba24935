import Statistics
import Testing

@Suite("Samples") struct SamplesTests {
  @Test(
    "quantiles between values",
    arguments: [
      ([1.0, 2, 3, 4], 0.5, 2.5), ([1, 2, 3, 4], 0.25, 1.75), ([4, 1, 3, 2], 0, 1),
      ([1, 2, 3, 4], 1, 4), ([7], 0.3, 7), ([1, 10], 0.9, 9.1),
    ] as [([Double], Double, Double)])
  func quantiles(values: [Double], p: Double, wanted: Double) throws {
    let value = try #require(quantile(values, p))
    #expect((value - wanted).magnitude < 1e-12)
  }

  @Test("nothing has no mean") func empty() {
    #expect(mean([]) == nil)
    #expect(median([]) == nil)
    #expect(variance([1]) == nil)
  }

  @Test("mean and variance") func moments() {
    #expect(mean([1, 2, 3, 6]) == 3)
    #expect(variance([1, 2, 3, 6]).map { ($0 - 14 / 3.0).magnitude < 1e-12 } == true)
  }

  /// Worked by hand from Wilson's formula, 95 %.
  @Test(
    "Wilson's limits",
    arguments: [
      (0, 10, 0.0, 0.27753), (10, 10, 0.72247, 1.0), (5, 10, 0.23659, 0.76341),
      (1, 100, 0.00177, 0.05449), (0, 0, 0, 1),
    ] as [(Int, Int, Double, Double)])
  func wilson(successes: Int, trials: Int, low: Double, high: Double) {
    let limits = wilsonLimits(successes: successes, trials: trials)
    #expect((limits.lowerBound - low).magnitude < 1e-5)
    #expect((limits.upperBound - high).magnitude < 1e-5)
  }
}

@Suite("Normal equations") struct NormalEquationsTests {
  @Test("a line through points") func line() {
    var equations = NormalEquations(columns: 2)
    for x in 0..<5 {
      equations.add([(0, 1), (1, Double(x))], target: 2 + 3 * Double(x), weight: Double(x + 1))
    }
    let solution = equations.solved()
    #expect((solution[0] - 2).magnitude < 1e-10)
    #expect((solution[1] - 3).magnitude < 1e-10)
  }

  @Test("a column without evidence gets zero") func empty() {
    var equations = NormalEquations(columns: 3)
    equations.add([(0, 1)], target: 4, weight: 2)
    equations.penalise(2, by: 1)
    let solution = equations.solved()
    #expect((solution[0] - 4).magnitude < 1e-12)
    #expect(solution[1...] == [0, 0])
  }

  @Test("a penalty draws towards zero") func ridge() {
    var equations = NormalEquations(columns: 1)
    equations.add([(0, 1)], target: 6, weight: 2)
    equations.penalise(0, by: 1)
    #expect((equations.solved()[0] - 4).magnitude < 1e-12)
  }

  @Test("the solution makes the sum least", arguments: 1...20)
  func least(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let columns = 6
    let rows = (0..<30).map { _ in
      (
        entries: (0..<columns).filter { _ in generator.unit() < 0.6 }
          .map { (column: $0, value: generator.unit() * 4 - 2) },
        target: generator.unit() * 10 - 5, weight: generator.unit() + 0.1
      )
    }
    var equations = NormalEquations(columns: columns)
    for row in rows { equations.add(row.entries, target: row.target, weight: row.weight) }
    for column in 0..<columns { equations.penalise(column, by: 0.5) }
    func cost(_ solution: [Double]) -> Double {
      rows.reduce(solution.reduce(0) { $0 + 0.5 * $1 * $1 }) { sum, row in
        let miss = row.target - row.entries.reduce(0) { $0 + $1.value * solution[$1.column] }
        return sum + row.weight * miss * miss
      }
    }
    let solution = equations.solved()
    for column in 0..<columns {
      for step in [-0.001, 0.001] {
        var other = solution
        other[column] += step
        #expect(cost(other) > cost(solution))
      }
    }
  }
}
