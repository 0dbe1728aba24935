import MusterWords
import Performance
import Testing
import Vocabulary

@Suite("Ratio") struct RatioTests {
  @Test(
    "in decimal",
    arguments: [
      (13, 3, 2, Rounding.halfUp, "4.33"), (1, 2, 0, .halfUp, "1"), (1, 2, 0, .halfEven, "0"),
      (9, 2, 2, .halfUp, "4.50"), (1, 200, 2, .halfUp, "0.01"), (1, 200, 2, .halfEven, "0.00"),
      (-13, 3, 2, .halfUp, "-4.33"), (0, 7, 1, .halfUp, "0.0"), (2, 3, 3, .down, "0.666"),
      (1_999, 1_000, 2, .halfUp, "2.00"),
    ] as [(Int64, Int64, Int, Rounding, String)])
  func decimal(
    numerator: Int64, denominator: Int64, places: Int, rounding: Rounding, text: String
  ) throws {
    let ratio = try #require(Ratio(numerator, over: denominator))
    #expect(ratio.decimal(places: places, rounding: rounding) == text)
  }

  @Test("lowest terms and order") func order() throws {
    #expect(Ratio(90, over: 20) == Ratio(9, over: 2))
    #expect(Ratio(0, over: 5) == Ratio(0))
    let (a, b) = (Ratio(1, over: 3), Ratio(33_333_333, over: 100_000_000))
    #expect(try #require(b) < #require(a))
    #expect(Ratio(1, over: 0) == nil)
    #expect(Ratio(1, over: -2) == nil)
  }
}
