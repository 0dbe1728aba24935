import MusterWords
import Training

extension ShortAnswer: QuestionForm {
  static var fields: [QuestionField] { [.rule, .answer] }

  static func read(_ block: inout QuestionBlock) throws(QuestionFault) -> Question.Kind? {
    let patterns = block.value(of: .answer, or: .badPattern, parse: AnswerPattern.alternatives)
    guard let patterns else { return nil }
    let rule = block.fields[.rule]
    if let rule, RuleWord(rule.value) != .caseSensitive {
      block.report(.badRule([.caseSensitive]), rule)
      return nil
    }
    return .short(try ShortAnswer(patterns: patterns, caseSensitive: rule != nil))
  }

  private var line: String { patterns.map(\.text).joined(separator: " | ") }

  var written: (fields: [QuestionField: String], list: [String]) {
    var fields: [QuestionField: String] = [.answer: line]
    if caseSensitive { fields[.rule] = RuleWord.caseSensitive.words[0] }
    return (fields, [])
  }

  var keyPhrase: Phrase? { Phrase(verbatim: line) }
}
