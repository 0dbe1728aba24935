public import Rostering
public import Vocabulary

/// People, times and shifts of a roster in words, for sentences that explain it.
public struct RosterExplanationWords: Sendable {
  private let problem: RosterProblem
  private let names: [AgentNumber: String]
  /// How many agents a list names before it only counts them.
  private static let mostNamed = 8

  public init(_ problem: RosterProblem, names: [AgentNumber: String]) {
    self.problem = problem
    self.names = names
  }

  package func name(_ agent: AgentNumber) -> String {
    names[agent].map { "\(agent.text) \($0)" } ?? agent.text
  }

  private func list(_ items: [Phrase]) -> Phrase {
    let named = items.prefix(RosterExplanationWords.mostNamed)
    let rest = items.count - named.count
    let zh = named.map(\.zh).joined(separator: "、")
    let en = named.map(\.en).joined(separator: ", ")
    return rest == 0
      ? Phrase(zh: zh, en: en) : Phrase(zh: "\(zh)等 \(items.count) 人", en: "\(en) and \(rest) more")
  }

  /// A day, from and to on the local clock.
  public func span(_ start: Instant, _ end: Instant) -> Phrase {
    let from = problem.zone.local(start)
    let to = problem.zone.local(end)
    let clock = "\(Minutes(from.minute))-\(Minutes(to.day == from.day ? to.minute : 1440))"
    let weekday = from.day.weekday.phrase
    return Phrase(
      zh: "\(from.day) \(weekday.zh) \(clock)", en: "\(from.day) \(weekday.en) \(clock)")
  }

  // MARK: Shortages

  /// What is short, when, and by how much.
  public func headline(_ shortage: Shortage) -> Phrase {
    let subject = shortage.subject.phrase
    let span = span(shortage.start, shortage.end)
    if case .pattern = shortage.subject {
      return Phrase(
        zh:
          "\(subject.zh) \(span.zh)：缺 \(shortage.missing) 班，成本 \(shortage.cost)；能上的客服共 \(shortage.qualified) 人",
        en: "\(subject.en) \(span.en): \(shortage.missing) missing, cost \(shortage.cost);"
          + " \(shortage.qualified) could work there")
    }
    return Phrase(
      zh: "\(subject.zh) \(span.zh)：缺 \(shortage.missing) 个人时段，最多同时缺 \(shortage.mostMissing) 人，"
        + "成本 \(shortage.cost)；能做的客服共 \(shortage.qualified) 人",
      en: "\(subject.en) \(span.en): \(shortage.missing) people-intervals missing, at most"
        + " \(shortage.mostMissing) at once, cost \(shortage.cost); \(shortage.qualified) could"
        + " work there")
  }

  /// What kept people away, a line for each kind of obstacle, the commonest first.
  public func reasons(_ shortage: Shortage) -> [Phrase] {
    var order: [Phrase] = []
    var agents: [Phrase: [Phrase]] = [:]
    for absentee in shortage.absentees {
      let key = absentee.obstacle.phrase
      if agents[key] == nil { order.append(key) }
      let name = name(absentee.agent)
      let there = absentee.present == 0 ? nil : present(absentee.present)
      let details = [absentee.obstacle.detail, there].compactMap(\.self)
      let zh = details.map(\.zh).joined(separator: "；")
      let en = details.map(\.en).joined(separator: "; ")
      agents[key, default: []].append(
        details.isEmpty
          ? Phrase(verbatim: name) : Phrase(zh: "\(name)（\(zh)）", en: "\(name) (\(en))"))
    }
    return order.enumerated().sorted {
      let (left, right) = (agents[$0.element]?.count ?? 0, agents[$1.element]?.count ?? 0)
      return left == right ? $0.offset < $1.offset : left > right
    }.map { _, key in
      let people = list(agents[key] ?? [])
      return Phrase(zh: "\(key.zh)：\(people.zh)", en: "\(key.en): \(people.en)")
    }
  }

