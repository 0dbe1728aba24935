import Foundation
import MusterStore
import MusterTesting
import Testing

/// What can happen to a server, and to the way to it.
@Suite("Troubles of a server") struct ServerTroubleTests {
  /// Has the import of contacts sleep in the middle of its transaction, rows written before.
  static func addSleep(to database: String) throws {
    try Store.administer(
      database,
      """
      CREATE FUNCTION sleep_here() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_sleep(60); RETURN NULL; END $$;
      CREATE TRIGGER sleep_here BEFORE INSERT ON contact_change
        FOR EACH STATEMENT EXECUTE FUNCTION sleep_here()
      """)
  }

  static func removeSleep(from database: String) throws {
    try Store.administer(database, "DROP FUNCTION sleep_here CASCADE")
  }

  /// Starts the import into `database` and waits until it sleeps.
  static func startImport(_ shop: Shop, into database: String) throws -> Child {
    let child = try shop.start(["contacts", "import", "contacts.csv"], as: "import")
    let store = try Shop.store(at: database)
    let isAsleep = """
      SELECT 1 AS found FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event = 'PgSleep'
      """
    for _ in 0..<2_000 where !child.hasEnded {
      if try store.read({ try $0.query(isAsleep) }).isEmpty == false { return child }
      usleep(10_000)
    }
    Issue.record("the import did not come to its sleep: \(shop.text(of: "import.err"))")
    return child
  }

  /// The rows of each table after an undisturbed import.
  ///
  /// Their digests differ where a number was given out in a transaction that was then undone.
  static func imported() throws -> [Int] {
    let shop = try Shop(.half, on: .sqlite)
    try shop.must("contacts", "import", "contacts.csv")
    return try shop.contents().map(\.rows)
  }

