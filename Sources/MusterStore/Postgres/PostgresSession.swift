/// One connection to PostgreSQL inside a transaction.
final class PostgresSession: Session {
  private let link: PostgresLink
  /// The first error, after which the server takes no more statements of this transaction.
  private(set) var failure: PostgresError?

  init(_ link: PostgresLink) {
    self.link = link
  }

  let dialect = Dialect.postgreSQL

  func query(_ sql: String, _ parameters: [Value]) throws -> [Row] {
    let answer = try remembering { try link.run(sql, parameters) }
    let columns = Row.Columns(answer.columnNames)
    return try (0..<answer.rowCount).map { row in
      answer.row = row
      return Row(columns: columns, values: try answer.values())
    }
  }

  /// Rows are handed on as they come, so that memory does not grow with them; `body` may ask nothing
  /// of this connection.
  func forEach(
    _ sql: String, _ parameters: [Value], _ body: (any Cursor) throws -> Void
  ) throws {
    do {
      try remembering { try link.stream(sql, parameters, body) }
    } catch {
      // A reader that gave up has the server give up, and with it the transaction.
      failure =
        failure ?? PostgresError(state: "57014", message: "the reader gave up", isLost: false)
      throw error
    }
  }

  func execute(_ sql: String, _ parameters: [Value]) throws -> Int {
    try remembering {
      try parameters.isEmpty ? link.execute(sql) : link.run(sql, parameters)
    }.changes
  }

  func load(_ table: String, _ columns: [String], key: [String]) throws -> any Loader {
    PostgresLoader(self, table, columns, key: key)
  }

  func hasTable(_ name: String) throws -> Bool {
    let answer = try remembering {
      try link.run("SELECT to_regclass($1) IS NOT NULL AS found", [.text(name)])
    }
    return answer.integer(0) == 1
  }

  /// Begins to send rows in the binary form of COPY by `sql`, to be `undone` where one has a key that
  /// is there already; nothing may follow but their bytes and ``endCopy(undone:)``.
  func beginCopy(_ sql: String, undone: Bool) throws {
    try remembering {
      if undone { try link.execute("SAVEPOINT muster") }
      try link.execute(sql)
    }
  }

  /// Sends bytes of rows.
  func putCopy(_ bytes: ArraySlice<UInt8>) { link.putCopy(bytes) }

  /// Says that all bytes were sent.
  func completeCopy() { link.completeCopy() }

  /// Waits for the server to take the rows; false where they were undone.
  func endCopy(undone: Bool) throws -> Bool {
    try remembering {
      do {
        try link.endCopy()
        if undone { try link.execute("RELEASE SAVEPOINT muster") }
        return true
      } catch let error as PostgresError where undone && error.state == "23505" {
        try link.execute("ROLLBACK TO SAVEPOINT muster")
        try link.execute("RELEASE SAVEPOINT muster")
        return false
      }
    }
  }

  private func remembering<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as PostgresError {
      failure = failure ?? error
      throw error
    }
  }
}
