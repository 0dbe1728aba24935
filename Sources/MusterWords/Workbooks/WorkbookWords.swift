public import Vocabulary

/// The words of the HR workbook.
package enum IncentiveSheetWords {
  package static let notes = Phrase(zh: "说明", en: "Notes")
  package static let summary = Phrase(zh: "汇总", en: "Summary")
  package static let details = Phrase(zh: "奖金明细", en: "Bonuses")
  package static let scores = Phrase(zh: "得分", en: "Scores")
  package static let exceptions = Phrase(zh: "异常", en: "Exceptions")

  package static func title(_ month: Month) -> Phrase {
    Phrase(
      zh: "\(month.year)年\(month.number)月 客服绩效奖金", en: "Customer service incentives, \(month)")
  }

  package static func subtitle(plan: String, seal: String, currency: String) -> Phrase {
    Phrase(
      zh: "方案 \(plan) · 封存 \(seal) · 货币 \(currency) · 应发为税前、社保前金额",
      en: "Plan \(plan) · seal \(seal) · currency \(currency) · "
        + "amounts due are before tax and social insurance")
  }

  package static func footer(_ title: String, seal: String) -> Phrase {
    Phrase(zh: "\(title) · 封存 \(seal)", en: "\(title) · seal \(seal)")
  }

  // Columns of a person.
  package static let number = Phrase(zh: "工号", en: "Agent no.")
  package static let name = Phrase(zh: "姓名", en: "Name")
  package static let team = Phrase(zh: "小组", en: "Team")
  package static let rung = Phrase(zh: "职级", en: "Rung")
  package static let hiredOn = Phrase(zh: "入职日期", en: "Hired on")
  package static let daysDue = Phrase(zh: "应出勤", en: "Days due")
  package static let daysWorked = Phrase(zh: "实出勤", en: "Days worked")
  package static let score = Phrase(zh: "得分", en: "Score")
  package static let grade = Phrase(zh: "等级", en: "Grade")
  package static let factor = Phrase(zh: "系数", en: "Factor")
  package static let base = Phrase(zh: "基数", en: "Base")
  package static let bonus = Phrase(zh: "绩效奖金", en: "Bonus")
  package static let awards = Phrase(zh: "专项奖", en: "Awards")
  package static let subsidies = Phrase(zh: "补贴", en: "Subsidies")
  package static let difference = Phrase(zh: "差额", en: "Difference")
  package static let deduction = Phrase(zh: "扣回", en: "Deduction")
  package static let due = Phrase(zh: "应发合计", en: "Amount due")
  package static let remark = Phrase(zh: "备注", en: "Remark")
  package static let signature = Phrase(zh: "签字", en: "Signature")
  package static let total = Phrase(zh: "合计", en: "Total")
  package static let factorPoints = Phrase(zh: "系数（万分）", en: "Factor (1/10000)")

  /// The heading of a hidden column that holds the minor units of a visible one.
  package static func minorUnits(_ column: Phrase) -> Phrase {
    Phrase(zh: "\(column.zh)(分)", en: "\(column.en) (minor units)")
  }

  package static let remarkTooLong = Phrase(
    zh: "备注最多 100 个字。", en: "A remark has at most 100 characters.")

  // The summary.
  package static let heads = Phrase(zh: "人数", en: "Heads")
  package static let mean = Phrase(zh: "人均应发", en: "Mean due")
  package static let byLedger = Phrase(zh: "台账合计", en: "Total of the ledger")
  package static let unequal = Phrase(zh: "两者之差", en: "Difference of the two")
  package static let meanChart = Phrase(zh: "各组人均应发", en: "Mean amount due by team")

  package static func heads(ofGrade grade: String) -> Phrase {
    Phrase(zh: "\(grade) 级人数", en: "Grade \(grade)")
  }

  // Scores.
  package static let composite = Phrase(zh: "综合得分", en: "Composite")
  package static let value = Phrase(zh: "值", en: "Value")
  package static let count = Phrase(zh: "样本", en: "Count")
  package static let points = Phrase(zh: "得分", en: "Points")

  package static func kpi(_ name: String, weight: BasisPoints) -> Phrase {
    Phrase(zh: "\(name)(权重 \(weight))", en: "\(name) (weight \(weight))")
  }

  // Exceptions.
  package static let kind = Phrase(zh: "类别", en: "Kind")
  package static let detail = Phrase(zh: "说明", en: "Detail")
  package static let noException = Phrase(zh: "本期无异常", en: "No exceptions in this period")

  // Notes.
  package static let period = Phrase(zh: "周期", en: "Period")
  package static let plan = Phrase(zh: "激励方案", en: "Plan")
  package static let planHash = Phrase(zh: "方案哈希", en: "Hash of the plan")
  package static let ledgerHead = Phrase(zh: "台账链头（封存）", en: "Head of the ledger (seal)")
  package static let rounding = Phrase(zh: "取整规则", en: "Rounding")
  package static let currency = Phrase(zh: "货币", en: "Currency")
  package static let agents = Phrase(zh: "人数", en: "Agents")
  package static let contacts = Phrase(zh: "会话数", en: "Contacts")
  package static let entries = Phrase(zh: "台账分录数", en: "Ledger entries")
  package static let actor = Phrase(zh: "制表人", en: "Made by")
  package static let made = Phrase(zh: "制表时间", en: "Made at")
  package static let howToCheck = Phrase(zh: "如何核对", en: "How to check")

  package static let checks = [
    Phrase(
      zh: "“\(details.zh)”的金额由右侧隐藏列的整数分算出：系数按万分之一，基数与各项按分；取消隐藏即可逐格查看公式。",
      en: "Amounts in \"\(details.en)\" come from whole minor units in the hidden columns at the "
        + "right, factors in ten-thousandths; unhide them to follow every formula."),
    Phrase(
      zh: "重新计算（Ctrl+Alt+F9）后，任何一格都不应改变；“\(summary.zh)”中“\(unequal.zh)”应为零。",
      en: "After recalculating (Ctrl+Alt+F9) no cell may change, and \"\(unequal.en)\" in "
        + "\"\(summary.en)\" must be zero."),
    Phrase(
      zh: "运行 muster audit verify 可验证台账，链头应与上面的封存一致。",
      en: "Run `muster audit verify`: it checks the ledger, whose head must be the seal above."),
    Phrase(
      zh: "运行 muster pay explain 工号 可把一个人的每一分追溯到会话。",
      en: "Run `muster pay explain AGENT` to follow a person's amounts down to the contacts."),
  ]
}

