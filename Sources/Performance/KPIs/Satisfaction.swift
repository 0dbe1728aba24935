extension KPI {
  /// The mean rating of rated contacts, from 1 to 5 (CSAT).
  public static let meanRating = KPI("csat_mean", .rating, better: .higher) { Reading($0.rating) }

  /// The share of rated contacts with a 4 or a 5.
  public static let satisfiedShare = KPI("csat_share", .share, better: .higher) {
    Reading($0.satisfied, over: $0.rating.count)
  }
}
