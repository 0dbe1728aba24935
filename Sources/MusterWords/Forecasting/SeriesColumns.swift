// Columns of files, by their own names and others that mean the same.
extension [TableColumn] {
  /// Days known ahead.
  package static let events = [
    TableColumn("date", synonyms: ["日期"]), TableColumn("event", synonyms: ["事件"]),
    TableColumn("phase", synonyms: ["阶段"], isRequired: false),
    TableColumn("factor", synonyms: ["倍数"], isRequired: false),
    TableColumn("hours", synonyms: ["时间段"], isRequired: false),
  ]

  /// A history of contacts per interval.
  package static let history = [
    TableColumn("timestamp", synonyms: ["时间", "时段"]),
    TableColumn("volume", synonyms: ["contacts", "calls", "会话量", "进线量"]),
  ]

  /// When the intervals of a load begin.
  package static let loadTimes = [TableColumn("timestamp", synonyms: ["时间", "时段"])]

  /// Who is there for work that can wait.
  package static let loadAgents = [TableColumn("agents", synonyms: ["人数"], isRequired: false)]
}
