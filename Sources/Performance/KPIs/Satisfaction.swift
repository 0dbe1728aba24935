extension Measure {
  /// The mean rating of rated contacts, from 1 to 5 (CSAT).
  static let meanRating = Measure(
    .rating, better: .higher, reading: { Reading($0.rating) },
    value: { $0.rating.map(Int64.init) })

  /// The share of rated contacts with a 4 or a 5.
  static let satisfiedShare = Measure(
    .share, better: .higher, reading: { Reading($0.satisfied, over: $0.rating.count) },
    value: { $0.rating.map { $0 >= 4 ? 1 : 0 } })
}
