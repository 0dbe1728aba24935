import Foundation
import MusterStore
import MusterTesting
import Synchronization
import Testing

/// A workspace of one test's own, made by the command as a user makes it, on either engine.
///
/// It is a copy of a template that is made once, so that each begins in the same state, in
/// milliseconds. Equal commands give equal rows: now, actor, zone and language are given.
final class Shop {
  /// What has been done in it.
  enum State: Hashable {
    /// There are people, and the first half of the month's contacts; of these a tenth differs in
    /// `contacts.csv`, which holds all of them.
    case half
    /// All contacts are in; nothing was scored or paid. There is a forecast, a requirement, and
    /// roster 1 as a draft.
    case whole
    /// The month was paid besides: there is a ledger.
    case paid
  }

  struct Outcome: Equatable {
    var exitCode: Int32
    var output: String
    var errors: String
  }

  let engine: StoreEngine
  let folder: String
  /// The file of the store, or the address of its database.
  let database: String

  /// A new copy of the template; skips the case of the test where `engine` is not to be had.
  init(_ state: State = .half, on engine: StoreEngine) throws {
    let template = try Template.of(state, on: engine)
    let files = FileManager.default
    self.engine = engine
    folder = files.temporaryDirectory.path + "/muster-shop-\(UUID().uuidString)"
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["rosters", "plans", "curricula", "agents.csv", "first.csv", "contacts.csv"] {
      try files.createSymbolicLink(
        atPath: folder + "/" + name, withDestinationPath: template.folder + "/" + name)
    }
    switch engine {
    case .sqlite:
      database = folder + "/muster.db"
      try files.copyItem(atPath: template.database, toPath: database)
    case .postgreSQL:
      database = try Shop.server.newDatabase(copying: template.database)
    }
    try settings(database: engine == .sqlite ? "muster.db" : database)
  }

  /// An empty folder for a template.
  fileprivate init(in folder: String, on engine: StoreEngine, database: String) {
    self.engine = engine
    self.folder = folder
    self.database = database
  }

  /// Removes all of it.
  func remove() {
    guard !folder.hasPrefix(Template.folder) else { return }
    try? FileManager.default.removeItem(atPath: folder)
    if engine == .postgreSQL { try? Shop.server.drop(database) }
  }

  deinit { remove() }

  /// The tests' server; skips the case of the test where it cannot be started.
  static var server: PostgresServer {
    get throws {
      guard let server = PostgresServer.shared else {
        try Test.cancel("no PostgreSQL server can be started here")
      }
      return server
    }
  }

  /// When everything is done that is not said to be done at another time.
  static let now = "2026-11-02T09:00:00+08:00"

  /// Runs `muster` with `arguments` to its end.
  @discardableResult
  func run(_ arguments: String..., now: String = Shop.now) throws -> Outcome {
    try run(arguments, now: now)
  }

  func run(_ arguments: [String], now: String = Shop.now) throws -> Outcome {
    let name = "run-\(UUID().uuidString)"
    defer {
      for end in [".out", ".err"] {
        try? FileManager.default.removeItem(atPath: "\(folder)/\(name)\(end)")
      }
    }
    let code = try start(arguments, now: now, as: name).wait()
    return Outcome(
      exitCode: code, output: text(of: name + ".out"), errors: text(of: name + ".err"))
  }

  /// Starts `muster` with `arguments`; what it prints goes to `name`.out and `name`.err.
  func start(
    _ arguments: [String], now: String = Shop.now, as name: String = "run"
  ) throws -> Child {
    let environment = ProcessInfo.processInfo.environment
    return try Child(
      Binary.path, arguments + ["--now", now],
      environment: [
        "PATH=\(environment["PATH"] ?? "/usr/bin:/bin")", "HOME=\(folder)", "LC_ALL=C.UTF-8",
        "MUSTER_ACTOR=tester", "NO_COLOR=1", "TMPDIR=\(folder)",
      ],
      folder: folder, output: "\(folder)/\(name).out", errors: "\(folder)/\(name).err")
  }

