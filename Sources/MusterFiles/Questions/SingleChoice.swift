import MusterWords
import Training

extension SingleChoice: QuestionForm {
  static var list: QuestionBlock.List? { .options }

  static func read(_ block: inout QuestionBlock) throws(QuestionFault) -> Question.Kind? {
    let (options, key) = block.choices()
    guard key.count == 1 else { throw key.isEmpty ? .noKey : .severalKeys(key) }
    return .single(try SingleChoice(options: options, key: key[0]))
  }

  var written: (fields: [QuestionField: String], list: [String]) {
    ([:], options.map { $0.line(isTicked: $0.letter == key) })
  }

  /// One letter, `B`.
  func answer(_ cell: AnswerCell) throws(AnswerFault) -> Answer {
    let letters = try cell.letters(of: options)
    guard letters.count == 1 else { throw .severalLetters }
    return .letters(letters)
  }

}
