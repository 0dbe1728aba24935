import Dispatch
import Foundation
import GRDB
import MusterStore
import MusterTesting
import Testing

@Suite struct StoreTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  @Test func filesAreTheOwnersAlone() throws {
    let store = try scratch.store()
    try store.write { try $0.savePolicy(kind: "plan", path: "p", text: "a") }
    let modes = try scratch.files.map { name in
      try FileManager.default.attributesOfItem(atPath: scratch.path(name))[.posixPermissions]
        as? Int
    }
    #expect(try scratch.files == ["muster.db", "muster.db-shm", "muster.db-wal"])
    #expect(modes == [0o600, 0o600, 0o600])
  }

  @Test func aStoreIsNotMadeOverAnother() throws {
    _ = try scratch.store()
    #expect(throws: StoreFault.exists(path: scratch.path())) { try scratch.store() }
    try "notes".write(toFile: scratch.path("notes"), atomically: true, encoding: .utf8)
    #expect(throws: StoreFault.exists(path: scratch.path("notes"))) { try scratch.store("notes") }
    #expect(try String(contentsOfFile: scratch.path("notes"), encoding: .utf8) == "notes")
  }

  @Test func anEmptyFileBecomesAStore() throws {
    #expect(FileManager.default.createFile(atPath: scratch.path(), contents: nil))
    _ = try scratch.store()
    #expect(try Store.open(at: scratch.path(), now: Fixture.now).count("agent") == 0)
  }

  @Test func aStoreNeedsAFolder() throws {
    let path = scratch.path("nowhere/muster.db")
    #expect(throws: StoreFault.cannotCreate(path: path, code: ENOENT)) {
      try Store.create(at: path, now: Fixture.now)
    }
  }

  @Test func aStoreThatIsMissingIsNotMade() throws {
    #expect(throws: StoreFault.missing(path: scratch.path())) {
      try Store.open(at: scratch.path(), now: Fixture.now)
    }
    #expect(throws: StoreFault.missing(path: scratch.path("."))) {
      try Store.open(at: scratch.path("."), now: Fixture.now)
    }
    #expect(try scratch.files.isEmpty)
  }

  @Test func otherFilesAreNoStore() throws {
    let text = String(repeating: "a shopping list\n", count: 200)
    try text.write(toFile: scratch.path("list"), atomically: true, encoding: .utf8)
    try DatabaseQueue(path: scratch.path("other.db")).write {
      try $0.execute(sql: "CREATE TABLE song (title TEXT)")
    }
    #expect(FileManager.default.createFile(atPath: scratch.path("empty"), contents: nil))
    for name in ["list", "other.db", "empty"] {
      #expect(throws: StoreFault.notAStore(path: scratch.path(name))) {
        try Store.open(at: scratch.path(name), now: Fixture.now)
      }
    }
    #expect(try String(contentsOfFile: scratch.path("list"), encoding: .utf8) == text)
  }

  @Test func examiningTellsEngineSchemaAndSize() throws {
    let report = try scratch.store().examine()
    #expect(report.engine.engine.hasPrefix("SQLite 3."))
    #expect(report.engine.place == scratch.path())
    #expect(report.engine.permissions == 0o600)
    #expect(report.engine.damage.isEmpty)
    #expect(report.schema == report.newestSchema)
  }

  @Test func damageIsFound() throws {
    do {
      let store = try scratch.store()
      try store.write { connection in
        for index in 0..<500 {
          try connection.savePolicy(kind: "plan", path: "p", text: "plan \(index)")
        }
      }
    }
    // The last pages of the file are of the table that was written last.
    var bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.path()))
    for index in bytes.count - 9000..<bytes.count { bytes[index] = 0x5A }
    try bytes.write(to: URL(fileURLWithPath: scratch.path()))
    let store = try Store.open(at: scratch.path(), now: Fixture.now)
    #expect(try !store.examine().engine.damage.isEmpty)
    #expect(throws: StoreFault.corrupt) { try store.read { try $0.query("SELECT * FROM policy") } }
  }

  @Test func aTableThatIsGoneIsDamage() throws {
    let store = try scratch.store()
    try store.write { try $0.execute("DROP TABLE absence") }
    #expect(throws: StoreFault.corrupt) { try store.count("absence") }
  }

  @Test func replacingARowIsChangingIt() throws {
    let store = try scratch.store()
    try store.write { try $0.savePolicy(kind: "plan", path: "p", text: "a") }
    #expect(throws: StoreFault.constraint("policy is append-only")) {
      try store.write {
        try $0.execute("REPLACE INTO policy SELECT hash, kind, 'q', text FROM policy")
      }
    }
  }

  @Test func aSecondWriterWaitsAndSucceeds() throws {
    let path = scratch.path()
    let first = try scratch.store()
    let second = try Store.open(at: path, now: Fixture.now)
    let isWriting = DispatchSemaphore(value: 0)
    let isDone = DispatchSemaphore(value: 0)
    let thread = Thread {
      try? first.write { connection in
        try connection.savePolicy(kind: "plan", path: "p", text: "first")
        isWriting.signal()
        Thread.sleep(forTimeInterval: 0.3)
      }
      isDone.signal()
    }
    thread.start()
    isWriting.wait()
    let seen = try second.write { connection -> Int in
      try connection.savePolicy(kind: "plan", path: "p", text: "second")
      return try connection.query("SELECT hash FROM policy").count
    }
    isDone.wait()
    #expect(seen == 2)
  }

  @Test func aReaderDoesNotWaitForAWriter() throws {
    let first = try scratch.store()
    try first.write { _ in
      let second = try Store.open(at: scratch.path(), now: Fixture.now, patience: 0.05)
      let count = try second.read { try $0.query("SELECT hash FROM policy").count }
      #expect(count == 0)
    }
  }

  @Test func aWriterThatWaitsTooLongIsToldSo() throws {
    let first = try scratch.store()
    let second = try Store.open(at: scratch.path(), now: Fixture.now, patience: 0.05)
    try first.write { connection in
      try connection.savePolicy(kind: "plan", path: "p", text: "first")
      #expect(throws: StoreFault.busy) {
        try second.write { try $0.savePolicy(kind: "plan", path: "p", text: "second") }
      }
      // Reading goes on, and sees what was there before.
      #expect(try second.count("policy") == 0)
    }
    #expect(try second.count("policy") == 1)
  }

  @Test(arguments: StoreEngine.allCases) func noUpdateIsLostAmongWriters(
    engine: StoreEngine
  ) throws {
    let path = try engine.place(file: scratch.path("shared.db"))
    let store = try Store.create(at: path, now: Fixture.now)
    try store.write { _ = try $0.execute("INSERT INTO agent (number) VALUES ('0')") }
    let done = DispatchGroup()
    for _ in 0..<4 {
      done.enter()
      Thread {
        defer { done.leave() }
        guard let own = try? Store.open(at: path, now: Fixture.now, patience: 60) else { return }
        for _ in 0..<25 {
          try? own.write { connection in
            let text: String = try connection.first("SELECT number FROM agent")?["number"] ?? ""
            try connection.execute("UPDATE agent SET number = $1", "\((Int(text) ?? 0) + 1)")
          }
        }
      }.start()
    }
    done.wait()
    #expect(try store.read { try $0.first("SELECT number FROM agent")?["number"] } == "100")
  }
}
