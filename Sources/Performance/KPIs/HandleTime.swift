extension Measure {
  /// Mean seconds of work per contact, wrap-up included (AHT).
  static let handleTime = Measure(.seconds, better: .lower) { Reading($0.handle) }
}
