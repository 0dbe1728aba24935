@testable import MusterStore
import MusterTesting
import Performance
import Testing
import Vocabulary

/// Named queries against a plain recount in Swift.
@Suite struct ContactsQueriesTests {
  private let scratch: Scratch
  private let days = Fixture.day("2026-10-01")..<Fixture.day("2026-10-03")

  init() throws {
    scratch = try Scratch()
  }

  /// A store on `engine` that knows the agents of the fixtures.
  private func store(on engine: StoreEngine) throws -> Store {
    let store = try scratch.store(on: engine)
    try store.write { try $0.importAgents(Fixture.agents, from: Fixture.day("2026-10-01")) }
    return store
  }

  private func isWanted(_ contact: Contact) -> Bool {
    days.contains(Zone.china.local(contact.arrivedAt).day)
  }

  @Test(
    "an engine counts each KPI as a sum over the contacts does",
    arguments: StoreEngine.allCases, 1...20 as ClosedRange<UInt64>)
  func readings(engine: StoreEngine, seed: UInt64) throws {
    let store = try store(on: engine)
    let contacts = Fixture.contacts(400, seed: seed)
    try store.importing(contacts)
    let expected = Dictionary(grouping: contacts.filter(isWanted), by: \.agent).mapValues { own in
      Dictionary(uniqueKeysWithValues: KPI.allCases.map { ($0, $0.reading(of: own)) })
    }
    #expect(try store.read { try $0.readings(in: days) } == expected)
  }

  @Test(arguments: StoreEngine.allCases, 1...10 as ClosedRange<UInt64>)
  func arrivalsAreThoseOfAPlainRecount(engine: StoreEngine, seed: UInt64) throws {
    let store = try store(on: engine)
    let interval = [Interval.fiveMinutes, .halfHour, .hour][Int(seed % 3)]
    let contacts = Fixture.contacts(400, seed: seed)
    try store.importing(contacts)
    var expected: [String: (contacts: Int64, handle: Reading)] = [:]
    for contact in contacts where isWanted(contact) {
      let local = Zone.china.local(contact.arrivedAt)
      let key =
        "\(contact.channel)/\(contact.queue) \(local.day) \(local.minute / interval.minutes)"
      expected[key, default: (0, Reading(0, over: 0))].contacts += 1
      if let seconds = contact.handleSeconds {
        let known = expected[key]?.handle ?? Reading(0, over: 0)
        expected[key]?.handle = Reading(known.total + Int64(seconds), over: known.count + 1)
      }
    }
    let arrivals = try store.read { try $0.arrivals(in: days, per: interval) }
    #expect(arrivals.count == expected.count)
    for item in arrivals {
      let part = expected["\(item.stream) \(item.day) \(item.slot)"]
      #expect(part?.contacts == item.contacts)
      #expect(part?.handle == item.handle)
    }
    let keys = arrivals.map { ($0.stream, $0.day, $0.slot) }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: StoreEngine.allCases, 1...5 as ClosedRange<UInt64>)
  func theDrawSeesTheContactsOfItsDay(engine: StoreEngine, seed: UInt64) throws {
    let store = try store(on: engine)
    let contacts = Fixture.contacts(200, seed: seed)
    try store.importing(contacts)
    let day = Fixture.day("2026-10-02")
    let expected = contacts.filter { Zone.china.local($0.arrivedAt).day == day }
    let drawn = try store.read { try $0.drawableContacts(on: day) }
    #expect(Set(drawn.map(\.externalID)) == Set(expected.map(\.externalID)))
    #expect(drawn.count == expected.count)
    #expect(zip(drawn, drawn.dropFirst()).allSatisfy { $0.agent <= $1.agent })
  }

  @Test(arguments: StoreEngine.allCases) func statisticsAddUp(engine: StoreEngine) throws {
    let store = try store(on: engine)
    let contacts = Fixture.contacts(300, seed: 3)
    try store.importing(contacts)
    let statistics = try store.read { try $0.contactStatistics() }
    #expect(statistics.contacts == 300)
    #expect(statistics.days == Fixture.day("2026-10-01")...Fixture.day("2026-10-03"))
    #expect(statistics.parts.map(\.channel) == ["app", "phone", "邮件"])
    let rated = statistics.parts.reduce(0) { $0 + $1.rated }
    #expect(rated == Int64(contacts.count { $0.rating != nil }))
    #expect(statistics.lastImport?.counts == ImportCounts(added: 300))
  }

