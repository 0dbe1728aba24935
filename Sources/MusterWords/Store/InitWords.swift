/// What `muster init` tells.
public enum InitWords {
  public static func made(_ folder: String) -> Phrase {
    Phrase(
      zh: """
        工作区已建立：\(folder)
          muster.yaml   设置：时区、语言、币种、数据库
          curricula/    课程与题库    rosters/  班型与规则    plans/  激励方案
        下一步：muster people import agents.csv，再 muster contacts import contacts.csv
        """,
      en: """
        workspace made: \(folder)
          muster.yaml   settings: time zone, language, currency, database
          curricula/    modules and quizzes    rosters/  shifts and rules    plans/  incentive plans
        next: muster people import agents.csv, then muster contacts import contacts.csv
        """)
  }
}
