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
