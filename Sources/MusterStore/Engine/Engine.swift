/// A database that can hold a store: the one seam between Muster and its engines.
///
/// Everything above it is SQL in the subset that all engines share, with parameters `$1`, `$2` ...
/// bound by number.
protocol Engine: Sendable {
  /// What `body` reads, all of it from one moment.
  func read<T>(_ body: (any Session) throws -> T) throws -> T

  /// What `body` returns, its changes kept together, or none of them where it throws.
  ///
  /// Waits for other writers, and throws ``StoreFault/busy`` where that takes too long. Where
  /// another program got in the way, an engine may undo what `body` did and run it again, unless
  /// it can run `once` only.
  func write<T>(once: Bool, _ body: (any Session) throws -> T) throws -> T

  /// A write where there may be no store yet.
  func make<T>(_ body: (any Session) throws -> T) throws -> T

  /// Where its SQL differs from that of others.
  var dialect: Dialect { get }

  /// Where it is, as it may be written down and found again: a path from the root, or an address
  /// without its password.
  var place: String { get }

  /// Keeps a copy of the store as it was before the transaction that is open now.
  func backUp(beforeMigratingFrom version: Int) throws

  /// Takes what was blanked or removed from `tables` out of what the engine keeps of them.
  ///
  /// Throws ``StoreFault/busy`` where others read what was there before.
  func purge(_ tables: [String]) throws

  /// What can be said of the store as a whole.
  func examine() throws -> EngineReport
}

/// One connection inside a transaction.
protocol Session: AnyObject {
  /// All rows that `sql` gives.
  func query(_ sql: String, _ parameters: [Value]) throws -> [Row]

  /// Hands each row that `sql` gives to `body`, which may ask nothing of this session, without
  /// keeping it.
  func forEach(
    _ sql: String, _ parameters: [Value], _ body: (any Cursor) throws -> Void
  ) throws

  /// Runs `sql` and tells how many rows it changed.
  func execute(_ sql: String, _ parameters: [Value]) throws -> Int

  /// Opens a fast way in for many rows of `columns` into `table`.
  ///
  /// A row whose `key` is there already is passed over; `key` may be empty where none can be.
  func load(_ table: String, _ columns: [String], key: [String]) throws -> any Loader

  /// Where its SQL differs from that of others.
  var dialect: Dialect { get }

  /// Whether the store has a table of this name.
  func hasTable(_ name: String) throws -> Bool
}

/// The row that a query stands on; values are read in place, by their position from 0.
protocol Cursor: AnyObject {
  func isNull(_ column: Int) -> Bool
  func integer(_ column: Int) -> Int64
  func text(_ column: Int) -> String
  /// Whether the column holds exactly the bytes of `text`.
  func holds(_ text: String, _ column: Int) -> Bool
  /// All values, from left to right.
  func values() throws -> [Value]
}

/// Takes the values of a row, in the order of its columns.
protocol ValueSink: AnyObject {
  func put(_ value: Int64)
  func put(_ text: String)
  func putNull()
}

extension ValueSink {
  func put(_ value: Int64?) {
    if let value { put(value) } else { putNull() }
  }

  func put(_ text: String?) {
    if let text { put(text) } else { putNull() }
  }

  func put(_ flag: Bool?) {
    if let flag { put(flag ? 1 : 0 as Int64) } else { putNull() }
  }
}

/// Many rows on their way into one table.
protocol Loader: ValueSink {
  func put(_ value: Value)
  /// Ends the row.
  func endRow() throws
  /// Sends the rows so far, and does not wait; then nothing but ``flush()`` may follow.
  func send() throws
  /// Sends what is left, and gives the positions, in order, of the rows since the last call that
  /// were passed over because their key was there already.
  func flush() throws -> [Int]
}

/// What an engine says of the store it holds.
public struct EngineReport: Hashable, Sendable {
  /// The engine and its version, such as `SQLite 3.40.1`.
  public var engine: String
  /// The path of the file, or the address of the server.
  public var place: String
  public var bytes: Int64
  /// The file's permission bits.
  public var permissions: Int?
  /// What the engine found wrong with what it keeps, in its own words; empty where all is well.
  public var damage: [String]
  /// Settings with which a loss of power, or a listener, does harm.
  public var risks: [Risk]

  public struct Risk: Hashable, Sendable {
    public var setting: String
    public var found: String
    public var wanted: String
  }
}
