import Incentives
import Statistics
import Testing
import Vocabulary

@Suite("Ledger") struct LedgerTests {
  static let plan = ContentHash(ofText: "plan")
  static let facts = ContentHash(ofText: "facts")

  static func due(_ agent: Int64, _ fen: Int64, _ component: String = "bonus") -> Due {
    Due(agentID: agent, component: component, kind: .bonus, amount: Facts.fen(fen), facts: facts)
  }

  /// A book that keeps all entries and their hashes.
  struct Book {
    var head = LedgerHead.origin
    var entries: [LedgerEntry] = []
    var hashes: [ContentHash] = []

    mutating func book(_ due: [Due], of earned: String, in open: String) throws {
      let booking = Booking(
        of: try Facts.month(earned), in: try Facts.month(open), plan: LedgerTests.plan)
      let actor = try #require(Actor("hr"))
      for posting in booking.postings(due: due, booked: entries) {
        entries.append(
          head.append(
            posting, in: booking.open, by: actor,
            at: Instant(seconds: 1_800_000_000 + Int64(entries.count))))
        hashes.append(head.hash)
      }
    }

    func sum(of agent: Int64, in earned: String) throws -> Int64 {
      let month = try Facts.month(earned)
      return entries.filter { $0.earnedIn == month && $0.posting.agentID == agent }
        .reduce(0) { $0 + $1.posting.amount.minorUnits }
    }
  }

  @Test("the byte form, and the hash that any shell can make again") func bytes() throws {
    var book = Book()
    try book.book([Self.due(7, 135_000)], of: "2026-10", in: "2026-10")
    let entry = try #require(book.entries.first)
    let text = """
      sequence=1
      period=2026-10
      agent_id=7
      kind=bonus
      component=bonus
      amount=135000
      currency=CNY
      cause=earned
      relates_to=
      plan_hash=\(Self.plan)
      facts_digest=\(Self.facts)
      actor=hr
      instant=1800000000

      """
    #expect(String(decoding: entry.bytes, as: UTF8.self) == text)
    let zeros = String(repeating: "0", count: 64)
    #expect(book.head.hash == ContentHash(of: Array((zeros + text).utf8)))
  }

  @Test("a second run books nothing") func twice() throws {
    var book = Book()
    let due = [Self.due(1, 100), Self.due(2, 0), Self.due(1, 50, "star")]
    try book.book(due, of: "2026-10", in: "2026-10")
    #expect(book.entries.map(\.posting.amount.minorUnits) == [100, 50])
    try book.book(due, of: "2026-10", in: "2026-10")
    try book.book(due, of: "2026-10", in: "2026-11")
    #expect(book.entries.count == 2)
  }

  @Test("what changes before the lock keeps its kind, later it is a difference or a clawback")
  func corrections() throws {
    var book = Book()
    try book.book([Self.due(1, 100), Self.due(2, 100)], of: "2026-10", in: "2026-10")
    try book.book([Self.due(1, 90), Self.due(2, 100)], of: "2026-10", in: "2026-10")
    try book.book([Self.due(1, 120)], of: "2026-10", in: "2026-11")
    try book.book([Self.due(3, 5)], of: "2026-11", in: "2026-11")
    let rows = book.entries.map { entry in
      let posting = entry.posting
      return "\(entry.period) \(posting.agentID) \(posting.kind) \(posting.amount.minorUnits) "
        + "\(posting.cause.rawValue) \(posting.relatesTo?.description ?? "-")"
    }
    #expect(
      rows == [
        "2026-10 1 bonus 100 earned -", "2026-10 2 bonus 100 earned -",
        "2026-10 1 bonus -10 late_facts -", "2026-11 1 difference 30 late_facts 2026-10",
        "2026-11 2 clawback -100 late_facts 2026-10", "2026-11 3 bonus 5 earned -",
      ])
  }

  @Test("another plan is named as the cause") func changedPlan() throws {
    var book = Book()
    try book.book([Self.due(1, 100)], of: "2026-10", in: "2026-10")
    let booking = Booking(
      of: try Facts.month(), in: try Facts.month(), plan: ContentHash(ofText: "other"))
    let postings = booking.postings(due: [Self.due(1, 80)], booked: book.entries)
    #expect(postings.map(\.cause) == [.changedPlan])
  }

  @Test("late facts in any order end in the same sums", arguments: 0..<100)
  func anyOrder(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let months = ["2026-08", "2026-09", "2026-10"]
    var amounts = Array(repeating: Array(repeating: Int64(0), count: 4), count: months.count)
    var book = Book()
    for open in months.indices {
      for _ in 0..<4 {
        let earned = generator.below(open + 1)
        amounts[earned][generator.below(4)] = Int64(generator.below(5) * 1_000)
        let due = amounts[earned].enumerated().map { Self.due(Int64($0), $1) }
        try book.book(due, of: months[earned], in: months[open])
        try book.book(due, of: months[earned], in: months[open])
      }
    }
    for (month, row) in zip(months, amounts) {
      for (agent, amount) in row.enumerated() {
        #expect(try book.sum(of: Int64(agent), in: month) == amount)
      }
    }
    try Self.verify(book)
  }

  @Test("verification names the first bad row") func tampering() throws {
    var book = Book()
    try book.book((1...5).map { Self.due($0, $0 * 100) }, of: "2026-10", in: "2026-10")
    try Self.verify(book)

    var changed = book
    let victim = book.entries[2]
    let posting = victim.posting
    changed.entries[2] = LedgerEntry(
      sequence: victim.sequence, period: victim.period,
      posting: Posting(
        agentID: posting.agentID, kind: posting.kind, component: posting.component,
        amount: Facts.fen(301), cause: posting.cause, relatesTo: nil, plan: posting.plan,
        facts: posting.facts),
      actor: victim.actor, instant: victim.instant)
    #expect(
      throws: LedgerHead.Fault.hash(
        sequence: 3, found: book.hashes[2], wanted: changed.entries[2].hash(after: book.hashes[1]))
    ) { try Self.verify(changed) }

    var cut = book
    cut.entries.remove(at: 3)
    cut.hashes.remove(at: 3)
    #expect(throws: LedgerHead.Fault.sequence(5, wanted: 4)) { try Self.verify(cut) }

    // A chain that was made anew verifies, but its head is not the seal that was printed.
    var anew = Book()
    try anew.book((1...4).map { Self.due($0, $0 * 100) }, of: "2026-10", in: "2026-10")
    try Self.verify(anew)
    #expect(anew.head != book.head)
  }

  @Test("who may book") func actors() {
    #expect(Actor("李雷 (HR)") != nil)
    #expect(Actor("") == nil)
    #expect(Actor("a\nkind=bonus") == nil)
    #expect(Actor("a\u{0}") == nil)
  }

  static func verify(_ book: Book) throws(LedgerHead.Fault) {
    var head = LedgerHead.origin
    for (entry, hash) in zip(book.entries, book.hashes) { try head.verify(entry, hash: hash) }
  }
}
