import Statistics

/// How far forecasts made at past days missed, by how far ahead they looked.
struct ForecastErrors {
  /// The first and the last days ahead of each group.
  private static let groups = [1...2, 3...7, 8...Int.max]
  /// How many days' worth the spread of later groups is taken into an earlier one's.
  private static let prior = 10.0

  /// By group, the square of the coefficient of variation of a day's total beyond chance.
  private let days: [Double]
  /// The square of the coefficient of variation of a slot's share beyond chance.
  let slots: Double
  /// By group, errors in standard deviations, sorted.
  private let scaled: [[Double]]

  /// The errors of `looks` at a history.
  init(
    _ looks: [Look], totals: DayTotals, grid: DayGrid, hours: OpeningHours,
    doubt: (_ day: Int, _ origin: Int) -> Double
  ) {
    var dayErrors: [[Double]] = ForecastErrors.groups.map { _ in [] }
    var slotErrors: [Double] = []
    let known = { (look: Look) in
      (look.origin..<min(grid.days, look.origin + Forecaster.reach)).lazy.filter {
        totals.design.isOpen[$0] && totals.totals[$0].isFinite
      }
    }
    for look in looks {
      for day in known(look) {
        let expected = look.totals[day - look.origin]
        let error = totals.totals[day] / expected - 1
        let chance = 1 / expected
        let group = ForecastErrors.group(day - look.origin + 1)
        dayErrors[group].append(min(error * error, 1) - chance - doubt(day, look.origin))
        for slot in 0..<grid.slots {
          let volume = grid.volumes[day * grid.slots + slot]
          let mean = totals.totals[day] * look.share(day, totals.design.weekdays[day], slot)
          guard volume.isFinite, mean > 0.5 else { continue }
          let miss = volume / mean - 1
          slotErrors.append(min(miss * miss, 1) - 1 / mean)
        }
      }
    }
    let all = dayErrors.flatMap { $0 }
    let usual = max(0.0004, mean(all) ?? 0.01)
    days = dayErrors.map { errors in
      let sum = errors.reduce(0, +) + ForecastErrors.prior * usual
      return max(0.0004, sum / (Double(errors.count) + ForecastErrors.prior))
    }
    slots = max(0, mean(slotErrors) ?? 0.0025)

    var scaled: [[Double]] = ForecastErrors.groups.map { _ in [] }
    for look in looks {
      for day in known(look) {
        let group = ForecastErrors.group(day - look.origin + 1)
        let weekday = totals.design.weekdays[day]
        let variation = days[group] + slots + doubt(day, look.origin)
        for slot in 0..<grid.slots where hours.isOpen(weekday, slot: slot) {
          let volume = grid.volumes[day * grid.slots + slot]
          guard volume.isFinite else { continue }
          let mean = look.totals[day - look.origin] * look.share(day, weekday, slot)
          let spread = (mean + variation * mean * mean).squareRoot()
          if spread > 0 { scaled[group].append((volume - mean).magnitude / spread) }
        }
      }
    }
    self.scaled = scaled.map { $0.sorted() }
  }

  private static func group(_ lead: Int) -> Int {
    groups.firstIndex { $0.contains(lead) } ?? groups.count - 1
  }

  /// How much a day's total varies beyond chance, so many days ahead: the square of a coefficient of
  /// variation.
  func variation(lead: Int) -> Double { days[ForecastErrors.group(lead)] }

  /// The bands around a slot's `mean` that hold `levels` of the outcomes `lead` days ahead.
  ///
  /// Quantiles of counts with the spread seen, widened or narrowed so that bands of that width
  /// would have held the level at the past days. `doubt` is the square of a coefficient of
  /// variation that the mean has besides, as on the day of an event.
  func bands(
    around mean: Double, lead: Int, doubt: Double, levels: [Double]
  ) -> [ClosedRange<Double>] {
    let group = ForecastErrors.group(lead)
    let variance = mean + max(0, days[group] + slots + doubt) * mean * mean
    return levels.map { level in
      let usual = NormalDistribution.standard.quantile(0.5 + level / 2)
      var factor = 1.0
      if scaled[group].count >= 100, let seen = quantile(sorted: scaled[group], level) {
        factor = max(0.5, min(2, seen / usual))
      }
      let counts = NegativeBinomialDistribution(
        mean: mean, variance: variance * factor * factor)
      let limits = counts.quantiles([0.5 - level / 2, 0.5 + level / 2])
      return limits[0]...limits[1]
    }
  }
}
