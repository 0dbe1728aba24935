/// Many rows on their way into a table of PostgreSQL, kept until they are flushed and then sent by
/// one COPY.
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
  private var isSent = false

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
  }

  func send() throws {
    guard rows > 0, !isSent else { return }
    bytes.endCopy()
    try session.sendCopy(copy(into: table), bytes.bytes, undone: !key.isEmpty)
    isSent = true
  }

  func flush() throws -> [Int] {
    try send()
    guard isSent else { return [] }
    isSent = false
    defer {
      rows = 0
      bytes.beginCopy()
    }
    return try session.endCopy(undone: !key.isEmpty) ? [] : takeNew()
  }

  private var columnList: String { columns.joined(separator: ", ") }

  private func copy(into table: String) -> String {
    "COPY \(table) (\(columnList)) FROM STDIN (FORMAT binary)"
  }

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
    try session.sendCopy(copy(into: aside), bytes.bytes, undone: false)
    _ = try session.endCopy(undone: false)
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
