import Foundation
import Incentives
@testable import MusterStore
import MusterTesting
import Testing
import Vocabulary

@Suite("Copies of a store") struct StoreCopyTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  /// A store with people, contacts, changes, a forecast and a ledger.
  private func store(on engine: StoreEngine) throws -> Store {
    let store = try scratch.store(on: engine)
    let month = Fixture.day("2026-10-01").month
    let actor = try #require(Actor("hr"))
    try store.write { connection in
      _ = try connection.importAgents(Fixture.agents, from: Fixture.day("2026-10-01"))
      let policy = try connection.savePolicy(kind: "plan", path: "plan.yaml", text: "奖金")
      let id = try #require(try connection.agentIDs()[Fixture.number("A1")])
      let postings = (1...3).map { fen in
        Posting(
          agentID: id, kind: .bonus, component: "c", amount: Money(minorUnits: fen),
          cause: .earned, relatesTo: nil, plan: policy, facts: policy)
      }
      try connection.book(postings, in: month, by: actor, at: Fixture.now)
      let day = Fixture.day("2026-11-02")
      let local = try #require(LocalTime(day: day, second: 0))
      _ = try connection.saveForecast(
        ForecastRecord(
          madeAt: Fixture.now, actor: "li", days: day...day, interval: .hour, calendar: nil),
        streams: [],
        intervals: [
          ForecastInterval(
            stream: Stream(channel: "app", queue: "q"), start: Fixture.now, local: local,
            mean: 1 / 3.0, p10: -0.0, p90: 1e300, p2_5: 0, p97_5: .leastNonzeroMagnitude)
        ])
    }
    try store.importing(Fixture.contacts(300, seed: 1))
    try store.importing(Fixture.contacts(300, seed: 2))
    return store
  }

  private func place(_ engine: StoreEngine) throws -> String {
    try engine.place(file: scratch.path("copy.db"))
  }

  @Test(
    "a copy holds the same, by rows and digests, and numbers go on where they were",
    arguments: StoreEngine.allCases, StoreEngine.allCases)
  func same(from: StoreEngine, to: StoreEngine) throws {
    let store = try store(on: from)
    let place = try place(to)
    var told: [Int64] = []
    let copy = try store.copy(to: place, at: Fixture.now) { told.append($0) }
    #expect(copy.tables.map(\.name) == Migrations.tables.map(\.table))
    #expect(copy.head.sequence == 3)
    #expect(copy.tables.first { $0.name == "contact" }?.rows == 300)
    #expect(copy.tables.first { $0.name == "contact_change" }.map { $0.rows > 100 } == true)
    let far = try Store.open(at: place, now: Fixture.now)
    #expect(try far.examine().engine.damage.isEmpty)
    // Copied once more, into a file, it is still the same.
    #expect(try far.copy(to: scratch.path("again.db"), at: Fixture.now).tables == copy.tables)
    // What comes next gets the same numbers in both.
    for store in [store, far] {
      try store.write { _ = try $0.importAgents([Fixture.agent("Z9")], from: Fixture.now.day) }
    }
    #expect(try far.read { try $0.agentIDs() } == store.read { try $0.agentIDs() })
  }

  @Test(
    "a copy is refused where a store is, which stays as it was", arguments: StoreEngine.allCases)
  func occupied(engine: StoreEngine) throws {
    let store = try store(on: .sqlite)
    let place = try place(engine)
    let other = try Store.create(at: place, now: Fixture.now)
    #expect(throws: StoreFault.self) { try store.copy(to: place, at: Fixture.now) }
    #expect(try other.count("agent") == 0)
    #expect(try Store.open(at: place, now: Fixture.now).count("agent") == 0)
  }

  @Test(
    "stopped half way, nothing is left, and the next run is whole", arguments: StoreEngine.allCases)
  func stopped(engine: StoreEngine) throws {
    struct Halt: Error {}
    let store = try scratch.store()
    try store.write { connection in
      for index in 0..<5_001 {
        try connection.savePolicy(kind: "plan", path: "p", text: "\(index)")
      }
    }
    let place = try place(engine)
    #expect(throws: Halt.self) { try store.copy(to: place, at: Fixture.now) { _ in throw Halt() } }
    #expect(throws: StoreFault.self) { try Store.open(at: place, now: Fixture.now) }
    #expect(try scratch.files.allSatisfy { $0.hasPrefix("muster.db") })
    #expect(try store.copy(to: place, at: Fixture.now).rows > 5_001)
  }

  @Test("what an interruption left of a file is written over") func leftovers() throws {
    let store = try store(on: .sqlite)
    try Data(count: 70_000).write(to: URL(fileURLWithPath: scratch.path("copy.db.part")))
    _ = try store.copy(to: scratch.path("copy.db"), at: Fixture.now)
    #expect(try scratch.files.filter { $0.hasPrefix("copy") } == ["copy.db"])
  }

  @Test("a forged ledger is not copied", arguments: StoreEngine.allCases)
  func forged(engine: StoreEngine) throws {
    let store = try store(on: .sqlite)
    try store.write { connection in
      try connection.execute("DROP TRIGGER ledger_refuses_update")
      try connection.execute("UPDATE ledger SET amount = 99 WHERE sequence = 2")
    }
    let place = try place(engine)
    #expect(throws: StoreFault.copyDiffers(table: "ledger")) {
      try store.copy(to: place, at: Fixture.now)
    }
    #expect(throws: StoreFault.self) { try Store.open(at: place, now: Fixture.now) }
  }

  @Test("the list of tables is that of the engine", arguments: StoreEngine.allCases)
  func tables(engine: StoreEngine) throws {
    let sql =
      switch engine {
      case .sqlite: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
      case .postgreSQL:
        """
        SELECT CAST(tablename AS text) AS name FROM pg_tables
        WHERE schemaname = current_schema() ORDER BY name
        """
      }
    let names = try scratch.store(on: engine).read { try $0.query(sql) }.map { row in
      try row["name"] as String
    }
    #expect(names.sorted() == Migrations.tables.map(\.table).sorted())
  }

  @Test("a backup comes back, on either engine", arguments: StoreEngine.allCases)
  func restored(engine: StoreEngine) throws {
    let store = try store(on: .sqlite)
    let backup = scratch.path("backup.db")
    let copy = try store.copy(to: backup, at: Fixture.now)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
    let place = try place(engine)
    #expect(try Store.restore(from: backup, to: place, now: Fixture.now).copy == copy)
    #expect(try Store.open(at: place, now: Fixture.now).count("contact") == 300)
    #expect(try Data(contentsOf: URL(fileURLWithPath: backup)) == bytes)
    #expect(try scratch.files.filter { $0.hasPrefix("backup") } == ["backup.db"])
  }

  @Test("restoring keeps what was there, even a damaged one, and again") func replaced() throws {
    let backup = scratch.path("backup.db")
    _ = try store(on: .sqlite).copy(to: backup, at: Fixture.now)
    for (text, name) in [("one", "muster.db.replaced"), ("two", "muster.db.replaced-2")] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: scratch.path()))
      let kept = try Store.restore(from: backup, to: scratch.path(), now: Fixture.now).kept
      #expect(kept == scratch.path(name))
      #expect(try Store.open(at: scratch.path(), now: Fixture.now).count("contact") == 300)
    }
    #expect(
      try String(contentsOfFile: scratch.path("muster.db.replaced"), encoding: .utf8) == "one")
  }

  @Test("a damaged backup, or none, is refused and nothing changes") func damaged() throws {
    let backup = scratch.path("backup.db")
    _ = try store(on: .sqlite).copy(to: backup, at: Fixture.now)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
    for index in bytes.count / 2..<bytes.count / 2 + 20_000 { bytes[index] = 0x5A }
    try bytes.write(to: URL(fileURLWithPath: backup))
    let before = try scratch.files
    #expect(throws: StoreFault.self) {
      try Store.restore(from: backup, to: scratch.path(), now: Fixture.now)
    }
    #expect(throws: StoreFault.missing(path: scratch.path("none"))) {
      try Store.restore(from: scratch.path("none"), to: scratch.path(), now: Fixture.now)
    }
    #expect(try scratch.files == before)
    #expect(try Store.open(at: scratch.path(), now: Fixture.now).count("contact") == 300)
  }

  @Test("a backup of an older schema is brought up to date in a copy") func older() throws {
    let backup = scratch.path("old.db")
    do { _ = try Store.create(at: backup, schema: 5, now: Fixture.now) }
    let place = scratch.path("new.db")
    _ = try Store.restore(from: backup, to: place, now: Fixture.now)
    #expect(try Store.open(at: place, now: Fixture.now).examine().schema == Migrations.newest)
    #expect(try scratch.files.filter { $0.hasPrefix("old") } == ["old.db"])
  }
}

extension Instant {
  fileprivate var day: Day { Zone.china.local(self).day }
}
