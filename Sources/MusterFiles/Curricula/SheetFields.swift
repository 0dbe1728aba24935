import MusterWords
public import Training
public import Vocabulary

/// Whose paper of which module a row of a sheet is about.
public struct SheetPaper: Hashable, Sendable {
  public let agent: AgentNumber
  public let module: Module.ID
  /// From 1; nil where the file does not say.
  public let attempt: Int?
}

/// The fields of one row by column, with what is wrong with them.
final class SheetFields {
  private let row: TableRow
  private let reader: TableReader
  private(set) var faults: [FileFault] = []

  init(_ row: TableRow, _ reader: TableReader) {
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
    faults.append(reader.fileFault(row, column: column, wanted: wanted))
    return nil
  }

  /// What `parse` makes of a column that may be empty or missing.
  func optional<Value>(_ column: String, or wanted: Phrase, parse: (String) -> Value?) -> Value? {
    text(column).isEmpty ? nil : value(column, or: wanted, parse: parse)
  }

  /// The ids by which a row of answers or grades names a question.
  func question() -> (agent: AgentNumber, module: Module.ID, question: Question.ID)? {
    let agent = value("agent_id", or: TrainingWords.agentNumber, parse: { AgentNumber($0) })
    let module = value("module", or: TrainingWords.moduleID, parse: { Module.ID($0) })
    let question = value("question", or: TrainingWords.questionID, parse: { Question.ID($0) })
    guard let agent, let module, let question else { return nil }
    return (agent, module, question)
  }

  func attempt() -> Int? {
    optional("attempt", or: TrainingWords.attemptNumber) { text in
      Int(text).flatMap { $0 > 0 ? $0 : nil }
    }
  }
}
