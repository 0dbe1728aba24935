public import Vocabulary

/// A question of a module's bank.
public struct Question: Hashable, Sendable {
  public typealias ID = Identifier<Question>

  public let id: ID
  /// What a right answer is worth.
  public let points: Points
  /// The learning points it covers, in the order of the file.
  public let covers: [LearningPoint.ID]
  /// The clauses it rests on, as its author names them.
  public let sources: [String]
  /// Lines in the author's language.
  public let stem: String
  public let kind: Kind
  /// Why the key is right, shown after grading.
  public let explanation: String?

  public init(
    id: ID, points: Points, covers: [LearningPoint.ID] = [], sources: [String] = [], stem: String,
    kind: Kind, explanation: String? = nil
  ) {
    self.id = id
    self.points = points
    self.covers = covers
    self.sources = sources
    self.stem = stem
    self.kind = kind
    self.explanation = explanation
  }

  /// The share of full marks that `answer` earns, or nil where a person must grade it.
  ///
  /// No answer, and an answer of another form than the question's, earns nothing.
  public func credit(for answer: Answer) -> Credit? {
    kind.content.credit(for: answer, outOf: points)
  }

  /// What a change of the question that matters for its grading changes: the points, the stem, the
  /// options, the key and the rule, not the explanation or the learning points.
  public var contentHash: ContentHash {
    var text = CanonicalText()
    text.add("id", id)
    text.add("points", points)
    text.add("stem", stem)
    kind.content.describe(into: &text)
    return text.hash
  }

  /// What people call its kind.
  public var word: QuestionWord { kind.content.word }

  /// The rubric by which a person has to grade it, or nil where that needs no person.
  public var rubric: Rubric.ID? { kind.content.gradedBy }

  /// What stands below the text on a paper, from top to bottom.
  public var lists: [PrintedList] { kind.content.lists }

  /// An answer that earns full marks, or one that does not; nil where only people find such words.
  package func sample(isRight: Bool) -> Answer? { kind.content.sample(isRight: isRight) }
}
