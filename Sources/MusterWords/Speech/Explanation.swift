/// A statement about a result, and what it rests on.
public struct Explanation: Hashable, Sendable {
  public let phrase: Phrase
  public let parts: [Explanation]

  public init(_ phrase: Phrase, _ parts: [Explanation] = []) {
    self.phrase = phrase
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
    [phrase[language]] + parts.flatMap { $0.lines(in: language).map { "  " + $0 } }
  }
}
