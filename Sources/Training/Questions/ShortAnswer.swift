/// A word or a phrase to fill in: all of the points for the first pattern that matches.
public struct ShortAnswer: Hashable, Sendable {
  /// At least one.
  public let patterns: [AnswerPattern]
  public let caseSensitive: Bool

  public init(patterns: [AnswerPattern], caseSensitive: Bool = false) throws(QuestionFault) {
    guard !patterns.isEmpty else { throw .noPattern }
    self.patterns = patterns
    self.caseSensitive = caseSensitive
  }

  func credit(for text: String) -> Credit {
    patterns.contains { $0.matches(text, caseSensitive: caseSensitive) } ? .full : .none
  }

  func describe(into text: inout CanonicalText) {
    text.add("kind", "short")
    for pattern in patterns { text.add("pattern", pattern.text) }
    text.add("case", caseSensitive)
  }
}
