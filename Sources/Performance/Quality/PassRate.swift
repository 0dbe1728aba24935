import Statistics

/// How many reviewed contacts passed, and what that says of all contacts.
public struct PassRate: Hashable, Sendable {
  public private(set) var passed = 0
  /// Passed and failed; what was not scored is left out.
  public private(set) var scored = 0
  public private(set) var notScored = 0
  /// Failed because a critical item got no points.
  public private(set) var failedCritical = 0

  public init(_ results: some Sequence<Review.Result> = []) {
    for result in results { add(result) }
  }

  public mutating func add(_ result: Review.Result) {
    switch result {
    case .notScored: notScored += 1
    case .passed:
      passed += 1
      scored += 1
    case .failed(_, let critical):
      scored += 1
      if !critical.isEmpty { failedCritical += 1 }
    }
  }

  /// The share that passed, or nil where nothing was scored.
  public var share: Double? { scored == 0 ? nil : Double(passed) / Double(scored) }

  /// Wilson's limits of the share, for a random sample.
  public func limits(confidence: Double = 0.95) -> ClosedRange<Double> {
    wilsonLimits(successes: passed, trials: scored, confidence: confidence)
  }
}
