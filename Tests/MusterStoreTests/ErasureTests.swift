import Foundation
@testable import MusterStore
import MusterTesting
import People
import Performance
import Rostering
import Testing
import Vocabulary

/// A person is erased: names and words go, all that counts stays.
@Suite("Erasure of a person") struct ErasureTests {
  private static let note = ChangeNote(at: Fixture.now, actor: "hr")
  private static let name = "欧阳菲菲"
  private static let number = Fixture.number("A1")

  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  /// A store in which the name of A1 stands in many places, `namesake` being another's name.
  private func store(on engine: StoreEngine, namesake: String = "李娜") throws -> Store {
    let store = try scratch.store(on: engine)
    let (day, name) = (Fixture.day("2026-10-01"), Self.name)
    try store.write { connection in
      for called in ["欧阳小菲", name] {
        _ = try connection.importAgents(
          [Fixture.agent("A1", name: called), Fixture.agent("A2", name: namesake)], from: day,
          note: ChangeNote(at: Fixture.now, actor: name))
      }
      for (actor, reason) in [(name, "我要休假"), ("wang", "\(name) 不在"), ("wang", "直播")] {
        _ = try connection.saveOverride(
          ForecastOverride(
            stream: Stream(channel: "app", queue: "q"), days: day...day, minutes: 0..<60,
            factor: 2, reason: reason, actor: actor, recordedAt: Fixture.now))
      }
      for actor in [name, "feifei", "欧阳小菲", "wang"] {
        _ = try connection.saveRequest(
          RequestRecord(
            agent: Self.number, days: day...day, wish: .off, weight: 1, recordedAt: Fixture.now,
            actor: actor))
      }
      try connection.savePolicy(kind: "plan", path: "plan.yaml", text: "# \(name) 起草")
    }
    try store.importing(Fixture.contacts(60, seed: 1).filter { $0.agent != Fixture.number("A0") })
    return store
  }

  private func erase(_ store: Store, aliases: [String] = []) throws -> [String] {
    let fields = try store.write { connection in
      let names = try #require(try connection.names(of: Self.number, aliases: aliases))
      return try connection.erase(names, note: Self.note)
    }
    try store.purge(fields)
    return fields.map { "\($0.table).\($0.column) \($0.rows) \($0.outcome)" }
  }

  private func counts(_ store: Store) throws -> [String: Int] {
    try Dictionary(
      uniqueKeysWithValues: Migrations.tables.map(\.table).filter { $0 != "erasure" }.map {
        ($0, try store.count($0))
      })
  }

  @Test("a longer name that begins alike is another's", arguments: StoreEngine.allCases)
  func longerName(engine: StoreEngine) throws {
    let other = Self.name + "儿"
    let store = try store(on: engine, namesake: other)
    let day = Fixture.day("2026-10-02")
    try store.write { connection in
      for reason in ["\(other) 与 \(Self.name) 换班", "\(other) 休假"] {
        _ = try connection.saveOverride(
          ForecastOverride(
            stream: Stream(channel: "app", queue: "q"), days: day...day, minutes: 0..<60,
            factor: 2, reason: reason, actor: "wang", recordedAt: Fixture.now))
      }
    }
    #expect(try erase(store).contains("forecast_override.reason 2 numbered"))
    let reasons = try store.read { connection in
      try connection.query("SELECT reason FROM forecast_override ORDER BY id").map {
        try $0["reason"] as String
      }
    }
    #expect(reasons == ["", "A1 不在", "直播", "\(other) 与 A1 换班", "\(other) 休假"])
  }

