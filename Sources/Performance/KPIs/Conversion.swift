extension KPI {
  /// The share of presale contacts followed by an order that no refund took back.
  public static let conversion = KPI("conversion", .share, better: .higher) { Reading($0.presale) }
}
