// Columns of files, by their own names and others that mean the same.
extension [TableColumn] {
  /// What answers and grades name a question by.
  package static let question = [
    TableColumn("agent_id", synonyms: ["工号"]),
    TableColumn("module", synonyms: ["模块"]),
    TableColumn("question", synonyms: ["题号"]),
  ]

  private static let attempt = TableColumn(
    "attempt", synonyms: ["次数", "第几次"], isRequired: false)

  /// Answers, as a form exports them.
  package static let answers =
    question + [
      TableColumn("answer", synonyms: ["答案", "作答"]), attempt,
      TableColumn("submitted_on", synonyms: ["交卷日期"], isRequired: false),
    ]

  /// Grades of essays, a row for each criterion.
  package static let grades =
    question + [
      TableColumn("grader", synonyms: ["评分人"]),
      TableColumn("criterion", synonyms: ["评分项", "编号"]),
      TableColumn("points", synonyms: ["得分", "分数"]), attempt,
      TableColumn("veto", synonyms: ["一票否决"], isRequired: false),
    ]

  /// Reviews, a row for each item of a contact.
  package static let reviews = [
    TableColumn("contact_id", synonyms: ["review_id", "会话编号", "会话"]),
    TableColumn("item", synonyms: ["项目", "编号"]),
    TableColumn("points", synonyms: ["得分", "分数"]),
  ]
}
