public import Vocabulary

/// The share of paid time that is not available for contacts, by cause.
///
/// Each cause is a share of all paid time (breaks, training, meetings, absence), so that causes
/// add up: of 100 paid hours, 8 % of breaks and 5 % of training leave 87.
public struct Shrinkage: Hashable, Sendable {
  /// One cause; its name is the team's own word.
  public struct Cause: Hashable, Sendable {
    public let name: String
    public let share: BasisPoints

    public init(name: String, share: BasisPoints) {
      self.name = name
      self.share = share
    }
  }

  /// In the order given.
  public let causes: [Cause]
  /// The share lost to all causes.
  public let total: BasisPoints

  public static let none = Shrinkage(causes: [], total: .zero)

  /// The shrinkage by `causes`, or nil where a share is negative or nothing is left to work.
  public init?(_ causes: [Cause]) {
    let total = BasisPoints(causes.reduce(0) { $0 + $1.share.count })
    guard causes.allSatisfy({ $0.share >= .zero }), total < .one else { return nil }
    self.init(causes: causes, total: total)
  }

  /// One share without a cause, or nil where it is not in `0..<1`.
  public init?(_ share: BasisPoints) {
    guard share >= .zero, share < .one else { return nil }
    self.init(causes: [], total: share)
  }

  private init(causes: [Cause], total: BasisPoints) {
    self.causes = causes
    self.total = total
  }

  /// The share of paid time that is left for contacts, above zero.
  public var kept: Double { 1 - Double(total.count) / 10_000 }

  /// What is to be paid for so that `agents` are there: a fraction, rounded only by the roster.
  public func paid(for agents: Double) -> Double { agents / kept }
}
