public import Forecasting
public import Vocabulary

/// The words of forecasts, their reports and their workbook.
public enum ForecastWords {
  package static let title = Phrase(zh: "会话量预测", en: "Forecast of contacts")
  package static let judgedTitle = Phrase(zh: "预测回测", en: "Forecasts put to the test")

  package static func subtitle(_ days: ClosedRange<Day>?, zone: String) -> Phrase {
    guard let days else { return Phrase(verbatim: zone) }
    return Phrase(
      zh: "\(days.lowerBound) 至 \(days.upperBound) · \(zone)",
      en: "\(days.lowerBound) to \(days.upperBound) · \(zone)")
  }

  package static let streams = Phrase(zh: "业务流", en: "streams")
  package static let contactsAhead = Phrase(zh: "预计会话", en: "contacts expected")

  package static func busiestDay(_ day: Day) -> Phrase {
    Phrase(zh: "最忙的一天：\(day)", en: "the busiest day, \(day)")
  }

  package static let byDay = Phrase(zh: "每天会话量", en: "Contacts a day")
  package static let byInterval = Phrase(zh: "每时段会话量", en: "Contacts an interval")
  package static let history = Phrase(zh: "历史", en: "history")
  package static let forecast = Phrase(zh: "预测", en: "forecast")
  package static let band = Phrase(zh: "80% 区间", en: "80 % band")
  package static let fromHere = Phrase(zh: "预测开始", en: "forecast from here")
  package static let product = Phrase(
    zh: "每天的预测是下列各因素的乘积：水平 × 星期 × 月内位置 × 季节 × 休息日前后 × 事件。",
    en: "What is expected of a day is the product of these:"
      + " level × weekday × place in the month × season × closed days around × events.")
  package static let partHeadings = [
    Phrase(zh: "日期", en: "Day"), Phrase(zh: "星期", en: "Weekday"),
    Phrase(zh: "预测", en: "Forecast"), Phrase(zh: "水平", en: "Level"),
    Phrase(zh: "× 星期", en: "× weekday"), Phrase(zh: "× 月内位置", en: "× month"),
    Phrase(zh: "× 季节", en: "× season"), Phrase(zh: "× 休息日前后", en: "× closed days"),
    Phrase(zh: "× 事件", en: "× events"),
  ]

  package static let scenarios = Phrase(zh: "情景", en: "Scenarios")
  package static let scenarioHeadings = [
    Phrase(zh: "情景", en: "Scenario"), Phrase(zh: "假设", en: "Assumes"),
    Phrase(zh: "会话", en: "Contacts"), Phrase(zh: "与第一个情景之差", en: "Against the first"),
    Phrase(zh: "处理工时", en: "Hours of work"), Phrase(zh: "可用工时", en: "Hours at hand"),
    Phrase(zh: "缺口工时", en: "Hours short"),
  ]

  package static func judgedHeading(_ name: String) -> Phrase {
    Phrase(zh: "回测：\(name)", en: "Put to the test: \(name)")
  }

  package static func judgedBasis(looks: Int) -> Phrase {
    Phrase(
      zh: "站在历史上的 \(looks) 天（相隔 6 天）预测其后的日子，再与实际对比；"
        + "表格法是同一时段最近 4 周或 8 周的平均，其区间来自它此前 12 周的误差。",
      en: "Forecast from \(looks) past days, six days apart, and judged by what came."
        + " Spreadsheets take the mean of the same interval over 4 or 8 weeks; their bands come"
        + " from what they missed in the 12 weeks before.")
  }

  package static let scoreHeadings = [
    Phrase(zh: "提前", en: "Ahead"), Phrase(zh: "方法", en: "Method"),
    Phrase(zh: "WAPE", en: "WAPE"), Phrase(zh: "偏差", en: "Bias"),
    Phrase(zh: "分位数损失", en: "Pinball"), Phrase(zh: "80% 区间覆盖", en: "80 % band holds"),
  ]

  public static func lead(_ days: Int) -> Phrase {
    days == 1
      ? Phrase(zh: "1 天", en: "next day") : Phrase(zh: "\(days) 天", en: "next \(days) days")
  }

  package static func wape(_ days: Int) -> Phrase {
    Phrase(zh: "WAPE（%），提前\(lead(days).zh)", en: "WAPE in %, \(lead(days).en)")
  }

  package static let latestLook = Phrase(zh: "最近一次回测", en: "The latest look")
  package static let seen = Phrase(zh: "实际", en: "what came")

  // The workbook.
  package static let daysSheet = Phrase(zh: "每日", en: "Days")
  package static let timeColumn = Phrase(zh: "时段", en: "Interval")
  package static let ofScenario = (
    total: Phrase(zh: "合计", en: "total"), workHours: Phrase(zh: "处理工时", en: "hours of work"),
    hoursAtHand: Phrase(zh: "可用工时", en: "hours at hand")
  )
  package static let total = Phrase(zh: "合计", en: "Total")
  package static let lowColumn = Phrase(zh: "p10", en: "p10")
  package static let highColumn = Phrase(zh: "p90", en: "p90")
  package static let contactsAxis = Phrase(zh: "会话", en: "contacts")

  // What is refused or answered.
  public static let fileName = Phrase(zh: "历史文件", en: "history")

