public import Vocabulary

/// Where a workspace keeps its rows: people, contacts, attempts, rosters, scores, the ledger.
///
/// A function of `MusterOperations` opens one transaction and does all it has to do in it:
///
/// ```swift
/// let readings = try store.read { try $0.readings(in: month.days) }
/// ```
///
/// Transactions do not nest: what is called inside one is handed its ``Connection``.
public struct Store: Sendable {
  /// How many seconds a write waits for another process before it is ``StoreFault/busy``.
  public static let patience = 10.0

  let engine: any Engine

  /// Makes a new store in a file at `path` that only its owner may read, or, where `path` is
  /// `postgresql://...`, in the database that this names.
  ///
  /// An empty file there is taken for one whose making was interrupted. Throws
  /// ``StoreFault/exists(path:)`` where there is another, and leaves no file behind on failure.
  public static func create(
    at path: String, now: Instant, patience: Double = Store.patience
  ) throws -> Store {
    try create(at: path, schema: Migrations.newest, now: now, patience: patience)
  }

  /// Makes a new store as Muster made it when its schema was of version `schema`.
  package static func create(
    at path: String, schema: Int, now: Instant, patience: Double = Store.patience
  ) throws -> Store {
    if PostgresAddress.isAddress(path) {
      let address = try PostgresAddress(path)
      let engine = try PostgresEngine(address, patience: patience)
      try fill(engine, at: address.shown, schema: schema, now: now)
      return Store(engine: engine)
    }
    let isFresh = SQLiteFile.facts(of: path)?.bytes != 0
    if isFresh { try SQLiteFile.create(at: path) }
    do {
      let engine = try SQLiteEngine(path: path, patience: patience)
      try fill(engine, at: path, schema: schema, now: now)
      return Store(engine: engine)
    } catch {
      if isFresh { SQLiteFile.removeStore(path) }
      throw error
    }
  }

  private static func fill(
    _ engine: some Engine, at place: String, schema: Int, now: Instant
  ) throws {
    try engine.make { session in
      if let mark = try Connection(session: session).mark() { throw mark.fault(of: place) }
      guard try !session.hasTable("migration") else { throw StoreFault.exists(path: place) }
      try build(session, schema: schema, now: now)
    }
  }

  /// Makes all tables; without `now` no migration is remembered as applied.
  static func build(_ session: any Session, schema: Int, now: Instant?) throws {
    for sql in session.dialect.expand(Migrations.table) { _ = try session.execute(sql, []) }
    try Migrations.apply(Migrations.all.prefix(schema), to: session, now: now)
  }

  /// Opens the store in the file at `path`, or the one that the address `path` names.
  ///
  /// A file of an older version is first copied to `path.backup-vN`, N being its version, and
  /// then brought up to date; a store of a newer version is refused.
  public static func open(
    at path: String, now: Instant, patience: Double = Store.patience
  ) throws -> Store {
    try open(at: path, now: now, patience: patience, keepingOld: true, evenIfMoved: false)
  }

  /// The same, even where the store was moved away: to look at what it was, to copy it, or to finish
  /// the move.
  public static func openForKeeping(
    at path: String, now: Instant, patience: Double = Store.patience
  ) throws -> Store {
    try open(at: path, now: now, patience: patience, keepingOld: true, evenIfMoved: true)
  }

  /// The same, a file of an older version being copied first only if `keepingOld`.
  static func open(
    at path: String, now: Instant, patience: Double, keepingOld: Bool, evenIfMoved: Bool
  ) throws -> Store {
    let (engine, place) = try engine(at: path, patience: patience)
    let store = Store(engine: engine)
    guard try store.isOutdated(place, evenIfMoved: evenIfMoved) else { return store }
    try engine.write(once: true) { session in
      // Another process may have been quicker.
      guard let version = try Migrations.version(session), version < Migrations.newest else {
        return
      }
      if keepingOld { try engine.backUp(beforeMigratingFrom: version) }
      try Migrations.apply(Migrations.all.dropFirst(version), to: session, now: now)
    }
    return store
  }

  /// The engine for what is at `path`, and how to name it to people.
  static func engine(
    at path: String, patience: Double
  ) throws -> (engine: any Engine, place: String) {
    if PostgresAddress.isAddress(path) {
      let address = try PostgresAddress(path)
      return (try PostgresEngine(address, patience: patience), address.shown)
    }
    guard let facts = SQLiteFile.facts(of: path) else { throw StoreFault.missing(path: path) }
    // Of an empty file SQLite would make a database.
    guard facts.bytes > 0 || SQLiteFile.hasJournal(path) else {
      throw StoreFault.notAStore(path: path)
    }
    return (try SQLiteEngine(path: path, patience: patience), path)
  }

  /// Whether migrations are missing; throws where the store cannot be used at all.
  private func isOutdated(_ path: String, evenIfMoved: Bool) throws -> Bool {
    let (mark, version) = try engine.read {
      (try Connection(session: $0).mark(), try Migrations.version($0))
    }
    if let mark, mark.kind == .arriving || !evenIfMoved { throw mark.fault(of: path) }
    guard let version else { throw StoreFault.notAStore(path: path) }
    guard version <= Migrations.newest else {
      throw StoreFault.newerSchema(found: version, known: Migrations.newest)
    }
    return version < Migrations.newest
  }

  /// What `body` reads, all of it from one moment.
  public func read<T>(_ body: (Connection) throws -> T) throws -> T {
    try engine.read { try body(Connection(session: $0)) }
  }

  /// What `body` returns, its changes kept together, or none of them where it throws.
  ///
  /// Throws ``StoreFault/busy`` where another process writes for longer than the patience. A server
  /// may have `body` run again where another program was in its way, unless it can run `once` only,
  /// such as one that reads a file to its end.
  @discardableResult
  public func write<T>(once: Bool = false, _ body: (Connection) throws -> T) throws -> T {
    try engine.write(once: once) { session in
      let connection = Connection(session: session)
      // It may have been moved while this waited.
      if let mark = try connection.mark() { throw mark.fault(of: engine.place) }
      return try body(connection)
    }
  }

  /// What `body` returns, its changes undone: a dry run.
  @discardableResult
  public func rehearse<T>(_ body: (Connection) throws -> T) throws -> T {
    var result: T?
    do {
      try write(once: true) { connection in
        result = try body(connection)
        throw Undone()
      }
    } catch is Undone {}
    guard let result else { preconditionFailure("the body has returned") }
    return result
  }

  private struct Undone: Error {}

  /// What `body` returns, its changes kept unless it is a dry run.
  @discardableResult
  public func change<T>(
    dryRun: Bool, once: Bool = false, _ body: (Connection) throws -> T
  ) throws -> T {
    try dryRun ? rehearse(body) : write(once: once, body)
  }

  /// What can be said of the store as a whole; reads all of it.
  public func examine() throws -> StoreReport {
    let (version, mark) = try engine.read {
      (try Migrations.version($0), try Connection(session: $0).mark())
    }
    return StoreReport(
      engine: try engine.examine(), schema: version ?? 0, newestSchema: Migrations.newest,
      movedTo: mark?.place)
  }
}

/// What can be said of a store as a whole.
public struct StoreReport: Hashable, Sendable {
  public var engine: EngineReport
  /// The version of its schema.
  public var schema: Int
  /// The version of the schema that this Muster knows.
  public var newestSchema: Int
  /// Where it was moved, if it was.
  public var movedTo: String?
}
