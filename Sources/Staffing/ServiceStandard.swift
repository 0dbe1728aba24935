public import Vocabulary

/// How the contacts of a stream are handled and how well: what a requirement is made from.
public struct ServiceStandard: Hashable, Sendable {
  /// Why no standard has these numbers.
  public enum Fault: Error, Hashable, Sendable {
    case noTarget
    case handleTimeNotPositive(Double)
    case patienceNotPositive(Double)
    case concurrencyNotPositive(Int)
    case variabilityNegative(Double)
    /// Given beside a patience, or for several contacts at once.
    case variabilityUnused
    case occupancyOutOfRange(BasisPoints)
    case shrinkageOutOfRange(BasisPoints)
  }

  /// What is to be met, all of it; at least one.
  public private(set) var targets: [ServiceTarget]
  /// What would be welcome besides; it asks for no agents.
  public private(set) var wish: ServiceTarget?
  /// Mean seconds of work per contact, by how many its agent has at once from one up.
  ///
  /// Of a chat, the time that it is open. As many as an agent may have at once; at least one.
  public let handleTimes: [Double]
  /// Variance of handle times over the square of their mean; 1 where they are exponential.
  ///
  /// It counts where nobody gives up and each agent has one contact at a time.
  public let variability: Double
  /// Mean seconds until a waiting customer gives up; nil where nobody is taken to do so.
  public let patience: Double?
  /// The largest share of logged-in time to spend on contacts.
  public let maxOccupancy: BasisPoints
  public let shrinkage: Shrinkage

  public init(
    targets: [ServiceTarget], wish: ServiceTarget? = nil, handleTimes: [Double],
    variability: Double? = nil, patience: Double? = nil, maxOccupancy: BasisPoints = .one,
    shrinkage: Shrinkage = .none
  ) throws(Fault) {
    guard !targets.isEmpty else { throw .noTarget }
    guard !handleTimes.isEmpty else { throw .concurrencyNotPositive(0) }
    for time in handleTimes where !(time > 0 && time.isFinite) {
      throw .handleTimeNotPositive(time)
    }
    if let patience, !(patience > 0 && patience.isFinite) { throw .patienceNotPositive(patience) }
    if let variability {
      guard variability >= 0, variability.isFinite else {
        throw .variabilityNegative(variability)
      }
      guard patience == nil, handleTimes.count == 1 else { throw .variabilityUnused }
    }
    guard maxOccupancy > .zero, maxOccupancy <= .one else {
      throw .occupancyOutOfRange(maxOccupancy)
    }
    self.targets = targets
    self.wish = wish
    self.handleTimes = handleTimes
    self.variability = variability ?? 1
    self.patience = patience
    self.maxOccupancy = maxOccupancy
    self.shrinkage = shrinkage
  }

  /// The standard with one target, and one handle time for any number of contacts at once.
  public init(
    target: ServiceTarget, handleTime: Double, patience: Double? = nil, concurrency: Int = 1,
    maxOccupancy: BasisPoints = .one, shrinkage: BasisPoints = .zero
  ) throws(Fault) {
    guard concurrency > 0 else { throw .concurrencyNotPositive(concurrency) }
    guard let shrinkage = Shrinkage(shrinkage) else { throw .shrinkageOutOfRange(shrinkage) }
    try self.init(
      targets: [target], handleTimes: Array(repeating: handleTime, count: concurrency),
      patience: patience, maxOccupancy: maxOccupancy, shrinkage: shrinkage)
  }

  /// Mean seconds of a contact that its agent has alone.
  public var handleTime: Double { handleTimes[0] }

  /// How many contacts one agent handles at once.
  public var concurrency: Int { handleTimes.count }

  /// The same standard with the wish among what is to be met.
  public var granted: ServiceStandard {
    var granted = self
    granted.targets += wish.map { [$0] } ?? []
    granted.wish = nil
    return granted
  }

  /// The same standard with another first target.
  public func with(firstTarget target: ServiceTarget) -> ServiceStandard {
    var other = self
    other.targets[0] = target
    return other
  }
}
