/// A language that Muster speaks to people.
public enum Language: String, CaseIterable, Hashable, Sendable {
  case zh, en
}

/// A sentence or a word in every language Muster speaks.
///
/// Every text about the domain is one of these and stands in this folder, so that a translation
/// that is missing does not compile.
public struct Phrase: Hashable, Sendable {
  public let zh: String
  public let en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The same text in every language: a name, a number, a code.
  public init(verbatim text: String) {
    self.init(zh: text, en: text)
  }

  public subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
