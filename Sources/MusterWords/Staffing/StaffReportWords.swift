package import Vocabulary

/// What reports on requirements and simulations say.
package enum StaffReportWords {
  package static let title = Phrase(zh: "人力需求", en: "Requirement")
  package static let hours = Phrase(zh: "要排的工时", en: "hours to schedule")
  package static let mostAgents = Phrase(zh: "单时段最多人数", en: "most agents in an interval")
  package static let worstLevel = Phrase(zh: "最差时段服务水平", en: "worst service level of an interval")
  package static let byInterval = Phrase(zh: "各时段需求与覆盖", en: "Requirement and cover by interval")
  package static let levelByInterval = Phrase(
    zh: "各时段服务水平（%）", en: "Service level by interval (%)")
  package static let load = Phrase(zh: "负荷（erlang）", en: "load (erlangs)")
  package static let agents = Phrase(zh: "需要人数", en: "agents required")
  package static let scheduled = Phrase(zh: "应排人数", en: "to schedule")
  package static let cover = Phrase(zh: "已排人数", en: "rostered")
  package static let level = Phrase(zh: "服务水平", en: "service level")

  package static let dayHeadings = [
    Phrase(zh: "日期", en: "day"), Phrase(zh: "星期", en: "weekday"), hours, mostAgents, worstLevel,
  ]

  package static let intervalHeadings = [
    Phrase(zh: "时段", en: "interval"), load, agents, scheduled, cover,
    Phrase(zh: "服务水平 %", en: "service level %"),
  ]

  package static func days(_ first: Day, _ last: Day) -> Phrase {
    Phrase(zh: "\(first) 至 \(last)", en: "\(first) to \(last)")
  }
}
