extension KPI {
  /// The share of replied contacts whose first reply came within 60 seconds.
  public static let replyInOneMinute = KPI("frt_60s", .share, better: .higher) {
    Reading($0.repliedIn60, over: $0.reply.count)
  }

  /// The share of replied contacts whose first reply came within 180 seconds.
  public static let replyInThreeMinutes = KPI("frt_180s", .share, better: .higher) {
    Reading($0.repliedIn180, over: $0.reply.count)
  }
}
