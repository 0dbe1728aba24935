import MusterWords
import Training

/// How people write questions of a kind and answers to them; each kind in a file of its own.
protocol QuestionForm {
  /// The fields of `quiz.md` that such questions have beside those of all.
  static var fields: [QuestionField] { get }
  /// What the list below the text is in `quiz.md`; nil where there is none.
  static var list: QuestionBlock.List? { get }
  /// The question that a block of `quiz.md` makes, or nil after its faults have been reported.
  static func read(_ block: inout QuestionBlock) throws(QuestionFault) -> Question.Kind?
  /// The fields and the lines of the list that `quiz.md` has for the question.
  var written: (fields: [QuestionField: String], list: [String]) { get }
  /// The options that letters stand for; none where there are no such.
  var options: [ChoiceOption] { get }
  /// The answer that a learner wrote: the text, unless the kind says another way.
  func answer(_ cell: AnswerCell) throws(AnswerFault) -> Answer
  /// The key where it is more than a right answer.
  var keyPhrase: Phrase? { get }
  /// How an answer that is right in part is graded; nil where there is no such.
  var rulePhrase: Phrase? { get }
}

extension QuestionForm {
  static var fields: [QuestionField] { [] }
  static var list: QuestionBlock.List? { nil }
  var options: [ChoiceOption] { [] }
  func answer(_ cell: AnswerCell) throws(AnswerFault) -> Answer { .text(cell.text) }
  var keyPhrase: Phrase? { nil }
  var rulePhrase: Phrase? { nil }
}
