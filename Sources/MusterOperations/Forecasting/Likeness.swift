import Forecasting
import MusterStore
public import Vocabulary

/// A new stream that is forecast like another one.
public struct Likeness: Hashable, Sendable {
  public let stream: Stream
  public let other: Stream
  /// Its contacts over the other's.
  public let share: Double

  public init(stream: Stream, other: Stream, share: Double) {
    self.stream = stream
    self.other = other
    self.share = share
  }

  /// The comparison, corrected by what has come since the stream's first contact.
  func analogy(_ own: ArraySlice<Arrivals>, _ others: ArraySlice<Arrivals>) -> Analogy {
    guard let first = own.map(\.day).min() else { return Analogy(planned: share) }
    let original = others.reduce(0) { $0 + ($1.day >= first ? $1.contacts : 0) }
    return Analogy(
      planned: share, seen: Double(own.reduce(0) { $0 + $1.contacts }),
      original: Double(original))
  }
}