  private func present(_ count: Int) -> Phrase {
    Phrase(
      zh: "其中 \(count) 个时段在岗", en: "there in \(count) interval\(count == 1 ? "" : "s") of it")
  }

  /// The cheapest way to help it.
  public func remedy(_ shortage: Shortage) -> Phrase {
    guard let price = shortage.remedy else {
      return shortage.qualified == 0
        ? Phrase(zh: "没有人有这项技能", en: "nobody has the skill")
        : Phrase(zh: "谁的班表都腾不出来", en: "no row of anybody can make room for it")
    }
    let told = phrase(of: price)
    return Phrase(
      zh: "最省的办法：\(name(price.agent))，\(told.zh)",
      en: "cheapest way: \(name(price.agent)), \(told.en)")
  }

  // MARK: Prices

  /// What a row would change and what that costs elsewhere.
  public func phrase(of price: RowPrice) -> Phrase {
    let moves = price.changes.filter { !$0.isRearrangement }.map { change -> Phrase in
      let shift = problem.phrase(of: change.after)
      let day = "\(change.day)".suffix(5)
      return Phrase(zh: "\(day) \(shift.zh)", en: "\(day) \(shift.en)")
    }
    let zh = moves.isEmpty ? "只调休息或业务流" : moves.map(\.zh).joined(separator: "，")
    let en = moves.isEmpty ? "only breaks or streams" : moves.map(\.en).joined(separator: ", ")
    let cost = price.difference.differencePhrase
    return Phrase(zh: "\(zh)；\(cost.zh)", en: "\(en); \(cost.en)")
  }

  public func phrase(of outcome: RowOutcome) -> Phrase {
    switch outcome {
    case .possible(let price): phrase(of: price)
    case .impossible([]):
      Phrase(zh: "排不出：其余已定的日子容不下", en: "not possible: the days that stand leave no room")
    case .impossible(let conflict):
      Phrase(zh: "排不出：\(conflict.phrase.zh)", en: "not possible: \(conflict.phrase.en)")
    }
  }

  // MARK: Requests and choices

  /// The wish and what the agent has instead.
  public func headline(_ refused: RefusedRequest) -> Phrase {
    let wish = refused.request.phrase
    let given = problem.phrase(of: refused.given)
    let day = refused.request.day
    return Phrase(
      zh: "\(name(refused.agent)) \(day) \(wish.zh)（权重 \(refused.request.weight)）：排为\(given.zh)",
      en:
        "\(name(refused.agent)) \(day) \(wish.en) (weight \(refused.request.weight)): has \(given.en)"
    )
  }

  public func headline(_ choice: ShiftChoice) -> Phrase {
    let given = problem.phrase(of: choice.given)
    return Phrase(
      zh: "\(name(choice.agent)) \(choice.day)：\(given.zh)；改排其他班次的代价如下",
      en: "\(name(choice.agent)) \(choice.day): \(given.en); what else would cost")
  }

  public func phrase(of alternative: ShiftChoice.Alternative) -> Phrase {
    guard let code = alternative.pattern else { return Phrase(zh: "休", en: "off") }
    return Phrase(zh: problem.pattern(coded: code)?.name ?? code, en: code)
  }
}

extension RosterProblem.Request.Wish {
  package var phrase: Phrase {
    switch self {
    case .on: Phrase(zh: "上班", en: "on")
    case .off: Phrase(zh: "休息", en: "off")
    }
  }
}

extension RosterProblem.Request {
  /// The wish in words.
  public var phrase: Phrase {
    switch wish {
    case .on:
      pattern.map { Phrase(zh: "想上 \($0)", en: "wants \($0)") }
        ?? Phrase(zh: "想上班", en: "wants to work")
    case .off:
      pattern.map { Phrase(zh: "不想上 \($0)", en: "does not want \($0)") }
        ?? Phrase(zh: "想休息", en: "wants the day off")
    }
  }
}

