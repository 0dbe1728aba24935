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
  /// Until all of that is done there is nothing at `place` that could be taken for a store: a file
  /// has another name, a server has not committed. What an interruption left of a file is written
  /// over by the next run. Throws ``StoreFault/exists(path:)`` where there is a store already, and
  /// ``StoreFault/copyDiffers(table:)`` where what is read back is not what was read. `progress` is
  /// told the rows so far, and stops the copying by throwing.
  public func copy(
    to place: String, progress: (Int64) throws -> Void = { _ in }
  ) throws -> StoreCopy {
    try engine.read { source in
      try Store.copy(source, to: place, progress: progress)
    }
  }

  /// The same while nobody else can write, and then `done`, so that what is written afterwards is
  /// written to the copy.
  public func move(
    to place: String, progress: (Int64) throws -> Void = { _ in },
    done: (StoreCopy) throws -> Void
  ) throws -> StoreCopy {
    try engine.write(once: true) { source in
      let copy = try Store.copy(source, to: place, progress: progress)
      try done(copy)
      return copy
    }
  }

  private static func copy(
    _ source: any Session, to place: String, progress: (Int64) throws -> Void
  ) throws -> StoreCopy {
    if PostgresAddress.isAddress(place) {
      let address = try PostgresAddress(place)
      return try PostgresEngine(address, patience: patience).make { target in
        try build(target, at: address.shown, schema: Migrations.newest, now: nil)
        return try Copying(from: source, to: target).run(progress)
      }
    }
    guard SQLiteFile.facts(of: place) == nil else { throw StoreFault.exists(path: place) }
    let part = place + ".part"
    SQLiteFile.removeStore(part)
    try SQLiteFile.create(at: part)
    do {
      let engine = try SQLiteEngine(path: part, patience: patience)
      let copy = try engine.make { target in
        try build(target, at: part, schema: Migrations.newest, now: nil)
        return try Copying(from: source, to: target).run(progress)
      }
      try engine.close()
      try SQLiteFile.move(part, to: place)
      return copy
    } catch {
      SQLiteFile.removeStore(part)
      throw error
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
    for name in Migrations.tables { tables.append(try copy(name, progress)) }
    for table in tables where try read(table.name) != table {
      throw StoreFault.copyDiffers(table: table.name)
    }
    return StoreCopy(tables: tables, head: try Connection(session: target).walkLedger())
  }

  private func copy(
    _ name: String, _ progress: (Int64) throws -> Void
  ) throws -> StoreCopy.Table {
    let (query, columns) = try reading(name)
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

  /// What the far side has.
  private func read(_ name: String) throws -> StoreCopy.Table {
    var digest = TableDigest()
    try target.forEach(try reading(name).query, []) { digest.add(try $0.values()) }
    return digest.table(name)
  }

  /// The query for all of a table, by its key, and the columns it gives.
  private func reading(_ name: String) throws -> (query: String, columns: [String]) {
    let (names, key) = try Connection(session: source).columns(of: name)
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

extension Connection {
  /// The end of the ledger, after each link of its chain held; else throws
  /// ``StoreFault/copyDiffers(table:)``.
  fileprivate func walkLedger() throws -> LedgerHead {
    var head = LedgerHead.origin
    while true {
      let entries = try ledgerEntries(after: head.sequence, atMost: 5_000)
      if entries.isEmpty { return head }
      for stored in entries {
        do throws(LedgerHead.Fault) {
          try head.verify(stored.entry, hash: stored.hash)
        } catch {
          throw StoreFault.copyDiffers(table: "ledger")
        }
      }
    }
  }
}
