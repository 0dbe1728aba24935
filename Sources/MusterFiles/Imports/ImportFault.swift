/// What can be wrong with a field of a row that is imported.
public enum ImportFault: Hashable, Sendable {
  case empty
  case badTime
  case badDay
  /// A time before the contact's arrival.
  case beforeArrival
  /// A day of leaving before the day of hiring.
  case beforeHiring
  /// A last day before the first one.
  case beforeFirstDay
  case badFlag
  case badRating
  case badRung
  case badSeconds
  case badAmount(ImportMapping.Amounts)
  case negativeAmount
  case tooLarge
  /// The same id stands in an earlier row of the file.
  case duplicate
  case unknownAgent
  case badVersion
}

/// A row that does not go in, and why.
public struct RejectedRow: Sendable {
  public let row: CSVRow
  public let problems: [Problem]

  public init(row: CSVRow, problems: [Problem]) {
    self.row = row
    self.problems = problems
  }
}
