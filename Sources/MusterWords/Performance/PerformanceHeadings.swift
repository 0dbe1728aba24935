package import Performance

// Headings of tables of performance.
extension Heading {
  /// What an agent reached in `kpi`.
  package static func value(of kpi: KPI) -> Heading {
    .number(kpi.rawValue, zh: kpi.phrase.zh, en: kpi.phrase.en)
  }

  /// How much the value of `kpi` was counted from.
  package static func count(of kpi: KPI) -> Heading {
    .number(kpi.rawValue + "_n", zh: "次数", en: "n")
  }

  package static let arrivedAt = Heading("arrived_at", zh: "进线时间", en: "arrived")
  package static let changedCount = Heading.number("changed", zh: "变更数", en: "changed")
  package static let channel = Heading("channel", zh: "渠道", en: "channel")
  package static let complaint = Heading.number("complaint", zh: "投诉", en: "complaint")
  package static let complaints = Heading.number("complaints", zh: "投诉数", en: "complaints")
  package static let contact = Heading("contact_id", zh: "会话", en: "contact")
  package static let contactCount = Heading.number("contacts", zh: "会话数", en: "contacts")
  package static let contactNumber = Heading("contact_id", zh: "会话编号", en: "contact")
  package static let criticalCount = Heading.number("critical", zh: "否决", en: "critical")
  package static let criticalItems = Heading("critical", zh: "一票否决项", en: "critical items")
  package static let drawn = Heading.number("drawn", zh: "抽检", en: "drawn")
  package static let handleSeconds = Heading.number("handle_seconds", zh: "处理（秒）", en: "handle s")
  package static let hash = Heading("hash", zh: "哈希", en: "hash")
  package static let high = Heading.number("high", zh: "上限", en: "high")
  package static let low = Heading.number("low", zh: "下限", en: "low")
  package static let meanScore = Heading.number("mean_score", zh: "平均分", en: "mean score")
  package static let month = Heading("month", zh: "月份", en: "month")
  package static let orderMinor = Heading.number("order_minor", zh: "订单金额", en: "order")
  package static let orders = Heading.number("orders", zh: "订单数", en: "orders")
  package static let others = Heading.number("others", zh: "抽检以外", en: "others")
  package static let passed = Heading.number("passed", zh: "合格", en: "passed")
  package static let passRate = Heading.number("pass_rate", zh: "合格率", en: "pass rate")
  package static let place = Heading.number("place", zh: "序号", en: "place")
  package static let queue = Heading("queue", zh: "队列", en: "queue")
  package static let rated = Heading.number("rated", zh: "评价数", en: "rated")
  package static let rating = Heading.number("rating", zh: "评分", en: "rating")
  package static let reason = Heading("reason", zh: "原因", en: "reason")
  package static let refundedMinor = Heading.number("refunded_minor", zh: "退款", en: "refunded")
  package static let replySeconds = Heading.number("reply_seconds", zh: "首响（秒）", en: "reply s")
  package static let resolvedFirst = Heading.number("resolved_first", zh: "首次解决", en: "resolved")
  package static let result = Heading("result", zh: "结果", en: "result")
  package static let scored = Heading.number("scored", zh: "已评", en: "scored")
}
