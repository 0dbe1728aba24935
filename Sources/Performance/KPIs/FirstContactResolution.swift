extension Measure {
  /// The share of contacts with a known outcome that one contact was enough for (FCR).
  static let firstContactResolution = Measure(
    .share, better: .higher, reading: { Reading($0.resolved) },
    value: { $0.resolvedFirst.map { $0 ? 1 : 0 } })
}
