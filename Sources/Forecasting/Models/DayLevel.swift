import RealModule

/// How the level of totals wanders around what the calendar explains.
///
/// Two parts, each falling back to zero: a slow one, by 1.5 % a day, and a fast one, by 40 % an
/// open day. Both are followed by a Kalman filter, so that low counts move them little.
struct DayLevel: Hashable, Sendable {
  /// The slow part's share of the variance that chance does not explain.
  let slow: Double
  /// The fast part's share of it.
  let fast: Double

  private static let slowDecay = 0.985
  private static let fastDecay = 0.6

  /// By day from `end` to the last of `design`, the factor on what a fit expects.
  func factors(_ fit: DayTotals.Fit, design: DayDesign, after end: Int) -> [Double] {
    let variance = fit.variation * fit.variation
    let noise = max(0.05, 1 - slow - fast) * variance
    // State and covariance of (slow, fast).
    var s = 0.0
    var f = 0.0
    var ss = slow * variance
    var sf = 0.0
    var ff = fast * variance
    var factors: [Double] = []
    for day in 0..<design.days {
      let ds = DayLevel.slowDecay
      let df = design.isOpen[day] ? DayLevel.fastDecay : 1
      s *= ds
      f *= df
      ss = ds * ds * ss + (1 - ds * ds) * slow * variance
      sf *= ds * df
      ff = df * df * ff + (1 - df * df) * fast * variance
      guard day < end else {
        factors.append(.exp(s + f))
        continue
      }
      let residual = fit.residuals[day]
      guard residual.isFinite else { continue }
      let spread = ss + 2 * sf + ff + noise + 1 / fit.expected[day]
      let error = .log(max(0.05, 1 + residual)) - s - f
      let trust = DayTotals.trust(error / spread.squareRoot())
      let gainS = (ss + sf) / spread
      let gainF = (sf + ff) / spread
      s += gainS * error * trust
      f += gainF * error * trust
      let (a, b, c) = (ss, sf, ff)
      ss = a - trust * gainS * (a + b)
      sf = b - trust * gainS * (b + c)
      ff = c - trust * gainF * (b + c)
    }
    return factors
  }
}
