extension ImportFault {
  package var wanted: Phrase {
    switch self {
    case .empty:
      Phrase(zh: "不为空的值", en: "a value; the field is empty")
    case .badTime:
      Phrase(zh: "形如 2026-10-01T09:30:00 的时间", en: "a time like 2026-10-01T09:30:00")
    case .badDay:
      Phrase(zh: "形如 2026-10-01 的日期", en: "a date like 2026-10-01")
    case .beforeArrival:
      Phrase(zh: "不早于进线时间的时间", en: "a time that is not before the arrival")
    case .beforeHiring:
      Phrase(zh: "不早于入职日期的日期", en: "a day that is not before that of hiring")
    case .beforeFirstDay:
      Phrase(zh: "不早于开始日期的日期", en: "a day that is not before the first one")
    case .badFlag:
      Phrase(zh: "0 或 1（是、否也可）", en: "0 or 1 (or yes, no)")
    case .badRating:
      Phrase(zh: "1 到 5 的整数", en: "a whole number from 1 to 5")
    case .badRung:
      Phrase(
        zh: "以下职级之一：agent、senior、lead、supervisor（或客服、高级客服、组长、主管）",
        en: "one of agent, senior, lead, supervisor")
    case .badSeconds:
      Phrase(zh: "不小于 0 的整秒数", en: "whole seconds, not negative")
    case .badMinorAmount:
      Phrase(zh: "以分为单位的整数", en: "a whole amount in minor units (fen)")
    case .badMajorAmount:
      Phrase(zh: "形如 199.90 的金额", en: "an amount like 199.90")
    case .negativeAmount:
      Phrase(zh: "不小于 0 的金额", en: "an amount that is not negative")
    case .tooLarge:
      Phrase(zh: "不超过一百亿元的金额", en: "an amount of at most ten thousand million")
    case .duplicate:
      Phrase(zh: "文件中只出现一次的编号", en: "an id that stands in one row only")
    case .badVersion:
      Phrase(
        zh: "muster people list --csv 给出的版本号", en: "a version as muster people list --csv gives it")
    case .unknownAgent:
      Phrase(zh: "已导入的客服工号", en: "the number of an agent on the staff list")
    }
  }

  package var hint: Phrase? {
    switch self {
    case .badMinorAmount:
      Phrase(
        zh: "若文件以元为单位，请在映射文件中写 amounts: major",
        en: "where the file has major units, say `amounts: major` in a mapping file")
    case .duplicate:
      Phrase(zh: "保留第一行，请删去重复的行", en: "the first row stands, take the others out")
    case .unknownAgent:
      Phrase(
        zh: "请先用 muster people import 导入花名册",
        en: "import the staff list first: muster people import")
    default: nil
    }
  }
}

/// What imports tell.
public enum ImportWords {
  /// Whether a word of a table says yes or no, or nil where it says neither.
  package static func flag(_ word: String) -> Bool? {
    switch word.lowercased() {
    case "false", "no", "n", "否": false
    case "true", "yes", "y", "是": true
    default: nil
    }
  }

  public static let rows = Phrase(zh: "行", en: "rows")

  /// Why a file is kept out as a whole.
  public static func refused(rows: Int) -> Phrase {
    Phrase(
      zh: "共 \(rows) 行有误；因为 --strict，没有写入任何内容",
      en: "\(rows == 1 ? "1 row is" : "\(rows) rows are") at fault; "
        + "nothing was kept, as --strict asks")
  }

  /// What follows the first faults of a file that went in without some rows.
  public static func rejected(rows: Int, file: String?) -> Phrase {
    let number = rows == 1 ? "1 row was" : "\(rows) rows were"
    guard let file else {
      return Phrase(zh: "共 \(rows) 行有误，未导入", en: "\(number) not taken")
    }
    return Phrase(
      zh: "共 \(rows) 行有误，未导入，见 \(file)；改正后可直接导入该文件",
      en: "\(number) not taken: see \(file); mend the rows there and import that file")
  }

  public static func unknownHeadings(_ names: [String]) -> Phrase {
    Phrase(
      zh: "未用到的列：\(names.joined(separator: "、"))",
      en: "columns not used: \(names.joined(separator: ", "))")
  }

  public static func rejectsAreInput(_ path: String) -> Phrase {
    Phrase(
      zh: "\(path) 是要导入的文件；请用 --rejects 指定另一个文件",
      en: "\(path) is the file to import; name another one by --rejects")
  }

  public static let endsOpen = Phrase(
    zh: "注意：文件最后一行没有换行符；请确认文件完整、没有被截断",
    en: "note: the last row has no line end; make sure that the file is whole")

  public static let dryRun = Phrase(
    zh: "试运行：没有写入任何内容", en: "dry run: nothing was kept")

  public static func badSource(_ name: String) -> Phrase {
    Phrase(
      zh: "来源名“\(name)”不能用：不能为空，也不能含“/”",
      en: "a source cannot be called \"\(name)\": a name is not empty and has no \"/\"")
  }
}
