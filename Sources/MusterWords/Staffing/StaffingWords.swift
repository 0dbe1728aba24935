public import Forecasting
public import Staffing

extension ServiceStandard.Fault {
  /// What is wrong with the numbers of a standard.
  public var phrase: Phrase {
    switch self {
    case .noTarget:
      Phrase(zh: "至少要有一个服务水平目标", en: "a standard has at least one target")
    case .variabilityNegative(let value):
      Phrase(
        zh: "处理时长的变异系数平方不能为负，读到 \(value)",
        en: "a variability of handle times is not negative, not \(value)")
    case .variabilityUnused:
      Phrase(
        zh: "变异系数平方只用于客户不放弃、一次只处理一个会话的情形；请去掉它，或去掉耐心时长与并发",
        en:
          "a variability of handle times counts only where nobody gives up and agents have one contact at a time; leave it out, or the patience and the concurrency"
      )
    case .handleTimeNotPositive(let seconds):
      Phrase(
        zh: "平均处理时长应大于 0 秒，读到 \(seconds)",
        en: "a handle time is more than 0 seconds, not \(seconds)")
    case .patienceNotPositive(let seconds):
      Phrase(
        zh: "客户耐心时长应大于 0 秒，读到 \(seconds)", en: "a patience is more than 0 seconds, not \(seconds)"
      )
    case .concurrencyNotPositive(let chats):
      Phrase(zh: "并发数至少为 1，读到 \(chats)", en: "a concurrency is at least 1, not \(chats)")
    case .occupancyOutOfRange(let share):
      Phrase(
        zh: "占用率上限应大于 0%、不超过 100%，读到 \(share)",
        en: "a cap on occupancy is above 0% and at most 100%, not \(share)")
    case .shrinkageOutOfRange(let share):
      Phrase(
        zh: "损耗率应不小于 0%、小于 100%，读到 \(share)",
        en: "shrinkage is at least 0% and below 100%, not \(share)")
    }
  }
}

extension ForecastFault {
  /// Why nothing can be forecast.
  public var phrase: Phrase {
    switch self {
    case .nothingKnown:
      Phrase(zh: "历史数据里没有一个数", en: "the history holds no number")
    case .volumeNotANumber(let index):
      Phrase(
        zh: "历史数据第 \(index + 1) 个时段不是不小于 0 的数",
        en: "interval \(index + 1) of the history is no number that is not negative")
    case .levelOutOfRange(let level):
      Phrase(
        zh: "区间水平应在 0% 与 100% 之间，读到 \(level * 100)%",
        en: "a level is between 0% and 100%, not \(level * 100)%")
    case .horizonNegative(let count):
      Phrase(zh: "时段数不能为负，读到 \(count)", en: "a number of intervals is not negative, not \(count)")
    }
  }
}
