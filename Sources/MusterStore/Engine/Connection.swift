/// What the body of a transaction reads and writes the store with.
///
/// All named queries are methods of it, so that one transaction can hold several. It must not
/// leave the closure it was handed to.
public struct Connection {
  let session: any Session

  /// All rows that `sql` gives, `$1` being the first of `parameters`.
  package func query(_ sql: String, _ parameters: any Storable...) throws -> [Row] {
    try session.query(sql, parameters.map(\.stored))
  }

  /// The first row that `sql` gives, or nil where it gives none.
  package func first(_ sql: String, _ parameters: any Storable...) throws -> Row? {
    try session.query(sql, parameters.map(\.stored)).first
  }

  /// The row of `sql`, which has no conditions, with the number `id`, or the one with the highest.
  func first(_ sql: String, numbered id: Int64?, by column: String = "id") throws -> Row? {
    guard let id else { return try first(sql + " ORDER BY \(column) DESC LIMIT 1") }
    return try first(sql + " WHERE \(column) = $1", id)
  }

  /// Runs `sql`, `$1` being the first of `parameters`, and tells how many rows it changed.
  @discardableResult
  package func execute(_ sql: String, _ parameters: any Storable...) throws -> Int {
    try session.execute(sql, parameters.map(\.stored))
  }

  /// Runs an `INSERT ... RETURNING id` and gives the id of the new row.
  package func insert(_ sql: String, _ parameters: any Storable...) throws -> Int64 {
    guard let row = try session.query(sql, parameters.map(\.stored)).first else {
      preconditionFailure("an insert of one row returns its id")
    }
    return try row["id"]
  }
}