  public static func tooShort(_ name: String, days: Int, wanted: Int) -> Phrase {
    Phrase(
      zh: "\(name) 只有 \(days) 天历史，回测至少要 \(wanted) 天；可用 --reach 缩短提前天数",
      en: "\(name) has a history of \(days) days; a test needs \(wanted); --reach looks less far")
  }

  public static func notExplained(_ id: Int64) -> Phrase {
    Phrase(
      zh: "第 \(id) 号预测没有记录各因素（由旧版本生成）；请重新运行 muster forecast run",
      en: "forecast \(id) was kept without its factors, by an older version;"
        + " run muster forecast run again")
  }

  public static func overrideKept(_ id: Int64) -> Phrase {
    Phrase(zh: "已记录第 \(id) 号人工修正", en: "override \(id) kept")
  }

  public static func overrideWithdrawn(_ id: Int64) -> Phrase {
    Phrase(zh: "已撤回第 \(id) 号人工修正", en: "override \(id) withdrawn")
  }

  public static func noOverride(_ id: Int64) -> Phrase {
    Phrase(
      zh: "没有第 \(id) 号人工修正，或已撤回", en: "there is no override \(id), or it was withdrawn")
  }

  public static let noReason = Phrase(
    zh: "人工修正要写明理由（--reason）", en: "an override needs a reason, by --reason")

  public static func overridden(_ count: Int) -> Phrase {
    Phrase(
      zh: "\(count) 条人工修正只计入 planned 一列和人力需求，不改模型的数",
      en: "\(count) overrides enter the column planned and staffing, not the model's figure")
  }

  // Scenarios.
  public static let asForecast = Phrase(zh: "按预测", en: "as forecast")

  /// What a scenario assumes, a phrase for each thing.
  ///
  /// `botStreams` are those that a bot answers, all where empty; `heads` are people, and the paid
  /// time of each in a week.
  public static func assumptions(
    _ scenario: Scenario, botStreams: [Stream], heads: (count: Int, week: Minutes)?
  ) -> [Phrase] {
    func percent(_ share: Double) -> String {
      shortDecimal((share * 10_000).rounded() / 100) + "%"
    }
    var phrases: [Phrase] = []
    if scenario.botShare > 0 {
      let streams = botStreams.map(\.description).joined(separator: ", ")
      phrases.append(
        Phrase(
          zh: "机器人解决 \(percent(scenario.botShare))\(streams.isEmpty ? "" : "（\(streams)）")",
          en:
            "a bot settles \(percent(scenario.botShare))\(streams.isEmpty ? "" : " of \(streams)")"
        ))
    }
    if scenario.volume != 1 {
      phrases.append(
        Phrase(
          zh: "会话量为 \(percent(scenario.volume))", en: "contacts at \(percent(scenario.volume))"))
    }
    for event in scenario.events {
      phrases.append(
        Phrase(
          zh: "\(event.name) 的规模为 \(percent(event.size))",
          en: "\(event.name) at \(percent(event.size)) of its size"))
    }
    if let heads {
      phrases.append(
        Phrase(
          zh: "\(heads.count) 人，每周 \(heads.week)",
          en: "\(heads.count) heads of \(heads.week) a week"))
    }
    return phrases
  }

  package static func scenarioCount(most: Int) -> Phrase {
    Phrase(zh: "1 到 \(most) 个情景", en: "1 to \(most) scenarios")
  }

  package static let streamName = Phrase(
    zh: "形如 app/presale 的业务流", en: "a stream such as app/presale")

  public static func noSuchEvent(_ name: String, in file: String, known: [String]) -> Phrase {
    let listed = known.joined(separator: "、")
    return Phrase(
      zh: "\(file)：预测的日期里没有已知影响的事件 \(name)；有：\(known.isEmpty ? "无" : listed)",
      en: "\(file): no event \(name) with a known effect in the days forecast; there are "
        + (known.isEmpty ? "none" : known.joined(separator: ", ")))
  }

  // Events of which nothing is known, and queues like others.
  public static func unknownEvents(_ names: [String]) -> Phrase {
    Phrase(
      zh: "这些事件没有历史也没有倍数，只会放宽区间：\(names.joined(separator: "、"))",
      en:
        "nothing is known of these events, neither a past nor a factor, so they only widen bands: "
        + names.joined(separator: ", "))
  }

  public static func unlike(_ stream: Stream, _ other: Stream, known: [Stream]) -> Phrase {
    Phrase(
      zh: "无法仿照 \(other) 预测 \(stream)；有历史的业务流：\(known.map(\.description).joined(separator: "、"))",
      en: "\(stream) cannot be forecast like \(other); streams with a history: "
        + known.map(\.description).joined(separator: ", "))
  }

  public static func likened(_ stream: Stream, _ other: Stream, share: Double) -> Phrase {
    let percent = decimal(share * 100, places: 1)
    return Phrase(
      zh: "\(stream) 没有足够的历史，按 \(other) 的 \(percent)% 预测",
      en: "\(stream) is forecast as \(percent) % of \(other), for want of a history")
  }

  public static let wholeStream = Phrase(zh: "全部", en: "all")
}

extension Backtest.Method {
  /// The method as people know it.
  public var phrase: Phrase {
    switch self {
    case .muster: Phrase(zh: "Muster", en: "Muster")
    case .fourWeeks: Phrase(zh: "表格法（4 周平均）", en: "spreadsheet, 4 weeks")
    case .eightWeeks: Phrase(zh: "表格法（8 周平均）", en: "spreadsheet, 8 weeks")
    }
  }
}
