/// What can be wrong with a table or one of its rows.
public enum TableFault: Hashable, Sendable {
  case noSuchFile
  case unreadable
  case unwritable
  /// There is no heading.
  case empty
  /// The bytes are neither UTF-8 nor GB18030 under known headings.
  case encoding
  /// The system has no table of GB18030.
  case noGB18030
  case repeatedHeading(String)
  /// `synonyms` are other headings that mean the same.
  case missingColumn(String, synonyms: [String], near: String?)
  /// The last row ends inside quotes or before its last field.
  case cutOff
  /// A row is longer than any row can be: a quote was opened and never closed.
  case endless
  /// A row does not have a field for each heading.
  case fieldCount(Int, wanted: Int)
  /// Text stands between a closing quote and the next comma.
  case textAfterQuote(field: Int)

  package static func refusal(
    _ cause: FileRefusal.Cause, _ fault: TableFault, file: String, line: Int? = nil
  ) -> FileRefusal {
    FileRefusal(cause, fault.fileFault(file: file, line: line))
  }
}
