import MusterStore
import MusterTesting
import People
import Performance
import Statistics
import Testing
import Vocabulary

@Suite struct ContactWriterTests {
  private let scratch: Scratch
  private let october = Fixture.day("2026-10-01")..<Fixture.day("2026-11-01")

  init() throws {
    scratch = try Scratch()
  }

  /// A store on `engine` that knows the agents of the fixtures.
  private func store(on engine: StoreEngine) throws -> Store {
    let store = try scratch.store(on: engine)
    try store.write { try $0.importAgents(Fixture.agents, from: Fixture.day("2026-10-01")) }
    return store
  }

  private func all(_ store: Store) throws -> [Contact] {
    try store.read { connection in
      try Fixture.agents.flatMap { try connection.contacts(of: $0.number, in: october) }
    }.sorted { $0.externalID < $1.externalID }
  }

  @Test(arguments: StoreEngine.allCases, 1...5 as ClosedRange<UInt64>)
  func contactsComeBackAsTheyWent(engine: StoreEngine, seed: UInt64) throws {
    let store = try store(on: engine)
    let contacts = Fixture.contacts(300, seed: seed)
    let (outcomes, counts) = try store.importing(contacts)
    #expect(outcomes == Array(repeating: .added, count: 300))
    #expect(counts == ImportCounts(added: 300))
    #expect(try all(store) == contacts.sorted { $0.externalID < $1.externalID })
  }

  @Test(arguments: StoreEngine.allCases, 1...5 as ClosedRange<UInt64>)
  func theSameAgainWritesNothing(engine: StoreEngine, seed: UInt64) throws {
    let store = try store(on: engine)
    let contacts = Fixture.contacts(300, seed: seed)
    try store.importing(contacts)
    let (outcomes, counts) = try store.importing(contacts)
    #expect(outcomes == Array(repeating: .same, count: 300))
    #expect(counts == ImportCounts(same: 300))
    #expect(try store.count("import") == 1)
    #expect(try store.count("contact_change") == 0)
    #expect(try store.read { try $0.lastImportID() } == 1)
  }

  @Test(arguments: StoreEngine.allCases, 1...5 as ClosedRange<UInt64>) func whatChangedIsRemembered(
    engine: StoreEngine, seed: UInt64
  ) throws {
    let store = try store(on: engine)
    let before = Fixture.contacts(200, seed: seed)
    let other = Fixture.contacts(200, seed: seed + 100)
    try store.importing(before)
    let after = zip(before, other).enumerated().map { $0 % 3 == 0 ? $1.1 : $1.0 }
    let expected = zip(before, after).map { $0 == $1 ? ContactWriter.Outcome.same : .changed }
    let (outcomes, counts) = try store.importing(after)
    #expect(outcomes == expected)
    #expect(counts.changed == expected.count { $0 == .changed })
    #expect(try all(store) == after.sorted { $0.externalID < $1.externalID })
    #expect(try store.count("contact") == 200)

    // What the first import had can be told from the changes of the second.
    let olds = try store.read { connection in
      try connection.query(
        """
        SELECT external_id, h.rating, h.order_minor, h.arrived_at, h.import_id
        FROM contact_change h JOIN contact c ON c.id = h.contact_id ORDER BY h.id
        """)
    }
    let changed = zip(before, expected).filter { $1 == .changed }.map(\.0)
    #expect(try olds.map { try $0["external_id"] as String } == changed.map(\.externalID))
    #expect(try olds.map { try $0["rating"] as Int? } == changed.map(\.rating))
    #expect(try olds.map { try $0["order_minor"] as Int64? } == changed.map(\.orderAmount))
    #expect(try olds.map { try $0["arrived_at"] as Instant } == changed.map(\.arrivedAt))
    #expect(try olds.allSatisfy { try $0["import_id"] == 2 })
  }

  /// One change to a contact, by the column it is in.
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let apply: @Sendable (inout Contact) -> Void