/// The words of the roster workbook.
package enum RosterSheetWords {
  package static let roster = Phrase(zh: "排班", en: "Roster")
  package static let cover = Phrase(zh: "覆盖", en: "Cover")
  package static let intervals = Phrase(zh: "时段", en: "Intervals")
  package static let legend = Phrase(zh: "图例", en: "Legend")
  package static let reasons = Phrase(zh: "原因", en: "Reasons")
  package static let what = Phrase(zh: "缺什么", en: "What is missing")
  package static let why = Phrase(zh: "为什么", en: "Why")

  package static func subtitle(from first: Day, to last: Day, zone: String, seal: String) -> Phrase
  {
    Phrase(
      zh: "\(first) 至 \(last) · 时区 \(zone) · 排班表 \(seal)",
      en: "\(first) to \(last) · time zone \(zone) · roster \(seal)")
  }

  package static let shifts = Phrase(zh: "班数", en: "Shifts")
  package static let hours = Phrase(zh: "工时", en: "Hours")
  package static let atWork = Phrase(zh: "在班人数", en: "Agents on shift")
  package static let hoursOfDay = Phrase(zh: "工时合计", en: "Hours in all")
  package static let off = Phrase(zh: "休", en: "off")

  // Cover.
  package static let stream = Phrase(zh: "业务流", en: "Stream")
  package static let required = Phrase(zh: "需求", en: "Required")
  package static let scheduled = Phrase(zh: "在班", en: "Scheduled")
  package static let surplus = Phrase(zh: "富余（+）/缺口（-）", en: "Over (+), short (-)")
  package static let requiredInAll = Phrase(zh: "需求人次", en: "Required")
  package static let coveredInAll = Phrase(zh: "已覆盖人次", en: "Covered")
  package static let share = Phrase(zh: "覆盖率", en: "Share covered")
  package static let shortIntervals = Phrase(zh: "缺口时段", en: "Intervals short")
  package static let most = Phrase(zh: "最大缺口", en: "Worst shortage")
  package static let allStreams = Phrase(zh: "全部", en: "All")
  package static let day = Phrase(zh: "日期", en: "Day")
  package static let time = Phrase(zh: "时段", en: "Interval")
  package static let heads = Phrase(zh: "人数", en: "Heads")

  package static func chart(_ stream: String) -> Phrase {
    Phrase(zh: "\(stream):需求与在班人数", en: "\(stream): heads required and scheduled")
  }

  // Legend.
  package static let pattern = Phrase(zh: "班型", en: "Pattern")
  package static let name = Phrase(zh: "名称", en: "Name")
  package static let times = Phrase(zh: "时间", en: "Times")
  package static let paid = Phrase(zh: "计薪工时", en: "Paid hours")
  package static let facts = Phrase(zh: "本表由来", en: "How this roster came about")
  package static let marks = Phrase(zh: "标记", en: "Marks")
  package static let weekendMark = Phrase(zh: "周末或节假日", en: "weekend or holiday")
  package static let absenceMark = Phrase(zh: "缺勤/请假", en: "absence")
  package static let shortMark = Phrase(
    zh: "在班人数少于需求", en: "fewer agents scheduled than required")
}

extension Weekday {
  /// The day in two or three letters.
  public var phrase: Phrase {
    switch self {
    case .monday: Phrase(zh: "周一", en: "Mon")
    case .tuesday: Phrase(zh: "周二", en: "Tue")
    case .wednesday: Phrase(zh: "周三", en: "Wed")
    case .thursday: Phrase(zh: "周四", en: "Thu")
    case .friday: Phrase(zh: "周五", en: "Fri")
    case .saturday: Phrase(zh: "周六", en: "Sat")
    case .sunday: Phrase(zh: "周日", en: "Sun")
    }
  }
}

extension Rounding {
  /// The rule in words.
  public var phrase: Phrase {
    switch self {
    case .halfUp: Phrase(zh: "四舍五入", en: "half up")
    case .halfEven: Phrase(zh: "四舍六入五成双", en: "half to even")
    case .halfDown: Phrase(zh: "五舍六入", en: "half down")
    case .down: Phrase(zh: "舍去尾数（向零）", en: "down, towards zero")
    case .up: Phrase(zh: "进一（离零）", en: "up, away from zero")
    case .floor: Phrase(zh: "向下取整", en: "floor")
    case .ceiling: Phrase(zh: "向上取整", en: "ceiling")
    }
  }
}

extension Currency {
  /// The sign before amounts: `¥` for yuan, the code where there is no sign of its own.
  public var sign: String {
    switch code {
    case "CNY", "JPY": "¥"
    case "EUR": "€"
    case "GBP": "£"
    case "USD": "$"
    default: "\(code) "
    }
  }
}
