import Foundation
import GRDB
@testable import MusterStore
import Testing

@Suite struct MigrationsTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func version(of name: String) throws -> Int? {
    try DatabaseQueue(path: scratch.path(name)).read {
      try Int.fetchOne($0, sql: "SELECT MAX(version) FROM migration")
    }
  }

  @Test func versionsRunFromOneWithoutGaps() {
    #expect(Migrations.all.map(\.version) == Array(1...Migrations.newest))
    #expect(Set(Migrations.all.map(\.name)).count == Migrations.newest)
  }

  @Test func aNewStoreRemembersEachMigration() throws {
    let rows = try scratch.store().read {
      try $0.query("SELECT version, name, applied_at FROM migration ORDER BY version")
    }
    #expect(try rows.map { try $0["version"] as Int } == Migrations.all.map(\.version))
    #expect(try rows.map { try $0["name"] as String } == Migrations.all.map(\.name))
    #expect(try rows.allSatisfy { try $0["applied_at"] == Fixture.now })
  }

  @Test func everyTableIsStrict() throws {
    let loose = try scratch.store().read {
      try $0.query(
        """
        SELECT name FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'
        """)
    }
    #expect(loose.isEmpty)
  }

  @Test func noTokenIsLeft() {
    for migration in Migrations.all {
      for case .sql(let sql) in migration.statements where sql.hasPrefix("CREATE TABLE") {
        #expect(sql.hasSuffix(") {strict}"), "\(migration.name)")
      }
    }
  }

  @Test(arguments: 1..<Migrations.newest)
  func anOlderStoreIsBroughtUpAfterABackup(schema: Int) throws {
    _ = try Store.create(at: scratch.path(), schema: schema, now: Fixture.now)
    let store = try Store.open(at: scratch.path(), now: Fixture.now)
    #expect(try store.examine().schema == Migrations.newest)
    #expect(try version(of: "muster.db.backup-v\(schema)") == schema)
    let facts = try FileManager.default.attributesOfItem(
      atPath: scratch.path("muster.db.backup-v\(schema)"))
    #expect(facts[.posixPermissions] as? Int == 0o600)
    #expect(try !scratch.files.contains { $0.hasSuffix(".part") })
    let fresh = try scratch.store("fresh.db")
    #expect(try tables(of: store) == tables(of: fresh))
  }

  private func tables(of store: Store) throws -> [String] {
    try store.read { connection in
      try connection.query("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
        .map { try $0["sql"] }
    }
  }

  @Test func aStoreOfTodayIsNotBackedUp() throws {
    _ = try scratch.store()
    _ = try Store.open(at: scratch.path(), now: Fixture.now)
    #expect(try !scratch.files.contains { $0.contains("backup") })
  }

  @Test func aStoreFromTheFutureIsRefused() throws {
    let known = Migrations.newest
    do {
      let store = try scratch.store()
      try store.write {
        _ = try $0.execute(
          "INSERT INTO migration (version, name, applied_at) VALUES ($1, 'x', 0)", known + 2)
      }
    }
    #expect(throws: StoreFault.newerSchema(found: known + 2, known: known)) {
      try Store.open(at: scratch.path(), now: Fixture.now)
    }
  }
}
