public import MusterWords
public import Training
public import Vocabulary

/// Answers as a form exports them, a row for each: `agent_id,module,question,answer`.
///
/// `attempt` says which of the agent's papers is meant, and may be left out: then it is the one
/// that is open. `submitted_on` is a day. How an answer is written is told at ``AnswerText``. A
/// question without a row has no answer.
public struct AnswerSheet: Sendable {
  /// One answer with the line it stands in.
  public struct Cell: Hashable, Sendable {
    public let line: Int
    public let question: Question.ID
    public let text: String
  }

  /// All answers of one agent to one paper.
  public struct Form: Hashable, Sendable {
    public let agent: AgentNumber
    public let module: Module.ID
    /// From 1; nil where the file does not say.
    public let attempt: Int?
    public let submittedOn: Day?
    /// In the order of the file.
    public fileprivate(set) var cells: [Cell]
  }

  /// The file as the user named it.
  public let file: String
  /// In the order in which they begin.
  public let forms: [Form]
  /// What is wrong with rows, which are left out.
  public let problems: [Problem]

  public static let columns = [
    TableColumn("agent_id", synonyms: ["工号"]),
    TableColumn("module", synonyms: ["模块"]),
    TableColumn("question", synonyms: ["题号"]),
    TableColumn("answer", synonyms: ["答案", "作答"]),
    TableColumn("attempt", synonyms: ["次数", "第几次"], isRequired: false),
    TableColumn("submitted_on", synonyms: ["交卷日期"], isRequired: false),
  ]

  /// Reads a table made with ``columns``.
  public init(_ reader: CSVReader) throws(FileRefusal) {
    var forms: [Form] = []
    var index: [FormKey: Int] = [:]
    var problems: [Problem] = []
    for row in try reader.rest() {
      let fields = SheetFields(row, reader)
      let agent = fields.value(
        "agent_id", or: TrainingPhrase.agentNumber, parse: { AgentNumber($0) })
      let module = fields.value("module", or: TrainingPhrase.moduleID, parse: { Module.ID($0) })
      let question = fields.value(
        "question", or: TrainingPhrase.questionID, parse: { Question.ID($0) })
      let attempt = fields.optional("attempt", or: TrainingPhrase.attemptNumber) { text in
        Int(text).flatMap { $0 > 0 ? $0 : nil }
      }
      let day = fields.optional("submitted_on", or: TrainingPhrase.day, parse: { Day($0) })
      problems += fields.problems
      guard let agent, let module, let question, fields.problems.isEmpty else { continue }
      let cell = Cell(line: row.line, question: question, text: fields.text("answer"))
      let key = FormKey(agent: agent, module: module, attempt: attempt)
      guard let place = index[key] else {
        index[key] = forms.count
        forms.append(
          Form(agent: agent, module: module, attempt: attempt, submittedOn: day, cells: [cell]))
        continue
      }
      if let earlier = forms[place].cells.first(where: { $0.question == question }) {
        problems.append(
          reader.problem(
            row, column: "question", wanted: TrainingPhrase.answeredOnce(line: earlier.line)))
      } else {
        forms[place].cells.append(cell)
      }
    }
    self.file = reader.file
    self.forms = forms
    self.problems = problems
  }

  private struct FormKey: Hashable {
    let agent: AgentNumber
    let module: Module.ID
    let attempt: Int?
  }

  /// The answers of a form to its paper, in the ids of the file; `language` forms of the module
  /// count where texts are compared.
  ///
  /// A cell that is no answer to its question is reported and left out.
  public func answers(
    of form: Form, to paper: Paper, from module: Module, translated: [Module] = []
  ) -> (answers: [Question.ID: Answer], problems: [Problem]) {
    var answers: [Question.ID: Answer] = [:]
    var problems: [Problem] = []
    func report(_ cell: Cell, _ column: String, _ found: String, _ wanted: Phrase, _ hint: Phrase?)
    {
      problems.append(
        Problem(
          file: file, line: cell.line, column: column, found: found, wanted: wanted, hint: hint))
    }
    for cell in form.cells {
      guard let item = paper.item(cell.question), let question = module.question(cell.question)
      else {
        report(
          cell, "question", cell.question.text, TrainingPhrase.questionOnPaper(paper), nil)
        continue
      }
      do throws(AnswerText.Fault) {
        answers[cell.question] = try AnswerText.read(
          cell.text, to: question, on: item,
          translated: translated.compactMap { $0.question(cell.question) })
      } catch {
        report(cell, "answer", cell.text, error.wanted, error.hint)
      }
    }
    return (answers, problems)
  }
}

/// The fields of one row by column, with what is wrong with them.
final class SheetFields {
  private let row: CSVRow
  private let reader: CSVReader
  private(set) var problems: [Problem] = []

  init(_ row: CSVRow, _ reader: CSVReader) {
    self.row = row
    self.reader = reader
  }

  /// The text of a column, empty where the file has none.
  func text(_ column: String) -> String {
    reader.heading.place(of: column).map { trimmed(row.text($0)) } ?? ""
  }

  /// What `parse` makes of a column; reported where it makes nothing.
  func value<Value>(_ column: String, or wanted: Phrase, parse: (String) -> Value?) -> Value? {
    if let value = parse(text(column)) { return value }
    problems.append(reader.problem(row, column: column, wanted: wanted))
    return nil
  }

  /// What `parse` makes of a column that may be empty or missing.
  func optional<Value>(_ column: String, or wanted: Phrase, parse: (String) -> Value?) -> Value? {
    text(column).isEmpty ? nil : value(column, or: wanted, parse: parse)
  }
}