  @Test("names and words go, rows stay, and again finds nothing", arguments: StoreEngine.allCases)
  func erased(engine: StoreEngine) throws {
    let store = try store(on: engine)
    let before = try counts(store)
    #expect(
      try erase(store, aliases: ["feifei"]) == [
        "agent_name.name 1 blanked", "policy.text 1 kept", "roster_request.actor 3 numbered",
        "forecast_override.reason 1 blanked", "forecast_override.reason 1 numbered",
        "forecast_override.actor 1 numbered", "agent_change.old_value 1 blanked",
        "agent_change.new_value 1 blanked", "agent_change.actor 3 numbered",
      ])
    #expect(try counts(store) == before)
    #expect(try store.read { try $0.requests().map(\.actor) } == ["A1", "A1", "A1", "wang"])
    #expect(try store.read { try $0.overrides().map(\.reason) } == ["", "A1 不在", "直播"])
    #expect(try store.read { try $0.erasures(of: Self.number) } == [Self.note])
    let list = try store.read { try $0.staffList(on: Fixture.day("2026-10-01")) }
    #expect(list.map(\.name) == ["", "李娜"])
    #expect(try erase(store, aliases: ["feifei"]).isEmpty)
    #expect(try store.count("erasure") == 1)
    // What was open is shut again.
    #expect(throws: StoreFault.self) {
      try store.write { try $0.execute("UPDATE roster_request SET actor = 'x'") }
    }
    // The staff list of before does not bring the name back.
    let counts = try store.write {
      try $0.importAgents(
        [Fixture.agent("A1", name: Self.name)], from: Fixture.day("2026-10-01"), note: Self.note)
    }
    #expect(counts == StaffCounts(same: 1))
  }

  @Test("a rehearsal leaves all as it was", arguments: StoreEngine.allCases)
  func rehearsed(engine: StoreEngine) throws {
    let store = try store(on: engine)
    let fields = try store.rehearse { connection in
      let names = try #require(try connection.names(of: Self.number, aliases: []))
      return try connection.erase(names, note: Self.note)
    }
    #expect(fields.count > 5)
    #expect(try store.count("erasure") == 0)
    #expect(
      try store.read { try $0.agent(Self.number, on: Fixture.day("2026-10-01"))?.name }
        == Self.name)
  }

  @Test("what was done under a name that two bear is left") func namesakes() throws {
    let store = try store(on: .sqlite, namesake: Self.name)
    #expect(
      try erase(store) == [
        "agent_name.name 1 blanked", "roster_request.actor 1 numbered",
        "agent_change.old_value 1 blanked", "agent_change.new_value 1 blanked",
      ])
    #expect(
      try store.read { try $0.overrides().map(\.reason) } == ["我要休假", "\(Self.name) 不在", "直播"])
  }

  @Test("no byte of the name is left in the file or its journal") func bytes() throws {
    let store = try scratch.store()
    // A name that stands in many pages, and an SQLite that leaves what it frees as it was.
    let day = Fixture.day("2026-10-01")
    try store.write { connection in
      _ = try connection.query("PRAGMA secure_delete = OFF")
      _ = try connection.importAgents(
        [Fixture.agent("A1", name: Self.name)], from: day, note: Self.note)
      for index in 0..<400 {
        _ = try connection.saveRequest(
          RequestRecord(
            agent: Self.number, days: day...day, wish: .off, pattern: "p\(index)", weight: 1,
            recordedAt: Fixture.now, actor: Self.name))
      }
    }
    func holds() throws -> [String] {
      let needle = Data(Self.name.utf8)
      return try scratch.files.filter { name in
        try Data(contentsOf: URL(fileURLWithPath: scratch.path(name))).range(of: needle) != nil
      }
    }
    #expect(try !holds().isEmpty)
    #expect(
      try erase(store)
        == [
          "agent_name.name 1 blanked", "roster_request.actor 400 numbered",
        ])
    #expect(try holds().isEmpty)
    #expect(try store.examine().engine.damage.isEmpty)
  }

  @Test("while another reads what was there, the file is not said to be clean") func reader() throws
  {
    let store = try store(on: .sqlite)
    let other = try Store.open(at: scratch.path(), now: Fixture.now)
    let eraser = try Store.open(at: scratch.path(), now: Fixture.now, patience: 0.05)
    try other.read { connection in
      _ = try connection.agentNumbers()
      #expect(throws: StoreFault.busy) { try erase(eraser) }
    }
    // Once that has ended, the same again makes it clean.
    #expect(try erase(store).isEmpty)
  }
}
