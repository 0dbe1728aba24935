import CPostgres
import Glibc

/// What PostgreSQL, or the way to it, said was wrong.
struct PostgresError: Error {
  /// The five characters that SQL gives each kind of error; nil where no server answered.
  let state: String?
  let message: String
  /// Whether the connection is gone.
  let isLost: Bool
}

/// One connection to a PostgreSQL server, by libpq's own calls.
///
/// The one file that hands memory to C. Values go both ways in PostgreSQL's binary form, so that
/// numbers come back bit by bit. One thread at a time may use a link: the pool of
/// ``PostgresEngine`` hands each to one.
@safe final class PostgresLink: @unchecked Sendable {
  private let connection: OpaquePointer
  /// Statements by their SQL; several where the types of parameters differ.
  private var prepared: [String: [Prepared]] = [:]
  private var namesGiven = 0

  private struct Prepared {
    let name: String
    /// The types that the server takes the parameters for.
    let types: [PostgresType]

    func fits(_ parameters: [Value]) -> Bool {
      zip(parameters, types).allSatisfy { $0 == .null || PostgresType(of: $0) == $1 }
    }
  }

  /// Connects by `settings`, names and values of libpq's; later ones win over earlier ones.
  init(_ settings: [(name: String, value: String)]) throws {
    let names = unsafe settings.map { unsafe strdup($0.name) }
    let values = unsafe settings.map { unsafe strdup($0.value) }
    defer { unsafe (names + values).forEach { unsafe free($0) } }
    let cNames: [UnsafePointer<CChar>?] = unsafe names.map { unsafe UnsafePointer($0) } + [nil]
    let cValues: [UnsafePointer<CChar>?] = unsafe values.map { unsafe UnsafePointer($0) } + [nil]
    guard let connection = unsafe PQconnectdbParams(cNames, cValues, 1) else {
      throw PostgresError(state: nil, message: "out of memory", isLost: true)
    }
    unsafe self.connection = connection
    // Notices, such as of a table that is there already, would go to standard error.
    _ = unsafe PQsetNoticeProcessor(connection, { _, _ in }, nil)
    guard !isBroken else { throw connectionError }
  }

  deinit { unsafe PQfinish(connection) }

  /// The settings that `address` stands for; nil where it is no address.
  static func settings(of address: String) -> [String: String]? {
    var message: UnsafeMutablePointer<CChar>?
    guard let options = unsafe PQconninfoParse(address, &message) else {
      unsafe PQfreemem(message)
      return nil
    }
    defer { unsafe PQconninfoFree(options) }
    var settings: [String: String] = [:]
    var option = unsafe options
    while let name = unsafe option.pointee.keyword {
      if let value = unsafe option.pointee.val {
        unsafe settings[String(cString: name)] = unsafe String(cString: value)
      }
      unsafe option += 1
    }
    return settings
  }

  /// `PG_DIAG_SQLSTATE` and `PG_DIAG_MESSAGE_PRIMARY`, which Swift cannot import.
  private static let stateField = Int32(UInt8(ascii: "C"))
  private static let messageField = Int32(UInt8(ascii: "M"))

  var isBroken: Bool { unsafe PQstatus(connection) != CONNECTION_OK }

  /// Whether no transaction is open.
  var isIdle: Bool { unsafe PQtransactionStatus(connection) == PQTRANS_IDLE }

  /// The error of the connection itself, for which there is no answer of the server.
  private var connectionError: PostgresError {
    let message = unsafe String(cString: PQerrorMessage(connection))
    return PostgresError(state: nil, message: message, isLost: isBroken)
  }

  /// Runs `sql`, statements without parameters, and gives the tag of the last one.
  @discardableResult
  func execute(_ sql: String) throws -> PostgresAnswer {
    try unsafe answer(PQexec(connection, sql))
  }

