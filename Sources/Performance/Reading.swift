/// A measure as counted: a total over a number of contacts.
public struct Reading: Hashable, Sendable {
  public let total: Int64
  /// The contacts for which the thing is known.
  public let count: Int64

  /// A reading of `total` over `count` contacts; a negative count is a bug of the caller and traps.
  public init(_ total: Int64, over count: Int64) {
    precondition(count >= 0, "contacts are counted from zero")
    self.total = total
    self.count = count
  }

  /// The exact value, or nil where nothing was counted.
  public var value: Ratio? { Ratio(total, over: count) }
}
