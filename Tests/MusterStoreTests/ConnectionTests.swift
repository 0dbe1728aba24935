import MusterStore
import MusterTesting
import Testing
import Vocabulary

@Suite struct ConnectionTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  @Test(
    arguments: StoreEngine.allCases,
    [
      (sql: "SELECT $1 || $2 AS t", text: "ab"),
      (sql: "SELECT $2 || $1 AS t", text: "ba"),
      (sql: "SELECT $2 || $1 || $2 AS t", text: "bab"),
      (sql: "SELECT $1 || $1 || $2 AS t", text: "aab"),
      (sql: "SELECT '$2' || $2 || $1 AS t -- $1", text: "$2ba"),
    ])
  func parametersAreBoundByNumber(engine: StoreEngine, _ bound: (sql: String, text: String)) throws
  {
    let store = try scratch.store(on: engine)
    #expect(try store.read { try $0.first(bound.sql, "a", "b")?["t"] } == bound.text)
  }

  @Test(arguments: StoreEngine.allCases) func valuesComeBackAsTheyWere(engine: StoreEngine) throws {
    let store = try scratch.store(on: engine)
    func back<T: Storable>(_ value: T) throws -> T? {
      try store.read { try $0.first("SELECT $1 AS v", value)?["v"] }
    }
    #expect(try back(Int64.min) == Int64.min)
    #expect(try back(Int64.max) == Int64.max)
    #expect(try back(0.1) == 0.1)
    #expect(try back("") == "")
    #expect(try back("王芳 'Or' \u{1F600}") == "王芳 'Or' \u{1F600}")
    // PostgreSQL's text holds every character but the one numbered 0.
    if engine == .sqlite { #expect(try back("a\0b") == "a\0b") }
    #expect(try back([UInt8](0...255)) == [UInt8](0...255))
    #expect(try back([UInt8]()) == [])
    #expect(try back(true) == true)
    #expect(try back(Fixture.day("2024-02-29")) == Fixture.day("2024-02-29"))
    #expect(try back(Month("2026-10")) == Month("2026-10"))
    #expect(try back(Instant(seconds: -1)) == Instant(seconds: -1))
    #expect(try back(ContentHash(ofText: "x")) == ContentHash(ofText: "x"))
    #expect(try back(Fixture.number("007")) == Fixture.number("007"))
    let row = try store.read { try $0.query("SELECT NULL AS n, 'x' AS t") }[0]
    #expect(try row["n"] as String? == nil)
    #expect(try row["t"] as String? == "x")
  }

  @Test(arguments: StoreEngine.allCases) func aWrongTypeNamesItsColumn(engine: StoreEngine) throws {
    let store = try scratch.store(on: engine)
    #expect(
      throws: StoreFault.unreadable(column: "day", found: "text(\"2026-02-30\")", wanted: "Day")
    ) {
      _ = try store.read { connection -> Day? in
        guard let row = try connection.first("SELECT '2026-02-30' AS day") else { return nil }
        return try row["day"] as Day
      }
    }
    #expect(throws: StoreFault.unreadable(column: "n", found: "null", wanted: "Int")) {
      _ = try store.read { connection -> Int in
        guard let row = try connection.first("SELECT NULL AS n") else { return 0 }
        return try row["n"]
      }
    }
  }

  @Test(arguments: StoreEngine.allCases) func aStatementServesAgainWithOtherValues(
    engine: StoreEngine
  ) throws {
    let store = try scratch.store(on: engine)
    let sums = try store.read { connection in
      try (1...3).map { n -> Int in
        try connection.query("SELECT $1 + $2 AS s", n, n * 10).map { row -> Int in try row["s"] }[0]
      }
    }
    #expect(sums == [11, 22, 33])
  }

  @Test(arguments: StoreEngine.allCases) func whatIsThrownUndoesTheWrite(engine: StoreEngine) throws
  {
    let store = try scratch.store(on: engine)
    struct Halt: Error {}
    #expect(throws: Halt.self) {
      try store.write { connection in
        try connection.savePolicy(kind: "plan", path: "plans/a.yaml", text: "a")
        throw Halt()
      }
    }
    #expect(try store.count("policy") == 0)
  }

  @Test(arguments: StoreEngine.allCases) func aRehearsalLeavesNothing(engine: StoreEngine) throws {
    let store = try scratch.store(on: engine)
    let seen = try store.rehearse { connection -> Int in
      try connection.savePolicy(kind: "plan", path: "plans/a.yaml", text: "a")
      return try connection.query("SELECT hash FROM policy").count
    }
    #expect(seen == 1)
    #expect(try store.count("policy") == 0)
  }

  @Test(arguments: StoreEngine.allCases) func aReadCannotWrite(engine: StoreEngine) throws {
    let store = try scratch.store(on: engine)
    #expect(throws: StoreFault.readOnly) {
      try store.read { try $0.savePolicy(kind: "plan", path: "plans/a.yaml", text: "a") }
    }
  }

  @Test(arguments: StoreEngine.allCases) func rulesOfTheSchemaAreFaults(engine: StoreEngine) throws
  {
    let store = try scratch.store(on: engine)
    func constraint(_ work: @escaping (Connection) throws -> Void) throws -> Bool {
      do {
        try store.write(work)
        return false
      } catch StoreFault.constraint {
        return true
      }
    }
    #expect(
      try constraint { connection in
        for _ in 1...2 { try connection.execute("INSERT INTO agent (number) VALUES ('A1')") }
      })
    #expect(
      try constraint {
        try $0.execute("INSERT INTO agent_name (agent_id, name) VALUES (99, 'x')")
      })
    #expect(try constraint { try $0.execute("INSERT INTO agent (number) VALUES ('')") })
    #expect(throws: StoreFault.self) {
      try store.write { try $0.execute("INSERT INTO agent_name (agent_id) VALUES ('text')") }
    }
  }

  @Test(arguments: StoreEngine.allCases) func wrongSQLIsAnErrorOfTheEngine(engine: StoreEngine)
    throws
  {
    let store = try scratch.store(on: engine)
    let fault: StoreFault =
      switch engine {
      case .sqlite: .engine(code: "1", message: #"near "SELEKT": syntax error"#)
      case .postgreSQL: .engine(code: "42601", message: #"syntax error at or near "SELEKT""#)
      }
    #expect(throws: fault) { try store.read { try $0.query("SELEKT 1") } }
  }

  /// All SQL is of tables that a store has: in a file without one, that is damage.
  @Test func aMissingTableIsDamage() throws {
    let store = try scratch.store(on: .sqlite)
    #expect(throws: StoreFault.corrupt) { try store.read { try $0.query("SELECT * FROM nowhere") } }
  }

  /// What comes after an error in a transaction cannot be kept on every engine, so on none is it
  /// taken for kept.
  @Test func onPostgreSQLAnErrorThatIsPassedOverUndoesTheWrite() throws {
    let store = try scratch.store(on: .postgreSQL)
    #expect(throws: StoreFault.self) {
      try store.write { connection in
        try connection.savePolicy(kind: "plan", path: "plans/a.yaml", text: "a")
        _ = try? connection.execute("INSERT INTO agent (number) VALUES ('')")
      }
    }
    #expect(try store.count("policy") == 0)
  }
}
