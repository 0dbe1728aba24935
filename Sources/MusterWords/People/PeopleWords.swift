public import People
public import Vocabulary

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

extension Agent {
  /// The name, or where it was erased the number, and that it was.
  public var phrase: Phrase {
    isErased
      ? Phrase(zh: "\(number)（已抹除）", en: "\(number) (erased)") : Phrase(verbatim: name)
  }

  /// The number with the name, or that this was erased.
  public var numbered: Phrase { isErased ? phrase : Phrase(verbatim: "\(number) \(name)") }
}

/// What is told of agents.
public enum PeopleWords {
  /// There is nobody with a number; `near` is one that it may be a slip of.
  public static func unknown(_ number: String, near: String?) -> Phrase {
    Phrase(
      zh: "花名册里没有工号 \(number)" + (near.map { "；是否是 \($0)？" } ?? "，请先导入花名册"),
      en: "nobody on the staff list has the number \(number)"
        + (near.map { "; maybe it is \($0)" } ?? "; import the list first"))
  }

  /// The version that was wanted, and what was changed since the one that was found.
  public static func overtaken(
    version: Int, _ changes: [AgentChange], in zone: Zone
  ) -> Phrase {
    func values(_ change: AgentChange, nothing: String) -> String {
      "\(change.field) \(change.old ?? nothing) → \(change.new ?? nothing)"
    }
    let zh = changes.map {
      "\($0.actor) 于 \(zone.format($0.at)) 更改 \(values($0, nothing: "无"))（自 \($0.from) 起）"
    }
    let en = changes.map {
      "\($0.actor), \(zone.format($0.at)): \(values($0, nothing: "nothing")) from \($0.from) on"
    }
    return Phrase(
      zh: "版本 \(version)：名单导出之后，\(zh.joined(separator: "；"))",
      en:
        "version \(version), since after the list was written there came \(en.joined(separator: "; "))"
    )
  }

  public static let takeNewList = Phrase(
    zh: "没有覆盖；请重新运行 muster people list --csv，在新名单上再改",
    en:
      "nothing was written over; take a new list by muster people list --csv and make your change in it"
  )
}
