import Statistics
import Testing

private func isClose(_ a: Double, _ b: Double, _ tolerance: Double = 1e-9) -> Bool {
  (a - b).magnitude <= tolerance * max(b.magnitude, 1e-300)
}

@Suite("Distributions") struct DistributionTests {
  /// From the tables at the end of any textbook.
  @Test("well-known values") func known() {
    #expect(isClose(NormalDistribution.standard.quantile(0.975), 1.959963984540054))
    #expect(isClose(NormalDistribution.standard.cumulative(0), 0.5))
    #expect(isClose(StudentDistribution(degrees: 1).quantile(0.75), 1))
    #expect(isClose(ChiSquareDistribution(degrees: 2).survival(2), 0.36787944117144233))
    #expect(isClose(BetaDistribution(a: 1, b: 3).cumulative(0.2), 1 - 0.8 * 0.8 * 0.8))
    #expect(isClose(GammaDistribution(shape: 1, rate: 2).cumulative(3), 0.9975212478233336))
    #expect(isClose(logGamma(5), 3.1780538303479458))
    #expect(isClose(digamma(1), -0.5772156649015329))
    #expect(isClose(trigamma(1), 1.6449340668482264))
    #expect(isClose(logBeta(2, 3), -2.4849066497880004))
  }

  /// Shapes from tiny to huge, and probabilities from one tail to the other.
  private static let probabilities = [1e-12, 1e-6, 0.001, 0.025, 0.3, 0.5, 0.7, 0.975, 0.999]

  @Test("a quantile is where the distribution function says", arguments: 1...60)
  func roundTrip(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    func shape() -> Double {
      let magnitude = generator.unit() * 12 - 4
      return (0..<Int(magnitude.magnitude * 10)).reduce(1.0) { value, _ in
        magnitude > 0 ? value * 1.25 : value / 1.25
      }
    }
    let beta = BetaDistribution(a: min(shape(), 1e5), b: min(shape(), 1e5))
    let gamma = GammaDistribution(shape: min(shape(), 1e5), rate: shape())
    let student = StudentDistribution(degrees: max(1, shape()))
    for p in DistributionTests.probabilities {
      let x = beta.quantile(p)
      // Values next to one cannot be told apart; their distance from one can.
      if x > 1e-290, x < 1 - 1e-6 { #expect(isClose(beta.cumulative(x), p, 1e-7), "\(beta) \(p)") }
      let y = gamma.quantile(p)
      if y > 1e-290 { #expect(isClose(gamma.cumulative(y), p, 1e-8), "\(gamma) \(p)") }
      #expect(isClose(student.cumulative(student.quantile(p)), p, 1e-8), "\(student) \(p)")
      let normal = NormalDistribution(mean: 3, deviation: 2)
      #expect(isClose(normal.cumulative(normal.quantile(p)), p, 1e-9))
    }
  }

  @Test("both tails add up to one", arguments: [0.01, 0.4, 1.0, 3.0, 40.0])
  func tails(x: Double) {
    for shape in [0.2, 1, 5, 300] {
      let gamma = GammaDistribution(shape: shape)
      #expect(isClose(gamma.cumulative(x) + gamma.survival(x), 1, 1e-12))
      let beta = BetaDistribution(a: shape, b: 2)
      let share = x / (1 + x)
      #expect(isClose(beta.cumulative(share) + beta.survival(share), 1, 1e-12))
    }
    let normal = NormalDistribution.standard
    #expect(isClose(normal.cumulative(x) + normal.survival(x), 1, 1e-12))
  }

  @Test("the ends of a scale") func ends() {
    let beta = BetaDistribution(a: 2, b: 3)
    #expect(beta.quantile(0) == 0 && beta.quantile(1) == 1)
    #expect(beta.cumulative(-1) == 0 && beta.cumulative(2) == 1)
    #expect(GammaDistribution(shape: 2).quantile(1) == .infinity)
    #expect(NormalDistribution.standard.quantile(0) == -.infinity)
    #expect(NormalDistribution.standard.quantile(1) == .infinity)
    #expect(StudentDistribution(degrees: 4).quantile(0.5) == 0)
  }
}

@Suite("Counts") struct CountTests {
  /// How often counts drawn from a gamma mixture fall below each quantile.
  @Test(
    "quantiles of counts leave the share below them that they should",
    arguments: [(2.0, 2.0), (6.6, 8.0), (30, 80), (150, 1000), (1000, 9000)])
  func share(mean: Double, variance: Double) {
    let counts = NegativeBinomialDistribution(mean: mean, variance: variance)
    let quantiles = counts.quantiles([0.1, 0.5, 0.9])
    #expect(quantiles == quantiles.sorted())
    var generator = SeededGenerator(seed: 3)
    let excess = variance - mean
    var below = [0.0, 0, 0]
    let draws = 4_000
    for _ in 0..<draws {
      let rate =
        excess > 0
        ? GammaDistribution(shape: mean * mean / excess, rate: mean / excess)
          .quantile(generator.unit()) : mean
      // A Poisson count by its distribution function, P(count > k) = P(gamma(k + 1) < rate).
      let u = generator.unit()
      var low = -1
      var high = Int(rate + 12 * rate.squareRoot() + 12)
      while high - low > 1 {
        let middle = (low + high) / 2
        if GammaDistribution(shape: Double(middle + 1)).survival(rate) >= u {
          high = middle
        } else {
          low = middle
        }
      }
      // Half a unit around a count belongs to it.
      for (index, quantile) in quantiles.enumerated() {
        below[index] += max(0, min(1, quantile - (Double(high) - 0.5)))
      }
    }
    for (share, wanted) in zip(below, [0.1, 0.5, 0.9]) {
      #expect((share / Double(draws) - wanted).magnitude < 0.02)
    }
  }

  @Test("nothing expected, nothing counted") func nothing() {
    #expect(NegativeBinomialDistribution(mean: 0, variance: 0).quantiles([0.1, 0.9]) == [0, 0])
  }
}
