import Testing
import Training

@Suite struct CertificateTests {
  @Test(arguments: [
    (on: "2026-01-01", standing: Certificate.Standing.valid, inDate: true),
    (on: "2025-12-31", standing: .valid, inDate: false),
    (on: "2026-05-31", standing: .refresherDue(days: 30), inDate: true),
    (on: "2026-06-30", standing: .refresherDue(days: 0), inDate: true),
    (on: "2026-07-01", standing: .expired, inDate: false),
  ])
  func standsByTheDay(on: String, standing: Certificate.Standing, inDate: Bool) throws {
    let module = try bank(3, validDays: 180)
    let certificate = Certificate(for: try agent(), passing: module, on: try day("2026-01-01"))
    #expect(certificate.standing(on: try day(on)) == standing)
    #expect(certificate.isInDate(on: try day(on)) == inDate)
  }

  @Test func withoutAValidityItDoesNotExpire() throws {
    let module = try bank(3, validDays: nil)
    let certificate = Certificate(for: try agent(), passing: module, on: try day("2026-01-01"))
    #expect(certificate.isInDate(on: try day("2099-01-01")))
    #expect(certificate.standing(on: try day("2099-01-01")) == .valid)
  }

  @Test func changedAndNewPointsAreOwed() throws {
    var module = try bank(3)
    let certificate = Certificate(for: try agent(), passing: module, on: try day("2026-01-01"))
    #expect(certificate.owed(under: module).isEmpty)
    module.points[1] = LearningPoint(id: module.points[1].id, text: "another thing")
    module.points.append(LearningPoint(id: try #require(LearningPoint.ID("T-P9")), text: "new"))
    #expect(certificate.owed(under: module).map(\.id.text) == ["T-P2", "T-P9"])
    #expect(certificate.moduleHash != module.contentHash)
  }
}
