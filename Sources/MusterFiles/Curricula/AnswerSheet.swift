public import MusterWords
import OrderedCollections
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
    public let paper: SheetPaper
    public let submittedOn: Day?
    /// In the order of the file.
    public fileprivate(set) var cells: [Cell]
  }

  /// The file as the user named it.
  public let file: String
  /// In the order in which they begin.
  public let forms: [Form]
  /// What is wrong with rows, which are left out.
  public let faults: [FileFault]

  public static let columns: [TableColumn] = .answers

  /// Reads a table made with ``columns``.
  public init(_ reader: TableReader) throws(FileRefusal) {
    var forms: OrderedDictionary<SheetPaper, Form> = [:]
    var faults: [FileFault] = []
    for row in try reader.rest() {
      let fields = SheetFields(row, reader)
      let ids = fields.question()
      let attempt = fields.attempt()
      let day = fields.optional("submitted_on", or: TrainingWords.day, parse: { Day($0) })
      faults += fields.faults
      guard let ids, fields.faults.isEmpty else { continue }
      let paper = SheetPaper(agent: ids.agent, module: ids.module, attempt: attempt)
      let cells = forms[paper]?.cells ?? []
      if let earlier = cells.first(where: { $0.question == ids.question }) {
        faults.append(
          reader.fileFault(
            row, column: "question", wanted: TrainingWords.answeredOnce(line: earlier.line)))
      } else {
        forms[paper, default: Form(paper: paper, submittedOn: day, cells: [])].cells.append(
          Cell(line: row.line, question: ids.question, text: fields.text("answer")))
      }
    }
    self.file = reader.file
    self.forms = Array(forms.values)
    self.faults = faults
  }

  /// The answers of a form to its paper, in the ids of the file; `language` forms of the module
  /// count where texts are compared.
  ///
  /// A cell that is no answer to its question is reported and left out.
  public func answers(
    of form: Form, to paper: Paper, from module: Module, translated: [Module] = []
  ) -> (answers: [Question.ID: Answer], faults: [FileFault]) {
    var answers: [Question.ID: Answer] = [:]
    var faults: [FileFault] = []
    func report(_ cell: Cell, _ column: String, _ found: String, _ wanted: Phrase, _ hint: Phrase?)
    {
      faults.append(
        FileFault(
          file: file, line: cell.line, column: column, found: found, wanted: wanted, hint: hint))
    }
    for cell in form.cells {
      guard let item = paper.item(cell.question), let question = module.question(cell.question)
      else {
        report(
          cell, "question", cell.question.text, TrainingWords.questionOnPaper(paper), nil)
        continue
      }
      do throws(AnswerFault) {
        answers[cell.question] = try AnswerText.read(
          cell.text, to: question, on: item,
          translated: translated.compactMap { $0.question(cell.question) })
      } catch {
        report(cell, "answer", cell.text, error.wanted, error.hint)
      }
    }
    return (answers, faults)
  }
}
