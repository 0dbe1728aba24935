@testable import MusterStore
import Testing

@Suite("Addresses of servers") struct PostgresAddressTests {
  @Test(
    "an address is shown and written down without its password",
    arguments: [
      (
        "postgresql://li:s%40cret@db.example:5433/muster?sslmode=require",
        "postgresql://li@db.example:5433/muster",
        "postgresql://li@db.example:5433/muster?sslmode=require"
      ),
      ("postgres://db/muster", "postgresql://db/muster", "postgres://db/muster"),
      (
        "postgresql:///muster?host=/run/pg&password=secret&user=li",
        "postgresql://li@/run/pg/muster", "postgresql:///muster?host=/run/pg&user=li"
      ),
      ("postgresql://li:secret@db", "postgresql://li@db/", "postgresql://li@db"),
      ("postgresql://li@db/m?password=secret", "postgresql://li@db/m", "postgresql://li@db/m"),
    ])
  func passwords(text: String, shown: String, written: String) throws {
    let address = try PostgresAddress(text)
    #expect(address.shown == shown)
    #expect(address.withoutPassword == written)
    #expect(try PostgresAddress(written).shown == shown)
  }

  @Test("what cannot be read is refused without being told")
  func unreadable() {
    #expect(throws: StoreFault.notAnAddress) {
      _ = try PostgresAddress("postgresql://li:se%cret@db/muster")
    }
  }

  @Test("a server that is not there is told by its address alone")
  func absent() throws {
    #expect(throws: StoreFault.disconnected("postgresql://li@/nowhere/muster")) {
      try Store.open(
        at: "postgresql://li:secret@/muster?host=/nowhere", now: Fixture.now, patience: 0.1)
    }
  }
}