  /// Runs `sql`, which is prepared once in the life of the connection for each run of types.
  func run(_ sql: String, _ parameters: [Value]) throws -> PostgresAnswer {
    let name = try prepare(sql, parameters)
    return try unsafe answer(
      withBinary(parameters) { values, lengths, formats in
        unsafe PQexecPrepared(
          connection, name, Int32(parameters.count), values, lengths, formats, 1)
      })
  }

  /// Runs `sql` as ``run(_:_:)`` does, and hands each row to `body` when it comes.
  ///
  /// Where `body` throws, the server is told to stop.
  func stream(
    _ sql: String, _ parameters: [Value], _ body: (PostgresAnswer) throws -> Void
  ) throws {
    let name = try prepare(sql, parameters)
    let isSent = unsafe withBinary(parameters) { values, lengths, formats in
      unsafe PQsendQueryPrepared(
        connection, name, Int32(parameters.count), values, lengths, formats, 1)
    }
    guard isSent == 1, unsafe PQsetSingleRowMode(connection) == 1 else { throw connectionError }
    do {
      while let result = unsafe PQgetResult(connection) {
        let answer = try unsafe answer(result)
        if answer.rowCount > 0 { try body(answer) }
      }
    } catch {
      stop()
      throw error
    }
  }

  /// Has the server give up what it is doing, and takes what it still says.
  private func stop() {
    if let handle = unsafe PQgetCancel(connection) {
      var message = [CChar](repeating: 0, count: 256)
      _ = unsafe PQcancel(handle, &message, Int32(message.count))
      unsafe PQfreeCancel(handle)
    }
    while let rest = unsafe PQgetResult(connection) { unsafe PQclear(rest) }
  }

  private func prepare(_ sql: String, _ parameters: [Value]) throws -> String {
    if let known = prepared[sql]?.first(where: { $0.fits(parameters) }) { return known.name }
    namesGiven += 1
    let name = "s\(namesGiven)"
    var types = parameters.map(PostgresType.init(of:))
    try unsafe answer(
      PQprepare(connection, name, sql, Int32(types.count), types.map(\.rawValue)))
    if types.contains(.unknown) {
      // NULL has no type, so the server looked at what it is used for.
      let description = try unsafe answer(PQdescribePrepared(connection, name))
      types = description.parameterTypes
    }
    prepared[sql, default: []].append(Prepared(name: name, types: types))
    return name
  }

  /// Hands `body` the parameters as libpq wants them: places, lengths and forms.
  private func withBinary<T>(
    _ parameters: [Value],
    _ body: (
      UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<Int32>, UnsafePointer<Int32>
    ) -> T
  ) -> T {
    var bytes = PostgresBytes()
    var places: [Int?] = []
    var lengths: [Int32] = []
    for value in parameters {
      let start = bytes.count
      bytes.append(value)
      places.append(value == .null ? nil : start)
      lengths.append(Int32(bytes.count - start))
    }
    // Even an empty text stands somewhere.
    bytes.append(0 as UInt16)
    let formats = [Int32](repeating: 1, count: parameters.count)
    return unsafe bytes.bytes.withUnsafeBytes { buffer in
      let values: [UnsafePointer<CChar>?] = unsafe places.map { place in
        guard let place, let start = buffer.baseAddress else { return nil }
        return unsafe (start + place).assumingMemoryBound(to: CChar.self)
      }
      return unsafe body(values, lengths, formats)
    }
  }

