extension KPI {
  /// The share of contacts with a known outcome that one contact was enough for (FCR).
  public static let firstContactResolution = KPI("fcr", .share, better: .higher) {
    Reading($0.resolved)
  }
}
