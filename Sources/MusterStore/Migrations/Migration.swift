/// One step of the schema; once landed, it is never edited.
struct Migration: Sendable {
  /// Something for the engine to run.
  enum Statement: Sendable, ExpressibleByStringLiteral {
    /// SQL with the tokens `{int} {real} {text} {bytes} {id} {strict}`, which each engine expands.
    case sql(String)
    /// From here on, rows of this table can be neither changed nor removed.
    case appendOnly(table: String)
    /// From here on, `columns` of this table, which many rows come into at once, refer to the `id`
    /// of the table beside them in the way that costs the engine least.
    case manyReferences(table: String, columns: [(name: String, target: String)])

    init(stringLiteral sql: String) {
      self = .sql(sql)
    }
  }

  /// From 1, without gaps.
  let version: Int
  let name: String
  let statements: [Statement]
}
