import Vocabulary

extension Measure {
  /// Mean seconds from arrival to the first reply by a person, over the contacts that were
  /// replied to.
  static let replyTime = Measure(
    .seconds, better: .lower, reading: { Reading($0.reply) }, value: \.replySeconds)
}

extension Contact {
  /// Seconds from arrival to the first reply; nil where nobody replied.
  var replySeconds: Int64? { firstReplyAt.map { $0 - arrivedAt } }
}
