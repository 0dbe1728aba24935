/// One connection to PostgreSQL inside a transaction.
final class PostgresSession: Session {
  private let link: PostgresLink
  private var cursors = 0
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

  /// A cursor of the server, so that memory does not grow with the rows.
  func forEach(
    _ sql: String, _ parameters: [Value], _ body: (any Cursor) throws -> Void
  ) throws {
    cursors += 1
    let name = "c\(cursors)"
    _ = try remembering {
      try link.runOnce("DECLARE \(name) NO SCROLL CURSOR FOR \(sql)", parameters)
    }
    while true {
      let answer = try remembering { try link.runOnce("FETCH 5000 FROM \(name)") }
      guard answer.rowCount > 0 else { break }
      for row in 0..<answer.rowCount {
        answer.row = row
        try body(answer)
      }
    }
    _ = try remembering { try link.execute("CLOSE \(name)") }
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

  /// Sends rows in the binary form of COPY.
  func copy(_ sql: String, _ bytes: [UInt8]) throws {
    try remembering { try link.copy(sql, bytes) }
  }

  /// What `body` does to the store, or, where the schema's rule against double keys refuses it,
  /// nothing and nil.
  func tryUnique<T>(_ body: () throws -> T) throws -> T? {
    try remembering {
      try link.execute("SAVEPOINT muster")
      do {
        let result = try body()
        try link.execute("RELEASE SAVEPOINT muster")
        return result
      } catch let error as PostgresError where error.state == "23505" {
        failure = nil
        try link.execute("ROLLBACK TO SAVEPOINT muster")
        try link.execute("RELEASE SAVEPOINT muster")
        return nil
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
