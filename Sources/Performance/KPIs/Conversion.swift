extension Measure {
  /// The share of presale contacts followed by an order that no refund took back.
  ///
  /// A refund of a part leaves the order standing.
  static let conversion = Measure(
    .share, better: .higher, .share(.all([.hasOrder, .notTakenBack]), of: .topic("presale")))
}

extension ContactCondition {
  fileprivate static let notTakenBack = ContactCondition.any([
    .unknown(.refunded), .atMost(.refunded, 0), .less(.refunded, than: .order),
  ])
}

extension ContactNumber {
  fileprivate static let order = ContactNumber("order_minor") { $0.orderAmount }
  fileprivate static let refunded = ContactNumber("refunded_minor") { $0.refundedAmount }
}
