public import MusterWords

/// A row that does not go in, and why.
public struct RejectedRow: Sendable {
  public let row: CSVRow
  public let faults: [FileFault]

  public init(row: CSVRow, faults: [FileFault]) {
    self.row = row
    self.faults = faults
  }
}

extension ImportFault {
  /// The fault as a problem of the field at `column` of `row`.
  func problem(_ row: CSVRow, column: String, in reader: CSVReader) -> FileFault {
    var problem = reader.problem(row, column: column, wanted: wanted, hint: hint)
    if self == .empty { problem.found = nil }
    return problem
  }
}
