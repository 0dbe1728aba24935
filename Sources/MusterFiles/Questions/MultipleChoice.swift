import MusterWords
import Training

extension MultipleChoice: QuestionForm {
  static var fields: [QuestionField] { [.rule] }
  static var list: QuestionBlock.List? { .options }

  static func read(_ block: inout QuestionBlock) throws(QuestionFault) -> Question.Kind? {
    let (options, key) = block.choices()
    guard let field = block.fields[.rule] else {
      return .multiple(try MultipleChoice(options: options, key: key))
    }
    guard let partial = partial(field.value) else {
      block.report(.badRule([.half, .allOrNothing, .fixed]), field)
      return nil
    }
    return .multiple(try MultipleChoice(options: options, key: key, partial: partial))
  }

  private static func partial(_ text: String) -> Partial? {
    switch RuleWord(text) {
    case .half: return .half
    case .allOrNothing: return .nothing
    default:
      let rule = narrowed(text).lowercased()
      guard let lead = RuleWord.fixed.words.first(where: { rule.hasPrefix($0) }) else { return nil }
      let amount = rule.dropFirst(lead.count)
      let unit = QuestionFileWords.units[0]
      let number = amount.hasSuffix(unit) ? amount.dropLast(unit.count) : amount
      return Points(trimmed(String(number))).map { .fixed($0) }
    }
  }

  var written: (fields: [QuestionField: String], list: [String]) {
    let rule =
      switch partial {
      case .half: RuleWord.half.words[0]
      case .nothing: RuleWord.allOrNothing.words[0]
      case .fixed(let points): "\(RuleWord.fixed.words[0]) \(points)"
      }
    return ([.rule: rule], options.map { $0.line(isTicked: key.contains($0.letter)) })
  }

  /// Letters, `ABD` or `A,B,D`.
  func answer(_ cell: AnswerCell) throws(AnswerFault) -> Answer {
    .letters(try cell.letters(of: options).sorted())
  }

  var rulePhrase: Phrase? { partial.phrase }
}
