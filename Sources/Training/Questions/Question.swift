public import Vocabulary

/// A question of a module's bank.
public struct Question: Hashable, Sendable {
  /// What is asked for, with its key and its rule of grading; each kind has a file of its own.
  public enum Kind: Hashable, Sendable {
    case single(SingleChoice)
    case multiple(MultipleChoice)
    case trueFalse(TrueFalse)
    case short(ShortAnswer)
    case number(NumberEntry)
    case match(Matching)
    case order(Ordering)
    case essay(Essay)
  }

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
    switch (kind, answer) {
    case (.essay, .text): nil
    case (.single(let question), .letters(let picked)): question.credit(for: picked)
    case (.multiple(let question), .letters(let picked)):
      question.credit(for: picked, outOf: points)
    case (.trueFalse(let question), .truth(let truth)): question.credit(for: truth)
    case (.short(let question), .text(let text)): question.credit(for: text)
    case (.number(let question), .number(let number)): question.credit(for: number)
    case (.match(let question), .choices(let choices)): question.credit(for: choices)
    case (.order(let question), .order(let order)): question.credit(for: order)
    default: Credit.none
    }
  }

  /// What a change of the question that matters for its grading changes: the points, the stem, the
  /// options, the key and the rule, not the explanation or the learning points.
  public var contentHash: ContentHash {
    var text = CanonicalText()
    text.add("id", id)
    text.add("points", points)
    text.add("stem", stem)
    switch kind {
    case .single(let question): question.describe(into: &text)
    case .multiple(let question): question.describe(into: &text)
    case .trueFalse(let question): question.describe(into: &text)
    case .short(let question): question.describe(into: &text)
    case .number(let question): question.describe(into: &text)
    case .match(let question): question.describe(into: &text)
    case .order(let question): question.describe(into: &text)
    case .essay(let question): question.describe(into: &text)
    }
    return text.hash
  }

  /// Whether a person has to grade it.
  public var isEssay: Bool {
    if case .essay = kind { true } else { false }
  }
}

/// What a learner answered, in the ids and positions of the file, not of the paper.
public enum Answer: Hashable, Sendable {
  case blank
  /// The options picked, by rising letter.
  case letters([Letter])
  case truth(Bool)
  case text(String)
  case number(ExactDecimal)
  /// For each left side of a match its choice, an index into ``Matching/choices``, or nil.
  case choices([Int?])
  /// Positions `0..<n` of the right order, in the order the learner put them.
  case order([Int])
}

/// Why a question cannot be built.
public enum QuestionFault: Error, Hashable, Sendable {
  case tooFewOptions(Int)
  case repeatedLetter(Letter)
  case emptyOption(Letter)
  case noKey
  case severalKeys([Letter])
  case keyIsNoOption(Letter)
  case noPattern
  case negativeTolerance
  case tooFewPairs(Int)
  case emptyChoice(left: String)
  case repeatedLeft(String)
  case distractorIsRight(String)
  case tooFewItems(Int)
  case repeatedItem(String)
}
