public import Performance

// Words of review sheets.
extension QualityWords {
  /// What a cell with points of a review should be.
  package static let reviewPoints = Phrase(zh: "整数或 N/A", en: "a whole number or N/A")
  package static let contactID = Phrase(zh: "会话编号", en: "a contact's id")
}

extension Review.Fault {
  package var wanted: Phrase {
    switch self {
    case .unknownItem(let item, let known):
      Phrase(
        zh: "质检表里有的项目，没有 \(item)（有 \(known.joined(separator: "、"))）",
        en: "items of the scorecard (\(known.joined(separator: ", "))); \(item) is none")
    case .repeatedItem(let item):
      Phrase(zh: "每个项目一行，\(item) 有两行", en: "one row for each item; \(item) has two")
    case .missingItem(let item):
      Phrase(zh: "每个项目都有一行，缺 \(item)", en: "a row for each item; \(item) has none")
    case .pointsOutside(let item, let points, let maximum):
      Phrase(
        zh: "\(item) 的得分在 0 到 \(maximum) 之间，读到 \(points)",
        en: "points from 0 to \(maximum) for \(item), not \(points)")
    }
  }

  package var hint: Phrase? {
    switch self {
    case .missingItem: Phrase(zh: "不适用的项目写 N/A", en: "write N/A where an item does not apply")
    default: nil
    }
  }
}

extension Review.Result {
  /// The result as programs get it.
  public var code: String {
    switch self {
    case .notScored: "not_scored"
    case .passed: "passed"
    case .failed: "failed"
    }
  }

  /// The result in a word.
  public var phrase: Phrase {
    switch self {
    case .notScored: Phrase(zh: "未评分", en: "not scored")
    case .passed: Phrase(zh: "合格", en: "passed")
    case .failed(_, let critical):
      critical.isEmpty
        ? Phrase(zh: "不合格", en: "failed") : Phrase(zh: "一票否决", en: "failed, critical")
    }
  }
}
