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
    case .swap: Phrase(zh: "换班", en: "swap")
    }
  }

  /// The reason as programs read it: a rule's code, or a word.
  public var code: String {
    switch self {
    case .absence: "absence"
    case .fixed: "fixed"
    case .gone: "gone"
    case .pattern: "pattern"
    case .rule(let rule): rule.rawValue
    case .cover: "cover"
    case .swap: "swap"
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
extension RosterWords {
  public static func isOver(_ id: Int64, _ days: ClosedRange<Day>, _ from: Day) -> Phrase {
    Phrase(
      zh: "排班表 \(id) 到 \(days.upperBound) 为止，\(from) 起没有可修复的日子；请用 --from 指定其中一天",
      en:
        "roster \(id) ends on \(days.upperBound), so that nothing from \(from) on can be repaired;"
        + " name one of its days with --from")
  }

  public static let nothingChanged = Phrase(
    zh: "原排班表仍然符合规则，无需改动", en: "the roster still keeps every rule; nothing was changed")

  /// An agent for whom nothing could be done, and what is in conflict, where that is known.
  public static func stuck(_ agent: AgentNumber, _ conflict: [RowConstraint]) -> Phrase {
    let why = conflict.phrase
    return Phrase(
      zh: "客服 \(agent)：剩下的日子排不出符合规则的班表\(conflict.isEmpty ? "" : "：" + why.zh)",
      en: "agent \(agent): no row of the days that are left keeps the rules"
        + (conflict.isEmpty ? "" : ": " + why.en))
  }

  /// A rule that was not asked of an agent, and why it could not be kept.
  public static func eased(_ eased: EasedRule) -> Phrase {
    let why = eased.conflict.phrase
    return Phrase(
      zh: "客服 \(eased.agent)：已放宽“\(eased.rule.phrase.zh)”，因为在已上的班次之间无法同时满足：\(why.zh)",
      en: "agent \(eased.agent): \(eased.rule.phrase.en) was eased, since around the days already"
        + " worked these cannot all hold: \(why.en)")
  }

  public static let acceptBreaches = Phrase(
    zh: "若仍要发布，请加 --accept-breaches", en: "--accept-breaches publishes it all the same")

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

// What is told of swaps.
extension RosterWords {
  public static let noProposal = Phrase(
    zh: "没有哪种换班能遵守所有规则", en: "no swap keeps every rule")

  public static let swapBreaks = Phrase(
    zh: "这样换班会违反规则，因此没有登记：", en: "this swap would break rules, so nothing was kept:")

  public static let emptySwap = Phrase(
    zh: "两人在这些日子的安排相同，没有可换的；请检查工号与日期",
    en: "there is nothing to exchange: both have the same on these days, or a day is outside the"
      + " roster")

  public static func swapOfThePast(_ today: Day) -> Phrase {
    Phrase(
      zh: "过去的日子不能换班；今天是 \(today)", en: "days that are past cannot be swapped; today is \(today)")
  }

  public static func noSwap(_ id: Int64) -> Phrase {
    Phrase(zh: "没有编号为 \(id) 的换班申请", en: "there is no swap \(id)")
  }

  public static func isDecided(_ id: Int64, _ isApproved: Bool) -> Phrase {
    Phrase(
      zh: "换班 \(id) 已经\(isApproved ? "批准" : "拒绝")",
      en: "swap \(id) was \(isApproved ? "approved" : "refused") before")
  }

  /// Somebody changed the shifts of a swap since it was asked for.
  public static func swapOvertaken(
    _ id: Int64, by actor: String, roster: Int64, at moment: String
  ) -> Phrase {
    Phrase(
      zh: "换班 \(id) 申请之后，\(actor) 于 \(moment) 以排班表 \(roster) 改动了两人这些日子的班次；没有批准，"
        + "请用 muster roster swap refuse \(id) 拒绝，再按现在的班次重新申请",
      en: "since swap \(id) was asked for, \(actor) changed the shifts of these days by roster"
        + " \(roster), at \(moment); nothing was approved: muster roster swap refuse \(id), and ask"
        + " again for the shifts as they are now")
  }

  public static func swapRequested(_ id: Int64) -> Phrase {
    Phrase(
      zh: id == 0 ? "可以换班（试算，未登记）" : "换班 \(id) 已登记，等待批准",
      en: id == 0 ? "the swap keeps every rule; nothing was kept" : "swap \(id) waits for approval")
  }

  public static func swapApproved(_ id: Int64, _ roster: Int64) -> Phrase {
    Phrase(
      zh: roster == 0 ? "换班 \(id) 可以批准（试算，未登记）" : "换班 \(id) 已批准：排班表 \(roster)",
      en: roster == 0
        ? "swap \(id) can be approved; nothing was kept"
        : "swap \(id) is approved: roster \(roster)")
  }

  public static func swapRefused(_ id: Int64) -> Phrase {
    Phrase(zh: "换班 \(id) 已拒绝", en: "swap \(id) is refused")
  }

  /// What a swap costs the team.
  public static func swapCost(_ outcome: SwapOutcome) -> Phrase {
    outcome.difference.differencePhrase
  }
}

// What is told of requests.
extension RosterWords {
  public static func noPattern(_ code: String, known: [String]) -> Phrase {
    let list = known.joined(separator: ", ")
    return Phrase(
      zh: "没有班型 \(code)；已有 \(list)", en: "there is no pattern \(code); there are \(list)")
  }

  public static func noAgent(_ agent: AgentNumber, _ days: ClosedRange<Day>) -> Phrase {
    Phrase(
      zh: "\(days.lowerBound) 至 \(days.upperBound) 没有在职客服 \(agent)",
      en: "agent \(agent) is not employed from \(days.lowerBound) to \(days.upperBound)")
  }

  public static func contraryRequest(_ id: Int64) -> Phrase {
    Phrase(
      zh: "与意愿 \(id) 矛盾；请先用 muster roster request withdraw \(id) 撤回",
      en: "it contradicts request \(id); muster roster request withdraw \(id) takes that back")
  }

  public static func noRequest(_ id: Int64) -> Phrase {
    Phrase(zh: "没有编号为 \(id) 的意愿，或已撤回", en: "no request \(id) stands")
  }

  public static func requestKept(_ id: Int64) -> Phrase {
    Phrase(
      zh: id == 0 ? "可以登记（试算，未登记）" : "意愿 \(id) 已登记，下次排班时考虑",
      en: id == 0
        ? "nothing was kept" : "request \(id) is kept; the next roster weighs it")
  }

  public static func requestWithdrawn(_ id: Int64) -> Phrase {
    Phrase(zh: "意愿 \(id) 已撤回", en: "request \(id) is withdrawn")
  }
}
