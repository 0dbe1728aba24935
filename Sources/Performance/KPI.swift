/// A measure of how an agent's contacts went: what is counted, in what unit, and which way is good.
///
/// Each measure stands in a file of its own under `KPIs/`; ``all`` lists them. Two measures are
/// equal where their codes are.
public struct KPI: Sendable {
  public enum Unit: Hashable, Sendable {
    /// Mean seconds per contact.
    case seconds
    /// A share of contacts, from 0 to 1.
    case share
    /// Mean rating, from 1 to 5.
    case rating
  }

  /// Which values are good.
  public enum Direction: Hashable, Sendable { case higher, lower }

  /// The name in plans, tables and columns, such as `csat_mean`.
  public let code: String
  public let unit: Unit
  public let better: Direction
  private let count: @Sendable (Tally) -> Reading

  init(
    _ code: String, _ unit: Unit, better: Direction,
    reading count: @escaping @Sendable (Tally) -> Reading
  ) {
    self.code = code
    self.unit = unit
    self.better = better
    self.count = count
  }

  /// The measure that `code` names, or nil where none does.
  public init?(code: String) {
    guard let known = KPI.all.first(where: { $0.code == code }) else { return nil }
    self = known
  }

  /// Every measure, in the order in which tables show them.
  public static let all: [KPI] = [
    .replyTime, .replyInOneMinute, .replyInThreeMinutes, .handleTime, .firstContactResolution,
    .meanRating, .satisfiedShare, .conversion, .complaintRate,
  ]

  /// What was counted of one agent's contacts.
  public func reading(of tally: Tally) -> Reading { count(tally) }
}

extension KPI: Hashable {
  public static func == (a: KPI, b: KPI) -> Bool { a.code == b.code }
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

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

  public init(_ sum: Tally.Sum) {
    self.init(sum.total, over: sum.count)
  }

  /// The exact value, or nil where nothing was counted.
  public var value: Ratio? { Ratio(total, over: count) }
}
