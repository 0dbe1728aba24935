import Foundation
@testable import MusterStore
import MusterTesting
import Testing
import Vocabulary

/// What tables hold of people is known for each of them.
@Suite("Holdings") struct HoldingsTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  /// The columns of text that hold codes, days and hashes: never a name, never what a person wrote.
  private static let codes: Set<String> = [
    "activity", "answer_hash", "arrangement", "assigned_on", "calendar_hash", "cause", "channel",
    "channels", "component", "content_hash", "contract", "critical", "currency", "day", "due_on",
    "event", "external_id", "facts", "facts_digest", "field", "first_day", "from_day", "hash",
    "hired_on", "in_force",
    "issued_on", "item", "kind", "kpi", "last_day", "left_on", "levels", "local_day", "module",
    "module_hash", "month", "order_id", "path", "pattern", "period", "plan_hash", "point", "queue",
    "question", "relates_to", "result", "rubric_hash", "rung", "scorecard_hash", "seal", "skills",
    "source", "standards_hash", "submitted_on", "team", "to_day", "topic", "used", "valid_through",
    "version", "way", "wish",
  ]

  private static let number = Fixture.number("A1")

  @Test("every table is listed once, after those whose rows it names") func tables() throws {
    let store = try scratch.store()
    var seen: Set<String> = []
    for table in Migrations.tables.map(\.table) {
      let named = try store.read {
        try $0.query("SELECT \"table\" AS target FROM pragma_foreign_key_list($1)", table)
          .map { try $0["target"] as String }
      }
      #expect(seen.union([table]).isSuperset(of: named), "\(table)")
      #expect(seen.insert(table).inserted, "\(table)")
    }
  }

  @Test("a table that names an agent, or a row about one, has rows about agents")
  func references() throws {
    let about = Set(Migrations.tables.filter { $0.rows != nil }.map(\.table))
    let store = try scratch.store()
    for holding in Migrations.tables where holding.rows == nil {
      let wanted = try store.read {
        try $0.query("SELECT \"table\" AS target FROM pragma_foreign_key_list($1)", holding.table)
          .map { try $0["target"] as String }
      }
      #expect(about.isDisjoint(with: wanted), "\(holding.table) names rows about an agent")
    }
    #expect(about.contains("quality_mark"))
  }

  @Test("every column of text is a code, says who did something, or holds words")
  func columns() throws {
    let store = try scratch.store()
    for holding in Migrations.tables {
      let columns = try store.read {
        try $0.query(
          "SELECT name FROM pragma_table_info($1) WHERE type = 'TEXT'", holding.table
        ).map { try $0["name"] as String }
      }
      for column in columns
      where !holding.words.contains(column) && !holding.actors.contains(column) {
        #expect(
          Self.codes.contains(column)
            || ["agent.number", "migration.name", "roster_file.name"].contains(
              "\(holding.table).\(column)"),
          "\(holding.table).\(column): say in Migrations.tables what it holds")
      }
      #expect(holding.actors.isEmpty == (holding.moment == nil), "\(holding.table)")
    }
  }

  @Test("rows about an agent, and about nobody else", arguments: StoreEngine.allCases)
  func held(engine: StoreEngine) throws {
    let store = try scratch.store(on: engine)
    try store.write { _ = try $0.importAgents(Fixture.agents, from: Fixture.day("2026-10-01")) }
    try store.importing(Fixture.contacts(300, seed: 1))
    try store.importing(Fixture.contacts(300, seed: 2))
    let held = try store.read { try $0.held(on: Self.number) }
    #expect(held.map(\.table) == Migrations.tables.filter { $0.rows != nil }.map(\.table))
    for rows in held {
      guard let place = rows.columns.firstIndex(of: "agent_id") else { continue }
      #expect(rows.rows.allSatisfy { $0[place] == .text("A1") }, "\(rows.table)")
    }
    func count(_ table: String) -> Int { held.first { $0.table == table }?.count ?? -1 }
    #expect(count("agent_name") == 1)
    let tallies = try store.read {
      try $0.query("SELECT number FROM contact c JOIN agent a ON a.id = c.agent_id")
    }
    #expect(try count("contact") == tallies.count { try $0["number"] == "A1" })
    #expect(count("contact") > 20)
    #expect(try store.read { try $0.held(on: Fixture.number("Z")) }.isEmpty)
  }

  @Test("what they did, by number, name and alias", arguments: StoreEngine.allCases)
  func deeds(engine: StoreEngine) throws {
    let store = try scratch.store(on: engine)
    let agents = [
      Fixture.agent("A1", name: "王芳"), Fixture.agent("A2", name: "李娜"),
      Fixture.agent("A3", name: "李娜"),
    ]
    try store.write { connection in
      _ = try connection.importAgents(agents, from: Fixture.day("2026-10-01"))
      for actor in ["A1", "王芳", "fang", "A2", "李娜"] {
        _ = try connection.saveOverride(
          ForecastOverride(
            stream: Stream(channel: "app", queue: "q"),
            days: Fixture.day("2026-10-02")...Fixture.day("2026-10-02"), minutes: 0..<60,
            factor: 2, reason: "直播 \(actor)", actor: actor, recordedAt: Fixture.now))
      }
    }
    func deeds(_ number: String, _ aliases: [String] = []) throws -> [String] {
      try store.read { connection in
        let names = try #require(
          try connection.names(of: Fixture.number(number), aliases: aliases))
        return try connection.deeds(by: names).map { "\($0.table) \($0.actor) \($0.words)" }
      }
    }
    #expect(
      try deeds("A1", ["fang"])
        == ["A1", "王芳", "fang"].map { "forecast_override \($0) 直播 \($0)" })
    // Two are called 李娜: what was done under that name is neither's.
    #expect(try deeds("A2") == ["forecast_override A2 直播 A2"])
    #expect(try deeds("A3").isEmpty)
  }
}
