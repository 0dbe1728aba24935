import RealModule

/// The gamma distribution, on positive numbers.
public struct GammaDistribution: Hashable, Sendable {
  public let shape: Double
  public let rate: Double

  /// The distribution with mean `shape / rate`; both must be positive.
  public init(shape: Double, rate: Double = 1) {
    precondition(shape > 0 && rate > 0, "a gamma distribution has a positive shape and rate")
    self.shape = shape
    self.rate = rate
  }

  public var mean: Double { shape / rate }
  public var variance: Double { shape / (rate * rate) }

  /// The probability of a value up to `x`: the regularised lower incomplete gamma function.
  public func cumulative(_ x: Double) -> Double {
    x <= 0 ? 0 : Double.exp(logCumulative(.log(x * rate)))
  }

  /// The probability of a value beyond `x`, exact where it is small.
  public func survival(_ x: Double) -> Double {
    x <= 0 ? 1 : Double.exp(logSurvival(.log(x * rate)))
  }

  /// The value that is not exceeded with probability `p`, which must be in `0...1`.
  public func quantile(_ p: Double) -> Double {
    precondition((0...1).contains(p), "a probability is in 0...1")
    if p == 0 { return 0 }
    if p == 1 { return .infinity }
    // On the log scale the density is log-concave, whatever the shape.
    let start = Double.log(shape)
    if p <= 0.5 {
      let target = Double.log(p)
      let t = rootOfConcave(from: start) { t in
        let value = logCumulative(t)
        return (value - target, .exp(logDensity(t) - value))
      }
      return .exp(t) / rate
    }
    let target = Double.log(onePlus: -p)
    let t = rootOfConcave(from: -start) { s in
      let value = logSurvival(-s)
      return (value - target, .exp(logDensity(-s) - value))
    }
    return .exp(-t) / rate
  }

  /// The logarithm of the density of the logarithm `t` of a value at rate one.
  private func logDensity(_ t: Double) -> Double {
    shape >= 10
      ? shape * (t - .log(shape) + 1 - .exp(t - .log(shape))) + 0.5 * .log(shape / (2 * .pi))
        - stirlingError(shape)
      : shape * t - .exp(t) - logGamma(shape)
  }

  // Source: W. Press et al., "Numerical Recipes", 3rd edition (2007), section 6.2.

  // Both take the logarithm `t` of a value at rate one, which may be too small for a number.

  private func logCumulative(_ t: Double) -> Double {
    let x = Double.exp(t)
    guard x < shape + 1 else { return .log(onePlus: -min(1, .exp(logSurvival(t)))) }
    var term = 1 / shape
    var sum = term
    var n = shape
    while term > sum * 1e-17 {
      n += 1
      term *= x / n
      sum += term
    }
    return logDensity(t) + .log(sum)
  }

  private func logSurvival(_ t: Double) -> Double {
    let x = Double.exp(t)
    guard x >= shape + 1 else { return .log(onePlus: -min(1, .exp(logCumulative(t)))) }
    let tiny = 1e-300
    var b = x + 1 - shape
    var c = 1 / tiny
    var d = 1 / b
    var value = d
    for step in 1...100_000 {
      let n = -Double(step) * (Double(step) - shape)
      b += 2
      d = n * d + b
      if d.magnitude < tiny { d = tiny }
      c = b + n / c
      if c.magnitude < tiny { c = tiny }
      d = 1 / d
      value *= c * d
      if (c * d - 1).magnitude < 1e-16 { break }
    }
    return logDensity(t) + .log(value)
  }
}

/// The chi-square distribution.
public struct ChiSquareDistribution: Hashable, Sendable {
  private let gamma: GammaDistribution

  /// The distribution with `degrees` of freedom, which must be positive.
  public init(degrees: Double) {
    gamma = GammaDistribution(shape: degrees / 2, rate: 0.5)
  }

  /// The probability of a value up to `x`.
  public func cumulative(_ x: Double) -> Double { gamma.cumulative(x) }

  /// The probability of a value beyond `x`, exact where it is small.
  public func survival(_ x: Double) -> Double { gamma.survival(x) }

  /// The value that is not exceeded with probability `p`, which must be in `0...1`.
  public func quantile(_ p: Double) -> Double { gamma.quantile(p) }
}
