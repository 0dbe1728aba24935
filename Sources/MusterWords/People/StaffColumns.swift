// Columns of files, by their own names and others that mean the same.
extension [TableColumn] {
  /// A staff list.
  package static let staffList = [
    TableColumn("agent_id", synonyms: ["工号"]),
    TableColumn("name", synonyms: ["姓名"]),
    TableColumn("team", synonyms: ["小组", "组别"]),
    TableColumn("rung", synonyms: ["职级"]),
    TableColumn("hired_on", synonyms: ["入职日期"]),
    TableColumn("left_on", synonyms: ["离职日期"], isRequired: false),
    TableColumn("contract", synonyms: ["合同", "工时制"], isRequired: false),
    TableColumn("base_fen", synonyms: ["base_minor", "基本工资"], isRequired: false),
    TableColumn("skills", synonyms: ["技能"], isRequired: false),
    TableColumn("channels", synonyms: ["渠道"], isRequired: false),
    TableColumn("version", synonyms: ["版本"], isRequired: false),
  ]

  /// Who is away when.
  package static let absences = [
    TableColumn("agent_id", synonyms: ["工号"]),
    TableColumn("from", synonyms: ["first_day", "开始日期", "自"]),
    TableColumn("to", synonyms: ["last_day", "结束日期", "至"]),
    TableColumn("kind", synonyms: ["类别", "假别"]),
  ]
}
