public import Incentives
package import Vocabulary

extension PayKind {
  public var phrase: Phrase {
    switch self {
    case .bonus: Phrase(zh: "绩效奖金", en: "bonus")
    case .award: Phrase(zh: "专项奖", en: "award")
    case .subsidy: Phrase(zh: "补贴", en: "subsidy")
    case .difference: Phrase(zh: "差额", en: "difference")
    case .clawback: Phrase(zh: "扣回", en: "clawback")
    }
  }
}

extension LedgerEntry.Cause {
  public var phrase: Phrase {
    switch self {
    case .earned: Phrase(zh: "当月应得", en: "earned in the month")
    case .lateFacts: Phrase(zh: "数据后来有变", en: "the facts changed later")
    case .changedPlan: Phrase(zh: "方案后来有变", en: "the plan changed later")
    }
  }
}

extension CertificateState {
  public var phrase: Phrase {
    switch self {
    case .inDate(let until?): Phrase(zh: "有效期至 \(until)", en: "in date until \(until)")
    case .inDate(nil): Phrase(zh: "长期有效", en: "in date, without end")
    case .expired(let day): Phrase(zh: "已于 \(day) 到期", en: "expired on \(day)")
    case .notYet(let from): Phrase(zh: "\(from) 起才有效", en: "in date only from \(from)")
    case .never: Phrase(zh: "未取得", en: "never held")
    }
  }
}

extension GateFinding {
  /// What was asked and what was found, in one line.
  public var phrase: Phrase {
    let result = isMet ? Phrase(zh: "通过", en: "met") : Phrase(zh: "未通过", en: "not met")
    let fact =
      switch (gate, evidence) {
      case (.contacts(let least), .contacts(let count)):
        Phrase(
          zh: "会话 \(count) 次，至少 \(least) 次", en: "\(counted(count, "contact")), at least \(least)")
      case (.complaintRate(let most), .complaints(let complaints, let contacts)):
        Phrase(
          zh: "投诉 \(complaints) / \(contacts)，至多 \(most)",
          en: "complaints \(complaints) of \(contacts), at most \(most)")
      case (.certificate(let code), .certificate(let state)):
        Phrase(
          zh: "证书 \(code)：\(state.phrase.zh)", en: "certificate \(code): \(state.phrase.en)")
      case (.noCriticalFailure, .criticalFailures(let count)):
        Phrase(
          zh: "质检关键项不合格 \(count) 次，须为 0",
          en: "critical quality failures \(count), none allowed")
      default:
        preconditionFailure("a gate's evidence is of its kind")
      }
    return Phrase(
      zh: "门槛：\(fact.zh)：\(result.zh)", en: "gate: \(fact.en): \(result.en)")
  }
}

extension Statement {
  /// How the statement came about, `title` naming its components by their codes.
  public func explanation(title: (String) -> Phrase) -> Explanation {
    Explanation(
      zh: "\(month) 应发合计 \(total)", en: "amount due for \(month): \(total)",
      lines.map { $0.explanation(called: title($0.component)) })
  }
}

extension StatementLine {
  /// How the amount came about, `title` naming the component.
  public func explanation(called title: Phrase) -> Explanation {
    Explanation(zh: "\(title.zh) \(amount)", en: "\(title.en) \(amount)", parts)
  }

  /// Why the amount is what it is, in one line; nil for a bonus paid as it is.
  public var remark: Phrase? {
    switch working {
    case .bonus(let bonus): bonus.remark
    case .award(let award): award.phrase
    case .subsidy(let subsidy): subsidy.isPaidWhole ? nil : subsidy.phrase
    case .correction(let correction): correction.phrase
    }
  }

  private var parts: [Explanation] {
    switch working {
    case .bonus(let bonus): bonus.explanation(of: amount)
    case .award(let award): [Explanation(award.phrase)]
    case .subsidy(let subsidy): subsidy.explanation
    case .correction(let correction): [Explanation(correction.phrase)]
    }
  }
}

