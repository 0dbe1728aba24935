public import Performance
public import Vocabulary

/// Brings the contacts of one file into the store, batch by batch, in one transaction.
///
/// A contact is known by its source and external id. A new one is added; one that is there with
/// other values is changed, and what it was is kept in `contact_change`; one that is there as it
/// is causes no write at all. Memory does not grow with the file, but for a bit for each contact
/// that the store held before.
public final class ContactWriter {
  /// What became of a row.
  public enum Outcome: Hashable, Sendable {
    case added, changed, same
    /// No agent has this number; nothing was done.
    case unknownAgent
    /// The same import brought this id before; the first row stands.
    case duplicate
  }

  private let connection: Connection
  private let run: ImportRun
  private let agents: [AgentNumber: Int64]
  private let logarithms = LogarithmTable()
  private var clock: LocalClock
  private var counts = ImportCounts()
  /// The id of the run, once there is something that it changed.
  private var importID: Int64?
  private var contactLoader: (any Loader)?
  private var incomingLoader: any Loader
  /// One bit for each contact of earlier imports that this one has met.
  private var met: [UInt64] = []
  /// Whether most of what comes is new, so that inserting comes before asking.
  private var expectsNew: Bool
  /// The id after those of the last batch, where these stood close together.
  private var nextID: Int64?
  /// The batch that was begun.
  private var begun: (rows: [Row], outcomes: [Outcome])?

  init(_ connection: Connection, run: ImportRun, zone: Zone) throws {
    self.connection = connection
    self.run = run
    self.clock = LocalClock(zone: zone)
    self.agents = try connection.agentIDs()
    self.expectsNew =
      try connection.first("SELECT 1 FROM contact WHERE source = $1 LIMIT 1", run.source) == nil
    let dialect = connection.session.dialect
    try connection.execute(
      dialect.expand(
        """
        CREATE TEMPORARY TABLE IF NOT EXISTS incoming
          (position {int} NOT NULL PRIMARY KEY, external_id {text} NOT NULL)
        """))
    self.incomingLoader = try connection.session.load(
      "incoming", ["position", "external_id"], key: [])
  }

  /// Brings in `batch` and tells what became of each row, in order.
  public func add(_ batch: [Contact]) throws -> [Outcome] {
    try begin(batch)
    return try end()
  }

  /// Begins to bring in `batch`; where the engine can, it goes on while the next batch is read.
  ///
  /// Nothing else may be asked of the connection until ``end()``.
  public func begin(_ batch: [Contact]) throws {
    precondition(begun == nil, "the last batch was ended")
    let agentIDs = batch.map { agents[$0.agent] }
    let outcomes = agentIDs.map { $0 == nil ? Outcome.unknownAgent : .added }
    var rows: [Row] = []
    rows.reserveCapacity(batch.count)
    for (position, contact) in batch.enumerated() {
      guard let agent = agentIDs[position] else { continue }
      rows.append(Row(position: position, contact: contact, agent: agent))
    }
    begun = (rows, outcomes)
    if expectsNew { try send(rows) }
  }

  /// What became of each row of the batch that was begun, in order.
  public func end() throws -> [Outcome] {
    guard let batch = begun else { preconditionFailure("a batch was begun") }
    begun = nil
    let rows = batch.rows
    var outcomes = batch.outcomes
    if expectsNew {
      let known = try received(of: rows)
      let lost = try compare(known, &outcomes)
      precondition(lost.isEmpty, "a row that was there is found")
      expectsNew = known.count <= rows.count / 2
    } else {
      let unknown = try compare(rows, &outcomes)
      try send(unknown)
      for row in try received(of: unknown) { outcomes[row.position] = .duplicate }
      expectsNew = unknown.count > rows.count / 2
    }
    counts.count(outcomes)
    return outcomes
  }

