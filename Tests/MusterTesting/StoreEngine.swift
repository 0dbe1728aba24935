public import Testing

/// The engines that a store can stand on; a test of what all do takes one as its argument.
public enum StoreEngine: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case sqlite = "SQLite"
  case postgreSQL = "PostgreSQL"

  public var testDescription: String { rawValue }

  /// Where a test may make a store: `file`, or a schema of its own on the tests' server.
  ///
  /// Where no server can be started, the case of the test is skipped, and counted as skipped.
  public func place(file: String) throws -> String {
    switch self {
    case .sqlite: return file
    case .postgreSQL:
      guard let server = PostgresServer.shared else {
        try Test.cancel("no PostgreSQL server can be started here")
      }
      return try server.newSchema()
    }
  }
}
