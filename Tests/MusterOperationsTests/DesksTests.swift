import Foundation
import Incentives
import MusterFiles
import MusterStore
import MusterTesting
import MusterWords
import People
import Rostering
import Statistics
import Testing
import Vocabulary

@testable import MusterOperations

/// Two desks on one store: who comes second is told what changed, and nothing is written over.
@Suite("Many desks") struct DesksTests {
  /// Two workspaces on one store.
  private final class Desks {
    let shop: PayTests.Shop
    let li: Workspace
    let wang: Workspace

    init(on engine: StoreEngine) throws {
      let shop = try PayTests.Shop(on: engine)
      func desk(_ actor: String) throws -> Workspace {
        try Workspace.open(folder: shop.folder, clock: .init(now: PayTests.Shop.now, actor: actor))
      }
      self.shop = shop
      li = try desk("li")
      wang = try desk("wang")
    }

    private static let problem = """
      interval: 30m
      first_day: 2026-11-02
      days: 2
      zone: Asia/Shanghai
      cost: {short: 100, over: 5}
      skills: {all: [app/sale]}
      patterns:
        early: {start: 8:00, latest_start: 10:00, lengths: [8h]}
      contracts:
        full: {rest: 11h}

      """

    /// A draft in which A1 works on the first day from `hour`, made when `basis` was in force.
    func draft(at desk: Workspace, from hour: Int64, basis: [Int64]?) throws -> Int64 {
      let day = try #require(Day("2026-11-02"))
      let agent = try #require(AgentNumber("A1"))
      let start = Zone.china.start(of: day) + hour * 3600
      let stream = Stream(channel: "app", queue: "sale")
      let shift = Shift(
        agent: agent, pattern: "early", start: start, end: start + 8 * 3600,
        activities: [Activity(kind: .work(stream), start: start, end: start + 8 * 3600)])
      return try desk.store.write { connection in
        let hash = try connection.savePolicy(kind: "service", path: "p", text: "x")
        let forecast = try connection.saveForecast(
          ForecastRecord(
            madeAt: desk.now, actor: desk.actor, days: day...day + 1, interval: .halfHour,
            calendar: nil), streams: [], intervals: [])
        let requirement = try connection.saveRequirement(
          RequirementRecord(
            forecast: forecast, madeAt: desk.now, actor: desk.actor, used: "mean",
            standards: hash), intervals: [])
        return try connection.saveRoster(
          RosterRecord(
            madeAt: desk.now, actor: desk.actor, days: day...day + 1, requirement: requirement,
            seed: 1, steps: 1, cost: 0, bound: 0, basis: basis),
          Roster(shifts: [shift]),
          files: [
            ("problem.yaml", Desks.problem),
            ("agents.csv", "agent_id,contract,skills,channels\nA1,full,all,\n"),
            ("demand.csv", "timestamp,stream,heads\n2026-11-02T09:00:00,app/sale,1\n"),
            ("requests.csv", "agent_id,first_day,last_day,kind,pattern,start,weight\n"),
          ])
      }
    }

    /// The rosters in force.
    func inForce() throws -> [Int64] {
      let day = try #require(Day("2026-11-02"))
      return try li.store.read { try $0.rostersInForce(touching: day...day + 1).map(\.id) }
    }
  }

  private func refusal(_ body: () throws -> Void) throws -> Refusal {
    do {
      try body()
    } catch let refusal as Refusal {
      return refusal
    }
    Issue.record("nothing was refused")
    throw CancellationError()
  }

