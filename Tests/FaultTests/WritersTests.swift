import MusterStore
import MusterTesting
import Testing
import Vocabulary

/// Eight processes that write to one store at once: for a minute where `MUSTER_FAULTS` is set.
@Suite("Writers") struct WritersTests {
  static let seconds = ShopData.isLong ? 60.0 : 3.0

  @Test("lose nothing, whoever else writes", arguments: StoreEngine.allCases)
  func loseNothing(engine: StoreEngine) throws {
    let shop = try Shop(.half, on: engine)
    let before = try Counts(shop)
    let desks = (1...8).map { Desk(number: $0, shop: shop) }
    let clock = ContinuousClock()
    let begin = clock.now
    var isBusy = true
    while isBusy {
      let goesOn = begin.duration(to: clock.now) < .seconds(Self.seconds)
      isBusy = false
      for desk in desks where try desk.isBusy(goingOn: goesOn) { isBusy = true }
      pause(0.001)
    }
    let lasted = begin.duration(to: clock.now) / .seconds(1)
    let runs = desks.reduce(0) { $0 + $1.runs }
    let refusals = desks.reduce(0) { $0 + $1.refusals }
    let writes = runs - refusals
    print(
      "\(engine.rawValue): 8 processes, \(writes) writes in \(Int(lasted)) s, "
        + "\(Int(Double(writes) / lasted)) a second, \(refusals) refused")

    #expect(desks.flatMap(\.failures) == [])
    #expect(writes > 0)
    let after = try Counts(shop)
    func kept(_ work: Desk.Work) -> Int { desks.reduce(0) { $0 + ($1.kept[work] ?? 0) } }
    #expect(after.own - before.own == kept(.ownContacts))
    #expect(after.contacts - before.contacts == kept(.ownContacts))
    #expect(after.changes - before.changes == kept(.sharedContacts))
    #expect(after.absences - before.absences == kept(.absence))
    #expect(after.requests - before.requests == kept(.request))
    for desk in desks {
      guard let base = desk.base else { continue }
      let shown = try shop.run("people", "show", desk.agent, "--json")
      #expect(shown.output.contains("\"base_minor\": \(base)"), "\(desk.agent): \(shown)")
    }
    #expect(try shop.faults().isEmpty)
    #expect(try !Watch(shop.database).hasLeftovers())
    let last = try shop.run("people", "import", "agents.csv", "--wait", "0")
    #expect(last.exitCode == 0, "a write succeeds at once: \(last)")
  }

  /// What the desks add to.
  private struct Counts {
    let contacts: Int
    /// Contacts of sources that a desk has to itself.
    let own: Int
    let changes: Int
    let absences: Int
    let requests: Int

    init(_ shop: Shop) throws {
      let store = try Store.open(at: shop.database, now: Instant(seconds: 1_790_000_000))
      func count(_ rows: String) throws -> Int {
        try store.read { try $0.first("SELECT COUNT(*) AS n FROM \(rows)")?["n"] ?? 0 }
      }
      contacts = try count("contact")
      own = try count("contact WHERE source LIKE 'desk-%'")
      changes = try count("contact_change")
      absences = try count("absence")
      requests = try count("roster_request")
    }
  }
}
