public import Rostering
import Vocabulary

extension Rule.Code {
  /// What people call the rule.
  public var phrase: Phrase {
    switch self {
    case .oneShiftADay: Phrase(zh: "每天至多一个班次", en: "one shift a day")
    case .pattern: Phrase(zh: "符合班型", en: "fits its pattern")
    case .rest: Phrase(zh: "班次间休息", en: "rest between shifts")
    case .successor: Phrase(zh: "禁止的班次衔接", en: "forbidden successor")
    case .longestRun: Phrase(zh: "最长连续上班", en: "longest run of work")
    case .shortestRun: Phrase(zh: "最短连续上班", en: "shortest run of work")
    case .shortestDaysOff: Phrase(zh: "最短连续休息", en: "shortest run of days off")
    case .weekends: Phrase(zh: "上班的周末", en: "weekends worked")
    case .weekDaysOff: Phrase(zh: "每周休息日下限", en: "least days off in a week")
    case .sameStart: Phrase(zh: "一周内上班时间相同", en: "one start through a week")
    case .nightRun: Phrase(zh: "连续夜班", en: "nights in a row")
    case .dayMinutes: Phrase(zh: "每日工时上限", en: "most hours of a day")
    case .weekMost: Phrase(zh: "每周工时上限", en: "most hours of a week")
    case .weekLeast: Phrase(zh: "每周工时下限", en: "least hours of a week")
    case .cycleMost: Phrase(zh: "周期工时上限", en: "most hours of the cycle")
    case .cycleLeast: Phrase(zh: "周期工时下限", en: "least hours of the cycle")
    case .overtimeDay: Phrase(zh: "每日加班上限", en: "most overtime of a day")
    case .overtimeMonth: Phrase(zh: "每月加班上限", en: "most overtime of a month")
    case .protection: Phrase(zh: "保护期", en: "days of protection")
    case .patternMost: Phrase(zh: "班型次数上限", en: "most shifts of a pattern")
    case .absence: Phrase(zh: "缺勤", en: "absence")
    case .availability: Phrase(zh: "可用时间", en: "availability")
    case .skill: Phrase(zh: "技能", en: "skill")
    case .leastRun: Phrase(zh: "一条业务流的最短时长", en: "least time on a stream")
    case .fixed: Phrase(zh: "已定的班次", en: "decided beforehand")
    case .together: Phrase(zh: "须同班", en: "pair that works together")
    case .apart: Phrase(zh: "不得同班", en: "pair that is kept apart")
    }
  }

  /// A number as the rule counts it.
  private func measure(_ count: Int) -> Phrase {
    switch Rule.named(self).unit {
    case .hours: Phrase(verbatim: "\(Minutes(count))")
    case .minutes: Phrase(zh: "\(count) 分钟", en: "\(count) minutes")
    case .weekends:
      Phrase(zh: "\(count) 个周末", en: count == 1 ? "1 weekend" : "\(count) weekends")
    case .shifts: Phrase(zh: "\(count) 个班次", en: count == 1 ? "1 shift" : "\(count) shifts")
    case .starts: Phrase(zh: "\(count) 个上班时间", en: count == 1 ? "1 start" : "\(count) starts")
    case .days: Phrase(zh: "\(count) 天", en: count == 1 ? "1 day" : "\(count) days")
    }
  }

  fileprivate func sentence(found: Int, limit: Int) -> Phrase {
    let (found, limit) = (measure(found), measure(limit))
    switch self {
    case .successor: return Phrase(zh: "不能接在前一天的班次之后", en: "may not follow the shift before it")
    case .absence: return Phrase(zh: "当天缺勤", en: "the agent is away")
    case .availability: return Phrase(zh: "不在可用时间内", en: "outside the hours the agent can work")
    case .skill: return Phrase(zh: "没有对应技能", en: "the agent has no skill for it")
    case .protection:
      return Phrase(zh: "当天不排夜班和加班", en: "no night and no overtime on this day")
    case .together:
      return Phrase(zh: "对方当天不上同一班", en: "the other does not work the same shift")
    case .apart: return Phrase(zh: "与对方同时在岗", en: "both are at work at the same time")
    case .fixed: return Phrase(zh: "与已定的安排不同", en: "not as decided beforehand")
    default:
      return Rule.named(self).isLeast
        ? Phrase(zh: "\(found.zh)，至少 \(limit.zh)", en: "\(found.en), at least \(limit.en)")
        : Phrase(zh: "\(found.zh)，至多 \(limit.zh)", en: "\(found.en), at most \(limit.en)")
    }
  }
}

