import Glibc
import Synchronization

/// A store on a PostgreSQL server, in the schema that the connection's search path names first.
///
/// Writes take one lock before they look at anything, so that they follow each other as on SQLite
/// and the ledger's chain cannot fork; readers see the store as it was when they began, and wait
/// for nobody. Other programs that change rows by hand may still get in the way: such a write is
/// run again a few times, and then is ``StoreFault/busy``.
final class PostgresEngine: Engine {
  let address: PostgresAddress
  var place: String { address.withoutPassword }
  private let patience: Double
  /// Connections that nobody uses now.
  private let idle = Mutex<[PostgresLink]>([])

  /// How many connections are kept open while nobody uses them.
  private static let kept = 2
  /// Milliseconds, at most, before a write that met another one is run again.
  private static let pauses = [20, 80, 320, 1280] as [UInt32]
  /// Milliseconds that a statement may take where neither address nor server say so.
  private static let longest = 600_000

  /// Connects to the server at `address`; writes wait up to `patience` seconds for others.
  init(_ address: PostgresAddress, patience: Double) throws {
    self.address = address
    self.patience = patience
    giveBack(try PostgresFault.translated(address.shown) { try connect() })
  }

  let dialect = Dialect.postgreSQL

  func read<T>(_ body: (any Session) throws -> T) throws -> T {
    try PostgresFault.translated(address.shown) {
      try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
    }
  }

  func write<T>(once: Bool, _ body: (any Session) throws -> T) throws -> T {
    // LOCK TABLE takes no snapshot, so what the transaction then sees is from after the wait.
    try repeating(
      """
      BEGIN ISOLATION LEVEL REPEATABLE READ; SET LOCAL lock_timeout = \(lockTimeout);
      LOCK TABLE migration IN EXCLUSIVE MODE
      """, once: once, body)
  }

  func make<T>(_ body: (any Session) throws -> T) throws -> T {
    // There is no table yet to lock, so the lock is a number: the bytes of "muster".
    try repeating(
      """
      BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = \(lockTimeout);
      SELECT pg_advisory_xact_lock(120368273057138)
      """, once: true, body)
  }

  /// Migrations of PostgreSQL are undone whole where they fail, and administrators keep their own
  /// copies of servers: nothing is copied.
  func backUp(beforeMigratingFrom version: Int) throws {}

  /// Frees the old rows; the server's log, replicas and backups are its administrator's.
  func purge(_ tables: [String]) throws {
    try PostgresFault.translated(address.shown) {
      let link = try connect()
      defer { giveBack(link) }
      try link.execute("VACUUM \(tables.joined(separator: ", "))")
    }
  }

  private var lockTimeout: Int { max(1, Int(patience * 1000)) }

  /// Runs a transaction, and runs it again where another one was in its way.
  private func repeating<T>(
    _ opening: String, once: Bool, _ body: (any Session) throws -> T
  ) throws -> T {
    try PostgresFault.translated(address.shown) {
      var pauses = PostgresEngine.pauses[...]
      while true {
        var hasBegun = false
        do {
          return try transaction(opening) { session in
            hasBegun = true
            return try body(session)
          }
        } catch let error as PostgresError where error.isConflict && !(once && hasBegun) {
          guard let pause = pauses.popFirst() else { throw error }
          usleep(UInt32.random(in: pause / 2...pause) * 1000)
        }
      }
    }
  }

  private func transaction<T>(
    _ opening: String, _ body: (any Session) throws -> T
  ) throws -> T {
    let link = try begin(opening)
    defer { giveBack(link) }
    do {
      let session = PostgresSession(link)
      let result = try body(session)
      // A body that went on after an error has nothing to keep: the server would undo it and say
      // that all is well.
      if let failure = session.failure { throw failure }
      try link.execute("COMMIT")
      return result
    } catch {
      // Where this fails too, the connection is closed, which undoes the transaction as well.
      _ = try? link.execute("ROLLBACK")
      throw error
    }
  }

  /// A connection inside a new transaction.
  private func begin(_ opening: String) throws -> PostgresLink {
    while let link = idle.withLock({ $0.popLast() }) {
      do {
        try link.execute(opening)
        return link
      } catch let error as PostgresError where error.isLost {
        // The server was started anew since: try the next one, or connect again.
        continue
      } catch {
        _ = try? link.execute("ROLLBACK")
        giveBack(link)
        throw error
      }
    }
    let link = try connect()
    do {
      try link.execute(opening)
    } catch {
      _ = try? link.execute("ROLLBACK")
      giveBack(link)
      throw error
    }
    return link
  }

  private func connect() throws -> PostgresLink {
    let link = try PostgresLink([
      (name: "connect_timeout", value: "\(max(2, Int(patience)))"),
      (name: "fallback_application_name", value: "muster"),
      (name: "dbname", value: address.text),
      (name: "client_encoding", value: "UTF8"),
    ])
    try link.execute(
      """
      SELECT set_config('statement_timeout', '\(PostgresEngine.longest)', false)
      WHERE current_setting('statement_timeout') = '0'
      """)
    return link
  }

  private func giveBack(_ link: PostgresLink) {
    guard !link.isBroken, link.isIdle else { return }
    idle.withLock { if $0.count < PostgresEngine.kept { $0.append(link) } }
  }
}
