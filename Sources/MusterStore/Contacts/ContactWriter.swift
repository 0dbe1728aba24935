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
    let agentIDs = batch.map { agents[$0.agent] }
    var outcomes = agentIDs.map { $0 == nil ? Outcome.unknownAgent : .added }
    var rows: [Row] = []
    rows.reserveCapacity(batch.count)
    for (position, contact) in batch.enumerated() {
      guard let agent = agentIDs[position] else { continue }
      rows.append(Row(position: position, contact: contact, agent: agent))
    }
    if expectsNew {
      let known = try insert(rows)
      let lost = try compare(known, &outcomes)
      precondition(lost.isEmpty, "a row that was there is found")
      expectsNew = known.count <= rows.count / 2
    } else {
      let unknown = try compare(rows, &outcomes)
      for row in try insert(unknown) { outcomes[row.position] = .duplicate }
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

  /// Inserts `rows`, and gives those whose id was there already.
  private func insert(_ rows: [Row]) throws -> [Row] {
    guard !rows.isEmpty else { return [] }
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
    return try loader.flush().map { rows[$0] }
  }

  /// Looks up `rows`, changes what differs, and gives those that the store does not have.
  private func compare(_ rows: [Row], _ outcomes: inout [Outcome]) throws -> [Row] {
    guard !rows.isEmpty else { return [] }
    try connection.execute(connection.session.dialect.clear("incoming"))
    for (index, row) in rows.enumerated() {
      incomingLoader.put(Int64(index))
      incomingLoader.put(row.contact.externalID)
      try incomingLoader.endRow()
    }
    _ = try incomingLoader.flush()
    var isUnknown = [Bool](repeating: true, count: rows.count)
    var changed: [(row: Row, id: Int64)] = []
    let lookUp = ContactWriter.lookUp(connection.session.dialect)
    try connection.session.forEach(lookUp, [.text(run.source)]) { cursor in
      let index = Int(cursor.integer(0))
      let row = rows[index]
      let id = cursor.integer(1)
      isUnknown[index] = false
      if cursor.integer(2) == importID || !meet(id) {
        outcomes[row.position] = .duplicate
        return
      }
      let comparison = RowComparison(cursor, from: 3)
      contactRow(row).put(into: comparison, logarithms)
      outcomes[row.position] = comparison.isEqual ? .same : .changed
      if !comparison.isEqual { changed.append((row, id)) }
    }
    for (row, id) in changed { try change(id, to: row) }
    return zip(rows, isUnknown).filter(\.1).map(\.0)
  }

  /// The contacts of source `$1` that `incoming` names.
  static func lookUp(_ dialect: Dialect) -> String {
    """
    SELECT i.position, c.id, c.import_id, \(ContactRow.columnList)
    FROM \(dialect.incomingContacts)
    ORDER BY i.position
    """
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
