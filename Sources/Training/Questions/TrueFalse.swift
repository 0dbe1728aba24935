/// A statement that is right or wrong: all or nothing.
public struct TrueFalse: QuestionKind {
  public let key: Bool

  public init(key: Bool) {
    self.key = key
  }

  var word: QuestionWord { .trueFalse }

  func credit(for answer: Answer, outOf points: Points) -> Credit? {
    answer == .truth(key) ? .full : Credit.none
  }

  func sample(isRight: Bool) -> Answer? { .truth(key == isRight) }

  func translated(by text: Translation.QuestionText) -> Question.Kind? { .trueFalse(self) }

  func describe(into text: inout CanonicalText) {
    text.add("kind", "true-false")
    text.add("key", key)
  }
}
