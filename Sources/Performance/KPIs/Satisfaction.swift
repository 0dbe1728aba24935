extension Measure {
  /// The mean rating of rated contacts, from 1 to 5 (CSAT).
  static let meanRating = Measure(.rating, better: .higher, .mean(.rating))

  /// The share of rated contacts with a 4 or a 5.
  static let satisfiedShare = Measure(
    .share, better: .higher, .share(.atLeast(.rating, 4), of: .known(.rating)))
}

extension ContactNumber {
  fileprivate static let rating = ContactNumber("rating") { $0.rating.map(Int64.init) }
}
