import Foundation
import MusterStore
import MusterTesting
import Statistics
import Testing

/// `kill -9` at moments drawn from a seed, most of them inside an open transaction.
///
/// `MUSTER_FAULTS` says how many kills an engine has to bear, `MUSTER_SEED` when they come.
@Suite("Kills") struct KillTests {
  static let seed = ProcessInfo.processInfo.environment["MUSTER_SEED"].flatMap(UInt64.init) ?? 1
  static let kills = ProcessInfo.processInfo.environment["MUSTER_FAULTS"].flatMap(Int.init) ?? 10

  /// What became of the kills of one command.
  struct Count {
    var kills = 0
    /// Those that met an open transaction.
    var inside = 0
    /// Those after which the work was done.
    var done = 0
    /// Runs that had ended before they were to be killed.
    var late = 0
  }

  @Test("leave a file as it was or as it was to be") func aFileStaysWhole() throws {
    try kill(on: .sqlite)
  }

  @Test("leave a database as it was or as it was to be") func aDatabaseStaysWhole() throws {
    _ = try Shop.server
    try kill(on: .postgreSQL)
  }

  private func kill(on engine: StoreEngine) throws {
    // Moves need both engines.
    let victims = Victim.all.filter { !$0.moves || PostgresServer.shared != nil }
    var kills = 0
    var inside = 0
    for (index, victim) in victims.enumerated() {
      var chance = SeededGenerator(seed: Self.seed).split(index)
      let share = Self.kills * (index + 1) / victims.count - kills
      let count = try Trials(victim, on: engine).run(share, after: kills, &chance)
      kills += count.kills
      inside += count.inside
      print(
        "\(engine.rawValue), \(victim.name): kills \(count.kills), inside a transaction "
          + "\(count.inside), work done \(count.done), too late \(count.late)")
    }
    print(
      "\(engine.rawValue), all, seed \(Self.seed): kills \(kills), inside a transaction \(inside)")
    #expect(kills == Self.kills)
    #expect(2 * inside >= kills)
  }
}

/// Kills of one command on one engine, and what must hold after each.
private struct Trials {
  let victim: Victim
  let engine: StoreEngine
  /// The tables before the command, and after it ran undisturbed.
  let before: [Shop.Contents]
  let after: [Shop.Contents]
  /// How long it takes undisturbed.
  let seconds: (whole: Double, open: Double)

  init(_ victim: Victim, on engine: StoreEngine) throws {
    self.victim = victim
    self.engine = engine
    let run = try VictimRun(victim, on: engine)
    before = try run.shop.contents()
    seconds = try run.measure()
    after = try run.shop.contents()
    #expect(try run.shop.faults().isEmpty)
    #expect(victim.moves ? run.hasMoved && after == before : after != before)
  }

  /// Kills so many runs, after `earlier` ones of other commands; one of four anytime, the others with
  /// their transaction open.
  func run(
    _ kills: Int, after earlier: Int, _ chance: inout SeededGenerator
  ) throws -> KillTests.Count {
    var count = KillTests.Count()
    // A transaction that is not watched lasts less long than one that was, and longer where others
    // are at work: so that one of five moments comes after its end.
    var stretch = 1.0
    while count.kills < kills {
      guard count.late < 4 * kills + 10 else { throw AlwaysLate(command: victim.name) }
      let run = try VictimRun(victim, on: engine)
      let isAnytime = (earlier + count.kills) % 4 == 3
      let moment: VictimRun.Moment =
        isAnytime
        ? .anytime(chance.unit() * seconds.whole) : .inside(chance.unit() * seconds.open * stretch)
      let wasOpen = try run.kill(at: moment)
      if !isAnytime { stretch *= wasOpen == true ? 1.03 : 0.9 }
      guard let wasOpen else {
        count.late += 1
        continue
      }
      count.kills += 1
      if wasOpen { count.inside += 1 }
      if try isDone(run, "\(victim.name), \(engine), kill \(count.kills) at \(moment)") {
        count.done += 1
      }
    }
    return count
  }

  private struct AlwaysLate: Error { let command: String }

  /// Whether the work was done when the command was killed, after all was looked at, and the
  /// command was run again.
  private func isDone(_ run: VictimRun, _ story: String) throws -> Bool {
    let shop = run.shop
    // Until the settings name the new store, the old one may say of itself that it was moved.
    let isBetween = victim.moves && !run.hasMoved
    let faults = try shop.faults().filter { !isBetween || !$0.hasPrefix("doctor: store:") }
    #expect(faults.isEmpty, "\(story)")
    let found = try shop.contents()
    let isDone = victim.moves ? run.hasMoved : found == after
    #expect(found == before || found == after, "\(story): \(differences(found))")
    if let target = run.target { try expectWholeOrNone(target, shop, story) }
    if engine == .postgreSQL, !victim.moves { try continueNumbers(of: shop) }
    let again = try run.again()
    #expect(
      again.exitCode == 0 || isDone && again.exitCode == victim.endsWhenDone,
      "\(story), again: \(again)")
    let finished = try shop.contents()
    #expect(finished == after, "\(story), again: \(differences(finished))")
    #expect(!victim.moves || run.hasMoved, "\(story), again")
    return isDone
  }

  /// The far side of a move is no store, or a whole one.
  private func expectWholeOrNone(_ target: String, _ shop: Shop, _ story: String) throws {
    do {
      #expect(try shop.contents(of: target) == before, "\(story): the target is half a store")
    } catch let refused as Shop.Refused {
      #expect([65, 66].contains(refused.outcome.exitCode), "\(story): \(refused.outcome)")
    }
  }

  /// Has new rows numbered from after the last one: a server does not take back the numbers that an
  /// unfinished transaction drew, so that without this what is written next would have others.
  private func continueNumbers(of shop: Shop) throws {
    try Store.administer(
      shop.database,
      """
      DO $$ DECLARE t text; BEGIN
        FOR t IN SELECT table_name FROM information_schema.columns
          WHERE table_schema = 'public' AND column_name = 'id' AND is_identity = 'YES' LOOP
          EXECUTE format(
            'SELECT setval(pg_get_serial_sequence(%L, ''id''), COALESCE(MAX(id), 1),
              MAX(id) IS NOT NULL) FROM %I', t, t);
        END LOOP;
      END $$
      """)
  }

  /// The tables that are neither as before nor as after.
  private func differences(_ found: [Shop.Contents]) -> [String] {
    zip(found, zip(before, after)).filter { $0 != $1.0 && $0 != $1.1 }.map {
      "\($0.table): \($1.0.rows) rows before, \($0.rows) now, \($1.1.rows) after"
    }
  }
}
