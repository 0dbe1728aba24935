import Statistics

/// Agents as the load and a multiple of its square root: what large groups come to.
///
/// Good for a first guess, and to see how service depends on size; the formulas for a given number
/// of agents are exact and cost little.
public enum SquareRootRule {
  /// The share of contacts that wait where agents exceed the load by `safety` times its square root.
  ///
  /// Nobody hangs up; 1 where `safety` is not positive.
  ///
  /// Source: S. Halfin and W. Whitt, "Heavy-Traffic Limits for Queues with Many Exponential
  /// Servers" (1981).
  public static func waitingProbability(safety: Double) -> Double {
    guard safety > 0 else { return 1 }
    return 1 / (1 + safety / hazard(-safety))
  }

  /// The same where callers hang up; `pace` is mean patience over mean handle time.
  ///
  /// Source: O. Garnett, A. Mandelbaum and M. Reiman, "Designing a Call Center with Impatient
  /// Customers" (2002).
  public static func waitingProbability(safety: Double, pace: Double) -> Double {
    precondition(pace > 0, "a patience is positive")
    let root = pace.squareRoot()
    return 1 / (1 + hazard(safety * root) / (root * hazard(-safety)))
  }

  /// The rate at which a standard normal value ends that has come as far as `x`.
  private static func hazard(_ x: Double) -> Double {
    let normal = NormalDistribution.standard
    let beyond = normal.survival(x)
    // Far out, where both vanish, the hazard is x + 1 / x.
    return beyond > 1e-300 ? normal.density(x) / beyond : x + 1 / x
  }
}
