import MusterWords
import Training

extension NumberEntry: QuestionForm {
  static var fields: [QuestionField] { [.answer, .tolerance] }

  static func read(_ block: inout QuestionBlock) throws(QuestionFault) -> Question.Kind? {
    let key = block.value(of: .answer, or: .badNumber) { ExactDecimal($0) }
    guard let key else { return nil }
    guard block.fields[.tolerance] != nil else { return .number(try NumberEntry(key: key)) }
    let tolerance = block.value(of: .tolerance, or: .badTolerance, parse: tolerance)
    guard let tolerance else { return nil }
    return .number(try NumberEntry(key: key, tolerance: tolerance))
  }

  private static func tolerance(_ text: String) -> Tolerance? {
    let text = trimmed(narrowed(text))
    guard text.hasSuffix("%") else { return ExactDecimal(text).map { .absolute($0) } }
    guard let percent = ExactDecimal(text.dropLast()), let hundredth = ExactDecimal("0.01") else {
      return nil
    }
    return .relative(percent * hundredth)
  }

  var written: (fields: [QuestionField: String], list: [String]) {
    var fields: [QuestionField: String] = [.answer: key.description]
    switch tolerance {
    case .absolute(.zero): break
    case .absolute(let amount): fields[.tolerance] = amount.description
    case .relative(let share):
      fields[.tolerance] = ExactDecimal("100").map { "\(share * $0)%" }
    }
    return (fields, [])
  }

  /// Digits, `24` or `1,234.5`.
  func answer(_ cell: AnswerCell) throws(AnswerFault) -> Answer {
    guard let number = ExactDecimal(cell.text) else { throw .noNumber }
    return .number(number)
  }

  var keyPhrase: Phrase? { phrase }
}
