package import Rostering
package import Vocabulary

extension RosterTextFault {
  /// The fault as it stands in `file`.
  package func fileFault(file: String, line: Int?, column: String?, found: String?) -> FileFault {
    FileFault(file: file, line: line, column: column, found: found, wanted: wanted, hint: hint)
  }

  private var wanted: Phrase {
    switch self {
    case .unknownSection:
      Phrase(zh: "已知的 SECTION_ 段名", en: "a section that the format knows")
    case .outsideSection:
      Phrase(zh: "先写 SECTION_ 段名", en: "a SECTION_ line before any data")
    case .missingSection(let name):
      Phrase(zh: "含数据的 \(name) 段", en: "a section \(name) with data")
    case .secondHorizon:
      Phrase(zh: "排班天数只写一次", en: "the horizon once")
    case .fieldCount(let least):
      Phrase(zh: "至少 \(least) 个字段", en: "at least \(least) fields")
    case .emptyHorizon:
      Phrase(zh: "至少 1 天", en: "at least one day")
    case .wholeNumber(let least):
      .wholeNumber(in: least...1_000_000)
    case .repeatedID:
      Phrase(zh: "不重复、不为空的编号", en: "an id that is not empty and stands there once")
    case .unknownShift:
      Phrase(zh: "已定义的班型", en: "a shift that is defined")
    case .unknownAgent:
      Phrase(zh: "已定义的客服编号", en: "an agent who is defined")
    case .dayOutside(let count):
      Phrase(zh: "0 到 \(max(0, count - 1)) 的天数序号", en: "a day from 0 to \(max(0, count - 1))")
    case .shiftLimit:
      Phrase(zh: "“班型=上限”，如 E=14", en: "shift=limit, such as E=14")
    case .rowLength(let count):
      Phrase(zh: "每天一格，共 \(count) 格", en: "one cell a day, \(count) in all")
    case .missingAgent(let id):
      Phrase(zh: "客服 \(id) 的一行", en: "a row for agent \(id)")
    case .numberInRange(let range):
      .wholeNumber(in: range)
    case .quarterHour:
      Phrase(zh: "落在一刻钟上的时间，如 06:00-06:15", en: "a quarter of an hour, such as 06:00-06:15")
    case .coverOnce:
      Phrase(
        zh: "第 1 天 06:00 起到最后一天后 06:00 止，每个时段与任务一次",
        en: "each interval and task once, from 06:00 of day 1 to 06:00 after the last")
    case .coverMissing(let count):
      Phrase(
        zh: "每个时段与任务的人数，还缺 \(count) 个", en: "heads for each interval and task; \(count) are missing"
      )
    }
  }

  private var hint: Phrase? {
    switch self {
    case .unknownSection:
      Phrase(
        zh: "段名有 HORIZON、SHIFTS、TASKS、STAFF、DAYS_OFF、SHIFT_ON_REQUESTS、SHIFT_OFF_REQUESTS、COVER",
        en:
          "there are HORIZON, SHIFTS, TASKS, STAFF, DAYS_OFF, SHIFT_ON_REQUESTS, SHIFT_OFF_REQUESTS"
          + " and COVER")
    default: nil
    }
  }
}

// What readers of roster problems want.
extension Phrase {
  package static let stream = Phrase(
    zh: "“渠道/队列”形式的业务流，如 app/presale", en: "a stream as channel/queue, such as app/presale")
  package static let gridInterval = Phrase(
    zh: "5 到 60 分钟且能整除一天的时段，如 30m",
    en: "an interval of 5 to 60 minutes that divides the day, such as 30m")
  package static let gridHint = Phrase(
    zh: "班次与休息都落在时段上；更短的休息请计入损耗率",
    en: "shifts and breaks lie on the grid; count shorter breaks as shrinkage")
  package static let breaksInTurn = Phrase(
    zh: "休息的时间窗不能重叠", en: "windows of breaks may not overlap")
  package static let laterThanStart = Phrase(zh: "晚于开始的时间", en: "a time after the start")
  package static let localTime = Phrase(
    zh: "形如 2026-11-11T09:30:00+08:00 的时间", en: "a time like 2026-11-11T09:30:00+08:00")
  package static let eachIntervalOnce = Phrase(
    zh: "每条业务流的每个时段只出现一次", en: "each interval of a stream once")
  package static let eachAgentOnce = Phrase(zh: "每名客服只出现一次", en: "each agent once")
  package static let knownAgent = Phrase(zh: "agents.csv 中的客服", en: "an agent of agents.csv")
  package static let availableHours = Phrase(
    zh: "形如 monday 9:00-18:00 的时间，多段用 | 隔开",
    en: "hours such as monday 9:00-18:00, several divided by |")
  package static let noContraryWish = Phrase(
    zh: "与已有意愿不矛盾的意愿", en: "a wish that does not contradict an earlier one")
  package static let streamSkill = Phrase(
    zh: "至少一名客服能接的业务流", en: "a stream that at least one agent can work")
  package static let streamSkillHint = Phrase(
    zh: "请在 skills 与 channels 列中补上，或从 demand.csv 中删去",
    en: "add it to the columns skills and channels, or take it out of demand.csv")
  package static let contractWithPattern = Phrase(
    zh: "至少有一个班型可排的合同", en: "a contract that some pattern fits")
  package static let contractWithPatternHint = Phrase(
    zh: "请检查 day 上限与 patterns", en: "check its limit `day` and its `patterns`")

  package static let centreGroup = Phrase(
    zh: "groups 里写明的一个组", en: "a group that stands under groups")