  /// Ends the import, of whose file `rejected` more rows were refused before they came here.
  public func finish(rejected: Int = 0) throws -> ImportCounts {
    counts.rejected += rejected
    if let importID {
      try connection.execute(
        """
        UPDATE import SET added = $2, changed = $3, same = $4, rejected = $5 WHERE id = $1
        """, importID, counts.added, counts.changed, counts.same, counts.rejected)
    }
    return counts
  }

  /// A contact of the batch, its agent found.
  private struct Row {
    let position: Int
    let contact: Contact
    let agent: Int64
  }

  /// Sends `rows` to be inserted.
  private func send(_ rows: [Row]) throws {
    guard !rows.isEmpty else { return }
    let importID = try beginRun()
    let loader =
      try contactLoader
      ?? connection.session.load(
        "contact", ["source", "external_id", "import_id"] + ContactRow.columns,
        key: ["source", "external_id"])
    contactLoader = loader
    for row in rows {
      loader.put(run.source)
      loader.put(row.contact.externalID)
      loader.put(importID)
      contactRow(row).put(into: loader, logarithms)
      try loader.endRow()
    }
    try loader.send()
  }

  /// Those of `rows`, sent before, whose id was there already.
  private func received(of rows: [Row]) throws -> [Row] {
    guard !rows.isEmpty, let contactLoader else { return [] }
    return try contactLoader.flush().map { rows[$0] }
  }

  /// Changes what differs of `rows`, and gives those that the store does not have.
  private func compare(_ rows: [Row], _ outcomes: inout [Outcome]) throws -> [Row] {
    guard !rows.isEmpty else { return [] }
    var comparison = BatchComparison(rows)
    try follow(&comparison, &outcomes)
    try lookUp(&comparison, &outcomes)
    // A file that comes again comes in the order in which its contacts were first stored.
    let span = comparison.ids.map { $0.upperBound - $0.lowerBound } ?? .max
    nextID = span < 2 * rows.count ? comparison.ids.map { $0.upperBound + 1 } : nil
    for (row, id) in comparison.changed.sorted(by: { $0.row.position < $1.row.position }) {
      try change(id, to: row)
    }
    return zip(rows, comparison.isUnknown).filter(\.1).map(\.0)
  }

  /// Rows on their way through a comparison with the store.
  private struct BatchComparison {
    let rows: [Row]
    var isUnknown: [Bool]
    var changed: [(row: Row, id: Int64)] = []
    /// From the least to the greatest that was found.
    var ids: ClosedRange<Int64>?

    init(_ rows: [Row]) {
      self.rows = rows
      isUnknown = [Bool](repeating: true, count: rows.count)
    }
  }

  /// Compares with the contacts that were stored after those of the last batch, one after the other,
  /// which costs far less than to look each up.
  private func follow(
    _ comparison: inout BatchComparison, _ outcomes: inout [Outcome]
  ) throws {
    guard let nextID else { return }
    let rows = comparison.rows
    // All rows before this one were met.
    var next = 0
    var places: [String: Int]?
    try connection.session.forEach(
      ContactWriter.range, [.integer(nextID), .integer(nextID + Int64(rows.count))]
    ) { cursor in
      guard cursor.holds(run.source, 2) else { return }
      var index = next
      if next == rows.count || !cursor.holds(rows[next].contact.externalID, 3) {
        let known =
          places
          ?? Dictionary(
            rows.indices.map { (rows[$0].contact.externalID, $0) }, uniquingKeysWith: { a, _ in a })
        places = known
        guard let place = known[cursor.text(3)] else { return }
        index = place
      }
      settle(index, cursor, from: 4, &comparison, &outcomes)
      while next < rows.count, !comparison.isUnknown[next] { next += 1 }
    }
  }

  private static let range = """
    SELECT id, import_id, source, external_id, \(ContactRow.columnList)
    FROM contact WHERE id >= $1 AND id < $2
    """

