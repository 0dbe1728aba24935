import Foundation
@testable import MusterStore
import MusterTesting
import Testing

@Suite("Moving a store") struct StoreMoveTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func store(on engine: StoreEngine) throws -> Store {
    let store = try scratch.store(on: engine)
    try save("a plan", to: store)
    return store
  }

  private func save(_ text: String, to store: Store) throws {
    try store.write { try $0.savePolicy(kind: "plan", path: "p", text: text) }
  }

  private func place(_ engine: StoreEngine) throws -> String {
    try engine.place(file: scratch.path("copy.db"))
  }

  private func open(_ place: String) throws -> Store {
    try Store.open(at: place, now: Fixture.now, patience: 0.05)
  }

  /// What the database at `place` says of itself.
  private func mark(at place: String) throws -> StoreMark? {
    let place = PostgresAddress.isAddress(place) ? place : place + ".part"
    return try Store.engine(at: place, patience: 1).engine.read {
      try Connection(session: $0).mark()
    }
  }

  /// Two names of one place are not the same, so a fault is known by its kind and where it points.
  private func isMoved(_ error: any Error, to place: String) throws -> Bool {
    guard case .moved(_, let to, Fixture.now) = error as? StoreFault else { return false }
    return try to == (PostgresAddress.isAddress(place) ? place : SQLiteFile.fullPath(of: place))
  }

  private struct Halt: Error {}

  @Test(
    "a moved store says where it went, to those who open it and to those who had it open",
    arguments: StoreEngine.allCases, StoreEngine.allCases)
  func closed(from: StoreEngine, to: StoreEngine) throws {
    let store = try store(on: from)
    let place = try place(to)
    let copy = try store.move(to: place, at: Fixture.now)
    #expect(try open(place).count("policy") == 1)
    #expect(throws: (any Error).self) { try save("late", to: store) }
    #expect(throws: (any Error).self) { try store.rehearse { _ in } }
    #expect {
      try open(store.engine.place)
    } throws: { try isMoved($0, to: place) }
    #expect {
      try save("late", to: store)
    } throws: { try isMoved($0, to: place) }
    // It can still be looked at and copied, and the copy is a store like any other.
    let old = try Store.openForKeeping(at: store.engine.place, now: Fixture.now)
    #expect(try old.examine().movedTo != nil)
    #expect(try old.copy(to: scratch.path("kept.db"), at: Fixture.now) == copy)
    try save("new", to: open(scratch.path("kept.db")))
    try save("new", to: open(place))
  }

  @Test(
    "until a copy is whole its place is no store, and nobody takes it for one",
    arguments: StoreEngine.allCases)
  func unfinished(engine: StoreEngine) throws {
    let store = try store(on: .sqlite)
    let place = try place(engine)
    let target = try CopyTarget(place, from: "elsewhere", at: Fixture.now, patience: 30)
    let name = engine == .sqlite ? place + ".part" : place
    func isRefused() -> Bool {
      do {
        _ = try open(name)
        return false
      } catch let fault as StoreFault {
        guard case .unfinished(_, "elsewhere", Fixture.now) = fault else { return false }
        return true
      } catch {
        return false
      }
    }
    #expect(isRefused())
    #expect(throws: StoreFault.self) { try Store.create(at: name, now: Fixture.now) }
    try target.fill { _ in
      #expect(isRefused())
      // Nor does a second copy get in between.
      #expect(throws: StoreFault.busy) {
        try CopyTarget(place, from: "third", at: Fixture.now, patience: 0.05)
      }
    }
    // All rows are there, and still it is none, as where the process ended here.
    #expect(isRefused())
    #expect(throws: StoreFault.self) { try Store.create(at: name, now: Fixture.now) }
    #expect(try store.move(to: place, at: Fixture.now).rows > 0)
    #expect(try open(place).count("policy") == 1)
    #expect(try scratch.files.allSatisfy { !$0.contains("part") })
  }

  @Test(
    "ended between closing the old store and opening the new one, a move is run again",
    arguments: StoreEngine.allCases, StoreEngine.allCases)
  func resumed(from: StoreEngine, to: StoreEngine) throws {
    let store = try store(on: from)
    let place = try place(to)
    let goal = to == .sqlite ? try SQLiteFile.fullPath(of: place) : place
    _ = try CopyTarget(place, from: "here", at: Fixture.now, patience: 1).fill { _ in }
    try store.write { try $0.set(StoreMark(kind: .moved, place: goal, at: Fixture.now)) }
    #expect {
      try save("late", to: store)
    } throws: { try isMoved($0, to: place) }
    // Elsewhere it cannot go any more.
    #expect {
      try store.move(to: scratch.path("other.db"), at: Fixture.now)
    } throws: { try isMoved($0, to: place) }
    let copy = try store.move(to: place, at: Fixture.now)
    #expect(try open(place).count("policy") == 1)
    // Run once more, it finds all done, and rows that came since stay.
    try save("new", to: open(place))
    let again = try store.move(to: place, at: Fixture.now)
    #expect(again.rows == copy.rows + 1)
    #expect(try open(place).count("policy") == 2)
  }

  @Test("a move that fails leaves both places as they were", arguments: StoreEngine.allCases)
  func failed(engine: StoreEngine) throws {
    let store = try scratch.store()
    try store.write { connection in
      for index in 0..<5_001 {
        try connection.savePolicy(kind: "plan", path: "p", text: "\(index)")
      }
    }
    let place = try place(engine)
    #expect(throws: Halt.self) {
      try store.move(to: place, at: Fixture.now) { _ in throw Halt() }
    }
    #expect(throws: StoreFault.self) { try open(place) }
    try save("later", to: store)
    _ = try Store.create(at: place, now: Fixture.now)
  }

  @Test("a move on trial changes nothing", arguments: StoreEngine.allCases)
  func rehearsed(engine: StoreEngine) throws {
    let store = try store(on: .sqlite)
    let place = try place(engine)
    #expect(try store.rehearseCopy(to: place, at: Fixture.now).rows > 0)
    try save("later", to: store)
    #expect(throws: StoreFault.self) { try open(place) }
    #expect(try scratch.files.allSatisfy { $0.hasPrefix("muster.db") })
    _ = try Store.create(at: place, now: Fixture.now)
  }

  @Test("a move lets nobody write meanwhile", arguments: StoreEngine.allCases)
  func exclusive(engine: StoreEngine) throws {
    let store = try scratch.store(on: engine)
    try store.write { connection in
      for index in 0..<5_001 {
        try connection.savePolicy(kind: "plan", path: "p", text: "\(index)")
      }
    }
    let other = try open(store.engine.place)
    var told = 0
    _ = try store.move(to: scratch.path("copy.db"), at: Fixture.now) { _ in
      told += 1
      #expect(throws: StoreFault.busy) { try save("late", to: other) }
    }
    #expect(told == 1)
  }

  @Test(
    "rows that no store may hold are damage, and are not copied", arguments: StoreEngine.allCases)
  func damaged(engine: StoreEngine) throws {
    let store = try store(on: .sqlite)
    try store.write { connection in
      try connection.execute("PRAGMA ignore_check_constraints = ON")
      try connection.execute(
        """
        INSERT INTO forecast_override (channel, queue, first_day, last_day, from_minute, to_minute,
          factor, reason, actor, recorded_at)
        VALUES ('app', 'q', '2026-10-02', '2026-10-01', 0, 60, 1.5, 'r', 'a', 1)
        """)
    }
    let place = try place(engine)
    #expect(throws: StoreFault.corrupt) { try store.copy(to: place, at: Fixture.now) }
    #expect(throws: StoreFault.self) { try open(place) }
  }

  @Test("a folder, or any file, is no place to copy to") func taken() throws {
    let store = try store(on: .sqlite)
    try FileManager.default.createDirectory(
      atPath: scratch.path("copy.db"), withIntermediateDirectories: false)
    #expect(throws: StoreFault.exists(path: scratch.path("copy.db"))) {
      try store.move(to: scratch.path("copy.db"), at: Fixture.now)
    }
    try save("later", to: store)
  }
}
