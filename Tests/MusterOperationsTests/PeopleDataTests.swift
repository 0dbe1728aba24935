import Foundation
import Incentives
import MusterFiles
import MusterStore
import MusterTesting
import MusterViews
import MusterWords
import People
import Rostering
import Testing
import Vocabulary

@testable import MusterOperations

@Suite("People's data") struct PeopleDataTests {
  private static let number = AgentNumber("A1")

  @Test("what is about people has a heading and a title in words") func phrases() throws {
    let shop = try PayTests.Shop(on: .sqlite)
    let number = try #require(Self.number)
    let held = try shop.workspace.store.read { try $0.held(on: number) }
    #expect(held.count > 20)
    for rows in held {
      #expect(HoldingWords.table(rows.table) != nil, "\(rows.table)")
      for column in rows.columns {
        #expect(HoldingWords.column(column) != nil, "\(rows.table).\(column)")
      }
    }
  }

  @Test(
    "an export has all of an agent's rows and nobody else's", arguments: StoreEngine.allCases)
  func export(engine: StoreEngine) throws {
    let shop = try PayTests.Shop(on: engine)
    let number = try #require(Self.number)
    try shop.add(PayTests.Shop.contacts(agents: 6, each: 40, seed: 5))
    _ = try shop.workspace.runPay()
    let export = try shop.workspace.exportPerson(number, in: .en)
    #expect(export.folder == shop.folder + "/out/people/A1")
    #expect(export.files.contains(.init(name: "contact.csv", rows: 40)))
    #expect(export.files.contains(.init(name: "score.csv", rows: 1)))
    let names = try FileManager.default.contentsOfDirectory(atPath: export.folder).sorted()
    #expect(names == ([PeopleExport.readme] + export.files.map(\.name)).sorted())
    for file in export.files {
      let text = try Disk.text(at: export.folder + "/" + file.name)
      #expect(!text.contains(/\bA[02345]\b/), "\(file.name)")
      let reader = try TableReader(.text(text, name: file.name), columns: [])
      #expect(try reader.rest().count == file.rows, "\(file.name)")
    }
    // What is no longer held leaves no file behind.
    try Disk.write("x", to: export.folder + "/absence.csv")
    let again = try shop.workspace.exportPerson(number, in: .en)
    #expect(again == export)
    #expect(!FileManager.default.fileExists(atPath: export.folder + "/absence.csv"))
  }

  @Test("of what rosters were made from, only the lines on the agent") func rosterFiles() throws {
    let shop = try PayTests.Shop(on: .sqlite)
    let number = try #require(Self.number)
    let day = try #require(Day("2026-11-02"))
    try shop.workspace.store.write { connection in
      let hash = try connection.savePolicy(kind: "service-standards", path: "p", text: "x")
      let forecast = try connection.saveForecast(
        ForecastRecord(
          madeAt: PayTests.Shop.now, actor: "hr", days: day...day, interval: .hour, calendar: nil),
        streams: [], intervals: [])
      let requirement = try connection.saveRequirement(
        RequirementRecord(
          forecast: forecast, madeAt: PayTests.Shop.now, actor: "hr", used: "mean",
          standards: hash), intervals: [])
      let record = RosterRecord(
        madeAt: PayTests.Shop.now, actor: "hr", days: day...day, requirement: requirement, seed: 1,
        steps: 1, cost: 0, bound: 0)
      _ = try connection.saveRoster(
        record, Roster(shifts: []),
        files: [
          (
            "requests.csv",
            "agent_id,first_day,kind\nA10,2026-11-02,off\nA1,2026-11-02,on\nA2,2026-11-02,off\n"
          ),
          ("problem.yaml", "pairs:\n  - [A1, A3]\n  - [A10, A11]\n"),
          ("demand.csv", "timestamp,heads\nA11,1\n"),
        ])
    }
    let export = try shop.workspace.exportPerson(number, in: .en)
    let text = try Disk.text(at: export.folder + "/roster_file.csv")
    #expect(
      text == """
        roster,name,text
        1,problem.yaml,"  - [A1, A3]
        "
        1,requests.csv,"agent_id,first_day,kind
        A1,2026-11-02,on
        "

        """)
  }

  @Test(
    "an erased agent leaves the books whole and every sum as it was",
    arguments: StoreEngine.allCases)
  func erasure(engine: StoreEngine) throws {
    let shop = try PayTests.Shop(on: engine)
    let number = try #require(Self.number)
    try shop.add(PayTests.Shop.contacts(agents: 6, each: 200, seed: 1))
    // Before actors stood by their numbers, the name went into the ledger.
    let clerk = try #require(Actor("王1"))
    let run = try shop.workspace.runPay()
    let month = run.report.month
    try shop.workspace.store.write { connection in
      let posting = try #require(run.postings.first)
      try connection.book([posting], in: month + 1, by: clerk, at: PayTests.Shop.now)
    }
    let before = try (
      shop.workspace.verifyBooks().head, shop.workspace.pay(month: month).payrollTable,
      shop.workspace.scores(month: month).scores
    )
    func erase(even: Bool = true, yes: Bool = true, dry: Bool = false) throws -> PeopleErasure {
      try shop.workspace.erasePerson(
        number, evenEmployed: even, confirmed: yes, dryRun: dry)
    }
    #expect(throws: Refusal(.notAllowed, [ErasureWords.isEmployed("A1")])) {
      try erase(even: false)
    }
    #expect(throws: Refusal(.usage, [ErasureWords.unconfirmed])) { try erase(yes: false) }
    let planned = try erase(yes: false, dry: true)
    #expect(planned.fields.map(\.outcome) == [.blanked, .kept])
    #expect(try shop.workspace.person(number).agent.name == "王1")
    try Disk.write("x", to: shop.folder + "/muster.db.backup-v9")
    let done = try erase()
    #expect(done.fields == planned.fields)
    #expect(done.oldFiles == (engine == .sqlite ? [shop.folder + "/muster.db.backup-v9"] : []))
    #expect(done.isOnServer == (engine == .postgreSQL))
    let again = try erase()
    #expect(again.fields.isEmpty)
    #expect(again.earlier == [ChangeNote(at: PayTests.Shop.now, actor: "hr")])
    let audit = try shop.workspace.verifyBooks()
    #expect(audit.faults.isEmpty)
    #expect(audit.head == before.0)
    #expect(try shop.workspace.pay(month: month).payrollTable == before.1)
    #expect(try shop.workspace.scores(month: month).scores == before.2)
    #expect(try shop.workspace.person(number).agent.phrase.en == "A1 (erased)")
  }
}
