import MusterTesting
import Testing

@Suite("A shop to spoil") struct ShopTests {
  @Test("starts sound, and each from the same", arguments: StoreEngine.allCases)
  func isSound(engine: StoreEngine) throws {
    let shop = try Shop(.whole, on: engine)
    #expect(try shop.faults().isEmpty)
    let contents = try shop.contents()
    #expect(contents.first { $0.table == "contact" }?.rows == ShopData.contacts)
    #expect(try Shop(.whole, on: engine).contents() == contents)
    #expect(try Shop(.paid, on: engine).contents().contains { $0.table == "ledger" && $0.rows > 0 })
    let score = try shop.run("score", "run", "--month", "2026-10")
    #expect(score.exitCode == 0, "\(score.errors)")
    #expect(try shop.contents() != contents)
    #expect(try Shop(.whole, on: .sqlite).contents() == contents)
  }
}
