import Testing
import Vocabulary

@Suite("Shares and scores") struct ShareTests {
  @Test(
    "basis points as text",
    arguments: [
      (0, "0%"), (2_500, "25%"), (1_250, "12.5%"), (1, "0.01%"), (10_005, "100.05%"),
      (-150, "-1.5%"), (-5, "-0.05%"),
    ] as [(Int64, String)])
  func basisPoints(count: Int64, text: String) {
    #expect(BasisPoints(count).description == text)
  }

  @Test("per cent") func percent() {
    #expect(BasisPoints.percent(85) == BasisPoints(8_500))
    #expect(BasisPoints.percent(100) == .one)
    #expect(BasisPoints.zero < .one)
  }

  @Test(
    "scores as text", arguments: [(0, "0.00"), (8_750, "87.50"), (10_000, "100.00"), (5, "0.05")])
  func score(hundredths: Int, text: String) throws {
    #expect(try #require(Score(hundredths: hundredths)).description == text)
  }

  @Test("what is no score", arguments: [-1, 10_001, Int.max])
  func noScore(hundredths: Int) {
    #expect(Score(hundredths: hundredths) == nil)
  }

  @Test(
    "a quotient held inside the scale",
    arguments: [
      (1, 2, 1), (-3, 1, 0), (30_000, 1, 10_000), (10_001, 2, 5_001), (0, 7, 0),
    ] as [(Int128, Int128, Int)])
  func clamping(numerator: Int128, denominator: Int128, hundredths: Int) {
    #expect(Score(clamping: numerator, over: denominator) == Score(hundredths: hundredths))
  }
}
