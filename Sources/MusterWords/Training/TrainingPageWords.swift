package import Vocabulary

/// Words of the training report.
package enum TrainingPageWords {
  package static let title = Phrase(zh: "培训报告", en: "Training report")
  package static let modules = Phrase(zh: "各模块", en: "Modules")
  package static let passedShare = Phrase(zh: "通过比例（%）", en: "Share passed (%)")
  package static let attention = Phrase(zh: "要跟进的", en: "To follow up")
  package static let nothing = Phrase(
    zh: "没有逾期、没有未通过，30 天内也没有到期的证书。",
    en: "Nothing is overdue or failed, and no certificate runs out within 30 days.")
  package static let quality = Phrase(zh: "质检", en: "Quality")
  package static let qualityBasis = Phrase(
    zh: "合格率只看随机抽检的会话；上下限按 Wilson 法，95%。",
    en: "The rate rests on randomly drawn contacts alone; limits by Wilson, 95%.")
  package static let matrix = Phrase(zh: "每个人", en: "Everybody")
  package static let assignments = Phrase(zh: "指派", en: "assignments")
  package static let passed = Phrase(zh: "已通过", en: "passed")
  package static let pending = Phrase(zh: "待评分", en: "pending grade")
  package static let overdue = Phrase(zh: "逾期", en: "overdue")
  package static let renewals = Phrase(zh: "30 天内要复训", en: "refreshers in 30 days")

  package static let moduleHeadings = [
    Phrase(zh: "模块", en: "Module"), Phrase(zh: "指派", en: "Assigned"),
    Phrase(zh: "已通过", en: "Passed"), Phrase(zh: "进行中", en: "Under way"),
    Phrase(zh: "待评分", en: "Pending grade"), Phrase(zh: "逾期", en: "Overdue"),
    Phrase(zh: "未通过", en: "Failed"), Phrase(zh: "通过者均分", en: "Mean of those passed"),
  ]

  package static let agentHeadings = [
    Phrase(zh: "工号", en: "Agent"), Phrase(zh: "姓名", en: "Name"), Phrase(zh: "小组", en: "Team"),
  ]

  package static let attentionHeadings =
    agentHeadings + [
      Phrase(zh: "模块", en: "Module"), Phrase(zh: "日期", en: "Day"),
      Phrase(zh: "状态", en: "Standing"),
    ]

  package static let qualityHeadings = [
    Phrase(zh: "小组", en: "Team"), Phrase(zh: "抽检", en: "Drawn"),
    Phrase(zh: "已评", en: "Scored"), Phrase(zh: "合格", en: "Passed"),
    Phrase(zh: "合格率", en: "Pass rate"), Phrase(zh: "上下限", en: "Limits"),
    Phrase(zh: "平均分", en: "Mean score"),
  ]

  package static func subtitle(_ day: Day, agents: Int) -> Phrase {
    Phrase(
      zh: "\(day)，\(agents) 名客服", en: agents == 1 ? "\(day), 1 agent" : "\(day), \(agents) agents")
  }
}
