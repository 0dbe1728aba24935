extension Measure {
  /// The mean rating of rated contacts, from 1 to 5 (CSAT).
  static let meanRating = Measure(.rating, better: .higher) { Reading($0.rating) }

  /// The share of rated contacts with a 4 or a 5.
  static let satisfiedShare = Measure(.share, better: .higher) {
    Reading($0.satisfied, over: $0.rating.count)
  }
}
