import RealModule

/// The normal distribution.
public struct NormalDistribution: Hashable, Sendable {
  public let mean: Double
  public let deviation: Double

  /// The distribution with a standard `deviation`, which must be positive.
  public init(mean: Double, deviation: Double) {
    precondition(deviation > 0, "a standard deviation is positive")
    self.mean = mean
    self.deviation = deviation
  }

  /// Mean zero, standard deviation one.
  public static let standard = NormalDistribution(mean: 0, deviation: 1)

  public func density(_ x: Double) -> Double {
    let z = (x - mean) / deviation
    return .exp(-0.5 * z * z) / (deviation * Double.sqrt(2 * .pi))
  }

  /// The probability of a value up to `x`.
  public func cumulative(_ x: Double) -> Double {
    0.5 * .erfc((mean - x) / (deviation * Double.sqrt(2)))
  }

  /// The probability of a value beyond `x`, exact where it is small.
  public func survival(_ x: Double) -> Double {
    0.5 * .erfc((x - mean) / (deviation * Double.sqrt(2)))
  }

  /// The value that is not exceeded with probability `p`, which must be in `0...1`.
  public func quantile(_ p: Double) -> Double {
    precondition((0...1).contains(p), "a probability is in 0...1")
    let z = p > 0.5 ? -lowerQuantile(1 - p) : lowerQuantile(p)
    return mean + deviation * z
  }

  /// The standard quantile of `p` up to a half.
  ///
  /// The rational guess of Abramowitz and Stegun 26.2.23, made exact by Newton's steps.
  private func lowerQuantile(_ p: Double) -> Double {
    if p == 0 { return -.infinity }
    if p == 0.5 { return 0 }
    let t = (-2 * Double.log(p)).squareRoot()
    let guess =
      (2.515517 + t * (0.802853 + t * 0.010328))
      / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t
    let normal = NormalDistribution.standard
    let target = Double.log(p)
    return rootOfConcave(from: guess) { z in
      let value = normal.cumulative(z)
      return (.log(value) - target, normal.density(z) / value)
    }
  }
}
