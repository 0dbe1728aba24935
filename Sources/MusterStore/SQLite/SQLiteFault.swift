import GRDB

/// What errors of SQLite mean to the store.
enum SQLiteFault {
  /// Runs `body`, its errors of SQLite turned into ``StoreFault``.
  static func translated<T>(path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw fault(
        code: error.extendedResultCode.rawValue, message: error.message ?? "", path: path)
    }
  }

  /// The fault that an extended result code of SQLite stands for.
  static func fault(code: Int32, message: String, path: String) -> StoreFault {
    switch ResultCode(rawValue: code).primaryResultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
    case .SQLITE_READONLY: .readOnly
    case .SQLITE_FULL: .full
    case .SQLITE_CORRUPT: .corrupt
    case .SQLITE_NOTADB: .notAStore(path: path)
    case .SQLITE_IOERR: .inputOutput
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .notAllowed(path: path)
    case .SQLITE_CONSTRAINT: .constraint(message)
    // All SQL is tried on a sound store by the tests, so it is the file's schema that is not.
    case .SQLITE_ERROR
    where ["unsupported file format", "no such table", "no such column"].contains(
      where: message.hasPrefix):
      .corrupt
    default: .engine(code: "\(code)", message: message)
    }
  }
}
