/// A contract: the hours and rules that agents under it work by.
public struct Contract: Hashable, Sendable {
  public var code: String
  public var limits: Limits
  /// Patterns that may be worked; nil for all.
  public var patterns: [String]?

  public init(code: String, limits: Limits, patterns: [String]? = nil) {
    self.code = code
    self.limits = limits
    self.patterns = patterns
  }

  /// Whether any shift of `patterns` may be worked under the contract.
  public func fits(_ all: [ShiftPattern]) -> Bool {
    all.contains { pattern in
      patterns?.contains(pattern.code) ?? true
        && pattern.lengths.contains { length in
          limits.dayMinutes.map { pattern.paidMinutes(ofShiftOf: length) <= $0 } ?? true
        }
    }
  }
}
