// Columns of files, by their own names and others that mean the same.
extension [TableColumn] {
  /// A roster.
  package static let roster = [
    TableColumn("agent_id", synonyms: ["工号"]), TableColumn("start", synonyms: ["开始"]),
    TableColumn("end", synonyms: ["结束"]), TableColumn("activity", synonyms: ["活动"]),
    TableColumn("stream", synonyms: ["业务流"], isRequired: false),
    TableColumn("pattern", synonyms: ["班型"]),
  ]

  /// Work that can wait.
  package static let deferrable = [
    TableColumn("stream", synonyms: ["业务流"]), TableColumn("hours", synonyms: ["工时"]),
    TableColumn("from", synonyms: ["开始", "开始时间"], isRequired: false),
    TableColumn("deadline", synonyms: ["截止", "截止时间"]),
  ]

  /// The agents of a roster problem.
  package static let rosterAgents = [
    TableColumn("agent_id", synonyms: ["工号"]), TableColumn("contract", synonyms: ["合同"]),
    TableColumn("skills", synonyms: ["技能"]),
    TableColumn("channels", synonyms: ["渠道"], isRequired: false),
    TableColumn("rung", synonyms: ["职级"], isRequired: false),
    TableColumn("from", synonyms: ["合同开始"], isRequired: false),
    TableColumn("to", synonyms: ["合同结束"], isRequired: false),
    TableColumn("refused", synonyms: ["未获准次数"], isRequired: false),
    TableColumn("patterns", synonyms: ["班型"], isRequired: false),
    TableColumn("available", synonyms: ["可用时间"], isRequired: false),
  ]

  /// The heads that a roster problem wants.
  package static let demand = [
    TableColumn("timestamp", synonyms: ["时间", "时段"]), TableColumn("stream", synonyms: ["业务流"]),
    TableColumn("heads", synonyms: ["人数"]),
    TableColumn("short", synonyms: ["缺人成本"], isRequired: false),
    TableColumn("over", synonyms: ["多人成本"], isRequired: false),
  ]

  /// Wishes, absences and fixed cells.
  package static let requests = [
    TableColumn("agent_id", synonyms: ["工号"]), TableColumn("first_day", synonyms: ["开始日期"]),
    TableColumn("last_day", synonyms: ["结束日期"], isRequired: false),
    TableColumn("kind", synonyms: ["类型"]),
    TableColumn("pattern", synonyms: ["班型"], isRequired: false),
    TableColumn("start", synonyms: ["开始时间"], isRequired: false),
    TableColumn("weight", synonyms: ["权重"], isRequired: false),
  ]
}
