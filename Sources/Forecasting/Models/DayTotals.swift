import RealModule
import Statistics

/// Totals of whole days, as a product of effects and a level that wanders.
///
/// The logarithm of a day's expected total is a ridge regression on ``DayDesign``, fitted by
/// weights that halve with age and that leave out what lies far off, so that a past spike does not
/// leak into what is expected.
struct DayTotals {
  let design: DayDesign
  /// By day of the history, the total; not a number where it is unknown.
  let totals: [Double]

  /// What was learnt from the days before some day.
  struct Fit {
    let coefficients: [Double]
    /// By day, the expected total without the level.
    let expected: [Double]
    /// By day, the total over what was expected, less one; not a number where it is unknown.
    let residuals: [Double]
    /// How much totals vary beyond chance: a coefficient of variation.
    let variation: Double
  }

  /// The fit to the days before `end`, whose weights halve every `halfLife` days.
  ///
  /// A fit to about the same days is a good place to `start` from; fewer rounds then lead as far.
  func fit(before end: Int, halfLife: Double, start: Fit? = nil) -> Fit {
    let past = (0..<end).filter { design.isOpen[$0] && totals[$0].isFinite }
    var expected = start?.expected ?? usual(past)
    var coefficients = Array(repeating: 0.0, count: design.columns)
    var variation = 0.1
    for round in (start == nil ? 0 : 2)..<4 {
      let residuals = past.map { totals[$0] / expected[$0] - 1 }
      variation = DayTotals.variation(residuals, past.map { expected[$0] })
      var equations = NormalEquations(columns: design.columns)
      for (day, residual) in zip(past, residuals) {
        let spread = (1 / expected[day] + variation * variation).squareRoot()
        let age = Double(end - day) / halfLife
        // What an event did must first be told from chance before it can be judged.
        let isJudged = round >= 2 || !design.effects.touches(day)
        let trust = isJudged ? DayTotals.trust(residual / spread) : 1
        let weight = .exp2(-age) * trust / (spread * spread)
        // The first rounds start far off, so a step is kept short.
        let step = max(-1, min(round < 2 ? 1 : 3, residual))
        equations.add(design.rows[day], target: .log(expected[day]) + step, weight: weight)
      }
      for column in 0..<design.columns {
        equations.add(
          [(column, 1)], target: design.centers[column],
          weight: 1 / (design.spreads[column] * design.spreads[column]))
      }
      coefficients = equations.solved()
      expected = design.rows.map { row in
        .exp(min(30, row.reduce(0) { $0 + coefficients[$1.column] * $1.value }))
      }
    }
    var residuals = Array(repeating: Double.nan, count: end)
    for day in past { residuals[day] = totals[day] / expected[day] - 1 }
    variation = DayTotals.variation(
      past.map { residuals[$0] }, past.map { expected[$0] })
    return Fit(
      coefficients: coefficients, expected: expected, residuals: residuals, variation: variation)
  }

  /// By day, the middle total of its weekday, to start from.
  private func usual(_ past: [Int]) -> [Double] {
    let overall = median(past.map { totals[$0] }) ?? 0
    let byWeekday = (0..<7).map { weekday in
      median(past.filter { design.weekdays[$0] == weekday }.map { totals[$0] }) ?? overall
    }
    return design.weekdays.map { max(byWeekday[$0], overall * 0.05, 0.2) }
  }

  /// How much totals vary beyond chance, from the middle of the residuals' sizes.
  private static func variation(_ residuals: [Double], _ expected: [Double]) -> Double {
    guard let middle = median(residuals.map { $0.magnitude }),
      let chance = mean(expected.map { 1 / $0 })
    else { return 0.1 }
    let spread = middle * 1.4826
    return max(0.02, (max(0, spread * spread - chance)).squareRoot())
  }

  /// The weight of a residual `z` in standard deviations: one near zero, vanishing far off.
  static func trust(_ z: Double) -> Double {
    let size = z.magnitude
    if size <= 2 { return 1 }
    let huber = 2 / size
    return size <= 5 ? huber : huber * (5 / size) * (5 / size)
  }
}
