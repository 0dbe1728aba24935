public import People

extension Rung {
  /// What the rung is called.
  public var phrase: Phrase {
    switch self {
    case .agent: Phrase(zh: "客服", en: "agent")
    case .senior: Phrase(zh: "高级客服", en: "senior agent")
    case .lead: Phrase(zh: "组长", en: "team lead")
    case .supervisor: Phrase(zh: "主管", en: "supervisor")
    }
  }

  /// The rung that a file names by its code or by its Chinese or English word, or nil.
  public init?(word: String) {
    let word = trimmed(word).lowercased()
    let rung = Rung.allCases.first {
      word == $0.rawValue || word == $0.phrase.zh || word == $0.phrase.en
    }
    guard let rung else { return nil }
    self = rung
  }
}

/// What is told of agents.
public enum PeopleText {
  /// There is nobody with a number; `near` is one that it may be a slip of.
  public static func unknown(_ number: String, near: String?) -> Phrase {
    Phrase(
      zh: "花名册里没有工号 \(number)" + (near.map { "；是否是 \($0)？" } ?? "，请先导入花名册"),
      en: "nobody on the staff list has the number \(number)"
        + (near.map { "; maybe it is \($0)" } ?? "; import the list first"))
  }
}
