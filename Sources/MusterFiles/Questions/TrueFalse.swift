import MusterWords
import Training

extension TrueFalse: QuestionForm {
  static var fields: [QuestionField] { [.answer] }

  static func read(_ block: inout QuestionBlock) throws(QuestionFault) -> Question.Kind? {
    block.value(of: .answer, or: .badTruth, parse: QuestionFileWords.truth)
      .map { .trueFalse(TrueFalse(key: $0)) }
  }

  var written: (fields: [QuestionField: String], list: [String]) {
    ([.answer: TrueFalse.phrase(key).zh], [])
  }

  /// 对 or 错, also 正确 错误 是 否 T F √ ×.
  func answer(_ cell: AnswerCell) throws(AnswerFault) -> Answer {
    guard let truth = QuestionFileWords.truth(cell.text) else { throw .noTruth }
    return .truth(truth)
  }

  var keyPhrase: Phrase? { TrueFalse.phrase(key) }
}
