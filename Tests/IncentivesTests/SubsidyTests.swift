import Incentives
import Testing

@Suite("Subsidy") struct SubsidyTests {
  @Test(
    "100 yuan a month, at most 250 a year",
    arguments: [
      ("2026-10-31", 0, 10_000), ("2026-10-30", 0, 0), ("2027-10-31", 10_000, 10_000),
      ("2027-10-31", 20_000, 5_000), ("2027-10-31", 25_000, 0), ("2027-10-31", 30_000, 0),
    ] as [(String, Int64, Int64)])
  func table(until: String, earlier: Int64, paid: Int64) throws {
    var period = try Facts.agent()
    period.certificates = [
      HeldCertificate("product", from: try Facts.day("2026-01-01"), until: try Facts.day(until))
    ]
    period.earlierThisYear = ["product": Facts.fen(earlier)]
    let subsidy = Subsidy(
      component: "product", certificate: "product", monthly: Facts.fen(10_000),
      yearlyCap: Facts.fen(25_000))
    let statement = try #require(
      Facts.plan(.subsidy(subsidy)).statements(for: [period], in: Facts.month()).first)
    #expect(statement.total(of: .subsidy) == Facts.fen(paid))
    #expect(statement.lines.count == 1)
  }

  @Test("who never had the certificate has no line") func never() throws {
    let subsidy = Subsidy(
      component: "product", certificate: "product", monthly: Facts.fen(10_000))
    let statement = try #require(
      Facts.plan(.subsidy(subsidy)).statements(for: [Facts.agent()], in: Facts.month()).first)
    #expect(statement.lines.isEmpty)
    #expect(statement.total == Facts.fen(0))
  }
}
