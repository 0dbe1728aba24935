extension KPI {
  /// Mean seconds of work per contact, wrap-up included (AHT).
  public static let handleTime = KPI("aht_mean", .seconds, better: .lower) { Reading($0.handle) }
}
