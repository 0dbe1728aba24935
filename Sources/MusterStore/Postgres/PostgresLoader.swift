/// Many rows on their way into a table of PostgreSQL by one COPY, sent as they come and kept until they
/// are flushed.
///
/// COPY knows no rows to pass over. So it is tried, and where a key was there already, the rows
/// go into a table aside, from which the server takes those that are new.
final class PostgresLoader: Loader {
  private let session: PostgresSession
  private let table: String
  private let columns: [String]
  private let key: [String]
  private var bytes = PostgresBytes()
  private var rows = 0
  private var isInRow = false
  /// How many of the bytes are on their way.
  private var sent = 0
  private var isComplete = false

  /// How many bytes go at a time, so that the server works while the next rows are made.
  private static let portion = 64 << 10

  init(_ session: PostgresSession, _ table: String, _ columns: [String], key: [String]) {
    self.session = session
    self.table = table
    self.columns = columns
    self.key = key
    bytes.beginCopy()
  }

  func put(_ value: Int64) {
    beginRow()
    bytes.appendField(value)
  }

  func put(_ text: String) {
    beginRow()
    bytes.appendField(text)
  }

  func putNull() {
    beginRow()
    bytes.appendNullField()
  }

  func put(_ value: Value) {
    beginRow()
    bytes.appendField(value)
  }

  private func beginRow() {
    if !isInRow { bytes.beginRow(columns: columns.count) }
    isInRow = true
  }

  func endRow() throws {
    isInRow = false
    rows += 1
    if bytes.count - sent >= PostgresLoader.portion { try sendOn(into: table) }
  }

  private func sendOn(into table: String) throws {
    if sent == 0 {
      try session.beginCopy(
        "COPY \(table) (\(columnList)) FROM STDIN (FORMAT binary)", undone: !key.isEmpty)
    }
    session.putCopy(bytes.bytes[sent...])
    sent = bytes.count
  }

  func send() throws {
    guard rows > 0, !isComplete else { return }
    bytes.endCopy()
    try sendOn(into: table)
    session.completeCopy()
    isComplete = true
  }

  func flush() throws -> [Int] {
    try send()
    guard isComplete else { return [] }
    isComplete = false
    sent = 0
    defer {
      rows = 0
      sent = 0
      bytes.beginCopy()
    }
    return try session.endCopy(undone: !key.isEmpty) ? [] : takeNew()
  }

  private var columnList: String { columns.joined(separator: ", ") }

  /// Takes the rows whose key is new, the first of several with one key, and gives the positions of
  /// the others.
  private func takeNew() throws -> [Int] {
    let aside = "aside_\(table)"
    let keyList = key.joined(separator: ", ")
    for sql in [
      "CREATE TEMPORARY TABLE \(aside) ON COMMIT DROP AS SELECT \(columnList) FROM \(table) "
        + "WITH NO DATA",
      "ALTER TABLE \(aside) ADD COLUMN place bigint "
        + "GENERATED ALWAYS AS IDENTITY (MINVALUE 0 START 0)",
    ] { _ = try session.execute(sql, []) }
    try sendOn(into: aside)
    session.completeCopy()
    _ = try session.endCopy(undone: !key.isEmpty)
    let refused = try session.query(
      """
      WITH added AS (
        INSERT INTO \(table) (\(columnList)) SELECT \(columnList) FROM \(aside) ORDER BY place
        ON CONFLICT (\(keyList)) DO NOTHING RETURNING \(keyList)
      ), taken AS (SELECT MIN(place) AS place FROM \(aside) JOIN added USING (\(keyList))
        GROUP BY \(keyList))
      SELECT place FROM \(aside) WHERE place NOT IN (SELECT place FROM taken) ORDER BY place
      """, []
    ).map { row -> Int in try row["place"] }
    _ = try session.execute("DROP TABLE \(aside)", [])
    return refused
  }
}
