import Incentives
import MusterStore
import MusterTesting
import Testing
import Vocabulary

@Suite("Ledger rows") struct LedgerQueriesTests {
  static let month = Fixture.day("2026-10-01").month

  static func posting(_ fen: Int64, kind: PayKind = .bonus, relatesTo: Month? = nil) -> Posting {
    Posting(
      agentID: 1, kind: kind, component: "performance", amount: Money(minorUnits: fen),
      cause: .earned, relatesTo: relatesTo, plan: ContentHash(ofText: "plan"),
      facts: ContentHash(ofText: "facts"))
  }

  static func store(_ scratch: Scratch, _ engine: StoreEngine) throws -> Store {
    let store = try scratch.store(on: engine)
    try store.write { connection in
      _ = try connection.importAgents([Fixture.agent("A1")], from: Fixture.day("2026-10-01"))
      try connection.savePolicy(kind: "plan", path: "plan.yaml", text: "plan")
    }
    return store
  }

  @Test("what is booked reads back, and its chain holds", arguments: StoreEngine.allCases)
  func roundTrip(engine: StoreEngine) throws {
    let scratch = try Scratch()
    let store = try Self.store(scratch, engine)
    let actor = try #require(Actor("hr"))
    let head = try store.write { connection in
      try connection.book(
        [Self.posting(100), Self.posting(-30)], in: Self.month, by: actor, at: Fixture.now)
      return try connection.book(
        [Self.posting(5, kind: .difference, relatesTo: Self.month)], in: Self.month + 1, by: actor,
        at: Fixture.now)
    }
    try store.read { connection in
      let stored = try connection.ledgerEntries(after: 0, atMost: 10)
      #expect(stored.map(\.entry.sequence) == [1, 2, 3])
      var walked = LedgerHead.origin
      for row in stored { try walked.verify(row.entry, hash: row.hash) }
      #expect(walked == head)
      #expect(try connection.ledgerHead() == head)
      #expect(try connection.ledgerEntries(earnedIn: Self.month).count == 3)
      #expect(try connection.ledgerEntries(dueIn: Self.month).count == 2)
      #expect(
        try connection.bookedAmounts(earnedFrom: Self.month + -1, before: Self.month + 1)
          == [1: ["performance": Money(minorUnits: 75)]])
      #expect(
        try connection.bookedAmounts(earnedFrom: Self.month + -1, before: Self.month) == [:])
    }
  }

  @Test(
    "rows of the ledger can be neither changed nor removed",
    arguments: StoreEngine.allCases,
    [
      "UPDATE ledger SET amount = 200", "UPDATE ledger SET hash = 'x'", "DELETE FROM ledger",
      "DELETE FROM period_lock", "UPDATE period_lock SET actor = 'x'",
    ]) func appendOnly(engine: StoreEngine, sql: String) throws
  {
    let scratch = try Scratch()
    let store = try Self.store(scratch, engine)
    let actor = try #require(Actor("hr"))
    try store.write { connection in
      try connection.book([Self.posting(100)], in: Self.month, by: actor, at: Fixture.now)
      _ = try connection.lock(Self.month, at: Fixture.now, by: actor)
    }
    #expect(throws: StoreFault.self) { try store.write { try $0.execute(sql) } }
    #expect(try store.count("ledger") == 1)
    #expect(try store.count("period_lock") == 1)
  }

  @Test(
    "an entry of nothing, of an unknown agent or kind, or of a later month is refused",
    arguments: StoreEngine.allCases) func refused(engine: StoreEngine) throws
  {
    let scratch = try Scratch()
    let store = try Self.store(scratch, engine)
    let actor = try #require(Actor("hr"))
    for posting in [Self.posting(0), Self.posting(1, relatesTo: Self.month)] {
      #expect(throws: StoreFault.self) {
        try store.write { try $0.book([posting], in: Self.month, by: actor, at: Fixture.now) }
      }
    }
    #expect(try store.count("ledger") == 0)
  }
}