    init(_ name: String, _ apply: @escaping @Sendable (inout Contact) -> Void) {
      self.testDescription = name
      self.apply = apply
    }
  }

  @Test(
    arguments: StoreEngine.allCases,
    [
      Change("channel") { $0.channel = "phone" },
      Change("queue") { $0.queue = "aftersale" },
      Change("topic") { $0.topic = "returns" },
      Change("agent") { $0.agent = Fixture.number("A2") },
      Change("arrival") { $0.arrivedAt = $0.arrivedAt + 1 },
      Change("first reply") { $0.firstReplyAt = $0.arrivedAt },
      Change("close") { $0.closedAt = $0.arrivedAt },
      Change("handle") { $0.handleSeconds = 0 },
      Change("resolved") { $0.resolvedFirst = false },
      Change("invited") { $0.ratingInvited = false },
      Change("rating") { $0.rating = 1 },
      Change("order") { $0.orderID = "" },
      Change("order amount") { $0.orderAmount = 0 },
      Change("refund") { $0.refundedAmount = 0 },
      Change("complaint") { $0.isComplaint = true },
      Change("transfer") { $0.wasTransferred = true },
    ]) func everyColumnCounts(engine: StoreEngine, change: Change) throws
  {
    let store = try store(on: engine)
    let before = Fixture.contact("C1")
    var after = before
    change.apply(&after)
    try store.importing([before])
    #expect(try store.importing([after]).outcomes == [.changed])
    #expect(try all(store) == [after])
    #expect(try store.importing([before]).outcomes == [.changed])
    #expect(try all(store) == [before])
    #expect(try store.count("contact_change") == 2)
  }

  @Test(arguments: StoreEngine.allCases) func theFirstOfTwoRowsWithOneIDStands(engine: StoreEngine)
    throws
  {
    let store = try store(on: engine)
    let first = Fixture.contact("C1", second: 1)
    let second = Fixture.contact("C1", second: 2)
    // In one batch and across batches, new and known.
    #expect(try store.importing([first, second]).outcomes == [.added, .duplicate])
    #expect(try store.importing([first, first]).outcomes == [.same, .duplicate])
    #expect(try store.importing([first, second]).outcomes == [.same, .duplicate])
    try store.write { connection in
      let writer = try connection.contactWriter(for: Fixture.run, zone: .china)
      #expect(try writer.add([second, Fixture.contact("C2")]) == [.changed, .added])
      #expect(try writer.add([first, Fixture.contact("C2")]) == [.duplicate, .duplicate])
      #expect(try writer.finish() == ImportCounts(added: 1, changed: 1, rejected: 2))
    }
    #expect(try all(store) == [second, Fixture.contact("C2")])
  }

  /// A server refuses the second row while the rest of the batch is still on its way.
  @Test(arguments: StoreEngine.allCases) func aBatchMayBeLong(engine: StoreEngine) throws {
    let store = try store(on: engine)
    let contacts = (0..<5_000).map { Fixture.contact("C\(max($0, 1))", second: Int64($0)) }
    let outcomes = try store.importing(contacts).outcomes
    #expect(outcomes.prefix(3) == [.added, .duplicate, .added])
    #expect(outcomes.count { $0 == .added } == 4_999)
    #expect(try store.count("contact") == 4_999)
  }

  @Test(arguments: StoreEngine.allCases) func contactsOfUnknownAgentsAreRefused(engine: StoreEngine)
    throws
  {
    let store = try store(on: engine)
    let contacts = [Fixture.contact("C1", agent: "A9"), Fixture.contact("C2")]
    let (outcomes, counts) = try store.importing(contacts)
    #expect(outcomes == [.unknownAgent, .added])
    #expect(counts == ImportCounts(added: 1, rejected: 1))
  }

  @Test(arguments: StoreEngine.allCases) func sourcesAreApart(engine: StoreEngine) throws {
    let store = try store(on: engine)
    try store.importing([Fixture.contact("C1")])
    var run = Fixture.run
    run.source = "phones"
    try store.write { connection in
      let writer = try connection.contactWriter(for: run, zone: .china)
      #expect(try writer.add([Fixture.contact("C1", second: 2)]) == [.added])
      _ = try writer.finish()
    }
    #expect(try store.count("contact") == 2)
  }

  /// Batches that turn from new to known and back must give what one by one gives.
  @Test(arguments: StoreEngine.allCases, 1...10 as ClosedRange<UInt64>)
  func theOrderOfAskingAndInsertingDoesNotMatter(engine: StoreEngine, seed: UInt64) throws {
    let store = try store(on: engine)
    let contacts = Fixture.contacts(120, seed: seed)
    try store.importing(Array(contacts[0..<40]))
    let file = contacts[40..<60] + contacts[0..<30] + contacts[60..<90] + contacts[80..<85]
    let counts = try store.write { connection in
      let writer = try connection.contactWriter(for: Fixture.run, zone: .china)
      var rest = Array(file)
      while !rest.isEmpty {
        _ = try writer.add(Array(rest.prefix(7)))
        rest = Array(rest.dropFirst(7))
      }
      return try writer.finish()
    }
    #expect(counts == ImportCounts(added: 50, same: 30, rejected: 5))
    #expect(try store.count("contact") == 90)
  }

  /// Files that are half known, shuffled in part, with changes, ids that come twice and batches of
  /// any size must do what one row after the other would.
  @Test(arguments: StoreEngine.allCases, 1...12 as ClosedRange<UInt64>)
  func eachRowIsComparedWithItsOwnContact(engine: StoreEngine, seed: UInt64) throws {
    let store = try store(on: engine)
    var random = SeededGenerator(seed: seed)
    var model: [String: Contact] = [:]
    let pool = Fixture.contacts(150, seed: seed)
    let others = Dictionary(
      uniqueKeysWithValues: Fixture.contacts(150, seed: seed + 50).map { ($0.externalID, $0) })
    for _ in 0..<4 {
      let first = Int.random(in: 0..<60, using: &random)
      var file = Array(pool[first..<Int.random(in: first + 40...150, using: &random)])
      for index in file.indices where Int.random(in: 0..<8, using: &random) == 0 {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: file.swapAt(index, Int.random(in: file.indices, using: &random))
        case 1: file[index] = others[file[index].externalID] ?? file[index]
        default: file[index] = file[Int.random(in: file.indices, using: &random)]
        }
      }
      var met: Set<String> = []
      let expected = file.map { contact in
        let known = model[contact.externalID]
        guard met.insert(contact.externalID).inserted else {
          return ContactWriter.Outcome.duplicate
        }
        model[contact.externalID] = contact
        return known == nil ? .added : known == contact ? .same : .changed
      }
      let outcomes = try store.write { connection in
        let writer = try connection.contactWriter(for: Fixture.run, zone: .china)
        var outcomes: [ContactWriter.Outcome] = []
        while outcomes.count < file.count {
          let size = Int.random(in: 1...40, using: &random)
          outcomes += try writer.add(Array(file.dropFirst(outcomes.count).prefix(size)))
        }
        _ = try writer.finish()
        return outcomes
      }
      #expect(outcomes == expected)
      #expect(try all(store) == model.values.sorted { $0.externalID < $1.externalID })
    }
  }

  @Test(arguments: StoreEngine.allCases) func whatAContactNamesIsThere(engine: StoreEngine) throws {
    let store = try store(on: engine)
    try store.importing([Fixture.contact("C1")])
    for sql in [
      "UPDATE contact SET agent_id = 999", "UPDATE contact SET import_id = 999",
      "DELETE FROM agent", "DELETE FROM import", "UPDATE agent SET id = id + 100",
      """
      INSERT INTO contact (source, external_id, import_id, channel, queue, topic, agent_id,
        arrived_at, local_day, local_minute, complaint, transferred)
      SELECT source, 'C2', import_id, channel, queue, topic, 999, arrived_at, local_day,
        local_minute, complaint, transferred FROM contact
      """,
    ] {
      let error = #expect(throws: StoreFault.self, "\(sql)") {
        try store.write { try $0.execute(sql) }
      }
      guard case .constraint = error else {
        Issue.record("\(sql): \(String(describing: error))")
        continue
      }
    }
    #expect(try all(store) == [Fixture.contact("C1")])
  }

  @Test(arguments: StoreEngine.allCases, ["contact_change", "policy"])
  func appendOnlyTablesRefuseChanges(engine: StoreEngine, table: String) throws {
    let store = try store(on: engine)
    let column = table == "policy" ? "path" : "id"
    try store.importing([Fixture.contact("C1")])
    try store.importing([Fixture.contact("C1", second: 5)])
    try store.write { try $0.savePolicy(kind: "plan", path: "p", text: "a") }
    for sql in ["UPDATE \(table) SET \(column) = \(column)", "DELETE FROM \(table)"] {
      #expect(throws: StoreFault.constraint("\(table) is append-only")) {
        try store.write { try $0.execute(sql) }
      }
    }
  }

  @Test(arguments: StoreEngine.allCases) func theLogOfImportsTellsWhatEachDid(engine: StoreEngine)
    throws
  {
    let store = try store(on: engine)
    try store.importing([Fixture.contact("C1"), Fixture.contact("C2", agent: "A9")])
    try store.importing([Fixture.contact("C1")])
    try store.importing([Fixture.contact("C1", second: 5), Fixture.contact("C3")])
    let records = try store.read { try $0.imports(latest: 10) }
    #expect(
      records == [
        ImportRecord(id: 1, run: Fixture.run, counts: ImportCounts(added: 1, rejected: 1)),
        ImportRecord(id: 2, run: Fixture.run, counts: ImportCounts(added: 1, changed: 1)),
      ])
  }
}
