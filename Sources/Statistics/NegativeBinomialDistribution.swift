import RealModule

/// A distribution of counts that vary more than Poisson counts.
///
/// With a variance up to the mean it is the Poisson distribution.
public struct NegativeBinomialDistribution: Hashable, Sendable {
  public let mean: Double
  public let variance: Double

  /// The distribution with a `mean` that is not negative; a smaller `variance` counts as the mean.
  public init(mean: Double, variance: Double) {
    precondition(mean >= 0 && mean.isFinite && variance.isFinite, "a count has a finite mean")
    self.mean = mean
    self.variance = max(mean, variance)
  }

  /// The values below which each of `probabilities`, which must rise, of the outcomes lie.
  ///
  /// A count's probability is spread evenly over half a unit on either side, so that over many
  /// intervals of low counts a band between two quantiles holds the share it should. Exact for
  /// means up to 200; beyond, the Cornish-Fisher expansion with the skewness, which is right to a
  /// fraction of a percent there.
  ///
  /// - Complexity: O(mean + standard deviation) for means up to 200.
  public func quantiles(_ probabilities: [Double]) -> [Double] {
    if mean <= 0 { return probabilities.map { _ in 0 } }
    return mean > 200 ? expandedQuantiles(probabilities) : summedQuantiles(probabilities)
  }

  private func summedQuantiles(_ probabilities: [Double]) -> [Double] {
    let excess = variance - mean
    // Size and success probability; a size without end is Poisson.
    let size = excess > mean * 1e-6 ? mean * mean / excess : .infinity
    let failure = size.isFinite ? mean / (mean + size) : 0
    var term = size.isFinite ? Double.exp(size * .log(onePlus: -failure)) : Double.exp(-mean)
    var sum = term
    var count = 0.0
    let last = mean + 40 * variance.squareRoot() + 40
    return probabilities.map { probability in
      while sum < probability, count < last {
        count += 1
        term *= size.isFinite ? failure * (size + count - 1) / count : mean / count
        sum += term
      }
      return max(0, count + 0.5 - (term > 0 ? (sum - probability) / term : 0))
    }
  }

  private func expandedQuantiles(_ probabilities: [Double]) -> [Double] {
    let deviation = variance.squareRoot()
    let skewness = (2 * variance - mean) / (mean * deviation)
    return probabilities.map { probability in
      let z = NormalDistribution.standard.quantile(probability)
      return max(0, mean + deviation * (z + skewness / 6 * (z * z - 1)))
    }
  }
}