  /// Sends bytes of rows in the binary form of COPY, after a `COPY ... FROM STDIN`.
  ///
  /// A row may be wrong before all are sent: what the server says of it comes with ``endCopy()``.
  func putCopy(_ bytes: ArraySlice<UInt8>) {
    _ = unsafe bytes.withUnsafeBytes { buffer in
      unsafe PQputCopyData(
        connection, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
    }
  }

  /// Says that all bytes were sent.
  func completeCopy() { _ = unsafe PQputCopyEnd(connection, nil) }

  /// Waits until the server has taken what was sent.
  func endCopy() throws {
    let result = unsafe PQgetResult(connection)
    while let rest = unsafe PQgetResult(connection) { unsafe PQclear(rest) }
    try unsafe answer(result)
  }

  /// What the server answered; throws where that is an error.
  @discardableResult
  private func answer(_ result: OpaquePointer?) throws -> PostgresAnswer {
    guard let result = unsafe result else { throw connectionError }
    switch unsafe PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_COPY_IN:
      return unsafe PostgresAnswer(result)
    default:
      defer { unsafe PQclear(result) }
      let state = unsafe PQresultErrorField(result, PostgresLink.stateField)
      let message = unsafe PQresultErrorField(result, PostgresLink.messageField)
      guard let state = unsafe state, let message = unsafe message else { throw connectionError }
      throw PostgresError(
        state: unsafe String(cString: state), message: unsafe String(cString: message),
        isLost: isBroken)
    }
  }
}

/// The rows that a statement gave, standing on one of them.
@safe final class PostgresAnswer: Cursor {
  private let result: OpaquePointer
  /// The row that values are read from.
  var row: Int32 = 0

  fileprivate init(_ result: OpaquePointer) {
    unsafe self.result = result
  }

  deinit { unsafe PQclear(result) }

  var rowCount: Int32 { unsafe PQntuples(result) }

  /// What was done, such as `UPDATE 3`.
  var tag: String { unsafe String(cString: PQcmdStatus(result)) }

  /// How many rows were changed, or given.
  var changes: Int { unsafe Int(String(cString: PQcmdTuples(result))) ?? 0 }

  var columnNames: [String] {
    unsafe (0..<PQnfields(result)).map { unsafe String(cString: PQfname(result, $0)) }
  }

  fileprivate var parameterTypes: [PostgresType] {
    unsafe (0..<PQnparams(result)).map {
      unsafe PostgresType(rawValue: PQparamtype(result, $0)) ?? .other
    }
  }

  /// The values of the row, from left to right.
  func values() throws -> [Value] {
    try (0..<(unsafe PQnfields(result))).map { column in
      if isNull(Int(column)) { return .null }
      let type = unsafe PQftype(result, column)
      switch PostgresType(rawValue: type) {
      case .bool, .int2, .int4, .int8: return .integer(integer(Int(column)))
      case .float8: return .real(Double(bitPattern: UInt64(bitPattern: integer(Int(column)))))
      case .text, .varchar, .name, .unknown: return .text(text(Int(column)))
      case .bytes: return unsafe .bytes(Array(bytes(column)))
      case .other, nil:
        let name = unsafe String(cString: PQfname(result, column))
        throw StoreFault.unreadable(column: name, found: "type \(type)", wanted: "a type of ours")
      }
    }
  }

  func isNull(_ column: Int) -> Bool { unsafe PQgetisnull(result, row, Int32(column)) == 1 }

  func integer(_ column: Int) -> Int64 {
    let bytes = unsafe bytes(Int32(column))
    // Bytes come in the order in which people write digits, the first with the sign; booleans are
    // one byte of 0 or 1.
    let first: Int64 = unsafe bytes.first.map { Int64(Int8(bitPattern: $0)) } ?? 0
    return unsafe bytes.dropFirst().reduce(first) { $0 << 8 | Int64($1) }
  }

  func text(_ column: Int) -> String {
    unsafe String(decoding: bytes(Int32(column)), as: UTF8.self)
  }

  func holds(_ text: String, _ column: Int) -> Bool {
    var text = text
    let stored = unsafe bytes(Int32(column))
    return text.withUTF8 { unsafe stored.elementsEqual($0) }
  }

  private func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = unsafe PQgetvalue(result, row, column)
    return unsafe UnsafeRawBufferPointer(
      start: start, count: Int(PQgetlength(result, row, column)))
  }
}
