public import Incentives
public import Vocabulary

/// What a copy of a store holds, as it was read back from where it was put.
public struct StoreCopy: Hashable, Sendable {
  public struct Table: Hashable, Sendable {
    public var name: String
    public var rows: Int64
    /// Over all rows in the order of the table's key; the same on every engine.
    public var digest: ContentHash
  }

  /// In an order in which no row names one of a later table.
  public var tables: [Table]
  /// The end of the ledger, its chain walked on the far side.
  public var head: LedgerHead

  public var rows: Int64 { tables.reduce(0) { $0 + $1.rows } }
}

extension Store {
  /// Copies the store as it is at one moment to `place`, a new file or an empty database of a
  /// server, reads it back, and compares rows and digests of each table and the ledger's chain.
  ///
  /// Until all of that is done, what is at `place` is marked as no store, and is taken over by the
  /// next copy there. Throws ``StoreFault/exists(path:)`` where there is a store already, and
  /// ``StoreFault/copyDiffers(table:)`` where what is read back is not what was read. `progress` is
  /// told the rows so far, and stops the copying by throwing.
  public func copy(
    to place: String, at now: Instant, progress: (Int64) throws -> Void = { _ in }
  ) throws -> StoreCopy {
    try engine.read { source in
      let target = try CopyTarget(place, from: engine.place, at: now, patience: Store.patience)
      let copy = try target.fill { try Copying(from: source, to: $0).run(progress) }
      try target.finish()
      return copy
    }
  }

  /// The same, and all that was made is taken away again: whether a copy or a move would succeed.
  public func rehearseCopy(
    to place: String, at now: Instant, progress: (Int64) throws -> Void = { _ in }
  ) throws -> StoreCopy {
    try engine.read { source in
      let target = try CopyTarget(place, from: engine.place, at: now, patience: Store.patience)
      defer { target.abandon() }
      return try target.fill { try Copying(from: source, to: $0).run(progress) }
    }
  }

  /// Copies the store to `place` while nobody else can write, and closes this one for good: who
  /// opens it, or waits to write, is told by ``StoreFault/moved(path:to:at:)`` where it went.
  ///
  /// One of the two can be written to at any moment, or none, and never both. Interrupted, the same
  /// move of the same store is run again and finishes what is left to do; open it by
  /// ``openForKeeping(at:now:patience:)`` for that.
  public func move(
    to place: String, at now: Instant, progress: (Int64) throws -> Void = { _ in }
  ) throws -> StoreCopy {
    let goal = try Store.placeInFull(place)
    var target: CopyTarget?
    let copy = try engine.write(once: true) { source in
      let connection = Connection(session: source)
      let mark = try connection.mark()
      if let mark {
        guard mark.kind == .moved, mark.place == goal else { throw mark.fault(of: engine.place) }
        // Closed before an interruption, and so the same as then.
        if let copy = try Store.contents(of: place) { return copy }
      }
      let made = try CopyTarget(place, from: engine.place, at: now, patience: Store.patience)
      let copy = try made.fill { try Copying(from: source, to: $0).run(progress) }
      do {
        if mark == nil { try connection.set(StoreMark(kind: .moved, place: goal, at: now)) }
      } catch {
        made.abandon()
        throw error
      }
      target = made
      return copy
    }
    try target?.finish()
    return copy
  }

  /// `place` as it may be written down and still be found from anywhere.
  private static func placeInFull(_ place: String) throws -> String {
    PostgresAddress.isAddress(place)
      ? try withoutPassword(place) : try SQLiteFile.fullPath(of: place)
  }

  /// What the store at `place` holds; nil where there is no whole store.
  private static func contents(of place: String) throws -> StoreCopy? {
    do {
      return try engine(at: place, patience: patience).engine.read { session in
        let isWhole = try Migrations.version(session) != nil
        guard isWhole, try Connection(session: session).mark() == nil else { return nil }
        return try Copying.contents(of: session)
      }
    } catch StoreFault.missing {
      return nil
    }
  }
}

/// One run of copying all rows between two open transactions.
private final class Copying {
  private let source: any Session
  private let target: any Session
  private var rows: Int64 = 0

  init(from source: any Session, to target: any Session) {
    self.source = source
    self.target = target
  }

  func run(_ progress: (Int64) throws -> Void) throws -> StoreCopy {
    var tables: [StoreCopy.Table] = []
    for name in Migrations.tables.map(\.table) { tables.append(try copy(name, progress)) }
    let copy = try Copying.contents(of: target)
    for (read, table) in zip(copy.tables, tables) where read != table {
      throw StoreFault.copyDiffers(table: table.name)
    }
    return copy
  }

  /// What the store behind `session` holds, each row of it read.
  static func contents(of session: any Session) throws -> StoreCopy {
    let tables = try Migrations.tables.map(\.table).map { name in
      var digest = TableDigest()
      try session.forEach(try reading(name, session).query, []) { digest.add(try $0.values()) }
      return digest.table(name)
    }
    let (head, fault) = try Connection(session: session).walkLedger()
    guard fault == nil else { throw StoreFault.copyDiffers(table: "ledger") }
    return StoreCopy(tables: tables, head: head)
  }

  private func copy(
    _ name: String, _ progress: (Int64) throws -> Void
  ) throws -> StoreCopy.Table {
    let (query, columns) = try Copying.reading(name, source)
    let loader = try target.load(name, columns, key: [])
    var digest = TableDigest()
    try source.forEach(query, []) { cursor in
      let values = try cursor.values()
      digest.add(values)
      for value in values { loader.put(value) }
      try loader.endRow()
      rows += 1
      if rows % 5_000 == 0 {
        _ = try loader.flush()
        try progress(rows)
      }
    }
    _ = try loader.flush()
    for sql in target.dialect.continueNumbers(of: name, columns: columns) {
      _ = try target.query(sql, [])
    }
    return digest.table(name)
  }

  /// The query for all of a table, by its key, and the columns it gives.
  private static func reading(
    _ name: String, _ session: any Session
  ) throws -> (query: String, columns: [String]) {
    let (names, key) = try Connection(session: session).columns(of: name)
    return (
      "SELECT \(names.joined(separator: ", ")) FROM \(name) ORDER BY \(key.joined(separator: ", "))",
      names
    )
  }
}

/// A hash over rows as they come: SHA-256 of the hash so far and the next rows in their binary form.
private struct TableDigest {
  private var hash = ContentHash.origin
  private var bytes = PostgresBytes()
  private var rows: Int64 = 0

  mutating func add(_ values: [Value]) {
    for value in values { bytes.appendField(value) }
    rows += 1
    if rows % 1_000 == 0 { fold() }
  }

  private mutating func fold() {
    hash = ContentHash(of: hash.bytes + bytes.bytes)
    bytes = PostgresBytes()
  }

  func table(_ name: String) -> StoreCopy.Table {
    var last = self
    last.fold()
    return StoreCopy.Table(name: name, rows: rows, digest: last.hash)
  }
}
