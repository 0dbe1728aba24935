extension Measure {
  /// The share of presale contacts followed by an order that no refund took back.
  static let conversion = Measure(.share, better: .higher) { Reading($0.presale) }
}
