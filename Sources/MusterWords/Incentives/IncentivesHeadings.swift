// Headings of tables of incentives.
extension Heading {
  package static let amountDueMinor = Heading.number(
    "amount_due_minor", zh: "应发合计", en: "amount due")
  package static let amountMinor = Heading.number("amount_minor", zh: "金额", en: "amount")
  package static let awardMinor = Heading.number("award_minor", zh: "专项奖", en: "award")
  package static let bonusMinor = Heading.number("bonus_minor", zh: "绩效奖金", en: "bonus")
  package static let `case` = Heading("case", zh: "算例", en: "case")
  package static let clawbackMinor = Heading.number("clawback_minor", zh: "扣回", en: "clawback")
  package static let component = Heading("component", zh: "项目", en: "component")
  package static let differenceMinor = Heading.number(
    "difference_minor", zh: "差额", en: "difference")
  package static let figure = Heading("figure", zh: "数字", en: "figure")
  package static let finding = Heading("finding", zh: "内容", en: "finding")
  package static let foundAmount = Heading.number("found", zh: "算得", en: "found")
  package static let fromRung = Heading("from", zh: "现职级", en: "from")
  package static let grade = Heading("grade", zh: "等级", en: "grade")
  package static let met = Heading("met", zh: "结果", en: "result")
  package static let remark = Heading("remark", zh: "备注", en: "remark")
  package static let subsidyMinor = Heading.number("subsidy_minor", zh: "补贴", en: "subsidy")
  package static let toRung = Heading("to", zh: "下一职级", en: "to")
  package static let wanted = Heading.number("wanted", zh: "应为", en: "wanted")
}
