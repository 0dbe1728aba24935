import Incentives
import MusterStore
import MusterTesting
import Testing
import Vocabulary

@Suite("The clock of the ledger") struct BookingClockTests {
  private let month = Fixture.day("2026-10-01").month

  private func book(_ store: Store, at instant: Instant) throws {
    let actor = try #require(Actor("hr"))
    try store.write { connection in
      _ = try connection.importAgents(Fixture.agents, from: Fixture.day("2026-10-01"))
      let policy = try connection.savePolicy(kind: "plan", path: "plan.yaml", text: "奖金")
      let id = try #require(try connection.agentIDs()[Fixture.number("A1")])
      let posting = Posting(
        agentID: id, kind: .bonus, component: "c", amount: Money(minorUnits: 1), cause: .earned,
        relatesTo: nil, plan: policy, facts: policy)
      try connection.book([posting], in: month, by: actor, at: instant)
    }
  }

  private func instants(_ store: Store) throws -> [Int64] {
    try store.read { try $0.ledgerEntries(after: 0, atMost: 9) }.map {
      $0.entry.instant - Fixture.now
    }
  }

  @Test(
    "what is booked never goes back: a little behind it stands still, further it is refused",
    arguments: StoreEngine.allCases)
  func monotone(engine: StoreEngine) throws {
    let store = try Scratch().store(on: engine)
    try book(store, at: Fixture.now)
    try book(store, at: Fixture.now + 7)
    try book(store, at: Fixture.now + -293)
    #expect(try instants(store) == [0, 7, 7])
    #expect(throws: StoreFault.clockBehind(now: Fixture.now + -294, last: Fixture.now + 7)) {
      try book(store, at: Fixture.now + -294)
    }
    #expect(try instants(store) == [0, 7, 7])
    try book(store, at: Fixture.now + 8)
    #expect(try instants(store) == [0, 7, 7, 8])
  }

  @Test("nor is a month locked before what was booked", arguments: StoreEngine.allCases)
  func locks(engine: StoreEngine) throws {
    let store = try Scratch().store(on: engine)
    let actor = try #require(Actor("hr"))
    try book(store, at: Fixture.now)
    #expect(throws: StoreFault.clockBehind(now: Fixture.now + -301, last: Fixture.now)) {
      try store.write { try $0.lock(month, at: Fixture.now + -301, by: actor) }
    }
    #expect(try store.read { try $0.lock(of: month) } == nil)
    try store.write { _ = try $0.lock(month, at: Fixture.now + 400, by: actor) }
    #expect(throws: StoreFault.clockBehind(now: Fixture.now + 99, last: Fixture.now + 400)) {
      try book(store, at: Fixture.now + 99)
    }
  }

  @Test("nothing booked at all, nothing is refused", arguments: StoreEngine.allCases)
  func nothing(engine: StoreEngine) throws {
    let store = try Scratch().store(on: engine)
    let actor = try #require(Actor("hr"))
    try book(store, at: Fixture.now)
    try store.write { try $0.book([], in: month, by: actor, at: Fixture.now + -9_000) }
    #expect(try store.read { try $0.latestInstant() } == Fixture.now)
  }
}
