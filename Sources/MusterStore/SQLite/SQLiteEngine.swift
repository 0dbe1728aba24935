import GRDB

/// A store in one file, on SQLite.
///
/// Writes take the file's write lock at once (`BEGIN IMMEDIATE`) and wait for others up to the
/// patience given; readers see the store as it was when they began.
final class SQLiteEngine: Engine {
  let path: String
  /// From the root, so that it is found from anywhere.
  var place: String { (try? SQLiteFile.fullPath(of: path)) ?? path }
  private let queue: DatabaseQueue
  /// What the file was like when it was opened as one that does not change; nil for any other.
  private let stillness: SQLiteFile.Stillness?

  /// Opens the file at `path`, which must be there, and waits up to `patience` seconds for another
  /// process that writes.
  ///
  /// Where this user may not write to the file or its folder, it is opened for reading, and nothing
  /// is made beside it.
  init(path: String, patience: Double) throws {
    let isReadOnly = !SQLiteFile.isWritable(path)
    // What was committed lately is in the journal, which only SQLite can tell from what was not.
    let hasJournal = SQLiteFile.hasJournal(path)
    let isStill = isReadOnly && !hasJournal
    self.stillness = isStill ? SQLiteFile.stillness(of: path) : nil
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      // Pages held in memory: 64 MB, so that a month's import seldom writes a page twice.
      try database.execute(sql: "PRAGMA cache_size = -65536")
      try database.execute(sql: "PRAGMA temp_store = MEMORY")
      try database.execute(sql: "PRAGMA trusted_schema = OFF")
      // A row that REPLACE takes away is deleted, which append-only tables refuse.
      try database.execute(sql: "PRAGMA recursive_triggers = ON")
    }
    self.path = path
    // With a journal beside it, the file may be at any point of being written.
    let bytesAtRest = hasJournal ? 0 : SQLiteFile.facts(of: path)?.bytes ?? 0
    let queue = try SQLiteFault.translated(path: path) {
      let queue = try DatabaseQueue(
        path: isStill ? SQLiteFile.immutable(path) : path, configuration: configuration)
      // Of a page that is cut off SQLite would read what is left, and zeros.
      let page = try queue.inDatabase { try Int64.fetchOne($0, sql: "PRAGMA page_size") ?? 1 }
      guard bytesAtRest % page == 0 else { throw StoreFault.corrupt }
      guard !isReadOnly else { return queue }
      // The journal mode stands in the file. GRDB's own setting of it writes to an empty journal
      // and so would make those who only read wait for those who write.
      try queue.inDatabase { database in
        let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        guard mode == "wal" else { throw DatabaseError(message: "journal mode: \(mode ?? "")") }
        // What was committed survives a loss of power.
        try database.execute(sql: "PRAGMA synchronous = FULL")
      }
      return queue
    }
    self.queue = queue
  }

  func read<T>(_ body: (any Session) throws -> T) throws -> T {
    let result = try SQLiteFault.translated(path: path) {
      try queue.read { try body(SQLiteSession($0)) }
    }
    // Somebody else may write to what this user cannot: then pages of two moments were read.
    if let stillness, stillness != SQLiteFile.stillness(of: path) { throw StoreFault.busy }
    return result
  }

  /// Nobody can get in the way once the file is locked, so `body` always runs once.
  func write<T>(once: Bool, _ body: (any Session) throws -> T) throws -> T {
    try make(body)
  }

  func make<T>(_ body: (any Session) throws -> T) throws -> T {
    try SQLiteFault.translated(path: path) {
      try queue.write { try body(SQLiteSession($0)) }
    }
  }

  func backUp(beforeMigratingFrom version: Int) throws {
    let copy = "\(path).backup-v\(version)"
    let partial = copy + ".part"
    // A second connection sees the last committed state, which is the one before this transaction.
    try SQLiteEngine.copy(path, to: partial)
    try SQLiteFile.move(partial, to: copy)
  }

  /// Copies the file at `path` as it was last committed to `newPath`, in place of what is there.
  static func copy(_ path: String, to newPath: String) throws {
    SQLiteFile.removeStore(newPath)
    try SQLiteFile.create(at: newPath)
    try SQLiteFault.translated(path: path) {
      var configuration = Configuration()
      configuration.readonly = true
      // A file that nobody has open is read as it lies; else SQLite would leave files beside it.
      let isOpen = SQLiteFile.facts(of: path + "-wal") != nil
      let reader = try DatabaseQueue(
        path: isOpen ? path : SQLiteFile.immutable(path), configuration: configuration)
      try reader.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [newPath]) }
      try reader.close()
    }
  }

  /// Ends all use of the file, so that nothing of it stands beside it.
  func close() throws {
    try SQLiteFault.translated(path: path) { try queue.close() }
  }

  func purge(_ tables: [String]) throws {
    try SQLiteFault.translated(path: path) {
      try queue.inDatabase { database in
        // The file is written anew, beside it and not in memory, since it may be large.
        try database.execute(sql: "PRAGMA temp_store = FILE")
        try database.execute(sql: "VACUUM")
        try database.execute(sql: "PRAGMA temp_store = MEMORY")
        // The journal held the old pages; while others read them it cannot be emptied.
        let isBusy = try Bool.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        if isBusy ?? true { throw StoreFault.busy }
      }
    }
  }

  let dialect = Dialect.sqlite

  func examine() throws -> EngineReport {
    let version: String? = try read {
      try Connection(session: $0).first("SELECT sqlite_version() AS version")?["version"]
    }
    let facts = SQLiteFile.facts(of: path)
    return try EngineReport(
      engine: "SQLite \(version ?? "")", place: path, bytes: facts?.bytes ?? 0,
      permissions: facts?.permissions, damage: damage(), risks: SQLiteFile.risks(of: path))
  }

  /// What SQLite finds wrong with the file, in its own words.
  private func damage() throws -> [String] {
    try SQLiteFault.translated(path: path) {
      // Outside of a transaction, since none can be ended once damage was met in it.
      try queue.inDatabase { database in
        let connection = Connection(session: SQLiteSession(database))
        do {
          let integrity: [String] = try connection.query("PRAGMA integrity_check").map {
            try $0["integrity_check"]
          }
          let orphans = try connection.query("PRAGMA foreign_key_check").count
          return (integrity == ["ok"] ? [] : integrity)
            + (orphans == 0 ? [] : ["foreign_key_check: \(orphans)"])
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
          return [error.message ?? "\(error.resultCode)"]
        }
      }
    }
  }
}