extension BonusWorking {
  /// Why the bonus is what it is, in one line; nil where it is paid as it is.
  public var remark: Phrase? {
    switch outcome {
    case .paid: nil
    case .capped(let whole):
      Phrase(zh: "由 \(whole) 封顶", en: "cut by the cap from \(whole)")
    case .noScore: Phrase(zh: "没有综合得分", en: "no composite score")
    case .noBase: Phrase(zh: "没有绩效基数", en: "no base pay is known")
    case .gateNotMet:
      gates.first { !$0.isMet }?.phrase ?? Phrase(zh: "门槛未通过", en: "a gate is not met")
    }
  }

  fileprivate func explanation(of amount: Money) -> [Explanation] {
    var lines: [Explanation] = []
    if let score, let grade {
      lines.append(
        Explanation(
          zh: "综合得分 \(score)：等级 \(grade)，系数 \(share)",
          en: "score \(score): grade \(grade), coefficient \(share)"))
    } else {
      lines.append(Explanation(zh: "没有综合得分", en: "no composite score"))
    }
    if let base { lines.append(Explanation(base.phrase)) }
    if let employed {
      lines.append(
        Explanation(
          zh: "在职 \(employed.attended) / \(employed.scheduled) 天",
          en: "employed \(employed.attended) of \(employed.scheduled) days"))
    }
    if let attended {
      lines.append(
        Explanation(
          zh: "实出勤 \(attended.attended) / 应出勤 \(attended.scheduled)",
          en: "attended \(attended.attended) of \(attended.scheduled)"))
    }
    lines += gates.map { Explanation($0.phrase) }
    switch outcome {
    case .paid: lines.append(Explanation(verbatim: "\(factors) = \(amount)"))
    case .capped(let whole):
      lines.append(Explanation(verbatim: "\(factors) = \(whole)"))
      lines.append(Explanation(zh: "封顶 \(amount)", en: "the cap is \(amount)"))
    case .noBase: lines.append(Explanation(zh: "没有绩效基数", en: "no base pay is known"))
    case .gateNotMet:
      lines.append(Explanation(zh: "门槛未通过，不发", en: "a gate is not met: nothing is paid"))
    case .noScore: break
    }
    return lines
  }

  /// The product that the bonus is, before the cap.
  private var factors: String {
    var factors = [base.map(\.amount.description) ?? "0", share.description]
    for part in [employed, attended].compactMap(\.self) {
      factors.append("\(part.attended)/\(part.scheduled)")
    }
    return factors.joined(separator: " x ")
  }
}

extension BonusWorking.Base {
  fileprivate var phrase: Phrase {
    switch self {
    case .own(let amount):
      Phrase(zh: "绩效基数 \(amount)（员工档案）", en: "base \(amount) (staff list)")
    case .ofRung(let rung, let amount):
      Phrase(
        zh: "绩效基数 \(amount)（职级：\(rung.phrase.zh)）", en: "base \(amount) (rung: \(rung.phrase.en))")
    }
  }
}

extension AwardWorking {
  package var phrase: Phrase {
    let tie =
      tied > 1
      ? Phrase(zh: "，并列 \(tied) 人", en: ", held by \(tied)") : Phrase(verbatim: "")
    return Phrase(
      zh: "得分 \(score)，\(candidates) 名候选人中第 \(place) 名\(tie.zh)；\(places) 个名额，\(prizeText.zh)",
      en: "score \(score), place \(place) of \(candidates) candidates\(tie.en); "
        + "\(counted(Int64(places), "place")), \(prizeText.en)")
  }

  private var prizeText: Phrase {
    switch prize {
    case .each(let amount, .all):
      Phrase(zh: "每人 \(amount)，并列者足额", en: "\(amount) each, all who tie in full")
    case .each(let amount, .share):
      Phrase(
        zh: "每人 \(amount)，并列者平分剩余", en: "\(amount) each, those who tie share what is left")
    case .pool(let amount, .equal):
      Phrase(
        zh: "奖金池 \(amount) 由 \(winners) 人平分", en: "a pool of \(amount) in \(winners) equal shares")
    case .pool(let amount, .score):
      Phrase(
        zh: "奖金池 \(amount) 由 \(winners) 人按得分分配",
        en: "a pool of \(amount) shared by \(winners) in proportion to their scores")
    }
  }
}

extension SubsidyWorking {
  /// What is left of the yearly cap, where there is one.
  private var room: Money? {
    yearlyCap.map { max(.zero($0.currency), $0 - earlierThisYear) }
  }