  /// Looks up by their keys the rows that were not met yet.
  private func lookUp(
    _ comparison: inout BatchComparison, _ outcomes: inout [Outcome]
  ) throws {
    guard comparison.isUnknown.contains(true) else { return }
    try connection.execute(connection.session.dialect.clear("incoming"))
    for (index, row) in comparison.rows.enumerated() where comparison.isUnknown[index] {
      incomingLoader.put(Int64(index))
      incomingLoader.put(row.contact.externalID)
      try incomingLoader.endRow()
    }
    _ = try incomingLoader.flush()
    let query = ContactWriter.lookUp(connection.session.dialect)
    try connection.session.forEach(query, [.text(run.source)]) { cursor in
      settle(Int(cursor.integer(2)), cursor, from: 3, &comparison, &outcomes)
    }
  }

  /// The contacts of source `$1` that `incoming` names.
  static func lookUp(_ dialect: Dialect) -> String {
    """
    SELECT c.id, c.import_id, i.position, \(ContactRow.columnList)
    FROM \(dialect.incomingContacts)
    ORDER BY i.position
    """
  }

  /// Compares the row at `index` with the contact that `cursor` stands on, whose values begin at
  /// the column `from`.
  private func settle(
    _ index: Int, _ cursor: any Cursor, from column: Int, _ comparison: inout BatchComparison,
    _ outcomes: inout [Outcome]
  ) {
    let row = comparison.rows[index]
    let id = cursor.integer(0)
    comparison.isUnknown[index] = false
    comparison.ids =
      min(
        id, comparison.ids?.lowerBound ?? id)...max(
        id, comparison.ids?.upperBound ?? id)
    if cursor.integer(1) == importID || !meet(id) {
      outcomes[row.position] = .duplicate
      return
    }
    let values = RowComparison(cursor, from: column)
    contactRow(row).put(into: values, logarithms)
    outcomes[row.position] = values.isEqual ? .same : .changed
    if !values.isEqual { comparison.changed.append((row, id)) }
  }

  /// Marks the contact `id` as met; false where it was met before.
  private func meet(_ id: Int64) -> Bool {
    let word = Int(id >> 6)
    let bit: UInt64 = 1 << UInt64(id & 63)
    if word >= met.count { met += Array(repeating: 0, count: word + 1 - met.count) }
    defer { met[word] |= bit }
    return met[word] & bit == 0
  }

  private func change(_ id: Int64, to row: Row) throws {
    try connection.execute(
      """
      INSERT INTO contact_change (import_id, contact_id, \(ContactRow.columnList))
      SELECT $1, id, \(ContactRow.columnList) FROM contact WHERE id = $2
      """, try beginRun(), id)
    let values = RowValues()
    contactRow(row).put(into: values, logarithms)
    _ = try connection.session.execute(ContactWriter.update, values.values + [.integer(id)])
  }

  private static let update: String = {
    let list = ContactRow.columns.enumerated().map { "\($1) = $\($0 + 1)" }
    return """
      UPDATE contact SET \(list.joined(separator: ", ")) WHERE id = $\(list.count + 1)
      """
  }()

  private func contactRow(_ row: Row) -> ContactRow {
    let minute = clock.minute(of: row.contact.arrivedAt)
    return ContactRow(contact: row.contact, agent: row.agent, day: clock.day, minute: minute)
  }

  /// The id of the run, its row written when it is first asked for.
  private func beginRun() throws -> Int64 {
    if let importID { return importID }
    let id: Int64 = try connection.insert(
      """
      INSERT INTO import (source, file, imported_at, actor, added, changed, same, rejected)
      VALUES ($1, $2, $3, $4, 0, 0, 0, 0) RETURNING id
      """, run.source, run.file, run.at, run.actor)
    importID = id
    return id
  }
}

extension Connection {
  /// Begins to import contacts, their days and minutes read on the clocks of `zone`; only inside a
  /// write.
  public func contactWriter(for run: ImportRun, zone: Zone) throws -> ContactWriter {
    try ContactWriter(self, run: run, zone: zone)
  }
}
