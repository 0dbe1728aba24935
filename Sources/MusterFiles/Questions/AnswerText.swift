public import MusterWords
public import Training

/// An answer as a learner writes it in a cell, by the letters and numbers printed on the paper.
///
/// Each kind says how, at its ``QuestionForm/answer(_:)``. Full-width forms and small letters count.
/// An empty cell is no answer.
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
    answer.text(on: item, options: question.kind.form.options)
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