extension Breach {
  /// What was found and what the rule says, without agent, day and rule.
  public var detail: Phrase {
    rule == .pattern
      ? Phrase(zh: "时间、时长或休息与班型不符", en: "start, length or breaks are not its pattern's")
      : rule.sentence(found: found, limit: limit)
  }

  /// The breach in a line: agent, day, rule, what was found and what the rule says.
  public var phrase: Phrase {
    let place = [agent.text, day?.description, subject].compactMap(\.self).joined(separator: " ")
    let what = detail
    let (zh, en) = article.map { ("（\($0)）", " (\($0))") } ?? ("", "")
    return Phrase(
      zh: "\(place)：\(rule.phrase.zh)，\(what.zh)\(zh)",
      en: "\(place): \(rule.phrase.en): \(what.en)\(en)")
  }
}

extension RosterFault {
  /// What keeps a roster from being made, a line for each agent.
  public var phrases: [Phrase] {
    switch self {
    case .noRow(let agents): agents.map(\.phrase)
    case .tooLarge(let bytes, let most):
      [
        Phrase(
          zh: "排班问题太大：约需内存 \(bytes >> 20) MB，至多 \(most >> 20) MB；请缩短天数、加长时段，或按团队拆开",
          en:
            "the problem is too large: it takes about \(bytes >> 20) MB, at most \(most >> 20) MB;"
            + " take fewer days, longer intervals, or a team at a time")
      ]
    }
  }
}

extension RosterFault.StuckAgent {
  fileprivate var phrase: Phrase {
    conflict.isEmpty
      ? Phrase(
        zh: "客服 \(agent)：规则合起来排不出任何班表；请检查合同、缺勤与已定班次",
        en: "agent \(agent): no row keeps all rules; check contract, absences and fixed cells")
      : Phrase(
        zh: "客服 \(agent)：以下各项合在一起排不出任何班表，放宽其中一项：\(conflict.phrase.zh)",
        en: "agent \(agent): together these leave no row, ease one of them: \(conflict.phrase.en)")
  }
}

extension [RowConstraint] {
  /// The limits and facts in a line.
  public var phrase: Phrase {
    Phrase(
      zh: map(\.phrase.zh).joined(separator: "；"), en: map(\.phrase.en).joined(separator: "; "))
  }
}

extension RowConstraint {
  /// The limit or fact in words.
  public var phrase: Phrase {
    switch self {
    case .limit(let rule, let count): rule.limit(count)
    case .patternMost(let pattern, let most):
      Phrase(zh: "班型 \(pattern) 至多 \(most) 次", en: "at most \(most) of \(pattern)")
    case .absence(let day): Phrase(zh: "\(day) 缺勤", en: "away on \(day)")
    case .fixed(let cell): cell.phrase
    case .availability(let weekday):
      Phrase(zh: "\(weekday.phrase.zh)的可用时间", en: "hours available on \(weekday.phrase.en)")
    case .protected(let day): Phrase(zh: "\(day) 在保护期内", en: "protected on \(day)")
    case .law: Phrase(zh: "工时法律的上限", en: "the limits of the work-time law")
    case .pair(let pair):
      switch pair.tie {
      case .together:
        Phrase(zh: "须与 \(pair.first) 同班", en: "works only beside \(pair.first)")
      case .apart:
        Phrase(
          zh: "\(pair.first) 与 \(pair.second) 不得同班",
          en: "\(pair.first) and \(pair.second) are kept apart")
      }
    case .pattern(let code):
      Phrase(zh: "合同不含班型 \(code)", en: "the contract has no pattern \(code)")
    case .history: Phrase(zh: "排班前已上的班次", en: "the shifts before the roster")
    }
  }
}

extension Rule.Code {
  /// The rule with its limit.
  public func limit(_ count: Int) -> Phrase {
    let measure = measure(count)
    return Phrase(
      zh: "\(phrase.zh) \(measure.zh)", en: "\(phrase.en): \(measure.en)")
  }
}

extension RosterProblem.FixedCell {
  fileprivate var phrase: Phrase {
    switch work {
    case .off: Phrase(zh: "\(day) 定为休息", en: "\(day) decided to be off")
    case .shift(let pattern, let start):
      Phrase(
        zh: "\(day) 定为 \(pattern)\(start.map { " \($0)" } ?? "")",
        en: "\(day) decided to be \(pattern)\(start.map { " \($0)" } ?? "")")
    }
  }
}
