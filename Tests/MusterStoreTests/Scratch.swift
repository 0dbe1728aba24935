import Foundation
import MusterStore
import MusterTesting
import People
import Performance
import Statistics
import Vocabulary

/// A folder of one test's own, removed with the value.
final class Scratch: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("muster-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func path(_ name: String = "muster.db") -> String {
    folder.appendingPathComponent(name).path
  }

  func store(_ name: String = "muster.db") throws -> Store {
    try Store.create(at: path(name), now: Fixture.now)
  }

  /// A new store on `engine`; skips the case of the test where that is not to be had.
  func store(on engine: StoreEngine) throws -> Store {
    try Store.create(at: engine.place(file: path()), now: Fixture.now)
  }

  /// The names of the files in the folder.
  var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }
}

/// Invented people and contacts.
enum Fixture {
  static let now = Instant(seconds: 1_790_000_000)
  static let run = ImportRun(source: "main", file: "contacts.csv", at: now, actor: "li")

  static func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("\(text) is a day") }
    return day
  }

  static func number(_ text: String) -> AgentNumber {
    guard let number = AgentNumber(text) else { preconditionFailure("\(text) is a number") }
    return number
  }

  static func agent(
    _ text: String, name: String = "王芳", team: String = "T1", rung: Rung = .agent,
    hired: String = "2024-01-01", left: String? = nil
  ) -> Agent {
    Agent(
      number: number(text), name: name, team: team, rung: rung, hiredOn: day(hired),
      leftOn: left.map(day), contract: "full-time", base: Money(minorUnits: 450_000),
      skills: ["presale", "aftersale"], channels: ["app"])
  }

  /// A contact that arrives `second` seconds after 2026-10-01T00:00 in Shanghai.
  static func contact(_ id: String, agent: String = "A1", second: Int64 = 36_000) -> Contact {
    Contact(
      externalID: id, channel: "app", queue: "presale", topic: "presale", agent: number(agent),
      arrivedAt: Zone.china.start(of: day("2026-10-01")) + second)
  }

  /// `count` contacts with everything that can be known or not, of agents A0 to A6, in three days.
  static func contacts(_ count: Int, seed: UInt64) -> [Contact] {
    var generator = SeededGenerator(seed: seed)
    func maybe<T>(_ value: T) -> T? { generator.below(4) == 0 ? nil : value }
    return (0..<count).map { index in
      var contact = contact(
        "C\(index)", agent: "A\(generator.below(7))", second: Int64(generator.below(3 * 86_400)))
      contact.channel = ["app", "phone", "邮件"][generator.below(3)]
      contact.queue = ["presale", "aftersale"][generator.below(2)]
      contact.topic = ["presale", "returns", "complaint"][generator.below(3)]
      contact.firstReplyAt = maybe(contact.arrivedAt + Int64(generator.below(400)))
      contact.closedAt = maybe(contact.arrivedAt + Int64(500 + generator.below(4000)))
      contact.handleSeconds = maybe(generator.below(20_000))
      contact.resolvedFirst = maybe(generator.below(2) == 0)
      contact.ratingInvited = maybe(generator.below(2) == 0)
      contact.rating = maybe(1 + generator.below(5))
      if let order = maybe(Int64(generator.below(50_000))) {
        contact.orderID = "O\(index)"
        contact.orderAmount = order
        contact.refundedAmount = maybe([0, order, order / 2][generator.below(3)])
      }
      contact.isComplaint = generator.below(5) == 0
      contact.wasTransferred = generator.below(9) == 0
      return contact
    }
  }

  static let agents = (0..<7).map { agent("A\($0)") }
}

extension Store {
  /// Imports `contacts` as the batch of one file.
  @discardableResult
  func importing(
    _ contacts: [Contact], zone: Zone = .china
  ) throws -> (outcomes: [ContactWriter.Outcome], counts: ImportCounts) {
    try write { connection in
      let writer = try connection.contactWriter(for: Fixture.run, zone: zone)
      let outcomes = try writer.add(contacts)
      return try (outcomes, writer.finish())
    }
  }

  /// How many rows a table has.
  func count(_ table: String) throws -> Int {
    try read { try $0.first("SELECT COUNT(*) AS n FROM \(table)")?["n"] ?? 0 }
  }
}
