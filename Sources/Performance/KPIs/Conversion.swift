extension Measure {
  /// The share of presale contacts followed by an order that no refund took back.
  ///
  /// A refund of a part leaves the order standing.
  static let conversion = Measure(
    .share, better: .higher, reading: { Reading($0.presale) },
    value: { $0.topic == "presale" ? ($0.hasStandingOrder ? 1 : 0) : nil })
}

extension Contact {
  private var isTakenBack: Bool {
    guard let refundedAmount, refundedAmount > 0 else { return false }
    return orderAmount.map { refundedAmount >= $0 } ?? true
  }

  fileprivate var hasStandingOrder: Bool { orderID != nil && !isTakenBack }
}
