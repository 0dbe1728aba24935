/// What a kind of question says of itself, all in the file of the kind.
protocol QuestionKind: Hashable, Sendable {
  /// What people call it.
  var word: QuestionWord { get }
  /// The rubric by which a person grades it; nil where that needs no person.
  var gradedBy: Rubric.ID? { get }
  /// What stands below the text, from top to bottom; at most one list is shuffled.
  var lists: [PrintedList] { get }
  /// The share of `points` that an answer earns, or nil where a person must grade it.
  ///
  /// An answer of another form than the question's earns nothing.
  func credit(for answer: Answer, outOf points: Points) -> Credit?
  /// An answer that earns full marks, or one that does not; nil where only people find such words.
  func sample(isRight: Bool) -> Answer?
  /// The kind with the texts of a translation, or nil where they do not fit.
  func translated(by text: Translation.QuestionText) -> Question.Kind?
  /// Where the texts of a translation differ in more than text.
  func difference(from text: Translation.QuestionText) -> TranslationDifference?
  /// Adds what its grading rests on.
  func describe(into text: inout CanonicalText)
}

extension QuestionKind {
  var gradedBy: Rubric.ID? { nil }
  var lists: [PrintedList] { [] }
  func difference(from text: Translation.QuestionText) -> TranslationDifference? { nil }
}

/// Texts that stand below a question on a paper, each behind a mark.
public struct PrintedList: Hashable, Sendable {
  public enum Mark: Hashable, Sendable {
    case letters, numbers
  }

  public let mark: Mark
  /// In the order of the file.
  public let texts: [String]
  /// Whether a paper has them in an order of its own.
  public let isShuffled: Bool
}
