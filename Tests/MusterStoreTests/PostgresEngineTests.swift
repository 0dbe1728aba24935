import Dispatch
import Foundation
@testable import MusterStore
import MusterTesting
import Testing
import Vocabulary

/// What PostgreSQL alone can do to a store.
@Suite("PostgreSQL") struct PostgresEngineTests {
  private let place: String
  private let store: Store

  init() throws {
    place = try StoreEngine.postgreSQL.place(file: "")
    store = try Store.create(at: place, now: Fixture.now)
  }

  private func savePolicy(_ text: String, _ store: Store) throws {
    try store.write { try $0.savePolicy(kind: "plan", path: "p", text: text) }
  }

  @Test func aStoreIsNotMadeOverAnother() throws {
    #expect(throws: StoreFault.exists(path: try PostgresAddress(place).shown)) {
      try Store.create(at: place, now: Fixture.now)
    }
  }

  /// A new table has no figures, from which the server would guess that to read all is best.
  @Test func contactsAreLookedUpByTheirKeyInATableWithoutFigures() throws {
    try store.write { try $0.importAgents(Fixture.agents, from: Fixture.day("2026-10-01")) }
    try store.importing(Fixture.contacts(3_000, seed: 1))
    let plan = try store.write { connection in
      _ = try connection.contactWriter(for: Fixture.run, zone: .china)
      return try connection.query("EXPLAIN " + ContactWriter.lookUp(.postgreSQL), "main")
        .map { row -> String in try row["QUERY PLAN"] }
    }
    #expect(
      plan.contains { $0.contains("Index Cond") && $0.contains("external_id = i.external_id") },
      "\(plan.joined(separator: "\n"))")
  }

  @Test func aDatabaseWithoutAStoreIsNone() throws {
    let empty = try StoreEngine.postgreSQL.place(file: "")
    #expect(throws: StoreFault.notAStore(path: try PostgresAddress(empty).shown)) {
      try Store.open(at: empty, now: Fixture.now)
    }
  }

  @Test func databasesAndSchemasThatAreMissingAreSaid() throws {
    for (name, part) in [("database", "nowhere?"), ("schema", "postgres?")] {
      let other = place.replacing("postgres?", with: part)
        .replacing("search_path%3Dt", with: "search_path%3Dnone")
      #expect(throws: StoreFault.missing(path: try PostgresAddress(other).shown), "\(name)") {
        try Store.create(at: other, now: Fixture.now)
      }
    }
  }

  @Test func aWriterThatWaitsTooLongIsToldSo() throws {
    let second = try Store.open(at: place, now: Fixture.now, patience: 0.05)
    try store.write { connection in
      try connection.savePolicy(kind: "plan", path: "p", text: "first")
      #expect(throws: StoreFault.busy) { try savePolicy("second", second) }
      // Reading goes on, and sees what was there before.
      #expect(try second.count("policy") == 0)
    }
    #expect(try second.count("policy") == 1)
  }

  /// Somebody changes rows by hand, without the lock that all writes of ours take.
  private func meddle() throws {
    try Store.administer(place, "UPDATE agent SET number = number || 'x'")
  }

  @Test func aWriteThatAnotherProgramDisturbsIsRunAgain() throws {
    try store.write { _ = try $0.execute("INSERT INTO agent (number) VALUES ('A')") }
    var runs = 0
    try store.write { connection in
      runs += 1
      _ = try connection.query("SELECT number FROM agent")
      if runs < 3 { try meddle() }
      try connection.execute("UPDATE agent SET number = number || 'y'")
    }
    #expect(runs == 3)
    #expect(try store.read { try $0.first("SELECT number FROM agent")?["number"] } == "Axxy")
  }

  @Test func aWriteThatCannotBeRunAgainIsBusy() throws {
    try store.write { _ = try $0.execute("INSERT INTO agent (number) VALUES ('A')") }
    var runs = 0
    #expect(throws: StoreFault.busy) {
      try store.write(once: true) { connection in
        runs += 1
        _ = try connection.query("SELECT number FROM agent")
        try meddle()
        try connection.execute("UPDATE agent SET number = number || 'y'")
      }
    }
    #expect(runs == 1)
    #expect(try store.read { try $0.first("SELECT number FROM agent")?["number"] } == "Ax")
  }

  @Test func aConnectionThatWasCutWhileIdleIsMadeAgain() throws {
    let own = try Store.open(
      at: place + "&application_name=muster-idle", now: Fixture.now)
    #expect(try own.count("policy") == 0)
    try cut("muster-idle")
    try savePolicy("a", own)
    #expect(try own.count("policy") == 1)
  }

  @Test func aConnectionThatIsCutInAWriteKeepsNothingOfIt() throws {
    let own = try Store.open(
      at: place + "&application_name=muster-cut", now: Fixture.now)
    let shown = try PostgresAddress(place).shown
    #expect(throws: StoreFault.disconnected(shown)) {
      try own.write { connection in
        try connection.savePolicy(kind: "plan", path: "p", text: "a")
        try cut("muster-cut")
        try connection.savePolicy(kind: "plan", path: "p", text: "b")
      }
    }
    #expect(try own.count("policy") == 0)
    try savePolicy("c", own)
    #expect(try own.count("policy") == 1)
  }

  /// Ends the connections of the program that calls itself `name`.
  private func cut(_ name: String) throws {
    try Store.administer(
      place,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '\(name)'")
    // The server ends a connection a moment after it says so.
    Thread.sleep(forTimeInterval: 0.2)
  }

  @Test func aStatementThatTakesTooLongIsGivenUp() throws {
    let hasty = try Store.open(
      at: place.replacing("options=", with: "options=-cstatement_timeout%3D50%20"),
      now: Fixture.now)
    #expect(throws: StoreFault.tooSlow) {
      try hasty.read { try $0.query("SELECT 1 AS one FROM pg_sleep(20)") }
    }
    #expect(try hasty.count("policy") == 0)
  }

  @Test func aReaderThatGivesUpLeavesTheStoreAsItWas() throws {
    struct Enough: Error {}
    var seen = 0
    #expect(throws: Enough.self) {
      try store.write { connection in
        try connection.savePolicy(kind: "plan", path: "p", text: "a")
        try connection.session.forEach("SELECT generate_series(1, 10000000) AS n", []) { cursor in
          seen += 1
          if cursor.integer(0) == 3 { throw Enough() }
        }
      }
    }
    #expect(seen == 3)
    #expect(try store.count("policy") == 0)
    // Nor is it kept where the reader's error is passed over.
    #expect(throws: StoreFault.tooSlow) {
      try store.write { connection in
        try connection.savePolicy(kind: "plan", path: "p", text: "a")
        try? connection.session.forEach("SELECT generate_series(1, 10000000) AS n", []) { _ in
          throw Enough()
        }
      }
    }
    #expect(try store.count("policy") == 0)
  }

  @Test func examiningTellsEngineSchemaAndSize() throws {
    let report = try store.examine()
    #expect(report.engine.engine.hasPrefix("PostgreSQL 1"))
    #expect(report.engine.place == (try PostgresAddress(place).shown))
    #expect(report.engine.bytes > 100_000)
    #expect(report.engine.permissions == nil)
    #expect(report.engine.damage.isEmpty)
    // The tests' server does not care for a loss of power.
    #expect(
      report.engine.risks.map(\.setting) == ["fsync", "full_page_writes", "synchronous_commit"])
    #expect(report.schema == report.newestSchema)
  }

  @Test func anOlderStoreIsBroughtUp() throws {
    let place = try StoreEngine.postgreSQL.place(file: "")
    _ = try Store.create(at: place, schema: 7, now: Fixture.now)
    let store = try Store.open(at: place, now: Fixture.now)
    #expect(try store.examine().schema == Migrations.newest)
    func columns(_ store: Store) throws -> [String] {
      try store.read {
        try $0.query(
          """
          SELECT table_name || '.' || column_name || ' ' || data_type AS name
          FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1
          """
        ).map { try $0["name"] }
      }
    }
    #expect(try columns(store) == columns(self.store))
  }
}