extension Shortage.Subject {
  public var phrase: Phrase {
    switch self {
    case .stream(let stream): Phrase(verbatim: stream.description)
    case .duty(let code): Phrase(zh: "值班 \(code)", en: "duty \(code)")
    case .pattern(let code): Phrase(zh: "班型 \(code)", en: "shifts \(code)")
    }
  }
}

extension Shortage.Obstacle {
  /// The kind of obstacle, alike for all agents whom it keeps away.
  public var phrase: Phrase {
    switch self {
    case .absent: Phrase(zh: "缺勤", en: "away")
    case .onBreak: Phrase(zh: "正在休息", en: "on a break")
    case .elsewhere(let stream?):
      Phrase(zh: "在另一业务流 \(stream)", en: "at work on \(stream)")
    case .elsewhere(nil): Phrase(zh: "在做别的工作", en: "at other work")
    case .noPattern: Phrase(zh: "没有班型覆盖这段时间", en: "no pattern of theirs covers the time")
    case .rules(let breaches):
      breaches.first?.rule.phrase ?? Phrase(zh: "规则", en: "rules")
    case .price(let cost):
      cost < 0
        ? Phrase(zh: "排得上，还能省成本", en: "possible, and would spare cost")
        : Phrase(zh: "排得上，但总成本更高", en: "possible, but dearer in all")
    }
  }

  /// Its numbers, where it has any.
  package var detail: Phrase? {
    switch self {
    case .rules(let breaches): breaches.first?.detail
    case .price(let cost): Phrase(verbatim: cost < 0 ? "\(cost)" : "+\(cost)")
    default: nil
    }
  }

  /// As programs read it.
  public var code: String {
    switch self {
    case .absent: "absent"
    case .onBreak: "break"
    case .elsewhere: "elsewhere"
    case .noPattern: "no_pattern"
    case .rules: "rules"
    case .price: "price"
    }
  }
}

extension RosterCost {
  /// A difference of costs: the sum, then each part that differs.
  public var differencePhrase: Phrase {
    func signed(_ count: Int) -> String { count > 0 ? "+\(count)" : "\(count)" }
    let parts: [(Phrase, Int)] = [
      (Phrase(zh: "缺人", en: "short"), short), (Phrase(zh: "多人", en: "over"), over),
      (Phrase(zh: "值班", en: "duty"), duty), (Phrase(zh: "加班", en: "overtime"), overtime),
      (Phrase(zh: "意愿", en: "requests"), requestsOn + requestsOff),
      (Phrase(zh: "公平", en: "fairness"), fairness),
    ].filter { $0.1 != 0 }
    guard !parts.isEmpty else { return Phrase(zh: "成本不变", en: "cost unchanged") }
    let zh = parts.map { "\($0.0.zh) \(signed($0.1))" }.joined(separator: "，")
    let en = parts.map { "\($0.0.en) \(signed($0.1))" }.joined(separator: ", ")
    return Phrase(zh: "成本 \(signed(total))（\(zh)）", en: "cost \(signed(total)) (\(en))")
  }
}

// What `roster explain` tells around the explanations.
extension RosterWords {
  public static let nothingShort = Phrase(zh: "没有缺人的时段", en: "no interval is short of heads")
  public static let nothingRefused = Phrase(zh: "没有未满足的意愿", en: "no wish was refused")

  public static func moreShort(_ count: Int) -> Phrase {
    Phrase(
      zh: "另有 \(count) 段缺人的时间未列出；用 --most 列出更多",
      en: "\(count) more stretches are short of heads; --most lists more")
  }

  public static func notInRoster(_ agent: AgentNumber, _ day: Day) -> Phrase {
    Phrase(
      zh: "排班表里没有客服 \(agent) 或日期 \(day)", en: "the roster has no agent \(agent) or no day \(day)")
  }
}
