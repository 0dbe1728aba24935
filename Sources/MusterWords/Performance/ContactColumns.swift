// Columns of files, by their own names and others that mean the same.
extension [TableColumn] {
  /// Contacts, as a chat or ticket system exports them.
  package static let contacts = [
    TableColumn("contact_id", synonyms: ["会话编号", "会话id", "会话号", "工单号"]),
    TableColumn("channel", synonyms: ["渠道"]),
    TableColumn("queue", synonyms: ["队列", "技能组"]),
    TableColumn("topic", synonyms: ["问题类型", "咨询类型"]),
    TableColumn("agent_id", synonyms: ["工号", "客服工号"]),
    TableColumn("arrived_at", synonyms: ["进线时间", "到达时间", "开始时间"]),
    TableColumn("first_reply_at", synonyms: ["首次响应时间", "首次回复时间"], isRequired: false),
    TableColumn("closed_at", synonyms: ["结束时间", "关闭时间"], isRequired: false),
    TableColumn("handle_seconds", synonyms: ["处理时长", "处理时长（秒）", "处理时长(秒)"], isRequired: false),
    TableColumn("resolved_first", synonyms: ["首次解决", "是否首次解决"], isRequired: false),
    TableColumn("rating_invited", synonyms: ["已邀评", "是否邀评"], isRequired: false),
    TableColumn("rating", synonyms: ["评分", "满意度"], isRequired: false),
    TableColumn("order_id", synonyms: ["订单号"], isRequired: false),
    TableColumn("order_fen", synonyms: ["order_minor", "订单金额"], isRequired: false),
    TableColumn("refunded_fen", synonyms: ["refunded_minor", "退款金额"], isRequired: false),
    TableColumn("complaint", synonyms: ["投诉", "是否投诉"], isRequired: false),
    TableColumn("transferred", synonyms: ["转接", "是否转接"], isRequired: false),
  ]
}