  @Test("the connection is cut in the middle of a transaction") func cut() throws {
    let shop = try Shop(.half, on: .postgreSQL)
    let before = try shop.contents()
    try Self.addSleep(to: shop.database)
    let child = try Self.startImport(shop, into: shop.database)
    try Store.administer(
      shop.database,
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event = 'PgSleep'
      """)
    #expect(child.wait() == 74)
    #expect(shop.text(of: "import.err").contains("run the same command again"))
    try Self.removeSleep(from: shop.database)
    try shop.expectWhole(before)
    try shop.must("contacts", "import", "contacts.csv")
    #expect(try shop.contents().map(\.rows) == Self.imported())
  }

  @Test("a statement takes longer than it may") func slow() throws {
    let shop = try Shop(.half, on: .postgreSQL)
    let before = try shop.contents()
    try Self.addSleep(to: shop.database)
    let hasty = shop.database + "&options=-cstatement_timeout%3D500"
    try shop.expectRefusal(
      ["contacts", "import", "contacts.csv", "--database", hasty], 75,
      en: "raise statement_timeout", zh: "调大 statement_timeout")
    try Self.removeSleep(from: shop.database)
    try shop.expectWhole(before)
  }

  @Test("there is no server, no database, or no such user, and the password is never printed")
  func addresses() throws {
    let shop = try Shop(.half, on: .postgreSQL)
    let before = try shop.contents()
    let name = PostgresServer.name(of: shop.database)
    let cases: [(String, Int32, String, String)] = [
      ("postgresql://li:geheim@127.0.0.1:9/shop", 74, "check the server", "请检查服务器"),
      ("postgresql://li:geheim@/shop?host=/nowhere", 74, "check the server", "请检查服务器"),
      (shop.database.replacing("/\(name)?", with: "/none?"), 66, "there is no store", "找不到数据库"),
      (
        shop.database.replacing("user=muster", with: "user=li&password=geheim"), 77,
        "check the user, the password", "请检查用户名、密码"
      ),
    ]
    for (address, code, en, zh) in cases {
      for arguments in [["people", "list"], ["people", "import", "agents.csv"]] {
        let arguments = arguments + ["--database", address]
        try shop.expectRefusal(arguments, code, en: en, zh: zh)
        let outcome = try shop.run(arguments)
        #expect(!(outcome.output + outcome.errors).contains("geheim"))
      }
    }
    try shop.expectWhole(before)
  }

  @Test("a full disk of the server keeps nothing of what did not fit") func full() throws {
    let shop = try Shop(.half, on: .postgreSQL)
    let before = try shop.contents()
    let disk = try SmallDisk(bytes: 256 << 20)
    let socket = try #require(
      shop.database.split(separator: "host=").last?.split(separator: "&").first)
    try #require(Shop.system("chown", "--reference", "\(socket)/data", disk.folder))
    let name = PostgresServer.name(of: shop.database)
    let administration = shop.database.replacing("/\(name)?", with: "/postgres?")
    let small = "small\(name)"
    try Store.administer(administration, "CREATE TABLESPACE \(small) LOCATION '\(disk.folder)'")
    defer {
      try? shop.settings(database: shop.database)
      try? Store.administer(administration, "DROP DATABASE IF EXISTS \(small) WITH (FORCE)")
      try? Store.administer(administration, "DROP TABLESPACE \(small)")
    }
    try Store.administer(
      administration, "CREATE DATABASE \(small) TEMPLATE \(name) TABLESPACE \(small)")
    // Until then its pages are in the server's memory.
    try Store.administer(administration, "CHECKPOINT")
    try #require(disk.remount("size=\((disk.used >> 10) + 300)k"))
    try shop.settings(database: shop.database.replacing("/\(name)?", with: "/\(small)?"))
    try shop.expectRefusal(
      ["contacts", "import", "contacts.csv"], 74, en: "make room and try again", zh: "腾出空间后再试")
    let faults = try shop.faults()
    #expect(faults.isEmpty)
    #expect(try shop.contents() == before)
    // Until then its pages are in the server's memory.
    try Store.administer(administration, "CHECKPOINT")
    try #require(disk.remount("size=256m"))
    try shop.must("contacts", "import", "contacts.csv")
    #expect(try shop.contents().map(\.rows) == Self.imported())
  }

  @Test(
    "the server is stopped in the middle of a transaction and started again",
    .enabled(if: ShopData.isLong), arguments: ["fast", "immediate"])
  func stopped(mode: String) throws {
    let server = try OwnServer.started()
    let shop = try Shop(.half, on: .sqlite)
    let before = try shop.contents()
    try shop.must("store", "move", "--to", server.address)
    try Self.addSleep(to: server.address)
    let child = try Self.startImport(shop, into: server.address)
    try #require(server.stop(mode))
    #expect(child.wait() == 74)
    #expect(shop.text(of: "import.err").contains("run the same command again"))
    try shop.expectRefusal(["people", "list"], 74, en: "check the server", zh: "请检查服务器")
    try #require(server.start())
    try Self.removeSleep(from: server.address)
    try shop.expectWhole(before)
    try shop.must("contacts", "import", "contacts.csv")
    #expect(try shop.contents().map(\.rows) == Self.imported())
  }

  @Test("a wrong password is refused and never printed", .enabled(if: ShopData.isLong))
  func password() throws {
    let server = try OwnServer.started()
    let shop = try Shop(.half, on: .sqlite)
    try Store.administer(server.address, "CREATE ROLE li LOGIN PASSWORD 'richtig'")
    for password in ["geheim", ""] {
      let address = server.address.replacing("user=muster", with: "user=li&password=\(password)")
      let arguments = ["people", "list", "--database", address]
      try shop.expectRefusal(arguments, 77, en: "PGPASSWORD", zh: "PGPASSWORD")
      let outcome = try shop.run(arguments)
      #expect(!(outcome.output + outcome.errors).contains("geheim"))
    }
    let address = server.address.replacing("user=muster", with: "user=li&password=richtig")
    try shop.expectRefusal(
      ["people", "list", "--database", address], 65, en: "is no store", zh: "不是 Muster 的数据库")
  }
}

/// A server that one test may stop and start.
final class OwnServer {
  let folder: String
  private let prefix: String

  var address: String { "postgresql:///postgres?host=\(folder)&user=muster" }

  /// A new server; skips the test where none can be started.
  static func started() throws -> OwnServer {
    guard let programs = PostgresServer.programs, let server = OwnServer(programs) else {
      try Test.cancel("no PostgreSQL server can be started here")
    }
    return server
  }

  private init?(_ programs: String) {
    folder = FileManager.default.temporaryDirectory.path + "/pg-\(UUID().uuidString.prefix(8))"
    let isRoot = getuid() == 0
    prefix =
      (isRoot ? "setpriv --reuid=nobody --regid=$(id -g nobody) --clear-groups " : "")
      + programs + "/"
    let options = "-D \(folder)/data -U muster -A trust -E UTF8 -N --locale=C.UTF-8"
    let access = "local all muster trust\nlocal all all scram-sha-256\n"
    guard Shop.system("mkdir", folder), !isRoot || Shop.system("chown", "nobody", folder),
      shell("\(prefix)initdb \(options)"),
      shell("printf '%b' '\(access)' > \(folder)/data/pg_hba.conf"), start()
    else { return nil }
  }

  deinit {
    stop("immediate")
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func shell(_ command: String) -> Bool {
    Shop.system("sh", "-c", "cd \(folder) && " + command)
  }

  /// The server holds no file of the tests, which would wait for its end to see theirs; should they
  /// be killed, it is ended.
  func start() -> Bool {
    shell(
      """
      bash -c '(
        for fd in /proc/self/fd/*; do
          fd=${fd##*/}
          [ "$fd" -gt 2 ] && eval "exec $fd>&-"
        done
        \(prefix)pg_ctl -D \(folder)/data -w -l \(folder)/log \
          -o "-k \(folder) -c listen_addresses= -c fsync=off" start || exit 1
        (
          while kill -0 \(getpid()) && [ -e \(folder)/data/postmaster.pid ]; do sleep 1; done
          kill -0 \(getpid()) || \(prefix)pg_ctl -D \(folder)/data -m immediate stop
        ) >\(folder)/watch 2>&1 &
      )'
      """)
  }

  @discardableResult
  func stop(_ mode: String) -> Bool {
    shell("\(prefix)pg_ctl -D \(folder)/data -m \(mode) -w stop")
  }
}
