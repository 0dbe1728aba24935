import RealModule

/// The beta distribution, on `0...1`.
public struct BetaDistribution: Hashable, Sendable {
  public let a: Double
  public let b: Double

  /// The distribution with density proportional to x^(a-1) (1-x)^(b-1); both must be positive.
  public init(a: Double, b: Double) {
    precondition(a > 0 && b > 0, "a beta distribution has positive shapes")
    self.a = a
    self.b = b
  }

  public var mean: Double { a / (a + b) }
  public var variance: Double { a * b / ((a + b) * (a + b) * (a + b + 1)) }

  /// The probability of a value up to `x`: the regularised incomplete beta function.
  public func cumulative(_ x: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    return Double.exp(logCumulative(x, 1 - x))
  }

  /// The probability of a value beyond `x`, exact where it is small.
  public func survival(_ x: Double) -> Double {
    if x <= 0 { return 1 }
    if x >= 1 { return 0 }
    return Double.exp(mirrored.logCumulative(1 - x, x))
  }

  /// The value that is not exceeded with probability `p`, which must be in `0...1`.
  public func quantile(_ p: Double) -> Double {
    precondition((0...1).contains(p), "a probability is in 0...1")
    return quantile(p, complement: 1 - p).value
  }

  /// The quantile and its distance from one, each exact where it is small.
  func quantile(_ p: Double, complement: Double) -> (value: Double, fromOne: Double) {
    if p <= 0 { return (0, 1) }
    if complement <= 0 { return (1, 0) }
    if p > complement {
      let (value, fromOne) = mirrored.quantile(complement, complement: p)
      return (fromOne, value)
    }
    // On the logit scale the density is log-concave, whatever the shapes.
    let logDensity = -logBeta(a, b)
    let target = Double.log(p)
    let logit = rootOfConcave(from: .log(a / b)) { t in
      let x = 1 / (1 + .exp(-t))
      let y = 1 / (1 + .exp(t))
      let logX = t < 0 ? t - .log(onePlus: .exp(t)) : -.log(onePlus: .exp(-t))
      let logY = t < 0 ? -.log(onePlus: .exp(t)) : -t - .log(onePlus: .exp(-t))
      let value = logCumulative(x, y, logX: logX, logY: logY)
      return (value - target, .exp(a * logX + b * logY + logDensity - value))
    }
    return (1 / (1 + .exp(-logit)), 1 / (1 + .exp(logit)))
  }

  private var mirrored: BetaDistribution { BetaDistribution(a: b, b: a) }

  private func logCumulative(_ x: Double, _ y: Double) -> Double {
    logCumulative(
      x, y, logX: x < 0.5 ? .log(x) : .log(onePlus: -y), logY: y < 0.5 ? .log(y) : .log(onePlus: -x)
    )
  }

  /// The logarithm of the probability of a value up to `x`, with `y` one less `x`.
  ///
  /// Source: W. Press et al., "Numerical Recipes", 3rd edition (2007), section 6.4.
  private func logCumulative(_ x: Double, _ y: Double, logX: Double, logY: Double) -> Double {
    let logPower = a * logX + b * logY - logBeta(a, b)
    if x <= (a + 1) / (a + b + 2) {
      return logPower - .log(a) + .log(BetaDistribution.fraction(a, b, x))
    }
    let survival = .exp(logPower) / b * BetaDistribution.fraction(b, a, y)
    return .log(onePlus: -min(1, survival))
  }

  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    continuedFraction { step in
      let m = Double(step / 2)
      return step % 2 == 0
        ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    }
  }
}

/// Student's t distribution.
public struct StudentDistribution: Hashable, Sendable {
  public let degrees: Double

  /// The distribution with `degrees` of freedom, which must be positive.
  public init(degrees: Double) {
    precondition(degrees > 0, "degrees of freedom are positive")
    self.degrees = degrees
  }

  /// The probability of a value up to `t`.
  public func cumulative(_ t: Double) -> Double {
    let tail =
      0.5 * BetaDistribution(a: degrees / 2, b: 0.5).cumulative(degrees / (degrees + t * t))
    return t < 0 ? tail : 1 - tail
  }

  /// The value that is not exceeded with probability `p`, which must be in `0...1`.
  public func quantile(_ p: Double) -> Double {
    precondition((0...1).contains(p), "a probability is in 0...1")
    if p > 0.5 { return -lowerQuantile(1 - p) }
    return lowerQuantile(p)
  }

  private func lowerQuantile(_ p: Double) -> Double {
    let x = BetaDistribution(a: degrees / 2, b: 0.5).quantile(2 * p, complement: 1 - 2 * p)
    return -(degrees * x.fromOne / x.value).squareRoot()
  }
}