  /// The text of a file in the folder; empty where there is none.
  func text(of name: String) -> String { Checkout.read(folder + "/" + name) ?? "" }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: false, encoding: .utf8)
  }

  /// Writes the settings anew, naming `database`.
  func settings(database: String) throws {
    try write(
      """
      time_zone: Asia/Shanghai
      locale: en
      currency: CNY
      week_start: monday
      database: \(database)

      """, to: "muster.yaml")
  }

  /// The rows and digest of each table, as `backup` reads them: of the workspace's store, or of the
  /// one at `place`.
  func contents(of place: String? = nil) throws -> [Contents] {
    let file = "\(folder)/contents-\(UUID().uuidString).db"
    defer { try? FileManager.default.removeItem(atPath: file) }
    let other = place.map { ["--database", $0] } ?? []
    let outcome = try run(["backup", file, "--json"] + other)
    guard outcome.exitCode == 0 else { throw Refused(outcome: outcome) }
    return try JSONDecoder().decode(Copy.self, from: Data(outcome.output.utf8)).tables
  }

  /// One table of the store.
  struct Contents: Hashable, Decodable {
    let table: String
    let rows: Int
    let digest: String
  }

  private struct Copy: Decodable { let tables: [Contents] }

  /// What cannot be said of a sound store: what `doctor` and `audit verify` find wrong; empty
  /// where all is well, but for settings of the tests' server.
  func faults() throws -> [String] {
    let doctor = try run("doctor", "--json")
    guard
      let findings = try? JSONDecoder().decode([Finding].self, from: Data(doctor.output.utf8))
    else { return ["doctor: exit \(doctor.exitCode): \(doctor.errors)"] }
    let unsound = findings.filter { !$0.sound && $0.subject != "settings" }
    let audit = try run("audit", "verify")
    return unsound.map { "doctor: \($0.subject): \($0.detail)" }
      + (audit.exitCode == 0 ? [] : ["audit verify: exit \(audit.exitCode): \(audit.errors)"])
  }

  private struct Finding: Decodable {
    let subject: String
    let sound: Bool
    let detail: String
  }

  /// A command that should have succeeded, and how it ended.
  struct Refused: Error { let outcome: Outcome }
}

/// What shops are copied from.
private struct Template {
  let folder: String
  /// The file of the store, or the address of its database.
  let database: String

  private struct Key: Hashable {
    let state: Shop.State
    let engine: StoreEngine
  }

  private static let made = Mutex<[Key: Result<Template, any Error>]>([:])

  /// All templates of this process; removed when it ends.
  static let folder: String = {
    atexit { try? FileManager.default.removeItem(atPath: Template.folder) }
    return FileManager.default.temporaryDirectory.path + "/muster-shops-\(getpid())"
  }()

  static func of(_ state: Shop.State, on engine: StoreEngine) throws -> Template {
    let server = engine == .postgreSQL ? try Shop.server : nil
    return try made.withLock { made in
      try make(state, on: engine, server, &made)
    }
  }

  private static func make(
    _ state: Shop.State, on engine: StoreEngine, _ server: PostgresServer?,
    _ made: inout [Key: Result<Template, any Error>]
  ) throws -> Template {
    let key = Key(state: state, engine: engine)
    if let result = made[key] { return try result.get() }
    let result = Result {
      switch (state, server) {
      case (.half, nil): return try half()
      case (.whole, nil): return try whole(after: make(.half, on: .sqlite, nil, &made))
      case (.paid, nil): return try paid(after: make(.whole, on: .sqlite, nil, &made))
      case (_, let server?):
        return try make(state, on: .sqlite, nil, &made).restored(on: server)
      }
    }
    made[key] = result
    return try result.get()
  }

  private static func half() throws -> Template {
    let folder = Template.folder + "/half"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let shop = Shop(in: folder, on: .sqlite, database: folder + "/muster.db")
    let data = ShopData()
    try shop.write(data.agents, to: "agents.csv")
    try shop.write(data.contacts(first: true), to: "first.csv")
    try shop.write(data.contacts(first: false), to: "contacts.csv")
    try shop.must("init", ".", now: "2026-09-01T09:00:00+08:00")
    try shop.settings(database: "muster.db")
    try shop.write(data.plan, to: "plans/monthly.yaml")
    try shop.must("people", "import", "agents.csv", now: "2026-09-01T09:00:00+08:00")
    try shop.must("contacts", "import", "first.csv")
    return Template(folder: folder, database: shop.database)
  }

  private static func whole(after half: Template) throws -> Template {
    let shop = try half.copy(as: "whole")
    try shop.must("contacts", "import", "contacts.csv")
    try shop.must("forecast", "run", "--days", "14")
    try shop.must("staff", "run")
    try shop.must("roster", "build", "--steps", "100")
    return Template(folder: shop.folder, database: shop.database)
  }

  private static func paid(after whole: Template) throws -> Template {
    let shop = try whole.copy(as: "paid")
    try shop.must("pay", "run", "--month", "2026-10")
    return Template(folder: shop.folder, database: shop.database)
  }

  /// A copy on SQLite, to go on with.
  private func copy(as name: String) throws -> Shop {
    let folder = Template.folder + "/" + name
    try FileManager.default.copyItem(atPath: self.folder, toPath: folder)
    return Shop(in: folder, on: .sqlite, database: folder + "/muster.db")
  }

  /// The same store in a database of `server`.
  private func restored(on server: PostgresServer) throws -> Template {
    let database = try server.newDatabase()
    let shop = Shop(in: folder, on: .postgreSQL, database: database)
    let file = folder + "/backup.db"
    defer { try? FileManager.default.removeItem(atPath: file) }
    try shop.must("backup", file)
    try shop.must("restore", file, "--database", database)
    return Template(folder: folder, database: database)
  }
}

extension Shop {
  /// Runs what has to succeed.
  func must(_ arguments: String..., now: String = Shop.now) throws {
    let outcome = try run(arguments, now: now)
    guard outcome.exitCode == 0 else { throw Refused(outcome: outcome) }
  }
}
