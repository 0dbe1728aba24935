import Rostering
import Vocabulary

extension RosterTextFault {
  /// The fault as a problem of `file`.
  func problem(file: String, line: Int?, column: String?, found: String?) -> Problem {
    Problem(file: file, line: line, column: column, found: found, wanted: wanted, hint: hint)
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
      Phrase(zh: "“班型=上限”,如 E=14", en: "shift=limit, such as E=14")
    case .rowLength(let count):
      Phrase(zh: "每天一格,共 \(count) 格", en: "one cell a day, \(count) in all")
    case .missingAgent(let id):
      Phrase(zh: "客服 \(id) 的一行", en: "a row for agent \(id)")
    }
  }

  private var hint: Phrase? {
    switch self {
    case .unknownSection:
      Phrase(
        zh: "段名有 HORIZON、SHIFTS、STAFF、DAYS_OFF、SHIFT_ON_REQUESTS、SHIFT_OFF_REQUESTS、COVER",
        en: "there are HORIZON, SHIFTS, STAFF, DAYS_OFF, SHIFT_ON_REQUESTS, SHIFT_OFF_REQUESTS"
          + " and COVER")
    default: nil
    }
  }
}