  package var isPaidWhole: Bool { state.isInDate && room.map { $0 >= monthly } ?? true }

  package var phrase: Phrase {
    let state = state.phrase
    guard self.state.isInDate, let room, room < monthly else {
      return Phrase(
        zh: "证书 \(certificate)：\(state.zh)", en: "certificate \(certificate): \(state.en)")
    }
    return Phrase(zh: "年度上限还余 \(room)", en: "\(room) is left of the yearly cap")
  }

  fileprivate var explanation: [Explanation] {
    let state = state.phrase
    var lines = [
      Explanation(
        zh: "证书 \(certificate) 在 \(day)：\(state.zh)",
        en: "certificate \(certificate) on \(day): \(state.en)"),
      Explanation(zh: "每月 \(monthly)", en: "\(monthly) a month"),
    ]
    if let yearlyCap, let room {
      lines.append(
        Explanation(
          zh: "年度上限 \(yearlyCap)，今年此前已发 \(earlierThisYear)，还余 \(room)",
          en: "yearly cap \(yearlyCap), paid for earlier months \(earlierThisYear), left \(room)"))
    }
    return lines
  }
}

extension Correction {
  package var phrase: Phrase {
    Phrase(
      zh: "\(month)：\(cause.phrase.zh)，应为 \(due)，已入账 \(booked)",
      en: "\(month): \(cause.phrase.en); due \(due), booked \(booked)")
  }
}

extension PlanFinding {
  /// What to tell the plan's author.
  public var phrase: Phrase {
    switch self {
    case .stepOutOfReach(let component, let step, let highest):
      Phrase(
        zh: "\(component)：等级 \(step.grade) 从 \(step.floor) 分起，而得分最高只能到 \(highest)",
        en: "\(component): grade \(step.grade) begins at \(step.floor), "
          + "but no score exceeds \(highest)")
    case .stepLostToCap(let component, let step, let cap):
      Phrase(
        zh: "\(component)：封顶 \(cap) 使等级 \(step.grade) 不比下一档多发",
        en: "\(component): the cap of \(cap) leaves grade \(step.grade) no more than the one below")
    case .stepPaysNoMore(let component, let step):
      Phrase(
        zh: "\(component)：等级 \(step.grade) 的系数 \(step.share) 不高于下一档",
        en: "\(component): grade \(step.grade) pays \(step.share), no more than the one below")
    case .awardOutOfReach(let component, let floor, let highest):
      Phrase(
        zh: "\(component)：最低 \(floor) 分，而得分最高只能到 \(highest)",
        en: "\(component): asks for \(floor), but no score exceeds \(highest)")
    case .yearlyCapUnderOneMonth(let component):
      Phrase(
        zh: "\(component)：年度上限低于一个月的补贴",
        en: "\(component): the yearly cap is below one month's subsidy")
    case .cliff(let component, let step, let rung, let gain):
      Phrase(
        zh: "\(component)：得分到 \(step.floor) 时，差 0.01 分就差 \(gain)（\(rung.phrase.zh)）",
        en: "\(component): at \(step.floor) a hundredth of a point is worth \(gain) "
          + "(\(rung.phrase.en))")
    case .noBase(let component, let rung):
      Phrase(
        zh: "\(component)：\(rung.phrase.zh)没有基数，员工档案也没有时不发",
        en: "\(component): no base for the rung \(rung.phrase.en); "
          + "without one in the staff list nothing is paid")
    }
  }
}

extension PlanCase.Miss {
  public var phrase: Phrase {
    Phrase(
      zh: "\(name)，\(agent)，\(what)：应为 \(wanted)，算得 \(found)",
      en: "\(name), \(agent), \(what): wanted \(wanted), found \(found)")
  }
}

extension LedgerHead.Fault {
  public var phrase: Phrase {
    switch self {
    case .sequence(let found, let wanted):
      Phrase(
        zh: "台账在第 \(wanted) 号断开：下一条是第 \(found) 号",
        en: "the ledger breaks at entry \(wanted): the next one is number \(found)")
    case .hash(let sequence, let found, let wanted):
      Phrase(
        zh: "台账第 \(sequence) 号与其哈希不符：存的是 \(found.short)，算得 \(wanted.short)",
        en: "entry \(sequence) of the ledger does not match its hash: "
          + "stored \(found.short), computed \(wanted.short)")
    }
  }
}

