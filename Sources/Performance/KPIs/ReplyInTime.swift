extension Measure {
  /// The share of replied contacts whose first reply came within 60 seconds.
  static let replyInOneMinute = Measure(
    .share, better: .higher, reading: { Reading($0.repliedIn60, over: $0.reply.count) },
    value: { $0.replySeconds.map { $0 <= 60 ? 1 : 0 } })

  /// The share of replied contacts whose first reply came within 180 seconds.
  static let replyInThreeMinutes = Measure(
    .share, better: .higher, reading: { Reading($0.repliedIn180, over: $0.reply.count) },
    value: { $0.replySeconds.map { $0 <= 180 ? 1 : 0 } })
}
