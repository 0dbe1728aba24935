import MusterStore
import Performance
import Testing
import Vocabulary

@Suite struct QualityQueriesTests {
  private let scratch: Scratch
  private let store: Store

  init() throws {
    scratch = try Scratch()
    store = try scratch.store()
    try store.write { connection in
      _ = try connection.importAgents([Fixture.agent("A1")], from: Fixture.day("2026-10-01"))
    }
    try store.importing((0..<12).map { Fixture.contact("C\($0)", second: 36_000 + Int64($0)) })
  }

  @Test func aDrawComesBackAndIsMadeOnce() throws {
    let stored = try draw()
    #expect(stored.strata.map(\.drawn.count) == [2])
    #expect(try store.read { try $0.qualityDraw(on: Fixture.day("2026-10-01")) } == stored)
    #expect(try store.read { try $0.qualityDraw(on: Fixture.day("2026-10-02")) } == nil)
    #expect(throws: StoreFault.self) { try draw() }
    let counts = try store.read { try $0.sampledContacts(in: Fixture.day("2026-10-01").month.days) }
    #expect(counts == [Fixture.number("A1"): 2])
  }

  @Test func reviewsComeBackAsTheyWent() throws {
    let drawn = try #require(try draw().strata.first?.drawn.first)
    let other = try #require((0..<12).map { "C\($0)" }.first { $0 != drawn })
    let days = Fixture.day("2026-10-01").month.days
    try review(drawn, marks: [.points(0), .notApplicable])
    try review(other, marks: [.points(2), .points(1)])
    let reviews = try store.read { try $0.qualityReviews(in: days) }
    #expect(
      reviews.map(\.result) == [.failed(.zero, criticalItems: ["Q1"]), .passed(.full)])
    #expect(reviews.map(\.isSampled).count { $0 } >= 1)
    let id = try #require(
      try store.read { try $0.contactID(source: "main", externalID: drawn) })
    #expect(try store.read { try $0.qualityMarks(of: id) } == [.points(0), .notApplicable])
    #expect(throws: StoreFault.self) { try review(drawn, marks: [.points(2), .points(1)]) }
    #expect(try store.read { try $0.contactID(source: "other", externalID: drawn) } == nil)
  }

  @discardableResult
  private func draw() throws -> StoredDraw {
    let day = Fixture.day("2026-10-01")
    let draw = try #require(QualityDraw(seed: 7))
    let candidates = try store.read { try $0.drawableContacts(on: day) }.map {
      QualityDraw.Candidate(contact: $0.name, agent: $0.agent, channel: $0.channel)
    }
    let stored = StoredDraw(draw: draw, day: day, strata: draw.strata(of: candidates, on: day))
    try store.write { try $0.add(stored, at: Fixture.now, by: "li") }
    return stored
  }

  private func review(_ contact: String, marks: [Review.Mark]) throws {
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
