import MusterStore
import MusterTesting
import Performance
import Testing
import Vocabulary

@Suite struct QualityQueriesTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func store(on engine: StoreEngine) throws -> Store {
    let store = try scratch.store(on: engine)
    try store.write { connection in
      _ = try connection.importAgents([Fixture.agent("A1")], from: Fixture.day("2026-10-01"))
    }
    try store.importing((0..<12).map { Fixture.contact("C\($0)", second: 36_000 + Int64($0)) })
    return store
  }

  @Test(arguments: StoreEngine.allCases) func aDrawComesBackAndIsMadeOnce(engine: StoreEngine)
    throws
  {
    let store = try store(on: engine)
    let stored = try draw(store)
    #expect(stored.strata.map(\.drawn.count) == [2])
    #expect(try store.read { try $0.qualityDraw(on: Fixture.day("2026-10-01")) } == stored)
    #expect(try store.read { try $0.qualityDraw(on: Fixture.day("2026-10-02")) } == nil)
    #expect(throws: StoreFault.self) { try draw(store) }
    let counts = try store.read { try $0.sampledContacts(in: Fixture.day("2026-10-01").month.days) }
    #expect(counts == [Fixture.number("A1"): 2])
  }

  @Test(arguments: StoreEngine.allCases) func reviewsComeBackAsTheyWent(engine: StoreEngine) throws
  {
    let store = try store(on: engine)
    let drawn = try #require(try draw(store).strata.first?.drawn.first)
    let other = try #require((0..<12).map { "C\($0)" }.first { $0 != drawn })
    let days = Fixture.day("2026-10-01").month.days
    try review(store, drawn, marks: [.points(0), .notApplicable])
    try review(store, other, marks: [.points(2), .points(1)])
    let reviews = try store.read { try $0.qualityReviews(in: days) }
    #expect(
      reviews.map(\.result) == [.failed(.zero, criticalItems: ["Q1"]), .passed(.full)])
    #expect(reviews.map(\.isSampled).count { $0 } >= 1)
    let id = try #require(
      try store.read { try $0.contactID(source: "main", externalID: drawn) })
    #expect(try store.read { try $0.qualityMarks(of: id) } == [.points(0), .notApplicable])
    #expect(throws: StoreFault.self) { try review(store, drawn, marks: [.points(2), .points(1)]) }
    #expect(try store.read { try $0.contactID(source: "other", externalID: drawn) } == nil)
  }

  @discardableResult
  private func draw(_ store: Store) throws -> StoredDraw {
    let day = Fixture.day("2026-10-01")
    let draw = try #require(QualityDraw(seed: 7))
    let candidates = try store.read { try $0.drawableContacts(on: day) }.map {
      QualityDraw.Candidate(contact: $0.name, agent: $0.agent, channel: $0.channel)
    }
    let stored = StoredDraw(draw: draw, day: day, strata: draw.strata(of: candidates, on: day))
    try store.write { try $0.add(stored, at: Fixture.now, by: "li") }
    return stored
  }

  private func review(_ store: Store, _ contact: String, marks: [Review.Mark]) throws {
    let items = [
      Scorecard.Item(id: "Q1", title: "greets", weight: 1, maximum: 2, isCritical: true),
      Scorecard.Item(id: "Q2", title: "solves", weight: 1, maximum: 1),
    ].compactMap(\.self)
    let mark = try #require(Score(hundredths: 80_00))
    let scorecard = try #require(
      Scorecard(id: "chat", title: "chat", version: "1.0.0", passMark: mark, items: items))
    let review = try Review(
      of: contact, by: scorecard, marks: Array(zip(["Q1", "Q2"], marks)).map { ($0, $1) })
    try store.write { connection in
      let hash = try connection.savePolicy(kind: "scorecard", path: "chat.md", text: "chat")
      let id = try #require(try connection.contactID(source: "main", externalID: contact))
      try connection.add(review, of: id, by: scorecard, hash, at: Fixture.now, by: "li")
    }
  }
}
