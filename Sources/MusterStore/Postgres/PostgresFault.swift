/// What errors of PostgreSQL mean to the store.
enum PostgresFault {
  /// Runs `body`, its errors of PostgreSQL turned into ``StoreFault``.
  static func translated<T>(_ place: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as PostgresError {
      throw fault(error, place)
    }
  }

  /// The fault that `error` of the server at `place` stands for.
  ///
  /// Source: appendix A, "PostgreSQL Error Codes", of the manual.
  static func fault(_ error: PostgresError, _ place: String) -> StoreFault {
    guard let state = error.state else {
      return connectionFault(error.message, place)
    }
    return switch state {
    case "40001", "40P01", "55P03", "53300", "57P03": .busy
    case "25006": .readOnly
    case "57014": .tooSlow
    case "53100": .full
    case "XX001", "XX002": .corrupt
    case "58030": .inputOutput
    case "3D000", "3F000": .missing(path: place)
    case "28000", "28P01", "42501": .notAllowed(path: place)
    case "57P01", "57P02", "57P05", "25P03": .disconnected(place)
    case _ where error.isLost || state.hasPrefix("08"): .disconnected(place)
    case _ where state.hasPrefix("23"): .constraint(error.message)
    default: .engine(code: state, message: error.message)
    }
  }

  /// Where no connection is made, libpq gives the server's words without their state, in the
  /// server's language.
  private static func connectionFault(_ message: String, _ place: String) -> StoreFault {
    func says(_ words: String...) -> Bool { words.contains { message.contains($0) } }
    if says("password", "authentication", "pg_hba.conf", "role \"", "认证", "角色") {
      return .notAllowed(path: place)
    }
    if says("database \"", "数据库 \"") { return .missing(path: place) }
    if says("No space left on device", "设备上没有空间") { return .full }
    if message.contains("too many clients") || message.contains("remaining connection slots")
      || message.contains("the database system is")
    {
      return .busy
    }
    return .disconnected(place)
  }
}

extension PostgresError {
  /// Whether another transaction was in the way, and the same one may be run again.
  var isConflict: Bool { state == "40001" || state == "40P01" }
}
