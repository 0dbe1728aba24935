import Foundation
import MusterTesting
import Testing

@testable import MusterStore

/// What can happen to a store on either engine: its exit code, what to do, and a whole store.
@Suite("Troubles of either engine") struct TroubleTests {
  @Test("another process writes for too long", arguments: StoreEngine.allCases)
  func busy(engine: StoreEngine) throws {
    let shop = try Shop(.half, on: engine)
    let before = try shop.contents()
    try shop.store().write { _ in
      for arguments in [
        ["people", "import", "agents.csv"], ["score", "run", "--month", "2026-10"],
      ] {
        try shop.expectRefusal(
          arguments + ["--wait", "0.05"], 75, en: "try again in a moment", zh: "请稍后再试")
      }
      let list = try shop.run("people", "list", "--csv")
      #expect(list.exitCode == 0 && list.output.contains("A23"))
    }
    try shop.expectWhole(before)
    try shop.must("people", "import", "agents.csv")
  }

  @Test("a newer muster made the store", arguments: StoreEngine.allCases)
  func future(engine: StoreEngine) throws {
    let shop = try Shop(.half, on: engine)
    let before = try shop.contents()
    try shop.store().write {
      try $0.execute("INSERT INTO migration (version, name, applied_at) VALUES (99, 'later', 1)")
    }
    for arguments in [["people", "list"], ["doctor"], ["backup", "b.db"], ["audit", "verify"]] {
      try shop.expectRefusal(arguments, 65, en: "install the newer version", zh: "请升级程序")
    }
    // Put back by hand, since nothing of this version opens it.
    try Store.engine(at: shop.database, patience: 1).engine.make {
      _ = try $0.execute("DELETE FROM migration WHERE version = 99", [])
    }
    try shop.expectWhole(before)
  }

  @Test("the clock was set back", arguments: StoreEngine.allCases)
  func clock(engine: StoreEngine) throws {
    let shop = try Shop.paid(on: engine)
    let before = try shop.contents()
    let early = "2026-11-01T09:00:00+08:00"
    try shop.expectRefusal(
      ["pay", "lock", "--month", "2026-10"], 77,
      en:
        "clock says 2026-11-01T01:00:00Z, yet the ledger was last written at 2026-11-02T01:00:00Z",
      zh: "请校正时钟", now: early)
    let doctor = try shop.run("doctor", now: early)
    #expect(doctor.exitCode == 1 && doctor.output.contains("set the clock right"))
    // Looking back is nothing to refuse.
    #expect(try shop.run("pay", "statement", "--month", "2026-10", now: early).exitCode == 0)
    #expect(try shop.run("people", "list", "--as-of", "2026-10-01", now: early).exitCode == 0)
    try shop.expectWhole(before)
    // Where the clock was wrong the last time, the refusal says how to go on.
    try shop.must("pay", "lock", "--month", "2026-10", now: "2026-11-02T01:00:00Z")
  }

  @Test(
    "a row of the ledger that was altered behind its back is named", arguments: StoreEngine.allCases
  )
  func forged(engine: StoreEngine) throws {
    let shop = try Shop.paid(on: engine)
    #expect(try shop.run("audit", "verify").exitCode == 0)
    let trigger =
      switch engine {
      case .sqlite: "DROP TRIGGER ledger_refuses_update"
      case .postgreSQL: "DROP TRIGGER ledger_refuses_change ON ledger"
      }
    try shop.store().write { connection in
      try connection.execute(trigger)
      try connection.execute("UPDATE ledger SET amount = amount + 1 WHERE sequence IN (5, 7)")
    }
    let audit = try shop.run("audit", "verify", "--json")
    #expect(audit.exitCode == 1)
    #expect(audit.output.contains("entry 5") && !audit.output.contains("entry 7"), "\(audit)")
    try shop.expectRefusal(["audit", "verify"], 1, en: "5", zh: "5")
    let backup = try shop.run("backup", "forged.db")
    #expect(backup.exitCode == 74 && backup.errors.contains("ledger"), "\(backup)")
    #expect(!FileManager.default.fileExists(atPath: shop.folder + "/forged.db"))
  }

  @Test("the store was moved away", arguments: StoreEngine.allCases)
  func moved(engine: StoreEngine) throws {
    let shop = try Shop.paid(on: engine)
    let before = try shop.contents()
    let old = shop.text(of: "muster.yaml")
    try shop.must("store", "move", "--to", "moved.db")
    try shop.expectWhole(before)
    let new = shop.text(of: "muster.yaml")
    try shop.write(old, to: "muster.yaml")
    for arguments in [["people", "list"], ["contacts", "import", "contacts.csv"]] {
      try shop.expectRefusal(arguments, 77, en: "was moved to", zh: "请在 muster.yaml 里写")
    }
    #expect(try shop.run("audit", "verify").exitCode == 0)
    #expect(try shop.contents() == before)
    // The same move again mends the settings.
    try shop.must("store", "move", "--to", "moved.db")
    #expect(shop.text(of: "muster.yaml") == new)
    try shop.must("contacts", "import", "contacts.csv")
  }
}