  @Test(arguments: StoreEngine.allCases) func anEmptyStoreHasNoStatistics(engine: StoreEngine)
    throws
  {
    let store = try store(on: engine)
    let statistics = try store.read { try $0.contactStatistics() }
    #expect(statistics.contacts == 0)
    #expect(statistics.days == nil)
    #expect(statistics.lastImport == nil)
    #expect(try store.read { try $0.lastImportID() } == nil)
  }

  @Test(arguments: StoreEngine.allCases) func aContactNearMidnightBelongsToTheWorkspacesDay(
    engine: StoreEngine
  ) throws {
    let store = try store(on: engine)
    let midnight = Zone.china.start(of: Fixture.day("2026-10-02"))
    var contacts = [Fixture.contact("C1"), Fixture.contact("C2")]
    contacts[0].arrivedAt = midnight + -1
    contacts[1].arrivedAt = midnight
    try store.importing(contacts)
    let arrivals = try store.read { try $0.arrivals(in: days, per: .hour) }
    #expect(arrivals.map { "\($0.day) \($0.slot)" } == ["2026-10-01 23", "2026-10-02 0"])
  }

  /// Scoring a month must not read the other months of a long store.
  @Test(
    arguments: StoreEngine.allCases,
    [
      MonthQuery("readings") { _ = try $0.readings(in: $1) },
      MonthQuery("arrivals") { _ = try $0.arrivals(in: $1, per: .hour) },
      MonthQuery("contacts") { _ = try $0.contacts(of: Fixture.number("A1"), in: $1) },
      // Most of the contacts, which a server would rather find by reading all of them.
      MonthQuery("readings of a year") {
        _ = try $0.readings(in: $1.lowerBound..<Fixture.day("2027-09-01"))
      },
      MonthQuery("draw") { _ = try $0.drawableContacts(on: $1.lowerBound) },
    ])
  func oneMonthTouchesItsOwnRowsAlone(engine: StoreEngine, query: MonthQuery) throws {
    let store = try store(on: engine)
    try store.importing(
      (0..<12_000).map { index in
        Fixture.contact("C\(index)", agent: "A\(index % 7)", second: Int64(index) * 2_600)
      })
    // A server plans by figures that it collects when it has time.
    try store.write { try $0.execute("ANALYZE contact") }
    let steps = try store.read { connection in
      let recorder = PlanRecorder(connection.session)
      try query.run(Connection(session: recorder), days)
      return recorder.steps
    }
    switch engine {
    case .sqlite:
      let steps = steps.filter { $0.contains(" contact") || $0.contains(" c ") }
      #expect(!steps.isEmpty)
      for step in steps {
        #expect(step.contains("SEARCH") && step.contains("contact_by_day (local_day"))
      }
    case .postgreSQL:
      #expect(steps.contains { $0.contains("contact_by_day") })
      #expect(steps.contains { $0.contains("Index Cond: (") && $0.contains("local_day") })
      #expect(!steps.contains { $0.contains("Seq Scan on contact") })
    }
  }

  /// A query of some days.
  struct MonthQuery: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let run: @Sendable (Connection, Range<Day>) throws -> Void

    init(_ name: String, _ run: @escaping @Sendable (Connection, Range<Day>) throws -> Void) {
      testDescription = name
      self.run = run
    }
  }
}

/// A session that notes how the engine goes about each query.
private final class PlanRecorder: Session {
  private let base: any Session
  private(set) var steps: [String] = []

  init(_ base: any Session) {
    self.base = base
  }

  func query(_ sql: String, _ parameters: [Value]) throws -> [Row] {
    let isSQLite = dialect == .sqlite
    for row in try base.query((isSQLite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + sql, parameters) {
      steps.append(try row[isSQLite ? "detail" : "QUERY PLAN"])
    }
    return try base.query(sql, parameters)
  }

  func forEach(
    _ sql: String, _ parameters: [Value], _ body: (any Cursor) throws -> Void
  ) throws {
    try base.forEach(sql, parameters, body)
  }

  func execute(_ sql: String, _ parameters: [Value]) throws -> Int {
    try base.execute(sql, parameters)
  }

  func load(_ table: String, _ columns: [String], key: [String]) throws -> any Loader {
    try base.load(table, columns, key: key)
  }

  var dialect: Dialect { base.dialect }

  func hasTable(_ name: String) throws -> Bool { try base.hasTable(name) }
}
