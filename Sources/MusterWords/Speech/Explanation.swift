/// A statement about a result, and what it rests on.
public struct Explanation: Hashable, Sendable {
  public let text: Phrase
  public let parts: [Explanation]

  public init(_ text: Phrase, _ parts: [Explanation] = []) {
    self.text = text
    self.parts = parts
  }

  public init(verbatim text: String) {
    self.init(Phrase(verbatim: text))
  }

  public init(zh: String, en: String, _ parts: [Explanation] = []) {
    self.init(Phrase(zh: zh, en: en), parts)
  }

  /// The tree as lines, each level indented by two blanks more.
  public func lines(in language: Language) -> [String] {
    [text[language]] + parts.flatMap { $0.lines(in: language).map { "  " + $0 } }
  }
}