  @Test(
    "a roster made before another one was published is told of it",
    arguments: StoreEngine.allCases)
  func publishing(engine: StoreEngine) throws {
    let desks = try Desks(on: engine)
    let first = try desks.draft(at: desks.li, from: 8, basis: [])
    let second = try desks.draft(at: desks.wang, from: 9, basis: [])
    _ = try desks.li.publishRoster(first)
    // --replace means what one has seen, and wang has seen none in force.
    let told = try refusal { _ = try desks.wang.publishRoster(second, replacing: true) }
    #expect(told.cause == .notAllowed)
    #expect(
      told.lines.first?.en
        == "li published roster \(first) at 2026-11-01T10:26:40+08:00, after this one was made: "
        + "one day of one agent differs from 2026-11-02 to 2026-11-03")
    #expect(try desks.inForce() == [first])
    // To name another one than is in force does not do either.
    _ = try refusal { _ = try desks.wang.publishRoster(second, over: [second]) }
    _ = try desks.wang.publishRoster(second, over: [first], dryRun: true)
    #expect(try desks.inForce() == [first])
    _ = try desks.wang.publishRoster(second, over: [first])
    #expect(try desks.inForce() == [second])
    // One made with that in sight needs no more than --replace.
    let third = try desks.draft(at: desks.li, from: 10, basis: [second])
    _ = try refusal { _ = try desks.li.publishRoster(third) }
    _ = try desks.li.publishRoster(third, replacing: true)
    let twice = try refusal { _ = try desks.wang.publishRoster(third, over: [third]) }
    #expect(twice.lines == [RosterWords.isPublished(third)])
  }

  @Test(
    "however two desks interleave, nobody takes the place of a roster they have not seen",
    arguments: StoreEngine.allCases, 0..<3 as Range<UInt64>)
  func interleaved(engine: StoreEngine, seed: UInt64) throws {
    let desks = try Desks(on: engine)
    var generator = SeededGenerator(seed: seed)
    var drafts: [(id: Int64, basis: [Int64])?] = [nil, nil]
    var inForce: [Int64] = []
    var refused = 0
    for _ in 0..<24 {
      let who = generator.below(2)
      let desk = who == 0 ? desks.li : desks.wang
      guard let draft = drafts[who] else {
        let basis = try desks.inForce()
        drafts[who] = (
          try desks.draft(at: desk, from: Int64(8 + generator.below(3)), basis: basis), basis
        )
        continue
      }
      drafts[who] = nil
      do {
        _ = try desk.publishRoster(draft.id, replacing: true)
        #expect(inForce == draft.basis)
        inForce = [draft.id]
      } catch let refusal as Refusal {
        #expect(refusal.cause == .notAllowed)
        #expect(inForce != draft.basis)
        refused += 1
      }
      #expect(try desks.inForce() == inForce)
    }
    #expect(refused > 0)
  }

  @Test(
    "a swap is approved only for the shifts it was asked for", arguments: StoreEngine.allCases)
  func swapping(engine: StoreEngine) throws {
    let desks = try Desks(on: engine)
    let day = try #require(Day("2026-11-02"))
    let swap = RosterSwap(
      agent: try #require(AgentNumber("A1")), colleague: try #require(AgentNumber("A2")),
      days: [day])
    let first = try desks.draft(at: desks.li, from: 8, basis: [])
    _ = try desks.li.publishRoster(first)
    let asked = try desks.wang.store.write {
      try $0.saveSwap(swap, of: first, at: desks.wang.now, actor: "wang")
    }
    // The same shift in another roster is no change: only the rules, which this shop lacks, are.
    let same = try desks.draft(at: desks.li, from: 8, basis: [first])
    _ = try desks.li.publishRoster(same, replacing: true)
    #expect(throws: FileRefusal.self) { try desks.wang.approveSwap(asked) }
    let later = try desks.draft(at: desks.li, from: 9, basis: [same])
    _ = try desks.li.publishRoster(later, replacing: true)
    let told = try refusal { _ = try desks.wang.approveSwap(asked) }
    #expect(told.cause == .notAllowed)
    #expect(
      told.lines == [
        RosterWords.swapOvertaken(
          asked, by: "li", roster: later, at: "2026-11-01T10:26:40+08:00")
      ])
    #expect(try desks.inForce() == [later])
  }

  @Test("a month is locked only as it was seen", arguments: StoreEngine.allCases)
  func locking(engine: StoreEngine) throws {
    let desks = try Desks(on: engine)
    try desks.shop.add(PayTests.Shop.contacts(agents: 6, each: 200, seed: 1))
    let seen = try desks.li.runPay().report.head.hash.description
    try desks.shop.add(PayTests.Shop.contacts(agents: 6, each: 200, seed: 2))
    let run = try desks.wang.runPay()
    #expect(!run.postings.isEmpty)
    let told = try refusal { _ = try desks.li.lockPay(seen: seen) }
    #expect(told.cause == .notAllowed)
    #expect(told.lines.first?.en.contains("by wang at 2026-11-01T10:26:40+08:00") == true)
    let strange = try refusal {
      _ = try desks.li.lockPay(seen: ContentHash(ofText: "x").description)
    }
    #expect(strange.cause == .badData)
    _ = try desks.li.lockPay(seen: String(run.report.head.hash.description.prefix(12)))
  }

  @Test(
    "a staff list that comes back late is refused by the rows that others changed",
    arguments: StoreEngine.allCases)
  func staffList(engine: StoreEngine) throws {
    let desks = try Desks(on: engine)
    let path = desks.shop.folder + "/list.csv"
    func take(_ rows: [String], at desk: Workspace, strict: Bool = false) throws -> ImportReport {
      let heading = "agent_id,name,team,rung,hired_on,contract,version\n"
      try Disk.write(heading + rows.map { $0 + "\n" }.joined(), to: path)
      return try desk.importPeople(
        from: .path(path), options: ImportOptions(isStrict: strict, language: .en))
    }
    #expect(try take(["A0,王0,T7,agent,2025-01-01,full-time,0"], at: desks.li).changed == 1)
    let late = [
      "A0,王0,T0,senior,2025-01-01,full-time,0", "A1,王1,T1,senior,2025-01-01,full-time,0",
    ]
    let strict = try refusal { _ = try take(late, at: desks.wang, strict: true) }
    #expect(strict.cause == .badData)
    #expect(try desks.li.people().agents[1].rung == .agent)
    let report = try take(late, at: desks.wang)
    #expect((report.changed, report.rejected) == (1, 1))
    #expect(
      report.faults.map { $0.reason(in: .en) } == [
        "version: found \"0\", wanted version 1, since after the list was written there came li, "
          + "2026-11-01T10:26:40+08:00: team T0 → T7 from 2026-11-01 on; nothing was written over; "
          + "take a new list by muster people list --csv and make your change in it"
      ])
    let people = try desks.li.people()
    #expect(people.agents.prefix(2).map(\.team) == ["T7", "T1"])
    #expect(people.agents.prefix(2).map(\.rung) == [.agent, .senior])
    #expect(people.versions.count == 2)
    // Without versions a list holds as it ever did.
    try Disk.write(
      "agent_id,name,team,rung,hired_on,contract\nA0,王0,T0,senior,2025-01-01,full-time\n",
      to: path)
    #expect(try desks.wang.importPeople(from: .path(path), options: ImportOptions()).changed == 1)
  }

  @Test("an actor who is called like an agent stands by the number") func actor() throws {
    let desks = try Desks(on: .sqlite)
    func actor(_ name: String) throws -> String {
      try Workspace.open(
        folder: desks.shop.folder, clock: .init(now: PayTests.Shop.now, actor: name)
      ).actor
    }
    #expect(try actor("王1") == "A1")
    #expect(try actor("hr") == "hr")
  }
}
