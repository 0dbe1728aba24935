import MusterWords
import Training

extension Ordering: QuestionForm {
  static var fields: [QuestionField] { [.rule] }
  static var list: QuestionBlock.List? { .steps }

  private static let rules: [RuleWord: Rule] = [
    .beforeAndAfter: .beforeAndAfter, .allOrNothing: .allOrNothing,
  ]

  static func read(_ block: inout QuestionBlock) throws(QuestionFault) -> Question.Kind? {
    guard let field = block.fields[.rule] else {
      return .order(try Ordering(items: block.items))
    }
    guard let rule = RuleWord(field.value).flatMap({ rules[$0] }) else {
      block.report(.badRule([.beforeAndAfter, .allOrNothing]), field)
      return nil
    }
    return .order(try Ordering(items: block.items, rule: rule))
  }

  var written: (fields: [QuestionField: String], list: [String]) {
    let word = Ordering.rules.first { $0.value == rule }?.key
    return (
      [.rule: word?.words[0] ?? ""], items.enumerated().map { "\($0 + 1). \($1)" }
    )
  }

  /// The numbers printed before the steps, in the right order, `3 1 2 4` or `3124`.
  func answer(_ cell: AnswerCell) throws(AnswerFault) -> Answer {
    let count = items.count
    var tokens = narrowed(cell.text).split { isSeparator($0) || "->→.)".contains($0) }.map(
      String.init)
    if tokens.count == 1, count < 10 || tokens[0].contains(where: { !$0.isNumber }) {
      tokens = tokens[0].map(String.init)
    }
    let places = tokens.map { token in
      Int(token).map { $0 - 1 }
        ?? (token.count == 1 ? token.first.flatMap(Letter.init)?.index : nil)
    }
    guard places.compactMap(\.self).sorted() == Array(0..<count), places.count == count else {
      throw .noOrder(count: count)
    }
    return .order(places.compactMap { $0 }.map { cell.item.arrangement[$0] })
  }

  var rulePhrase: Phrase? { rule.phrase }
}
