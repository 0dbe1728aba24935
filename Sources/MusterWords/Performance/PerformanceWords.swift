public import Performance
import Vocabulary

extension KPI {
  public var phrase: Phrase {
    switch self {
    case .replyTime: Phrase(zh: "平均首次响应", en: "mean first reply")
    case .replyInOneMinute: Phrase(zh: "60 秒内首响率", en: "replied in 60 s")
    case .replyInThreeMinutes: Phrase(zh: "180 秒内首响率", en: "replied in 180 s")
    case .handleTime: Phrase(zh: "平均处理时长", en: "mean handle time")
    case .firstContactResolution: Phrase(zh: "首次解决率", en: "first-contact resolution")
    case .meanRating: Phrase(zh: "满意度均分", en: "mean rating")
    case .satisfiedShare: Phrase(zh: "满意率（4-5 分）", en: "satisfied (4-5)")
    case .conversion: Phrase(zh: "转化率", en: "conversion")
    case .complaintRate: Phrase(zh: "投诉率", en: "complaint rate")
    }
  }

  /// `value` as people read it: `50.0 s`, `78.95%`, `4.50`; rounded half up.
  public func phrase(of value: Ratio) -> Phrase {
    switch unit {
    case .seconds:
      let number = value.decimal(places: 1)
      return Phrase(zh: "\(number) 秒", en: "\(number) s")
    case .share:
      guard let percent = Ratio(value.numerator * 100, over: value.denominator) else {
        return Phrase(verbatim: "")
      }
      return Phrase(verbatim: percent.decimal(places: 2) + "%")
    case .rating:
      return Phrase(verbatim: value.decimal(places: 2))
    }
  }
}

extension Reading {
  /// The value and what it was counted from, such as `4.50 (90 / 20)`.
  package func phrase(of kpi: KPI) -> Phrase {
    guard let value else { return Phrase(zh: "无数据", en: "no data") }
    let text = kpi.phrase(of: value)
    return Phrase(zh: "\(text.zh)（\(total) / \(count)）", en: "\(text.en) (\(total) / \(count))")
  }
}

extension CompositeScore.Gap {
  public var phrase: Phrase {
    switch self {
    case .noData: Phrase(zh: "无数据", en: "no data")
    case .tooLittleData: Phrase(zh: "数据不足", en: "too little data")
    }
  }
}

extension CompositeScore {
  /// How the score came about, from its parts.
  public var explanation: Explanation {
    guard let score else {
      return Explanation(zh: "没有综合得分", en: "no composite score", parts.map(\.explanation))
    }
    var lines = parts.map { $0.explanation }
    if countedWeight != .one {
      lines.append(
        Explanation(
          zh: "计入的权重合计 \(countedWeight)，按比例放大到 100%",
          en: "the weights that count sum to \(countedWeight) and are scaled up to 100%"))
    }
    return Explanation(zh: "综合得分 \(score)", en: "composite score \(score)", lines)
  }
}

extension CompositeScore.Part {
  /// How the part entered the score, in one line.
  public var explanation: Explanation {
    let reading = reading.phrase(of: kpi)
    let name = kpi.phrase
    let adds =
      contribution.map {
        Phrase(zh: "，计入 \($0)", en: ", adds \($0)")
      } ?? Phrase(verbatim: "")
    switch outcome {
    case .counted(let points):
      return Explanation(
        zh: "\(name.zh) \(reading.zh)：\(points) 分，权重 \(weight)\(adds.zh)",
        en: "\(name.en) \(reading.en): \(points) points, weight \(weight)\(adds.en)")
    case .neutral(let points, let gap):
      let why = why(gap)
      return Explanation(
        zh: "\(name.zh) \(why.zh)：按小组平均 \(points) 分，权重 \(weight)\(adds.zh)",
        en: "\(name.en) \(why.en): the team's mean of \(points) points, weight \(weight)\(adds.en)")
    case .leftOut(let gap):
      let why = why(gap)
      return Explanation(
        zh: "\(name.zh) \(why.zh)：不计，权重 \(weight) 分给其余各项",
        en: "\(name.en) \(why.en): left out, its weight of \(weight) goes to the other parts")
    case .failed(let gap):
      let why = why(gap)
      return Explanation(
        zh: "\(name.zh) \(why.zh)：方案规定缺此项不计分",
        en: "\(name.en) \(why.en): by the plan there is no score without it")
    }
  }

  private func why(_ gap: CompositeScore.Gap) -> Phrase {
    switch gap {
    case .noData: gap.phrase
    case .tooLittleData:
      Phrase(
        zh: "\(gap.phrase.zh)（\(reading.count) 次，至少 \(minimum) 次）",
        en: "\(gap.phrase.en) (\(reading.count), at least \(minimum) wanted)")
    }
  }
}

// What the reader of a plan's scoring wants.
extension Phrase {
  package static let knotPoints = Phrase(
    zh: "越好的值对应越高的分", en: "more points for the better value")
  package static let twoKnots = Phrase(zh: "至少两个“值： 分”", en: "at least two entries `value: points`")
  package static let oneKnot = Phrase(zh: "至少一个“值： 分”", en: "at least one entry `value: points`")
  package static let lineOrBands = Phrase(
    zh: "line（折线）或 bands（分档）之一", en: "either `line` or `bands`")
  package static let partsOfScore = Phrase(zh: "至少一个指标", en: "at least one KPI")
  package static let kpiOnce = Phrase(zh: "每个指标只写一次", en: "each KPI once")
  package static let weightsSum = Phrase(zh: "权重合计 100%", en: "weights that sum to 100%")
  package static let positiveWeight = Phrase(zh: "大于 0 的权重", en: "a weight above 0%")

  /// A value of a KPI, as plans write it.
  package static func value(of kpi: KPI) -> Phrase {
    switch kpi.unit {
    case .seconds:
      Phrase(zh: "秒数或时长，如 90、90s 或 3m", en: "seconds or a time such as 90, 90s or 3m")
    case .share: Phrase(zh: "百分比，如 85%", en: "a percentage such as 85%")
    case .rating: Phrase(zh: "1 到 5 的分数，如 4.5", en: "a rating from 1 to 5 such as 4.5")
    }
  }

  package static let reading = Phrase(
    zh: "“合计/次数”，如 90/20", en: "a total over a count such as 90/20")
}