  package static func valuesPerInterval(_ count: Int) -> Phrase {
    Phrase(zh: "一个值，或 \(count) 个（每个时段一个）", en: "one value, or \(count), one for each interval")
  }

  package static let shrinkageBelowAll = Phrase(
    zh: "各项损耗率之和应小于 100%", en: "causes that add up to less than 100%")

  package static func slowdowns(_ count: Int) -> Phrase {
    Phrase(
      zh: "\(count) 个百分数，依次为同时 1、2…… 个会话时的时长，与 concurrency 一致",
      en: "a list of \(count) shares, as many as concurrency says, such as [100%, 115%, 130%]")
  }

  package static let serviceTarget = Phrase(
    zh: "服务水平目标，如 80/60s", en: "a service target such as 80/60s")
  package static let interval = Phrase(
    zh: "时段的分钟数：5 到 60，能整除一天",
    en: "the minutes of an interval: 5 to 60, dividing the day")
  package static let openHours = Phrase(zh: "营业时间，如 9:00-21:00", en: "hours such as 9:00-21:00")
  package static let eachDayOnce = Phrase(zh: "每天只出现一次", en: "each day once")

  package static let twoAgents = Phrase(
    zh: "两名不同的客服，如 [0103, 0112]；同班时前者带后者",
    en: "two different agents such as [0103, 0112]; where together, the first is the mentor")
  package static let oneMentor = Phrase(
    zh: "每名学员只跟一名师傅，师傅自己不是学员",
    en: "one mentor for each learner, and no mentor who is a learner")
  package static let noContraryPair = Phrase(
    zh: "与前面的搭配不矛盾的搭配", en: "a pair that does not contradict an earlier one")
  package static let pairHint = Phrase(
    zh: "请改正工号，或删去这一对", en: "correct the number or drop the pair")

  package static let dutyMember = Phrase(
    zh: "至少一名客服可担任的值班", en: "a duty that at least one agent can take")
  package static let dutyMemberHint = Phrase(
    zh: "请检查 rungs、skills、agents 与 agents.csv 的对应列",
    en: "check its rungs, skills and agents against the columns of agents.csv")

  package static func priceList(upTo most: Int) -> Phrase {
    Phrase(
      zh: "一个价格，或一列逐个不降的价格，各为 0 到 \(most) 的整数",
      en: "a price, or a list in which none is below the one before, whole numbers from 0 to"
        + " \(most)")
  }

  package static let rowHint = Phrase(zh: "请改正工号，或删去这一行", en: "correct the number or drop the row")
  package static let contraryHint = Phrase(zh: "请删去其中一行", en: "drop one of the two rows")
  package static let fixedOnce = Phrase(
    zh: "每名客服每天至多一个已定班次", en: "one fixed cell a day for an agent")
  package static func soundPast(_ breach: Breach) -> Phrase {
    Phrase(
      zh: "不违反规则的历史班次（\(breach.phrase.zh)）",
      en: "past shifts that break no rule (\(breach.phrase.en))")
  }

  package static let soundPastHint = Phrase(
    zh: "无论怎么排都无法补救；请改正历史班次、放宽合同，或推迟 history_from",
    en: "no roster can mend it; correct the past shifts, ease the contract, or move history_from")
  package static let patternWithContract = Phrase(
    zh: "至少适合一种合同的班型", en: "a pattern that some contract fits")
  package static let patternWithContractHint = Phrase(
    zh: "请检查合同的 day 上限与 patterns，或删去该班型",
    en: "check the limits `day` and the `patterns` of contracts, or take the pattern out")

  package static func clockInterval(_ day: Day) -> Phrase {
    Phrase(
      zh: "能整除 \(day) 前时钟调整幅度的时段",
      en: "an interval that divides the change of the clocks before \(day)")
  }
  package static let clockIntervalHint = Phrase(zh: "请改用更短的时段", en: "take a shorter one")
  package static func fewerKinds(_ most: Int) -> Phrase {
    Phrase(
      zh: "所有班型的上班时间与时长合计至多 \(most) 种",
      en: "at most \(most) starts and lengths of all patterns together")
  }
  package static let fewerKindsHint = Phrase(
    zh: "请缩小 start 到 latest_start 的范围、加大 step，或减少 lengths",
    en: "narrow start to latest_start, widen step, or list fewer lengths")
  package static func fewerStreams(_ most: Int) -> Phrase {
    Phrase(zh: "至多 \(most) 条业务流", en: "at most \(most) streams")
  }
  package static let fewerStreamsHint = Phrase(
    zh: "请把互不相干的团队分开排班", en: "roster teams that share no stream apart")

  package static func dayNotBefore(_ day: Day) -> Phrase {
    Phrase(zh: "不早于 \(day) 的日期", en: "a day not before \(day)")
  }

  package static func notBefore(_ minutes: Minutes) -> Phrase {
    Phrase(zh: "不小于 \(minutes) 的时间", en: "a time of at least \(minutes)")
  }

  package static func multiple(of interval: Interval) -> Phrase {
    Phrase(
      zh: "\(interval.minutes) 分钟的整数倍", en: "a multiple of \(interval.minutes) minutes")
  }

  package static func intervalStart(_ interval: Interval, _ first: Day, _ last: Day) -> Phrase {
    Phrase(
      zh: "\(first) 至 \(last) 之间某个 \(interval.minutes) 分钟时段的开始",
      en: "the beginning of an interval of \(interval.minutes) minutes from \(first) to \(last)")
  }
}
