/// A word or a phrase to fill in: all of the points for the first pattern that matches.
public struct ShortAnswer: QuestionKind {
  /// At least one.
  public let patterns: [AnswerPattern]
  public let caseSensitive: Bool

  public init(patterns: [AnswerPattern], caseSensitive: Bool = false) throws(QuestionFault) {
    guard !patterns.isEmpty else { throw .noPattern }
    self.patterns = patterns
    self.caseSensitive = caseSensitive
  }

  var word: QuestionWord { .short }

  func credit(for answer: Answer, outOf points: Points) -> Credit? {
    guard case .text(let text) = answer else { return Credit.none }
    return patterns.contains { $0.matches(text, caseSensitive: caseSensitive) }
      ? .full : Credit.none
  }

  func sample(isRight: Bool) -> Answer? {
    guard isRight else { return nil }
    return patterns.lazy.map { .text($0.plain) }.first { credit(for: $0, outOf: .zero) == .full }
  }

  /// A learner may answer a paper in either language, whichever it was printed in.
  func translated(by text: Translation.QuestionText) -> Question.Kind? {
    try? .short(ShortAnswer(patterns: patterns + text.patterns, caseSensitive: caseSensitive))
  }

  func describe(into text: inout CanonicalText) {
    text.add("kind", "short")
    for pattern in patterns { text.add("pattern", pattern.text) }
    text.add("case", caseSensitive)
  }
}
