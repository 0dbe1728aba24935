extension Measure {
  /// Mean seconds from arrival to the first reply by a person, over the contacts that were
  /// replied to.
  static let replyTime = Measure(.seconds, better: .lower, .mean(.replySeconds))
}

extension ContactNumber {
  static let replySeconds = ContactNumber("reply_seconds") { $0.replySeconds }
}
