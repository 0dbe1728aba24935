extension KPI {
  /// Mean seconds from arrival to the first reply by a person, over the contacts that were
  /// replied to.
  public static let replyTime = KPI("frt_mean", .seconds, better: .lower) { Reading($0.reply) }
}
