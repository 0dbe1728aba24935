extension Measure {
  /// The share of contacts with a known outcome that one contact was enough for (FCR).
  static let firstContactResolution = Measure(.share, better: .higher) {
    Reading($0.resolved)
  }
}
