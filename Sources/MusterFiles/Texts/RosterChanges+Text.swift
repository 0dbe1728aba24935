public import Rostering
public import Vocabulary

extension RosterChange.Reason {
  /// Why a day was changed.
  public var phrase: Phrase {
    switch self {
    case .absence: Phrase(zh: "当天缺勤", en: "the agent is away")
    case .fixed: Phrase(zh: "当天另有安排", en: "the day was decided otherwise")
    case .gone: Phrase(zh: "已不在团队中", en: "no longer in the team")
    case .pattern: Phrase(zh: "班型中已没有这样的班次", en: "no pattern has such a shift any more")
    case .rule(let rule): Phrase(zh: "规则：\(rule.phrase.zh)", en: "rule: \(rule.phrase.en)")
    case .cover: Phrase(zh: "补足人手", en: "for cover")
    }
  }

  /// The reason as programs read it: a rule's code, or a word.
  public var word: String {
    switch self {
    case .absence: "absence"
    case .fixed: "fixed"
    case .gone: "gone"
    case .pattern: "pattern"
    case .rule(let rule): rule.rawValue
    case .cover: "cover"
    }
  }
}

extension RosterProblem {
  /// A shift in short: its pattern's name, start and end; a day off where there is none.
  public func phrase(of shift: Shift?) -> Phrase {
    guard let shift else { return Phrase(zh: "休", en: "off") }
    let from = Minutes(zone.local(shift.start).minute)
    let to = Minutes(zone.local(shift.end).minute)
    let name = pattern(coded: shift.pattern)?.name ?? shift.pattern
    return Phrase(zh: "\(name) \(from)-\(to)", en: "\(shift.pattern) \(from)-\(to)")
  }
}

// What is told of rosters made from others.
extension RosterAnswer {
  public static func isOver(_ id: Int64, _ days: ClosedRange<Day>, _ from: Day) -> Phrase {
    Phrase(
      zh: "排班表 \(id) 到 \(days.upperBound) 为止，\(from) 起没有可修复的日子；请用 --from 指定其中一天",
      en:
        "roster \(id) ends on \(days.upperBound), so that nothing from \(from) on can be repaired;"
        + " name one of its days with --from")
  }

  public static let nothingChanged = Phrase(
    zh: "原排班表仍然符合规则，无需改动", en: "the roster still keeps every rule; nothing was changed")

  public static func stuck(_ agent: AgentNumber) -> Phrase {
    Phrase(
      zh: "客服 \(agent)：剩下的日子排不出符合全部规则的班表",
      en: "agent \(agent): no row of the days that are left keeps every rule")
  }

  /// Before and after, in lines.
  public static func compared(
    _ repair: RosterRepair
  ) -> [(label: Phrase, before: String, after: String)] {
    func cover(_ coverage: Coverage) -> String {
      "\(coverage.wanted - coverage.missing) / \(coverage.wanted)"
    }
    let (before, after) = (repair.costBefore, repair.cost)
    let moved = repair.changes.count { $0.isRearrangement }
    return [
      (
        Phrase(zh: "覆盖的人时段", en: "people-intervals covered"), cover(repair.coverageBefore),
        cover(repair.coverage)
      ),
      (Phrase(zh: "成本", en: "cost"), "\(before.total)", "\(after.total)"),
      (
        Phrase(zh: "其中缺人 / 多人", en: "of it heads short / over"),
        "\(before.short) / \(before.over)", "\(after.short) / \(after.over)"
      ),
      (
        Phrase(zh: "其中意愿 / 公平", en: "of it requests / fairness"),
        "\(before.requestsOn + before.requestsOff) / \(before.fairness)",
        "\(after.requestsOn + after.requestsOff) / \(after.fairness)"
      ),
      (Phrase(zh: "改动的班次", en: "days changed"), "", "\(repair.changes.count - moved)"),
      (
        Phrase(zh: "只调休息或业务流", en: "only breaks or streams moved"), "", "\(moved)"
      ),
    ]
  }
}
