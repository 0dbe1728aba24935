public import Training

/// An answer as a learner writes it in a cell, by the letters and numbers printed on the paper.
///
/// - single choice: one letter, `B`
/// - multiple choice: letters, `ABD` or `A,B,D`
/// - true-false: 对 or 错, also 正确 错误 是 否 T F √ ×
/// - short: the text
/// - number: digits, `24` or `1,234.5`
/// - match: for each number on the left a letter, `1C 2A 3B`, or the letters in that order, `CAB`
///   with `_` for none; or the texts, `left -> right | left -> right`
/// - order: the numbers printed before the steps, in the right order, `3 1 2 4` or `3124`
/// - essay: the text
///
/// Full-width forms and small letters count. An empty cell is no answer.
public enum AnswerText {
  /// The answer that `text` is to `question` as it stands on a paper at `item`.
  ///
  /// `translated` are forms of the question in other languages, whose texts count too.
  public static func read(
    _ text: String, to question: Question, on item: Paper.Item, translated: [Question] = []
  ) throws(AnswerFault) -> Answer {
    let cell = AnswerCell(text: trimmed(text), item: item, translated: translated.map(\.kind))
    return cell.text.isEmpty ? .blank : try question.kind.form.answer(cell)
  }

  /// How a learner writes `answer` to `question`.
  package static func write(
    _ answer: Answer, to question: Question, on item: Paper.Item
  ) -> String {
    switch answer {
    case .blank: return ""
    case .letters(let picked):
      let options = question.kind.form.options
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

  /// The key by the letters and numbers printed; empty where a person grades.
  static func key(to question: Question, on item: Paper.Item) -> Phrase {
    question.kind.form.keyPhrase
      ?? Phrase(
        verbatim: question.sample(isRight: true).map { write($0, to: question, on: item) } ?? "")
  }
}

/// What a learner wrote about a question, and where that stands.
struct AnswerCell {
  /// Never empty.
  let text: String
  /// The question on the learner's paper.
  let item: Paper.Item
  /// Forms of the question in other languages, whose texts count too.
  let translated: [Question.Kind]
}

extension Paper.Item {
  /// The position in the file of what is printed with a letter.
  func place(of printed: Letter) throws(AnswerFault) -> Int {
    guard arrangement.indices.contains(printed.index) else {
      guard let last = Letter(index: arrangement.count - 1) else { throw .noLetter }
      throw .noSuchLetter(printed, last: last)
    }
    return arrangement[printed.index]
  }

  /// The letter printed before what stands at a position of the file; `_` where there is none.
  func printed(_ position: Int?) -> String {
    position.flatMap { arrangement.firstIndex(of: $0) }.flatMap(Letter.init(index:))?.description
      ?? "_"
  }
}

/// Whether a character only stands between the parts of an answer.
func isSeparator(_ character: Character) -> Bool {
  character.isWhitespace || ",，、;；|/".contains(character)
}
