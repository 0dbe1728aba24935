import MusterWords
import Training

// The lists that a new kind of question enters; all else of it stands in its own file.

extension QuestionWord {
  /// The kind in files.
  var form: any QuestionForm.Type {
    switch self {
    case .single: SingleChoice.self
    case .multiple: MultipleChoice.self
    case .trueFalse: TrueFalse.self
    case .short: ShortAnswer.self
    case .number: NumberEntry.self
    case .match: Matching.self
    case .order: Ordering.self
    case .essay, .rolePlay: Essay.self
    }
  }
}

extension Question.Kind {
  /// The question in files.
  var form: any QuestionForm {
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

extension Answer {
  /// What a learner writes, by the letters and numbers printed.
  func text(on item: Paper.Item, options: [ChoiceOption]) -> String {
    switch self {
    case .blank: return ""
    case .letters(let picked):
      return picked.map { letter in item.printed(options.firstIndex { $0.letter == letter }) }
        .sorted().joined()
    case .truth(let truth): return TrueFalse.phrase(truth).zh
    case .text(let text): return text
    case .number(let number): return number.description
    case .choices(let choices):
      return choices.enumerated().map { "\($0 + 1)\(item.printed($1))" }.joined(separator: " ")
    case .order(let steps):
      return steps.compactMap { item.arrangement.firstIndex(of: $0) }.map { String($0 + 1) }
        .joined(separator: " ")
    }
  }
}
