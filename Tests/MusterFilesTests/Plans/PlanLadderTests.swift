import Incentives
import MusterFiles
import MusterWords
import People
import Testing
import Vocabulary

@Suite("Ladder file") struct PlanLadderTests {
  static let text = """
    ladder: service
    steps:
      - to: senior
        rules:
          - tenure_months: 6
          - { mean_score: 80.5, months: 3 }
          - certificate: product
    """

  @Test("reads what it says") func reads() throws {
    let file = try LadderFile(text: Self.text, file: "ladder.yaml")
    let score = try #require(Score(hundredths: 80_50))
    #expect(
      file.ladder.steps == [
        .init(
          to: .senior,
          rules: [
            .tenure(months: 6), .score(atLeast: score, months: 3), .certificate("product"),
          ])
      ])
    #expect(file.hash == ContentHash(ofText: Self.text))
  }

  @Test(
    "refuses, with line",
    arguments: [
      ("to: senior", "to: agent", "ladder.yaml:3:9: found \"agent\", wanted a rung above"),
      ("to: senior", "to: boss", "found \"boss\", wanted one of agent, senior, lead, supervisor"),
      ("tenure_months: 6", "tenure_months: 0", "found \"0\", wanted a whole number from 1"),
      ("tenure_months: 6", "tenure: 6", "one of `tenure_months`"),
      (", months: 3", "", "a key `steps[1].rules[2].months` here"),
      ("80.5", "180", "found \"180\", wanted a number from 0 to 100"),
    ])
  func refuses(found: String, by change: String, text: String) {
    do {
      _ = try LadderFile(text: Self.text.replacing(found, with: change), file: "ladder.yaml")
      Issue.record("a refusal was expected")
    } catch {
      let faults = error.faults.map { $0.text(in: .en) }
      #expect(faults.contains { $0.contains(text) }, "\(faults)")
    }
  }
}
