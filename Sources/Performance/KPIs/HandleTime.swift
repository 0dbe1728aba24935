extension Measure {
  /// Mean seconds of work per contact, wrap-up included (AHT).
  static let handleTime = Measure(
    .seconds, better: .lower, reading: { Reading($0.handle) },
    value: { $0.handleSeconds.map(Int64.init) })
}
