import GRDB
import GRDBSQLite

/// One connection to SQLite inside a transaction.
final class SQLiteSession: Session {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  let dialect = Dialect.sqlite

  func query(_ sql: String, _ parameters: [Value]) throws -> [Row] {
    let statement = try prepare(sql)
    try statement.bind(parameters)
    defer { statement.reset() }
    let columns = Row.Columns(statement.columnNames)
    var rows: [Row] = []
    while try statement.step() { rows.append(Row(columns: columns, values: statement.values())) }
    return rows
  }

  func forEach(
    _ sql: String, _ parameters: [Value], _ body: (any Cursor) throws -> Void
  ) throws {
    let statement = try prepare(sql)
    try statement.bind(parameters)
    defer { statement.reset() }
    while try statement.step() { try body(statement) }
  }

  func execute(_ sql: String, _ parameters: [Value]) throws -> Int {
    let statement = try prepare(sql)
    try statement.bind(parameters)
    defer { statement.reset() }
    while try statement.step() {}
    return statement.isReadOnly ? 0 : database.changesCount
  }

  func load(_ table: String, _ columns: [String], key: [String]) throws -> any Loader {
    let numbers = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    let conflict =
      key.isEmpty ? "" : " ON CONFLICT (\(key.joined(separator: ", "))) DO NOTHING"
    let sql =
      "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(numbers))" + conflict
    return SQLiteLoader(try prepare(sql))
  }

  func hasTable(_ name: String) throws -> Bool {
    try !query(
      "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1", [.text(name)]
    ).isEmpty
  }

  /// The statement for `sql`, compiled once in the life of the connection.
  private func prepare(_ sql: String) throws -> SQLiteStatement {
    SQLiteStatement(try database.cachedStatement(sql: sql))
  }
}
