import Incentives
import Testing
import Vocabulary

@Suite("Gates") struct GateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let gate: Gate
    var contacts: Int64 = 100
    var complaints: Int64 = 0
    var criticalFailures: Int64 = 0
    /// First and last day.
    var certificates: [(String, String?)] = []
    let isMet: Bool

    var testDescription: String { name }
  }

  @Test(
    "met or not",
    arguments: [
      Case(name: "99 of 100 contacts", gate: .contacts(atLeast: 100), contacts: 99, isMet: false),
      Case(name: "100 of 100 contacts", gate: .contacts(atLeast: 100), isMet: true),
      Case(
        name: "3 complaints in 100 at 3 %", gate: .complaintRate(atMost: .percent(3)),
        complaints: 3, isMet: true),
      Case(
        name: "3 complaints in 99 at 3 %", gate: .complaintRate(atMost: .percent(3)), contacts: 99,
        complaints: 3, isMet: false),
      Case(
        name: "no contact, no complaint", gate: .complaintRate(atMost: .zero), contacts: 0,
        isMet: true),
      Case(name: "no failure", gate: .noCriticalFailure, isMet: true),
      Case(name: "one failure", gate: .noCriticalFailure, criticalFailures: 1, isMet: false),
      Case(name: "no certificate", gate: .certificate("onboarding"), isMet: false),
      Case(
        name: "expires on the last day", gate: .certificate("onboarding"),
        certificates: [("2026-01-01", "2026-10-31")], isMet: true),
      Case(
        name: "expired the day before", gate: .certificate("onboarding"),
        certificates: [("2026-01-01", "2026-10-30")], isMet: false),
      Case(
        name: "from the next month on", gate: .certificate("onboarding"),
        certificates: [("2026-11-01", nil)], isMet: false),
      Case(
        name: "renewed in time", gate: .certificate("onboarding"),
        certificates: [("2026-01-01", "2026-06-30"), ("2026-06-01", "2027-05-31")], isMet: true),
    ])
  func table(row: Case) throws {
    var period = try Facts.agent()
    period.contacts = row.contacts
    period.complaints = row.complaints
    period.criticalFailures = row.criticalFailures
    period.certificates = try row.certificates.map {
      HeldCertificate("onboarding", from: try Facts.day($0), until: try $1.map(Facts.day))
    }
    #expect(row.gate.finding(for: period).isMet == row.isMet)
    let bonus = try Bonus(component: "bonus", scale: Facts.scale(), gates: [row.gate])
    let statement = try BonusTests.statement(period, bonus)
    #expect(statement.total == Facts.fen(row.isMet ? 135_000 : 0))
    #expect(statement.bonus?.outcome == (row.isMet ? .paid : .gateNotMet))
    #expect(statement.bonus?.grade == "A")
  }

  @Test("what a certificate is on a day") func states() throws {
    let day = try Facts.day("2026-10-31")
    let ended = try HeldCertificate(
      "a", from: Facts.day("2026-01-01"), until: Facts.day("2026-03-31"))
    let endless = try HeldCertificate("a", from: Facts.day("2026-02-01"), until: nil)
    let later = try HeldCertificate("a", from: Facts.day("2026-12-01"), until: nil)
    func state(_ held: HeldCertificate...) -> CertificateState {
      CertificateState(of: "a", among: held, on: day)
    }
    #expect(state() == .never)
    #expect(state(ended) == .expired(on: try Facts.day("2026-03-31")))
    #expect(state(later) == .notYet(from: try Facts.day("2026-12-01")))
    #expect(state(later, ended) == .expired(on: try Facts.day("2026-03-31")))
    #expect(state(endless, ended) == .inDate(until: nil))
    #expect(CertificateState(of: "b", among: [endless], on: day) == .never)
  }
}
