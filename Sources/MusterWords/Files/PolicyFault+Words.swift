package import Vocabulary

extension PolicyFault {
  /// The fault as it stands in `file`.
  package func fileFault(file: String) -> FileFault {
    switch self {
    case .encoding:
      FileFault(file: file, wanted: Phrase(zh: "UTF-8 编码的文字", en: "text in UTF-8"))
    case .syntax(let words, let line, let column):
      FileFault(
        file: file, line: line, column: column.map(String.init),
        wanted: Phrase(zh: "合法的 YAML（解析器：\(words)）", en: "YAML (the parser: \(words))"),
        hint: words.contains("cannot start any token")
          ? Phrase(
            zh: "缩进只能用空格；以 @ % ` 等开头的文字要加引号",
            en: "indent with blanks, and put quotes around text that begins with a sign")
          : nil)
    case .repeatedKey(let key, let line, let column):
      FileFault(
        file: file, line: line, column: column.map(String.init), found: key, wanted: .policyKeyOnce)
    case .noMapping:
      FileFault(
        file: file, line: 1,
        wanted: Phrase(zh: "由“键: 值”组成的 YAML", en: "YAML made of `key: value` entries"))
    }
  }
}

// What readers of policies want.
extension Phrase {
  package static let policyText = Phrase(zh: "文字", en: "a text")
  package static let policyMapping = Phrase(zh: "“键: 值”条目", en: "`key: value` entries")
  package static let policyList = Phrase(zh: "列表", en: "a list")
  package static let policyKeyOnce = Phrase(zh: "每个键只写一次", en: "each key once")

  package static func policyKey(_ key: String) -> Phrase {
    Phrase(zh: "这里有“\(key)”", en: "a key `\(key)` here")
  }

  package static func policyKnownKey(_ known: [String]) -> Phrase {
    Phrase(
      zh: "以下键之一：\(known.joined(separator: "、"))",
      en: "one of the keys \(known.joined(separator: ", "))")
  }

  /// The hint that `word` may be meant.
  public static func maybe(_ word: String) -> Phrase {
    Phrase(zh: "是否就是“\(word)”？", en: "maybe \"\(word)\"")
  }

  /// One of `words`, as they are written in files.
  public static func oneOf(_ words: [String]) -> Phrase {
    Phrase(
      zh: "以下之一：\(words.joined(separator: "、"))", en: "one of \(words.joined(separator: ", "))")
  }

  /// A whole number in `range`.
  public static func wholeNumber(in range: ClosedRange<Int>) -> Phrase {
    let (zh, en) = limits(
      "\(range.lowerBound)", range.upperBound == .max ? nil : "\(range.upperBound)")
    return Phrase(zh: "\(zh)的整数", en: "a whole number \(en)")
  }

  package static func decimal(places: Int, in range: ClosedRange<Int64>) -> Phrase {
    let (zh, en) = limits(
      written(range.lowerBound, places),
      range.upperBound == .max ? nil : written(range.upperBound, places))
    return Phrase(
      zh: "\(zh)的数，至多 \(places) 位小数", en: "a number \(en) with at most \(places) decimals")
  }

  package static func percent(in range: ClosedRange<BasisPoints>) -> Phrase {
    let (zh, en) = limits(
      "\(range.lowerBound)", range.upperBound.count == .max ? nil : "\(range.upperBound)")
    return Phrase(zh: "\(zh)的百分比，如 12.5%", en: "a percentage \(en), such as 12.5%")
  }

  package static func number(in range: ClosedRange<Double>) -> Phrase {
    let (zh, en) = limits(
      "\(range.lowerBound)", range.upperBound == .infinity ? nil : "\(range.upperBound)")
    return Phrase(zh: "\(zh)的数", en: "a number \(en)")
  }

  /// An amount in major units with at most `decimals` decimals.
  public static func money(_ decimals: Int) -> Phrase {
    Phrase(
      zh: "金额，以元计，至多 \(decimals) 位小数",
      en: "an amount in major units with at most \(decimals) decimals")
  }

  public static let day = Phrase(zh: "日期，如 2026-03-31", en: "a day such as 2026-03-31")
  public static let month = Phrase(zh: "月份，如 2026-03", en: "a month such as 2026-03")
  public static let timeOfDay = Phrase(zh: "时刻，如 9:00", en: "a time of day such as 9:00")
  public static let minutes = Phrase(
    zh: "时长，如 8:00、8h 或 30m", en: "an amount of time such as 8:00, 8h or 30m")
  public static let currency = Phrase(
    zh: "三个大写字母的货币代码，如 CNY", en: "a currency of three capital letters such as CNY")
  public static let flag = Phrase(zh: "yes 或 no", en: "yes or no")

  private static func limits(_ lowest: String, _ highest: String?) -> (zh: String, en: String) {
    if let highest { return ("\(lowest) 到 \(highest)", "from \(lowest) to \(highest)") }
    return ("不小于 \(lowest)", "of at least \(lowest)")
  }

  private static func written(_ count: Int64, _ places: Int) -> String {
    var power: Int64 = 1
    for _ in 0..<places { power *= 10 }
    return count % power == 0 ? "\(count / power)" : "\(count)e-\(places)"
  }
}
