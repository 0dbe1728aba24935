import Incentives
import People
import Testing
import Vocabulary

@Suite("Ladder") struct LadderTests {
  /// To senior: 6 months, a mean of 80 over 3 months, the product certificate.
  static func ladder() throws -> Ladder {
    try Ladder([
      .init(
        to: .senior,
        rules: [
          .tenure(months: 6), .score(atLeast: Facts.score(80_00), months: 3),
          .certificate("product"),
        ]),
      .init(to: .lead, rules: [.tenure(months: 18)]),
    ])
  }

  static func review(
    rung: Rung = .agent, months: Int = 6, scores: [Int] = [80_00, 80_00, 80_00],
    until: String? = "2026-12-31"
  ) throws -> LadderReview {
    let candidate = Candidate(
      agent: try #require(AgentNumber("A1")), rung: rung, monthsOfService: months,
      scores: try scores.map(Facts.score),
      certificates: try until.map {
        [HeldCertificate("product", from: try Facts.day("2026-01-01"), until: try Facts.day($0))]
      } ?? [])
    return try ladder().review(candidate, on: Facts.day("2026-11-01"))
  }

  @Test("all met") func met() throws {
    let review = try Self.review()
    #expect(review.isMet)
    #expect(review.to == .senior)
  }

  @Test("three months more are needed") func tenure() throws {
    let review = try Self.review(months: 3)
    #expect(review.findings.map(\.isMet) == [false, true, true])
    #expect(review.findings[0].evidence == .tenure(months: 3, missing: 3))
    #expect(!review.isMet)
  }

  @Test(
    "the mean of the latest three",
    arguments: [
      ([10_00, 80_00, 80_00, 80_00], true, 80_00, 0),
      ([79_99, 80_00, 80_00], false, 80_00, 0),  // 79.996... rounds to 80 and is not 80
      ([79_99, 80_00, 80_01], true, 80_00, 0),
      ([95_00, 95_00], false, 95_00, 1),
      ([], false, nil, 3),
    ] as [([Int], Bool, Int?, Int)])
  func score(scores: [Int], isMet: Bool, mean: Int?, missing: Int) throws {
    let finding = try Self.review(scores: scores).findings[1]
    #expect(finding.isMet == isMet)
    #expect(
      finding.evidence
        == .score(mean: try mean.map(Facts.score), months: min(3, scores.count), missing: missing))
  }

  @Test("the certificate") func certificate() throws {
    let expired = try Self.review(until: "2026-10-31").findings[2]
    #expect(!expired.isMet)
    #expect(expired.evidence == .certificate(.expired(on: try Facts.day("2026-10-31"))))
    #expect(try Self.review(until: nil).findings[2].evidence == .certificate(.never))
  }

  @Test("where there is no step there is nothing to meet") func noStep() throws {
    for rung in [Rung.lead, .supervisor] {
      let review = try Self.review(rung: rung)
      #expect(review.to == nil)
      #expect(!review.isMet)
    }
  }

  @Test("what is no ladder") func refused() throws {
    let rules = [Ladder.Rule.tenure(months: 1)]
    #expect(throws: Ladder.Fault.rungTwice(.lead)) {
      try Ladder([.init(to: .lead, rules: rules), .init(to: .lead, rules: rules)])
    }
    #expect(throws: Ladder.Fault.noRungBelow(.agent)) {
      try Ladder([.init(to: .agent, rules: rules)])
    }
    #expect(throws: Ladder.Fault.noRules(.lead)) { try Ladder([.init(to: .lead, rules: [])]) }
  }
}
