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
  case badMinorAmount
  case badMajorAmount
  case negativeAmount
  case tooLarge
  /// The same id stands in an earlier row of the file.
  case duplicate
  case unknownAgent
  case badVersion
}
