import GRDB
import GRDBSQLite

/// A compiled statement, bound and stepped by SQLite's own calls.
///
/// The one file that hands memory to C: GRDB's way of binding makes a value of each parameter,
/// which costs several times the insert itself where rows come by the million. Values are copied by
/// SQLite, or, in ``SQLiteLoader``, lie still until the row is ended.
@safe final class SQLiteStatement: Cursor {
  private let statement: Statement
  private let handle: OpaquePointer

  init(_ statement: Statement) {
    self.statement = statement
    unsafe self.handle = statement.sqliteStatement
  }

  var isReadOnly: Bool { statement.isReadonly }

  var columnNames: [String] { statement.columnNames }

  /// Binds parameters to `values` by number: `$1` to the first of them.
  ///
  /// To SQLite `$2` is a name, and names are numbered as they appear, so each is looked at.
  func bind(_ values: [Value]) throws {
    for index in 0..<(unsafe sqlite3_bind_parameter_count(handle)) {
      guard let name = unsafe sqlite3_bind_parameter_name(handle, index + 1),
        let number = unsafe Int(String(cString: name).dropFirst()), values.indices ~= number - 1
      else {
        preconditionFailure("parameters are $1, $2 ... with a value for each")
      }
      bind(values[number - 1], at: index + 1)
    }
  }

  fileprivate func bind(_ value: Value, at index: Int32) {
    switch value {
    case .null: bindNull(at: index)
    case .integer(let number): bind(number, at: index)
    case .real(let number): _ = unsafe sqlite3_bind_double(handle, index, number)
    case .text(let text): bind(text, at: index)
    case .bytes(let bytes):
      unsafe bytes.withUnsafeBytes {
        _ = unsafe sqlite3_bind_blob(handle, index, $0.baseAddress, Int32($0.count), copied)
      }
    }
  }

  fileprivate func bindNull(at index: Int32) {
    _ = unsafe sqlite3_bind_null(handle, index)
  }

  fileprivate func bind(_ number: Int64, at index: Int32) {
    _ = unsafe sqlite3_bind_int64(handle, index, number)
  }

  fileprivate func bind(_ text: String, at index: Int32) {
    var text = text
    text.withUTF8 {
      _ = unsafe $0.withMemoryRebound(to: CChar.self) {
        unsafe sqlite3_bind_text(handle, index, $0.baseAddress, Int32($0.count), copied)
      }
    }
  }

  /// How many rows the last statement that ran on the connection changed.
  fileprivate var changes: Int32 { unsafe sqlite3_changes(sqlite3_db_handle(handle)) }

  /// Goes to the next row; false after the last.
  func step() throws -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: true
    case SQLITE_DONE: false
    default: throw fault
    }
  }

  /// Makes ready for the next row; what is bound stays bound.
  fileprivate func restart() {
    _ = unsafe sqlite3_reset(handle)
  }

  func reset() {
    _ = unsafe sqlite3_reset(handle)
    _ = unsafe sqlite3_clear_bindings(handle)
  }

  private var fault: DatabaseError {
    let connection = unsafe sqlite3_db_handle(handle)
    return DatabaseError(
      resultCode: ResultCode(rawValue: unsafe sqlite3_extended_errcode(connection)),
      message: unsafe String(cString: sqlite3_errmsg(connection)))
  }

  func values() -> [Value] {
    (0..<(unsafe sqlite3_column_count(handle))).map { column in
      switch unsafe sqlite3_column_type(handle, column) {
      case SQLITE_INTEGER: .integer(unsafe sqlite3_column_int64(handle, column))
      case SQLITE_FLOAT: .real(unsafe sqlite3_column_double(handle, column))
      case SQLITE_TEXT: .text(text(Int(column)))
      case SQLITE_BLOB: .bytes(unsafe Array(bytes(column)))
      default: .null
      }
    }
  }

  func isNull(_ column: Int) -> Bool {
    unsafe sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  func integer(_ column: Int) -> Int64 { unsafe sqlite3_column_int64(handle, Int32(column)) }

  func text(_ column: Int) -> String {
    unsafe String(decoding: bytes(Int32(column)), as: UTF8.self)
  }

  func holds(_ text: String, _ column: Int) -> Bool {
    var text = text
    let stored = unsafe bytes(Int32(column))
    return text.withUTF8 { unsafe stored.elementsEqual($0) }
  }

  private func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = unsafe sqlite3_column_blob(handle, column)
    return unsafe UnsafeRawBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }

  /// Tells SQLite to copy what it is handed (`SQLITE_TRANSIENT`, which Swift cannot import).
  private var copied: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}

/// Many rows on their way into a table of SQLite, each inserted as it ends.
final class SQLiteLoader: Loader {
  private let statement: SQLiteStatement
  private var place: Int32 = 0
  private var row = 0
  private var refused: [Int] = []

  init(_ statement: SQLiteStatement) {
    self.statement = statement
  }

  func put(_ value: Int64) {
    place += 1
    statement.bind(value, at: place)
  }

  func put(_ text: String) {
    place += 1
    statement.bind(text, at: place)
  }

  func putNull() {
    place += 1
    statement.bindNull(at: place)
  }

  func put(_ value: Value) {
    place += 1
    statement.bind(value, at: place)
  }

  func endRow() throws {
    defer { statement.restart() }
    _ = try statement.step()
    if statement.changes == 0 { refused.append(row) }
    place = 0
    row += 1
  }

  func send() throws {}

  func flush() throws -> [Int] {
    defer {
      refused = []
      row = 0
    }
    return refused
  }
}
