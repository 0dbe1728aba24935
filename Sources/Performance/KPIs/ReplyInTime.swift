extension Measure {
  /// The share of replied contacts whose first reply came within 60 seconds.
  static let replyInOneMinute = replied(within: 60)

  /// The share of replied contacts whose first reply came within 180 seconds.
  static let replyInThreeMinutes = replied(within: 180)

  private static func replied(within seconds: Int64) -> Measure {
    Measure(
      .share, better: .higher, .share(.atMost(.replySeconds, seconds), of: .known(.replySeconds)))
  }
}
