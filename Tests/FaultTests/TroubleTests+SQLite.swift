import Foundation
import MusterStore
import MusterTesting
import Statistics
import Testing

/// What can happen to the file of a store, and to the disk it is on.
@Suite("Troubles of a file") struct FileTroubleTests {
  /// What a desk runs in a month, all of which may meet a damaged file.
  static let commands = [
    ["audit", "verify"], ["doctor"], ["pay", "statement", "--month", "2026-10", "--csv"],
    ["people", "list"], ["contacts", "stats"], ["score", "show", "--month", "2026-10"],
    ["pay", "run", "--month", "2026-10", "--dry-run"], ["people", "import", "agents.csv"],
    ["contacts", "import", "first.csv", "--dry-run"], ["backup", "b.db"],
  ]

  /// The codes of `commands.md` with which a damaged store may be refused, and 0.
  static let listed: Set<Int32> = [0, 1, 65, 66, 73, 74, 75, 77]

  @Test("a file cut off is refused, and a backup brings it back")
  func cut() throws {
    let shop = try Shop.paid(on: .sqlite)
    let before = try shop.contents()
    try shop.must("backup", "backup.db")
    let bytes = try shop.bytes()
    let lengths = [
      0, 10, 100, 4096, bytes.count / 8192 * 4096, bytes.count / 2 + 77, bytes.count - 1,
    ]
    for length in lengths {
      try shop.put(bytes[..<length], at: shop.database)
      for arguments in Self.commands.prefix(ShopData.isLong ? 99 : 3) {
        let outcome = try shop.run(arguments)
        #expect(
          [1, 65, 74].contains(outcome.exitCode)
            && (outcome.output + outcome.errors).contains("muster restore"),
          "\(length) bytes: \(arguments) \(outcome)")
        try? FileManager.default.removeItem(atPath: shop.folder + "/b.db")
      }
      #expect(try shop.bytes().count == length)
    }
    try shop.expectRefusal(["people", "list"], 74, en: "muster restore", zh: "muster restore")
    try shop.must("restore", "backup.db")
    try shop.expectWhole(before)
  }

  @Test("flipped bits end no command otherwise than it may, and money is never wrong unsaid")
  func flipped() throws {
    let shop = try Shop.paid(on: .sqlite)
    let bytes = try shop.bytes()
    let good = try Self.commands.map { arguments in
      try? FileManager.default.removeItem(atPath: shop.folder + "/b.db")
      return try shop.run(arguments)
    }
    #expect(good.allSatisfy { [0, 1].contains($0.exitCode) }, "\(good)")
    let money = 2
    var seen = (found: 0, silent: 0)
    for seed in 0..<UInt64(ShopData.isLong ? 60 : 6) {
      var generator = SeededGenerator(seed: seed)
      var flipped = bytes
      // The header, a page's head, or anywhere.
      let place =
        switch seed % 3 {
        case 0: generator.below(100)
        case 1: generator.below(bytes.count / 4096) * 4096 + generator.below(12)
        default: generator.below(bytes.count)
        }
      for offset in 0..<(1 + generator.below(8)) where place + offset < bytes.count {
        flipped[place + offset] ^= UInt8(1 << generator.below(8))
      }
      var said = false
      for (index, arguments) in Self.commands.enumerated() where index < 3 || seed % 10 == 5 {
        try? FileManager.default.removeItem(atPath: shop.database + "-wal")
        try? FileManager.default.removeItem(atPath: shop.database + "-shm")
        try shop.put(flipped, at: shop.database)
        let outcome = try shop.run(arguments)
        try? FileManager.default.removeItem(atPath: shop.folder + "/b.db")
        #expect(
          Self.listed.contains(outcome.exitCode), "seed \(seed), \(place): \(arguments) \(outcome)")
        if index < money { said = said || outcome.exitCode != good[index].exitCode }
        if index == money, outcome.exitCode == 0, outcome.output != good[index].output {
          #expect(said, "seed \(seed), \(place): \(outcome.output)")
        }
      }
      if said { seen.found += 1 } else { seen.silent += 1 }
    }
    print("flipped bits: \(seen.found) found by doctor or audit, \(seen.silent) not")
  }

  @Test("a journal cut off or spoilt is as if it had not been written") func journal() throws {
    let shop = try Shop(.half, on: .sqlite)
    let before = try shop.contents()
    let database = try shop.bytes()
    // As long as another process has the store open, what is committed stays in the journal.
    let store = try shop.store()
    #expect(try store.read { try $0.latestInstant() } != nil)
    try shop.must("contacts", "import", "contacts.csv", "--wait", "5")
    let journal = try [UInt8](Data(contentsOf: URL(fileURLWithPath: shop.database + "-wal")))
    #expect(journal.count > 100_000)
    let other = try Shop(.half, on: .sqlite)
    func contents(_ journal: some Collection<UInt8>) throws -> [Shop.Contents] {
      try? FileManager.default.removeItem(atPath: other.database + "-shm")
      try other.put(database, at: other.database)
      try other.put(journal, at: other.database + "-wal")
      #expect(try other.faults().isEmpty)
      return try other.contents()
    }
    let after = try contents(journal)
    #expect(after != before)
    #expect(try contents(journal[..<(journal.count / 2)]) == before)
    #expect(try contents(journal.dropLast(100)) == before)
    #expect(try contents(journal[..<20]) == before)
    #expect(try contents([UInt8](repeating: 0x5A, count: 50_000)) == before)
    var spoilt = journal
    spoilt[journal.count / 2] ^= 4
    #expect(try contents(spoilt) == before)
    try other.must("contacts", "import", "contacts.csv")
    #expect(try other.contents().map(\.digest) == after.map(\.digest))
  }

  @Test("a full disk keeps nothing of what did not fit") func full() throws {
    let shop = try Shop(.half, on: .sqlite)
    let disk = try SmallDisk(bytes: shop.bytes().count + (300 << 10))
    let before = try shop.contents()
    let database = disk.folder + "/muster.db"
    try FileManager.default.copyItem(atPath: shop.database, toPath: database)
    try shop.settings(database: database)
    try shop.expectRefusal(
      ["contacts", "import", "contacts.csv"], 74, en: "make room and try again", zh: "腾出空间后再试")
    let faults = try shop.faults()
    #expect(faults.isEmpty)
    #expect(try shop.contents() == before)
    try #require(disk.remount("size=64m"))
    try shop.must("contacts", "import", "contacts.csv")
    let other = try Shop(.half, on: .sqlite)
    try other.must("contacts", "import", "contacts.csv")
    #expect(try shop.contents() == other.contents())
  }

  @Test("what can only be read is read, and leaves nothing behind") func readOnly() throws {
    let shop = try Shop.paid(on: .sqlite)
    let disk = try SmallDisk(bytes: 16 << 20)
    let before = try shop.contents()
    let list = try shop.run("people", "list")
    let database = disk.folder + "/muster.db"
    try FileManager.default.copyItem(atPath: shop.database, toPath: database)
    try shop.settings(database: database)
    try #require(disk.remount("ro"))
    #expect(try shop.run("people", "list") == list)
    try shop.expectWhole(before)
    for command in ["score run", "pay lock"] {
      let arguments = command.split(separator: " ").map(String.init) + ["--month", "2026-10"]
      try shop.expectRefusal(arguments, 73, en: "check the permissions", zh: "请检查文件和目录的权限")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.folder) == ["muster.db"])
    try #require(disk.remount("rw"))
    try shop.must("pay", "lock", "--month", "2026-10")
  }

  @Test("another user reads what is readable, and is told of what is not") func rights() throws {
    guard getuid() == 0 else { try Test.cancel("only root can become another user") }
    let shop = try Shop.paid(on: .sqlite)
    let nobody = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    let list = try shop.run("people", "list")
    try #require(Shop.system("chmod", "644", shop.database))
    guard try shop.run(["--version"], under: nobody).exitCode == 0 else {
      try Test.cancel("nobody else may run the command here")
    }
    #expect(try shop.run(["people", "list"], under: nobody) == list)
    try shop.expectRefusal(
      ["score", "run", "--month", "2026-10"], 73, en: "check the permissions",
      zh: "请检查文件和目录的权限", under: nobody)
    // A store that its owner is writing to is read by nobody else.
    try #require(Shop.system("chmod", "600", shop.database))
    try shop.expectRefusal(
      ["people", "list"], 77, en: "only who made it", zh: "它只对创建者可读写", under: nobody)
    let left = try FileManager.default.contentsOfDirectory(atPath: shop.folder).sorted()
    #expect(left.filter { $0.hasPrefix("muster.db") } == ["muster.db"])
  }
}
