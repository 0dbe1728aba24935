import MusterWords
import Training

extension Essay: QuestionForm {
  static var fields: [QuestionField] { [.rubric] }

  static func read(_ block: inout QuestionBlock) throws(QuestionFault) -> Question.Kind? {
    guard let field = block.required(.rubric) else { return nil }
    let name = narrowed(field.value).split(separator: "#").last.map(String.init) ?? ""
    guard let rubric = Rubric.ID(trimmed(name)) else {
      block.faults.add(.badID, block.file, field.line, found: field.value)
      return nil
    }
    return .essay(Essay(rubric: rubric, form: block.word == .rolePlay ? .rolePlay : .written))
  }

  var written: (fields: [QuestionField: String], list: [String]) {
    ([.rubric: "rubric.md#\(rubric)"], [])
  }
}
