import Vocabulary

extension SeriesFault {
  package var wanted: Phrase {
    switch self {
    case .noRows:
      Phrase(zh: "至少一行数据", en: "at least one row of data")
    case .intervalUnknown:
      Phrase(zh: "至少两行，才能看出时段长度", en: "at least two rows, to tell the interval from")
    case .intervalUnfit(let seconds):
      Phrase(
        zh: "5 到 60 分钟、能整除一天的时段，这里相邻两行只差 \(SeriesFault.length(seconds).zh)",
        en: "an interval of 5 to 60 minutes that divides the day;"
          + " rows here are \(SeriesFault.length(seconds).en) apart")
    case .badTimestamp:
      Phrase(zh: "形如 2026-11-11T09:30:00 的时间", en: "a time like 2026-11-11T09:30:00")
    case .badDay:
      Phrase(zh: "形如 2026-11-11 的日期", en: "a date like 2026-11-11")
    case .namelessEvent:
      Phrase(zh: "事件名称", en: "the name of an event")
    case .badFactor:
      Phrase(zh: "0 到 100 之间的倍数，如 2.5 或 250%", en: "a factor up to 100, such as 2.5 or 250%")
    case .badHours:
      Phrase(zh: "形如 20:00-24:00 的时间段", en: "hours like 20:00-24:00")
    case .hoursWithoutFactor:
      Phrase(zh: "时间段对应的倍数", en: "the factor that these hours have")
    case .noCalendar:
      Phrase(
        zh: "以 BEGIN:VCALENDAR 开头、END:VCALENDAR 结尾的日历",
        en: "a calendar from BEGIN:VCALENDAR to END:VCALENDAR")
    case .repeatingEvent:
      Phrase(zh: "逐日写明的事件", en: "an event whose days are written out")
    case .endlessEvent:
      Phrase(zh: "不超过 60 天、结束晚于开始的事件", en: "an event of at most 60 days that ends after it begins")
    case .zonedTime:
      Phrase(zh: "当地日期，如 20261111", en: "a local date, such as 20261111")
    case .badVolume:
      Phrase(zh: "一个数", en: "a number")
    case .negativeVolume:
      Phrase(zh: "不小于 0 的数", en: "a number that is not negative")
    case .absurdVolume:
      Phrase(zh: "不超过十亿的数", en: "a number of at most a thousand million")
    case .repeated(let line):
      Phrase(
        zh: "互不相同的时间，第 \(line) 行已有这个时间", en: "each time once; it stands on line \(line) too")
    case .noSuchTime(let zone):
      Phrase(zh: "\(zone) 的钟会走到的时间", en: "a time that clocks in \(zone) show")
    case .unsorted:
      Phrase(zh: "晚于上一行的时间", en: "a time after that of the row before")
    case .offGrid(let interval):
      Phrase(
        zh: "一个 \(interval.minutes) 分钟时段的开始时间",
        en: "the beginning of an interval of \(interval.minutes) minutes")
    case .spanTooLong(let years):
      Phrase(
        zh: "30 年以内的数据，这里首尾相差 \(years) 年",
        en: "a history of at most 30 years; this is \(years) after the first row")
    case .noVolumeColumn(let names):
      names.count == 1
        ? Phrase(zh: "表头中有“\(names[0])”列", en: "a column \(names[0]) in the heading")
        : Phrase(
          zh: "表头中有以下列之一：\(names.joined(separator: "、"))",
          en: "one of the columns \(names.joined(separator: ", ")) in the heading")
    }
  }

  package var hint: Phrase? {
    switch self {
    case .noRows:
      Phrase(zh: "文件只有表头", en: "the file has a heading only")
    case .intervalUnknown:
      Phrase(zh: "或用 --interval 指明分钟数", en: "or give the minutes by --interval")
    case .negativeVolume, .badVolume:
      Phrase(zh: "没有记录的时段请整行删去", en: "leave out the row of an interval that was not counted")
    case .repeated:
      Phrase(zh: "请合并或删去重复的行", en: "add the rows up or take one out")
    case .noSuchTime:
      Phrase(zh: "那天拨快了时钟，跳过了这个时间", en: "on that day clocks were put forward over it")
    case .unsorted:
      Phrase(zh: "请按时间排序", en: "sort the rows by time")
    case .offGrid:
      Phrase(
        zh: "文件里混有不同的时段长度，请汇总成同一长度", en: "lengths are mixed: sum the rows up to one length")
    case .spanTooLong:
      Phrase(zh: "请检查年份", en: "check the year")
    case .repeatingEvent:
      Phrase(
        zh: "规律重复无法确定假日，请逐年列出", en: "rules of repetition are not read: list the days of each year")
    case .zonedTime:
      Phrase(zh: "请导出为全天事件", en: "export all-day events")
    default: nil
    }
  }

  private static func length(_ seconds: Int64) -> Phrase {
    seconds % 60 == 0
      ? Phrase(zh: "\(seconds / 60) 分钟", en: seconds == 60 ? "1 minute" : "\(seconds / 60) minutes")
      : Phrase(zh: "\(seconds) 秒", en: seconds == 1 ? "1 second" : "\(seconds) seconds")
  }
}
