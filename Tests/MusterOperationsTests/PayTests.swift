import Foundation
import Incentives
import MusterFiles
import MusterStore
import MusterTesting
import MusterViews
import MusterWords
import People
import Performance
import Statistics
import Testing
import Vocabulary

@testable import MusterOperations

@Suite("A month of pay") struct PayTests {
  /// A workspace with the shipped plans, its own staff, and a folder that goes with it.
  final class Shop {
    static let now = Instant(seconds: 1_793_500_000)  // 2026-11-01 in Shanghai
    let folder = FileManager.default.temporaryDirectory.path + "/muster-pay-\(UUID().uuidString)"
    let workspace: Workspace

    init(on engine: StoreEngine, agents: Int = 6) throws {
      try FileManager.default.createDirectory(
        atPath: folder + "/plans", withIntermediateDirectories: true)
      let plan = try #require(Checkout.read(Checkout.root + "/plans/monthly.yaml"))
      try Disk.write(plan, to: folder + "/plans/monthly.yaml")
      let place = try engine.place(file: folder + "/muster.db")
      try Disk.write(WorkspaceSettings(database: place).text, to: folder + "/muster.yaml")
      _ = try Store.create(at: place, now: Shop.now)
      workspace = try Workspace.open(
        folder: folder, clock: .init(now: Shop.now, actor: "hr"))
      let hired = try #require(Day("2025-01-01"))
      let staff = try (0..<agents).map { index in
        Agent(
          number: try #require(AgentNumber("A\(index)")), name: "王\(index)",
          team: "T\(index % 2)", rung: .agent, hiredOn: hired, contract: "full-time")
      }
      try workspace.store.write { _ = try $0.importAgents(staff, from: hired) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func add(_ contacts: [Contact]) throws {
      let run = ImportRun(source: "main", file: "contacts.csv", at: Shop.now, actor: "hr")
      try workspace.store.write { connection in
        let writer = try connection.contactWriter(for: run, zone: workspace.zone)
        _ = try writer.add(contacts)
        _ = try writer.finish()
      }
    }

    /// Contacts of October 2026, `each` for every agent, ratings and orders by chance.
    static func contacts(agents: Int, each: Int, seed: UInt64) throws -> [Contact] {
      var generator = SeededGenerator(seed: seed)
      let start = Zone.china.start(of: try #require(Day("2026-10-01")))
      return try (0..<agents * each).map { index in
        var contact = Contact(
          externalID: "C\(index)", channel: "app", queue: "presale",
          topic: generator.below(2) == 0 ? "presale" : "order",
          agent: try #require(AgentNumber("A\(index % agents)")),
          arrivedAt: start + Int64(generator.below(30 * 86_400)))
        contact.firstReplyAt = contact.arrivedAt + Int64(generator.below(150))
        contact.handleSeconds = 60 + generator.below(600)
        contact.resolvedFirst = generator.below(10) > 0
        contact.rating = generator.below(3) == 0 ? 3 + generator.below(3) : nil
        if contact.topic == "presale", generator.below(5) < 2 {
          contact.orderID = "O\(index)"
          contact.orderAmount = 10_000
          contact.refundedAmount = generator.below(10) == 0 ? 10_000 : nil
        }
        contact.isComplaint = generator.below(40) == 0
        return contact
      }
    }

    /// What the ledger has per agent for a month, whenever it was booked.
    func booked(_ month: String) throws -> [Int64: Int64] {
      let month = try #require(Month(month))
      return try workspace.store.read { connection in
        try connection.ledgerEntries(earnedIn: month).reduce(into: [:]) {
          $0[$1.posting.agentID, default: 0] += $1.posting.amount.minorUnits
        }.filter { $0.value != 0 }
      }
    }
  }

  @Test(
    "statements, ledger and payroll table come to the same; again, nothing is booked",
    arguments: StoreEngine.allCases) func sums(engine: StoreEngine) throws
  {
    let shop = try Shop(on: engine)
    try shop.add(Shop.contacts(agents: 6, each: 200, seed: 1))
    let first = try shop.workspace.runPay()
    #expect(first.report.month == Month("2026-10"))
    #expect(first.sum > .zero())
    #expect(first.sum == first.report.total)
    #expect(first.report.booked == first.report.total)
    let again = try shop.workspace.runPay()
    #expect(again.postings.isEmpty)
    #expect(again.report.statements == first.report.statements)
    #expect(again.report.head == first.report.head)
    let audit = try shop.workspace.verifyBooks()
    #expect(audit.faults.isEmpty)
    #expect(audit.head == first.report.head)
    let due = first.report.payrollTable.split(separator: "\n").dropFirst()
      .compactMap { $0.split(separator: ",").last.flatMap { Int64($0) } }
    #expect(due.reduce(0, +) == first.sum.minorUnits)
  }

  @Test("a dry run keeps nothing", arguments: StoreEngine.allCases) func dryRun(engine: StoreEngine)
    throws
  {
    let shop = try Shop(on: engine)
    try shop.add(Shop.contacts(agents: 6, each: 150, seed: 2))
    let dry = try shop.workspace.runPay(isDryRun: true)
    #expect(!dry.postings.isEmpty)
    #expect(throws: Refusal.self) { try shop.workspace.pay() }
    #expect(try shop.workspace.verifyBooks().head == .origin)
  }

  @Test(
    "each KPI is the sum over the contacts that explain it", arguments: StoreEngine.allCases, 1...3)
  func evidence(engine: StoreEngine, seed: UInt64) throws {
    let shop = try Shop(on: engine)
    try shop.add(Shop.contacts(agents: 6, each: 80, seed: seed))
    let report = try shop.workspace.runScores()
    for score in report.scores {
      let explanation = try shop.workspace.explainScore(of: score.agent)
      #expect(explanation.score == score)
      #expect(explanation.evidence.map(\.isCurrent) == [true, true, true, true, true])
    }
  }

  @Test("late facts in any order end in the same sums", arguments: StoreEngine.allCases, 1...4)
  func lateFacts(engine: StoreEngine, seed: UInt64) throws {
    let before = try Shop.contacts(agents: 6, each: 150, seed: 9)
    let after = try Shop.contacts(agents: 6, each: 150, seed: 9 + seed)
    let once = try Shop(on: engine)
    try once.add(after)
    _ = try once.workspace.runPay()

    let late = try Shop(on: engine)
    try late.add(before)
    _ = try late.workspace.runPay()
    _ = try late.workspace.lockPay()
    let locked = try late.workspace.pay()
    var generator = SeededGenerator(seed: seed)
    let november = try #require(Month("2026-11"))
    let changes = generator.shuffled(after)
    for start in stride(from: 0, to: changes.count, by: 300) {
      try late.add(Array(changes[start..<min(start + 300, changes.count)]))
      _ = try late.workspace.runPay(month: november)
    }
    #expect(try late.booked("2026-10") == once.booked("2026-10"))
    #expect(try late.workspace.pay(month: locked.month).statements == locked.statements)
    let report = try late.workspace.pay(month: november)
    #expect(report.total == report.booked)
    let kinds = Set(report.entries.map(\.posting.kind))
    #expect(kinds.isSubset(of: [.difference, .clawback]))
    #expect(try late.workspace.verifyBooks().faults.isEmpty)
    #expect(throws: Refusal.self) { try late.workspace.runPay(month: locked.month) }
    #expect(throws: Refusal.self) { try late.workspace.lockPay(month: locked.month) }
  }

  @Test(
    "the audit names the first bad row",
    arguments: StoreEngine.allCases,
    [
      ("UPDATE ledger SET amount = amount + 1 WHERE sequence = 2", "entry 2 of the ledger"),
      ("DELETE FROM ledger WHERE sequence = 3", "the ledger breaks at entry 3"),
      ("UPDATE statement SET facts = facts || 'x=1'", "do not match their digest"),
      ("UPDATE statement SET amount = amount + 1", "the statement says"),
      ("DELETE FROM ledger WHERE sequence = (SELECT MAX(sequence) FROM ledger)", "the seal"),
    ]) func tampering(engine: StoreEngine, _ change: (sql: String, text: String)) throws
  {
    let shop = try Shop(on: engine)
    try shop.add(Shop.contacts(agents: 6, each: 200, seed: 1))
    _ = try shop.workspace.runPay()
    _ = try shop.workspace.lockPay()
    try shop.workspace.store.write { connection in
      switch engine {
      case .sqlite:
        let triggers = try connection.query(
          "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'ledger'")
        for trigger in triggers {
          let name: String = try trigger["name"]
          try connection.execute("DROP TRIGGER \(name)")
        }
      case .postgreSQL: try connection.execute("ALTER TABLE ledger DISABLE TRIGGER USER")
      }
      try connection.execute(change.sql)
    }
    let faults = try shop.workspace.verifyBooks().faults
    #expect(faults.first?.phrase.en.contains(change.text) == true, "\(faults)")
  }

  @Test("the workbook is written, and twice the same", arguments: StoreEngine.allCases) func export(
    engine: StoreEngine
  ) throws {
    let shop = try Shop(on: engine)
    try shop.add(Shop.contacts(agents: 6, each: 120, seed: 5))
    _ = try shop.workspace.runPay()
    let first = try shop.workspace.payExport().write(
      to: shop.workspace.outFolder, in: .zh)
    let bytes = try Disk.bytes(at: first.workbook)
    let second = try shop.workspace.payExport().write(to: shop.folder + "/again", in: .zh)
    #expect(try Disk.bytes(at: second.workbook) == bytes)
    #expect(bytes.count > 5_000)
  }

  @Test("a month comes to the same bytes on every engine") func sameBytes() throws {
    let results = try StoreEngine.allCases.map { engine in
      let shop = try Shop(on: engine)
      try shop.add(Shop.contacts(agents: 6, each: 120, seed: 5))
      let run = try shop.workspace.runPay()
      let export = try shop.workspace.payExport().write(
        to: shop.workspace.outFolder, in: .zh)
      return (
        scores: run.report.scores.scores, head: run.report.head, payroll: run.report.payrollTable,
        workbook: try Disk.bytes(at: export.workbook)
      )
    }
    let first = try #require(results.first)
    for other in results.dropFirst() {
      #expect(other.scores == first.scores)
      #expect(other.head == first.head)
      #expect(other.payroll == first.payroll)
      #expect(other.workbook == first.workbook)
    }
  }

  @Test(
    "a base in another currency is refused, and nothing is kept", arguments: StoreEngine.allCases)
  func currency(engine: StoreEngine) throws {
    let shop = try Shop(on: engine)
    try shop.add(Shop.contacts(agents: 6, each: 20, seed: 5))
    let hired = try #require(Day("2025-01-01"))
    let dollar = try #require(Currency(code: "USD"))
    let agent = Agent(
      number: try #require(AgentNumber("B1")), name: "", team: "T1", rung: .agent, hiredOn: hired,
      contract: "full-time", base: Money(minorUnits: 1, dollar))
    try shop.workspace.store.write { _ = try $0.importAgents([agent], from: hired) }
    #expect(throws: Refusal(.badData, [PayWords.baseInOtherCurrency(agent.number, "USD")])) {
      try shop.workspace.runPay()
    }
    #expect(throws: Refusal.self) { try shop.workspace.scores() }
  }

  @Test("two plans that hold at once must be told apart", arguments: StoreEngine.allCases)
  func severalPlans(engine: StoreEngine) throws {
    let shop = try Shop(on: engine)
    try shop.add(Shop.contacts(agents: 6, each: 20, seed: 5))
    let path = shop.folder + "/plans/monthly.yaml"
    try Disk.write(try Disk.text(at: path), to: shop.folder + "/plans/other.yaml")
    let month = try #require(Month("2026-10"))
    let paths = ["plans/monthly.yaml", "plans/other.yaml"]
    #expect(throws: Refusal(.usage, [PayWords.severalPlans(paths, month)])) {
      try shop.workspace.runPay()
    }
    #expect(try shop.workspace.runPay(planPath: path).report.month == month)
  }
}
