import Foundation
import MusterFiles
import MusterOperations
import MusterStore
import MusterTesting
import MusterWords
import Synchronization
import Testing
import Vocabulary

@Suite("Imports") struct ImportsTests {
  private let folder = NSTemporaryDirectory() + "muster-imports-\(UUID().uuidString)"

  private func workspace(on engine: StoreEngine) throws -> Workspace {
    let clock = Workspace.Clock(now: Instant(seconds: 1_790_816_400), actor: "li")
    let workspace = try Workspace.create(
      at: folder, language: .en, zone: "Asia/Shanghai", currency: .yuan,
      database: engine.place(file: "muster.db"), clock: clock)
    let agents = try file(
      "agents.csv", "agent_id,name,team,rung,hired_on\nA1,王伟,T01,agent,2024-02-07\n")
    _ = try workspace.importPeople(from: .path(agents), options: ImportOptions())
    return workspace
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let path = folder + "/" + name
    try Disk.write(text, to: path)
    return path
  }

  private func contacts(_ rows: Range<Int>, rating: String = "5") -> String {
    "contact_id,channel,queue,topic,agent_id,arrived_at,rating\n"
      + rows.map { "C\($0),app,q,t,A1,2026-10-01T09:00,\(rating)\n" }.joined()
  }

  private func stored(_ workspace: Workspace) throws -> Int64 {
    try workspace.contactStatistics().contacts
  }

  @Test(
    "an interrupted import leaves nothing, and runs whole the next time",
    arguments: StoreEngine.allCases) func interrupted(engine: StoreEngine) throws
  {
    let workspace = try workspace(on: engine)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = try file("contacts.csv", contacts(0..<12_000))
    let batches = Mutex(0)
    let control = Control(
      progress: { _ in batches.withLock { $0 += 1 } },
      shouldStop: { batches.withLock { $0 == 2 } })
    let refusal = #expect(throws: Refusal.self) {
      try workspace.importContacts(
        from: .path(path), source: "main", options: ImportOptions(), control: control)
    }
    #expect(refusal?.cause == .interrupted)
    #expect(try stored(workspace) == 0)
    let report = try workspace.importContacts(
      from: .path(path), source: "main", options: ImportOptions())
    #expect(report.added == 12_000)
    #expect(try stored(workspace) == 12_000)
  }

  @Test("bytes and an open pipe are imported as a file is, in another's name") func sources() throws
  {
    let workspace = try workspace(on: .sqlite)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let later = try workspace.at(
      Workspace.Clock(now: Instant(seconds: 1_790_816_500), actor: "chen"))
    let bytes = Array(contacts(0..<3).utf8)
    let report = try later.importContacts(
      from: .bytes(bytes, name: "upload.csv"), source: "main", options: ImportOptions())
    #expect(report.added == 3)
    #expect(report.file == "upload.csv")
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(contacts(0..<5).utf8))
    try pipe.fileHandleForWriting.close()
    let second = try later.importContacts(
      from: .descriptor(pipe.fileHandleForReading.fileDescriptor, name: "pipe.csv"),
      source: "main", options: ImportOptions())
    #expect(second.added == 2)
    #expect(second.same == 3)
    let last = try #require(try workspace.contactStatistics().lastImport)
    #expect(last.run.actor == "chen")
    #expect(last.run.file == "pipe.csv")
  }

  @Test("progress counts rows up to the whole file", arguments: StoreEngine.allCases) func progress(
    engine: StoreEngine
  ) throws {
    let workspace = try workspace(on: engine)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = try file("contacts.csv", contacts(0..<12_000))
    let seen = Mutex<[MusterOperations.Progress]>([])
    let control = Control(progress: { step in seen.withLock { $0.append(step) } })
    _ = try workspace.importContacts(
      from: .path(path), source: "main", options: ImportOptions(), control: control)
    let steps = seen.withLock { $0 }
    #expect(steps.map(\.done) == [5_000, 10_000, 12_000])
    #expect(steps.last?.share == 1)
  }

  @Test("a file that is cut off after good batches leaves nothing", arguments: StoreEngine.allCases)
  func cutOff(engine: StoreEngine) throws {
    let workspace = try workspace(on: engine)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = try file("contacts.csv", String(contacts(0..<12_000).dropLast(20)))
    let refusal = #expect(throws: FileRefusal.self) {
      try workspace.importContacts(from: .path(path), source: "main", options: ImportOptions())
    }
    #expect(refusal?.cause == .badData)
    #expect(try stored(workspace) == 0)
  }

  @Test(
    "strict, dry and usual runs tell the same of bad rows and keep what they should",
    arguments: StoreEngine.allCases) func kept(engine: StoreEngine) throws
  {
    let workspace = try workspace(on: engine)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let text = contacts(0..<30) + "X1,app,q,t,A9,2026-10-01T09:00,5\nX2,app,q,t,A1,soon,5\n"
    let path = try file("contacts.csv", text)
    let strict = ImportOptions(isStrict: true, language: .en)
    let refusal = #expect(throws: Refusal.self) {
      try workspace.importContacts(from: .path(path), source: "main", options: strict)
    }
    #expect(refusal?.cause == .badData)
    #expect(refusal?.lines.count == 3)
    let dry = try workspace.importContacts(
      from: .path(path), source: "main", options: ImportOptions(isDryRun: true, language: .en))
    #expect(try stored(workspace) == 0)
    #expect(dry.rejectsFile == nil)
    let usual = try workspace.importContacts(
      from: .path(path), source: "main", options: ImportOptions(language: .en))
    #expect(usual.added == 30)
    #expect(usual.rejected == 2)
    #expect(dry.added == 30)
    #expect(dry.rejected == 2)
    #expect(usual.faults == dry.faults)
    #expect(usual.faults.map(\.line) == [32, 33])
    #expect(try workspace.rejectedContacts(source: "main").map(\.id) == ["X1", "X2"])
    #expect(try stored(workspace) == 30)
  }

  @Test("a clean import takes the rejects of the one before away", arguments: StoreEngine.allCases)
  func cleared(engine: StoreEngine) throws {
    let workspace = try workspace(on: engine)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let bad = try file("bad.csv", contacts(0..<3, rating: "6"))
    let report = try workspace.importContacts(
      from: .path(bad), source: "main", options: ImportOptions())
    #expect(report.rejected == 3)
    #expect(try workspace.rejectedContacts(source: "main").count == 3)
    let good = try file("good.csv", contacts(0..<3))
    _ = try workspace.importContacts(from: .path(good), source: "main", options: ImportOptions())
    #expect(try workspace.rejectedContacts(source: "main").isEmpty)
  }
}
