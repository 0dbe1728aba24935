public import Rostering
public import Vocabulary

/// What the operations on rosters tell.
public enum RosterWords {
  public static let noRequirement = Phrase(
    zh: "还没有人力需求；请先运行 muster forecast run 和 muster staff run",
    en: "there is no requirement yet; run muster forecast run and muster staff run first")

  public static let noneYet = Phrase(
    zh: "还没有排班表；请先运行 muster roster build",
    en: "there is no roster yet; run muster roster build first")

  package static let number = Phrase(zh: "编号", en: "roster")
  package static let rearranged = Phrase(zh: "休息或业务流变动", en: "other breaks or streams")
  package static let refusedWish = Phrase(zh: "未满足的意愿", en: "refused wish")
  package static let cost = Phrase(zh: "成本", en: "cost")
  package static let training = Phrase(zh: "培训", en: "training")
  package static let deferrable = Phrase(zh: "可延后工作", en: "deferrable")

  /// How far a swap is, by the code of its step.
  package static func swapStep(_ code: String) -> Phrase {
    switch code {
    case "requested": Phrase(zh: "待批准", en: "waits")
    case "approved": Phrase(zh: "已批准", en: "approved")
    case "refused": Phrase(zh: "已拒绝", en: "refused")
    default: Phrase(verbatim: "")
    }
  }

  package static func notThere(_ agent: AgentNumber, _ roster: Int64) -> Phrase {
    Phrase(zh: "排班表 \(roster) 里没有工号 \(agent)", en: "agent \(agent) is not in roster \(roster)")
  }

  public static func noRoster(_ id: Int64) -> Phrase {
    Phrase(zh: "没有编号为 \(id) 的排班表", en: "there is no roster \(id)")
  }

  public static func isPublished(_ id: Int64) -> Phrase {
    Phrase(zh: "排班表 \(id) 已经发布过", en: "roster \(id) was published before")
  }

  public static func overlaps(_ ids: [Int64]) -> Phrase {
    let list = ids.map(String.init).joined(separator: ", ")
    return Phrase(
      zh: "与生效中的排班表 \(list) 日期重叠；加 --replace 取而代之",
      en: "it shares days with roster \(list), which is in force; --replace puts it in its place")
  }

  /// A roster that came into force since another one was made; `cells` are days of agents.
  public static func publishedSince(
    _ id: Int64, _ days: ClosedRange<Day>, by actor: String, at moment: String, cells: Int
  ) -> Phrase {
    Phrase(
      zh: "\(actor) 于 \(moment) 发布了排班表 \(id)：\(days.lowerBound) 至 \(days.upperBound) 有 \(cells)"
        + " 个人日与此表不同",
      en: "\(actor) published roster \(id) at \(moment), after this one was made:"
        + (cells == 1 ? " one day of one agent differs" : " \(cells) days of agents differ")
        + " from \(days.lowerBound) to \(days.upperBound)")
  }

  /// The way out where others have published since.
  public static func buildAgain(_ id: Int64, over others: [Int64]) -> Phrase {
    let list = others.map { "--over \($0)" }.joined(separator: " ")
    return Phrase(
      zh: "没有发布排班表 \(id)，也没有覆盖任何内容；请重新运行 muster roster build 或 repair"
        + (others.isEmpty ? "" : "，看过之后仍要取而代之请加 \(list)"),
      en:
        "roster \(id) was not published and nothing was written over; make it again by muster roster"
        + " build or repair"
        + (others.isEmpty ? "" : ", or, having seen what is in force, add \(list)"))
  }

  public static func outsideRequirement(_ days: Range<Day>, _ known: ClosedRange<Day>) -> Phrase {
    Phrase(
      zh: "\(days.lowerBound) 至 \(days.upperBound - 1) 超出人力需求的日期"
        + "（\(known.lowerBound) 至 \(known.upperBound)）；请先预测并核算这些日期",
      en: "\(days.lowerBound) to \(days.upperBound - 1) goes beyond the days of the requirement,"
        + " \(known.lowerBound) to \(known.upperBound); forecast and staff them first")
  }

  public static func published(_ id: Int64, _ days: ClosedRange<Day>) -> Phrase {
    Phrase(
      zh: "排班表 \(id) 已发布：\(days.lowerBound) 至 \(days.upperBound)",
      en: "roster \(id) is published: \(days.lowerBound) to \(days.upperBound)")
  }

  public static let keepsAllRules = Phrase(zh: "没有违反任何规则", en: "no rule is broken")

  public static func stranger(_ agent: AgentNumber) -> Phrase {
    Phrase(zh: "客服 \(agent) 不在问题之中", en: "agent \(agent) is not in the problem")
  }

  public static func cannotWrite(_ path: String) -> Phrase {
    Phrase(
      zh: "无法写入 \(path)；请检查目录是否存在、是否可写",
      en: "cannot write \(path); check that its folder exists and can be written to")
  }

  public static func title(_ days: ClosedRange<Day>) -> Phrase {
    Phrase(
      zh: "排班表 \(days.lowerBound) 至 \(days.upperBound)",
      en: "Roster \(days.lowerBound) to \(days.upperBound)")
  }

  /// A kind of absence as files write it, in words.
  public static func absence(_ kind: String) -> Phrase {
    switch kind {
    case "annual": Phrase(zh: "年假", en: "annual leave")
    case "sick": Phrase(zh: "病假", en: "sick leave")
    case "training": Phrase(zh: "培训", en: "training")
    case "": Phrase(zh: "缺勤", en: "away")
    default: Phrase(verbatim: kind)
    }
  }

  /// What there is to say about a roster, in lines.
  public static func facts(
    number: Int64, cost: RosterCost, bound: Int, coverage: Coverage, breaches: Int
  ) -> [(label: Phrase, value: Phrase)] {
    let covered = coverage.wanted - coverage.missing
    let gap = cost.total > 0 ? (cost.total - bound) * 1000 / cost.total : 0
    let share = coverage.wanted > 0 ? covered * 1000 / coverage.wanted : 1000
    func text(_ text: String) -> Phrase { Phrase(verbatim: text) }
    let besides: [(label: Phrase, value: Phrase)] =
      cost.duty + cost.overtime > 0
      ? [
        (
          Phrase(zh: "其中值班 / 加班", en: "of it duties / overtime"),
          text("\(cost.duty) / \(cost.overtime)")
        )
      ] : []
    return [
      (Phrase(zh: "编号", en: "roster"), text(number == 0 ? "-" : "\(number)")),
      (
        Phrase(zh: "覆盖的人时段", en: "people-intervals covered"),
        Phrase(
          zh: "\(covered) / \(coverage.wanted)（\(share / 10).\(share % 10)%）",
          en: "\(covered) of \(coverage.wanted) (\(share / 10).\(share % 10)%)")
      ),
      (Phrase(zh: "违反的规则", en: "rules broken"), text("\(breaches)")),
      (Phrase(zh: "成本", en: "cost"), text("\(cost.total)")),
      (
        Phrase(zh: "其中缺人 / 多人", en: "of it heads short / over"),
        text("\(cost.short) / \(cost.over)")
      ),
    ] + besides + [
      (
        Phrase(zh: "其中意愿 / 公平", en: "of it requests / fairness"),
        text("\(cost.requestsOn + cost.requestsOff) / \(cost.fairness)")
      ),
      (
        Phrase(zh: "下界", en: "bound"),
        Phrase(
          zh: "\(bound)（差距 \(gap / 10).\(gap % 10)%）", en: "\(bound) (gap \(gap / 10).\(gap % 10)%)"
        )
      ),
    ]
  }
}
