public import MusterWords

/// A row that does not go in, and why.
public struct RejectedRow: Sendable {
  public let row: CSVRow
  public let problems: [Problem]

  public init(row: CSVRow, problems: [Problem]) {
    self.row = row
    self.problems = problems
  }
}

extension ImportFault {
  /// The fault as a problem of the field at `column` of `row`.
  func problem(_ row: CSVRow, column: String, in reader: CSVReader) -> Problem {
    var problem = reader.problem(row, column: column, wanted: wanted, hint: hint)
    if self == .empty { problem.found = nil }
    return problem
  }
}
