import Foundation
import MusterFiles
import MusterWords
import Testing
import Vocabulary

@Suite("Rejected rows") struct RejectsFileTests {
  private let path = NSTemporaryDirectory() + "muster-rejects-\(UUID().uuidString).csv"

  private func rejects(
    of text: String
  ) throws -> (heading: TableHeading, rows: [RejectedRow]) {
    let table = try TableReader(.text(text, name: "c.csv"), columns: ContactReader.columns)
    let reader = ContactReader(table, zone: .china)
    return try (table.heading, reader.next()?.rejects ?? [])
  }

  private func written(_ text: String) throws -> String {
    let (heading, rows) = try rejects(of: text)
    let file = RejectsFile(path: path, heading: heading, language: .en)
    try file.add(rows)
    try file.finish()
    return try Disk.text(at: path)
  }

  private let bad = #"""
    contact_id,channel,queue,topic,agent_id,arrived_at
    C1,"app, new",q,"say ""t""",A1,soon
    C2,app,q,t,A1,2026-10-01T09:00
    C3,app
    C4,app,q,t,A1,2026-10-01T09:00,x

    """#

  @Test("rows keep their columns behind line and reason") func columns() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(
      try written(bad) == #"""
        reject_line,reject_reason,contact_id,channel,queue,topic,agent_id,arrived_at
        2,"arrived_at: found ""soon"", wanted a time like 2026-10-01T09:30:00",C1,"app, new",q,"say ""t""",A1,soon
        4,"found ""2"", wanted 6 fields; put quotes around a field that has a comma",C3,app
        5,"found ""7"", wanted 6 fields; put quotes around a field that has a comma",C4,app,q,t,A1,2026-10-01T09:00,x

        """#)
  }

  @Test("the file is read back, and rejected again without a second pair of columns")
  func again() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let first = try written(bad)
    let lines = try RejectedLine.read(path, id: ContactReader.columns[0])
    #expect(lines.map(\.line) == [2, 4, 5])
    #expect(lines.map(\.id) == ["C1", "C3", "C4"])
    let second = try written(first)
    #expect(second.split(separator: "\n")[0] == first.split(separator: "\n")[0])
    #expect(second.contains("\"say \"\"t\"\"\",A1,soon\n"))
  }

  @Test("no rows leave no file, and take an old one away") func none() throws {
    _ = try written(bad)
    let heading = try rejects(of: bad).heading
    let file = RejectsFile(path: path, heading: heading, language: .en)
    try file.add([])
    try file.finish()
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(try RejectedLine.read(path, id: ContactReader.columns[0]).isEmpty)
  }

  @Test("an import that ends early leaves the old file") func early() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let first = try written(bad)
    do {
      let (heading, rows) = try rejects(of: bad)
      let file = RejectsFile(path: path, heading: heading, language: .zh)
      try file.add(rows)
    }
    #expect(try Disk.text(at: path) == first)
    #expect(!FileManager.default.fileExists(atPath: path + ".part"))
  }

  @Test("a place that cannot be written is refused") func unwritable() throws {
    let (heading, rows) = try rejects(of: bad)
    let file = RejectsFile(path: "/proc/nowhere/r.csv", heading: heading, language: .en)
    let refusal = #expect(throws: FileRefusal.self) { try file.add(rows) }
    #expect(refusal?.cause == .cannotWrite)
  }
}
