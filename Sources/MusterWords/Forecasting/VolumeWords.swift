public import Vocabulary

/// What forecasting and staffing tell.
public enum VolumeWords {
  public static func noContacts(before day: Day) -> Phrase {
    Phrase(
      zh: "\(day) 之前没有会话记录，无从预测；请先运行 muster contacts import",
      en: "no contacts before \(day) to forecast from; run muster contacts import first")
  }

  public static func startsInHistory(_ day: Day, last: Day) -> Phrase {
    Phrase(
      zh: "预测从 \(day) 开始，但历史记录已到 \(last)；请选更晚的日期",
      en:
        "a forecast from \(day) would overlap the history, which ends on \(last); choose a later day"
    )
  }

  public static func noForecast(_ id: Int64?) -> Phrase {
    if let id {
      return Phrase(zh: "没有第 \(id) 号预测", en: "there is no forecast number \(id)")
    }
    return Phrase(
      zh: "还没有预测；请先运行 muster forecast run", en: "no forecast yet; run muster forecast run first")
  }

  public static func noRequirement(_ id: Int64?) -> Phrase {
    if let id {
      return Phrase(zh: "没有第 \(id) 号人力需求", en: "there is no requirement number \(id)")
    }
    return Phrase(
      zh: "还没有人力需求；请先运行 muster staff run", en: "no requirement yet; run muster staff run first")
  }

  public static func noHandleTime(_ stream: Stream) -> Phrase {
    Phrase(
      zh: "业务流 \(stream) 没有处理时长记录；请导入带有处理时长的会话",
      en:
        "no contact of \(stream) tells its handle time; import contacts that do"
    )
  }

  public static func noStandard(_ stream: Stream, in file: String, known: [String]) -> Phrase {
    Phrase(
      zh: "\(file) 里没有业务流 \(stream) 的渠道；已有：\(known.joined(separator: "、"))",
      en: "\(file) has no channel for \(stream); it has \(known.joined(separator: ", "))")
  }

  public static func noSuchStream(_ stream: Stream, known: [Stream]) -> Phrase {
    let names = known.map(\.description)
    return Phrase(
      zh: "没有业务流 \(stream)；已有：\(names.joined(separator: "、"))",
      en: "no stream \(stream); there are \(names.joined(separator: ", "))")
  }

  public static func noSuchDay(_ day: Day, first: Day, last: Day) -> Phrase {
    Phrase(
      zh: "\(day) 没有数据；已有：\(first) 至 \(last)", en: "nothing on \(day); there is \(first) to \(last)"
    )
  }

  /// What the figures of a requirement's days are.
  public static let hoursToSchedule = Phrase(
    zh: "每天的数是要排的工时", en: "a day's figures are hours to schedule")

  /// What a forecast was made from, said beside its table.
  public static func forecastMade(_ id: Int64, streams: Int, contacts: Int64, history: Int)
    -> Phrase
  {
    Phrase(
      zh: "第 \(id) 号预测：\(streams) 个业务流，依据 \(history) 天 \(contacts) 个会话",
      en: "forecast \(id): \(streams) streams, from \(contacts) contacts in \(history) days")
  }

  /// What a requirement was made from, said beside its table.
  public static func requirementMade(_ id: Int64, forecast: Int64, used: String) -> Phrase {
    Phrase(
      zh: "第 \(id) 号人力需求：依据第 \(forecast) 号预测的 \(used)",
      en: "requirement \(id): from \(used) of forecast \(forecast)")
  }

  /// How intervals were staffed, where handle times are long against them.
  public static let staffedOverTime = Phrase(
    zh: "处理时长相对时段较长：每个时段连同上一时段留下的会话一起计算；目标按开门以来的全部会话达成，"
      + "单个时段至多少达成允许未达部分的二十分之一；各时段单独计算请用 --over-time never",
    en:
      "handle times are long against the interval: each is staffed with what it inherits from the "
      + "one before; targets are met over all contacts since opening, and missed in no interval by "
      + "more than a twentieth of what they leave out; --over-time never staffs each for itself")

  public static let nothingKept = Phrase(zh: "试运行：没有写入任何内容", en: "dry run: nothing was kept")
}
