public import MusterWords
public import People
import Vocabulary

/// Reads who is away when: one row for each absence.
public struct AbsenceReader {
  public static let columns: [TableColumn] = .absences

  /// The rows that read well, in the order of the file.
  public private(set) var absences: [(row: TableRow, absence: Absence)] = []
  /// The rows that do not.
  public private(set) var rejects: [RejectedRow] = []

  private let fields: FieldReader

  /// Reads all that `reader`, which was opened with ``columns`` as `mapping` has them, gives.
  public init(_ reader: TableReader, mapping: ImportMapping = ImportMapping()) throws(FileRefusal) {
    var fields = FieldReader(reader, mapping: mapping, zone: .utc, currency: .yuan)
    let number = fields.column("agent_id")
    let from = fields.column("from")
    let to = fields.column("to")
    let kind = fields.column("kind")
    while let row = try reader.next() {
      if let fault = row.fault {
        let problem = fault.fileFault(file: reader.file, line: row.line)
        rejects.append(RejectedRow(row: row, faults: [problem]))
        continue
      }
      let agent = AgentNumber(fields.required(row, number))
      let first = fields.day(row, from)
      if first == nil, fields.text(row, from) == nil { fields.report(.empty, row, from) }
      let last = fields.day(row, to)
      if last == nil, fields.text(row, to) == nil { fields.report(.empty, row, to) }
      if let first, let last, last < first { fields.report(.beforeFirstDay, row, to) }
      let called = fields.required(row, kind)
      let faults = fields.takeProblems()
      guard faults.isEmpty, let agent, let first, let last else {
        rejects.append(RejectedRow(row: row, faults: faults))
        continue
      }
      absences.append((row, Absence(agent: agent, days: first...last, kind: called)))
    }
    self.fields = fields
  }

  /// The row of an absence whose agent is not known, turned back.
  public func unknownAgent(_ row: TableRow) -> RejectedRow {
    let fault = ImportFault.unknownAgent
    return RejectedRow(
      row: row, faults: [fault.fileFault(row, column: "agent_id", in: fields.reader)])
  }
}
