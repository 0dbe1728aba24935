package import Vocabulary

/// What a database says of itself while it is no store that may be written to.
///
/// It stands in a table of its own, which a store has neither before nor after a copy: what is
/// being copied here is no store yet, and what was moved away is none any more.
package struct StoreMark: Hashable, Sendable {
  package enum Kind: String, Storable, Hashable, Sendable {
    /// A copy is being put here, or was when it was interrupted.
    case arriving
    /// The store was moved from here, and changes here no more.
    case moved
  }

  package var kind: Kind
  /// Where the copy comes from, or where the store went: a path from the root, or an address without
  /// its password.
  package var place: String
  /// When that began.
  package var at: Instant
}

extension StoreMark {
  static let table = "store_mark"

  /// Why what is at `path`, and says this of itself, is not worked with.
  func fault(of path: String) -> StoreFault {
    switch kind {
    case .arriving: .unfinished(path: path, from: place, at: at)
    case .moved: .moved(path: path, to: place, at: at)
    }
  }
}

extension Connection {
  /// What the database says of itself, if anything.
  package func mark() throws -> StoreMark? {
    guard try session.hasTable(StoreMark.table) else { return nil }
    return try first("SELECT kind, place, at FROM store_mark").map { row in
      StoreMark(kind: try row["kind"], place: try row["place"], at: try row["at"])
    }
  }

  /// Has the database say `mark` of itself, which has said nothing; only inside a write.
  func set(_ mark: StoreMark) throws {
    let table: Migration.Statement = """
      CREATE TABLE store_mark (kind {text} NOT NULL, place {text} NOT NULL, at {int} NOT NULL) {strict}
      """
    for sql in session.dialect.expand(table) { try execute(sql) }
    try execute(
      "INSERT INTO store_mark (kind, place, at) VALUES ($1, $2, $3)",
      mark.kind, mark.place, mark.at)
  }

  func removeMark() throws {
    try execute("DROP TABLE store_mark")
  }
}
