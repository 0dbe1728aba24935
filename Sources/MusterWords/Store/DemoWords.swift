/// What `muster demo` tells.
public enum DemoWords {
  public static func people(_ count: Int) -> Phrase {
    Phrase(
      zh: "建立工作区，导入 \(count) 名客服和缺勤", en: "making a workspace, taking over \(count) agents")
  }

  public static let training = Phrase(
    zh: "指派课程，发卷，阅卷，发证", en: "assigning modules, grading quizzes, issuing certificates")

  public static func contacts(_ count: Int) -> Phrase {
    Phrase(zh: "导入 \(count) 条会话", en: "importing \(count) contacts")
  }

  public static let quality = Phrase(
    zh: "抽检会话，记录质检结果", en: "drawing conversations, recording their reviews")

  public static let pay = Phrase(
    zh: "计算得分和奖金，记账，核对，评审晋升", en: "scoring, paying, auditing, reviewing the ladder")

  public static let forecast = Phrase(
    zh: "预测话务量，计算人力需求", en: "forecasting the load, computing the requirement")

  public static let roster = Phrase(zh: "排两周的班", en: "building a roster for two weeks")

  public static func taken(_ folder: String) -> Phrase {
    Phrase(
      zh: "\(folder) 里有别的内容，不会覆盖；请用 --out 指定另一个目录",
      en: "\(folder) holds something else and is not written over; name another folder by --out")
  }

  public static func cannotWrite(_ folder: String) -> Phrase {
    Phrase(
      zh: "无法写入 \(folder)；请检查目录权限", en: "cannot write \(folder); check its permissions")
  }

  public static let rosterWorkbook = Phrase(zh: "排班表", en: "roster workbook")
  public static let rosterTable = Phrase(zh: "排班明细", en: "roster, a row per activity")
  public static let rosterProblem = Phrase(
    zh: "排班问题（可用 roster solve 重解）", en: "roster problem, to solve again")
  public static let calendars = Phrase(zh: "日历（每人、每组一份）", en: "calendars, one per agent and team")
  public static let incentiveWorkbook = Phrase(zh: "绩效奖金表", en: "HR incentive workbook")
  public static let payrollTable = Phrase(zh: "薪资系统导入表", en: "table for payroll programs")
  public static let trainingReport = Phrase(zh: "培训报告", en: "training report")
  public static let workspace = Phrase(
    zh: "工作区（可以接着用）", en: "workspace, to play with")
}
