public import MusterWords

/// A row that does not go in, and why.
public struct RejectedRow: Sendable {
  public let row: TableRow
  public let faults: [FileFault]

  public init(row: TableRow, faults: [FileFault]) {
    self.row = row
    self.faults = faults
  }
}

extension ImportFault {
  /// The fault as it stands in the field at `column` of `row`.
  func fileFault(_ row: TableRow, column: String, in reader: TableReader) -> FileFault {
    var problem = reader.fileFault(row, column: column, wanted: wanted, hint: hint)
    if self == .empty { problem.found = nil }
    return problem
  }
}
