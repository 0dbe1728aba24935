import MusterTesting

/// A command that is killed in the middle of its work.
struct Victim {
  let name: String
  /// The state of the shop in which it is begun.
  let state: Shop.State
  let arguments: [String]
  /// How it ends where it finds its work done.
  var endsWhenDone: Int32 = 0
  /// Whether it takes the store to the other engine.
  var moves = false

  static let all = [
    Victim(
      name: "contacts import", state: .half,
      arguments: ["contacts", "import", "contacts.csv", "--quiet"]),
    Victim(name: "score run", state: .whole, arguments: ["score", "run", "--month", "2026-10"]),
    Victim(name: "pay run", state: .whole, arguments: ["pay", "run", "--month", "2026-10"]),
    Victim(
      name: "roster publish", state: .whole, arguments: ["roster", "publish", "--number", "1"],
      endsWhenDone: 77),
    Victim(
      name: "store move", state: .paid, arguments: ["store", "move", "--quiet", "--to"],
      endsWhenDone: 73, moves: true),
  ]
}

/// One run of a victim in a shop of its own.
final class VictimRun {
  let victim: Victim
  let shop: Shop
  /// Where a move goes: a file that is not there, or an empty database.
  let target: String?
  let watch: Watch
  private let arguments: [String]

  init(_ victim: Victim, on engine: StoreEngine) throws {
    self.victim = victim
    shop = try Shop(victim.state, on: engine)
    guard victim.moves else {
      target = nil
      arguments = victim.arguments
      watch = try Watch(shop.database)
      return
    }
    let target =
      engine == .sqlite ? try Shop.server.newDatabase() : shop.folder + "/moved.db"
    self.target = target
    arguments = victim.arguments + [target]
    watch = try Watch(shop.database, target, target + ".part")
  }

  deinit {
    if let target, shop.engine == .sqlite { try? Shop.server.drop(target) }
  }

  func start() throws -> Child { try shop.start(arguments) }

  func again() throws -> Shop.Outcome { try shop.run(arguments) }

  /// Whether the settings name the place that the store was to be moved to.
  var hasMoved: Bool {
    guard let target else { return false }
    return shop.text(of: "muster.yaml").contains("database: \(target)\n")
  }

  /// The seconds that the command takes undisturbed, and of these with its transaction open.
  func measure() throws -> (whole: Double, open: Double) {
    let clock = ContinuousClock()
    let child = try start()
    let begin = clock.now
    var opened: ContinuousClock.Instant?
    var closed: ContinuousClock.Instant?
    while !child.hasEnded {
      if try watch.isOpen() {
        opened = opened ?? clock.now
      } else if opened != nil {
        closed = closed ?? clock.now
      }
      // Seldom, since looking takes time from what is looked at.
      pause(0.001)
    }
    let end = clock.now
    guard child.wait() == 0 else {
      throw Shop.Refused(
        outcome: Shop.Outcome(exitCode: child.wait(), output: "", errors: shop.text(of: "run.err")))
    }
    let open = opened.map { ($0).duration(to: closed ?? end) } ?? .zero
    return (begin.duration(to: end) / .seconds(1), open / .seconds(1))
  }

  /// When to kill: after a share of the whole run, or of the time since a transaction was open.
  enum Moment {
    case anytime(Double)
    case inside(Double)
  }

  /// Kills the command at a moment, and tells whether its transaction was open then; nil where it
  /// had ended before.
  func kill(at moment: Moment) throws -> Bool? {
    let child = try start()
    switch moment {
    case .anytime(let seconds): pause(seconds)
    case .inside(let seconds):
      while try !watch.isOpen(), !child.hasEnded { pause() }
      pause(seconds)
    }
    guard child.stop() else { return nil }
    let isOpen = try watch.isOpen()
    child.kill()
    try watch.waitForServer()
    return isOpen
  }
}