extension LadderReview.Finding {
  /// Whether the rule is met, in a word.
  public var result: Phrase {
    isMet ? Phrase(zh: "满足", en: "met") : Phrase(zh: "不满足", en: "not met")
  }

  /// What the rule asks, and what is there or missing.
  public var phrase: Phrase {
    switch (rule, evidence) {
    case (.tenure(let wanted), .tenure(let months, let missing)):
      let rest =
        missing > 0
        ? Phrase(zh: "，还差 \(missing) 个月", en: ", \(missing) more needed") : Phrase(verbatim: "")
      return Phrase(
        zh: "入职满 \(wanted) 个月：已 \(months) 个月\(rest.zh)",
        en: "\(wanted) months of service: \(months)\(rest.en)")
    case (.score(let floor, let wanted), .score(let mean, let months, let missing)):
      let rest =
        missing > 0
        ? Phrase(
          zh: "，有得分的月份还差 \(missing) 个", en: ", \(missing) more with a score needed")
        : Phrase(verbatim: "")
      let found = mean.map(\.description) ?? "-"
      return Phrase(
        zh: "最近 \(wanted) 个月平均分不低于 \(floor)：\(months) 个月平均 \(found)\(rest.zh)",
        en: "a mean of \(floor) over \(wanted) months: \(found) over \(months)\(rest.en)")
    case (.certificate(let code), .certificate(let state)):
      return Phrase(
        zh: "证书 \(code)：\(state.phrase.zh)", en: "certificate \(code): \(state.phrase.en)")
    default:
      preconditionFailure("a finding's evidence is of its rule's kind")
    }
  }
}

// What the readers of plans, their cases and ladders want.
extension Phrase {
  package static let code = Phrase(
    zh: "由小写字母、数字、- 和 _ 组成的代号", en: "a code of small letters, digits, - and _")
  package static let endAfterBegin = Phrase(zh: "不早于 from 的一天", en: "a day not before `from`")
  package static let componentOnce = Phrase(zh: "各不相同的代号", en: "each code once")
  package static let steps = Phrase(zh: "至少一档", en: "at least one step")
  package static let gradeOnce = Phrase(zh: "各不相同的等级", en: "each grade once")
  package static let oneGate = Phrase(zh: "每个“-”下面只写一个门槛", en: "one gate behind each `-`")
  package static let eachOrPool = Phrase(
    zh: "each（每人）或 pool（奖金池）之一", en: "either `each` or `pool`")
  package static let sharesOnlyOfPool = Phrase(
    zh: "shares 只用于 pool", en: "`shares` only beside `pool`")
  package static let tiesOnlyOfEach = Phrase(zh: "ties 只用于 each", en: "`ties` only beside `each`")
  package static let agentOnce = Phrase(zh: "每人只写一次", en: "each agent once")
  package static let attendance = Phrase(
    zh: "“实出勤/应出勤”，如 21/22", en: "attended over scheduled such as 21/22")
  package static let rungOnce = Phrase(zh: "每个职级只写一次", en: "each rung once")
  package static let rungWithOneBelow = Phrase(zh: "最低职级以上的职级", en: "a rung above the lowest")
  package static let ladderRules = Phrase(zh: "至少一条规则", en: "at least one rule")
  package static let ladderRule = Phrase(
    zh: "tenure_months、mean_score 或 certificate 之一",
    en: "one of `tenure_months`, `mean_score` or `certificate`")

  package static func componentKind(_ kinds: [String]) -> Phrase {
    Phrase(
      zh: "以下键之一：\(kinds.joined(separator: "、"))",
      en: "one of the keys \(kinds.joined(separator: ", "))")
  }

  package static func floorAbove(_ floor: Score) -> Phrase {
    Phrase(zh: "高于上一档的 \(floor)", en: "a floor above \(floor), the step before")
  }

  package static func payment(_ decimals: Int) -> Phrase {
    Phrase(
      zh: "不为负的金额，以元计，至多 \(decimals) 位小数",
      en: "an amount of at least 0 in major units with at most \(decimals) decimals")
  }
}

/// A number and what is counted, in English.
private func counted(_ count: Int64, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
