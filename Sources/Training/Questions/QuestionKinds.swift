// The lists that a new kind of question enters; all else of it stands in its own file.

extension Question {
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

    /// The question of the kind.
    var content: any QuestionKind {
      switch self {
      case .single(let question): question
      case .multiple(let question): question
      case .trueFalse(let question): question
      case .short(let question): question
      case .number(let question): question
      case .match(let question): question
      case .order(let question): question
      case .essay(let question): question
      }
    }
  }
}

/// What people call a kind of question; an essay that is played has a word of its own.
public enum QuestionWord: CaseIterable, Hashable, Sendable {
  case single, multiple, trueFalse, short, number, match, order, essay, rolePlay
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

extension Answer {
  /// The form of the answer, a blank, and what was answered.
  package var text: String {
    switch self {
    case .blank: "blank"
    case .letters(let letters): "letters \(letters.map(\.description).joined())"
    case .truth(let truth): "truth \(truth)"
    case .text(let text): "text \(text)"
    case .number(let number): "number \(number)"
    case .choices(let choices): "choices \(PositionList(choices).text)"
    case .order(let order): "order \(PositionList(order).text)"
    }
  }

  /// The answer that was written as ``text``, or nil.
  package init?(text: String) {
    let end = text.firstIndex(of: " ") ?? text.endIndex
    let rest = text[end...].dropFirst()
    switch text[..<end] {
    case "blank": self = .blank
    case "letters": self = .letters(rest.compactMap { Letter($0) })
    case "truth":
      guard let truth = Bool(String(rest)) else { return nil }
      self = .truth(truth)
    case "text": self = .text(String(rest))
    case "number":
      guard let number = ExactDecimal(rest) else { return nil }
      self = .number(number)
    case "choices":
      guard let list = PositionList(rest) else { return nil }
      self = .choices(list.positions)
    case "order":
      guard let list = PositionList(rest) else { return nil }
      self = .order(list.positions.compactMap(\.self))
    default: return nil
    }
  }
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

/// Where the translation of a question differs from it in more than text.
public enum TranslationDifference: Hashable, Sendable {
  case letters(found: [Letter], wanted: [Letter])
  case pairs(found: Int, wanted: Int)
  case items(found: Int, wanted: Int)
}
