import Testing
import Vocabulary

@Suite("Rounding") struct RoundingTests {
  /// A number in tenths and what each rule makes of it, in the order of `Rounding.allCases`:
  /// half up, half even, half down, down, up, floor, ceiling.
  @Test(
    "tenths to whole numbers",
    arguments: [
      (0, [0, 0, 0, 0, 0, 0, 0]), (4, [0, 0, 0, 0, 1, 0, 1]), (5, [1, 0, 0, 0, 1, 0, 1]),
      (6, [1, 1, 1, 0, 1, 0, 1]), (15, [2, 2, 1, 1, 2, 1, 2]), (25, [3, 2, 2, 2, 3, 2, 3]),
      (30, [3, 3, 3, 3, 3, 3, 3]), (-4, [0, 0, 0, 0, -1, -1, 0]),
      (-5, [-1, 0, 0, 0, -1, -1, 0]), (-15, [-2, -2, -1, -1, -2, -2, -1]),
      (-25, [-3, -2, -2, -2, -3, -3, -2]), (-26, [-3, -3, -3, -2, -3, -3, -2]),
    ] as [(Int, [Int])])
  func tenths(tenths: Int, wanted: [Int]) {
    for (rule, whole) in zip(Rounding.allCases, wanted) {
      #expect(rule.quotient(Int128(tenths), 10) == Int128(whole), "\(rule)")
      #expect(rule.quotient(Int128(-tenths), -10) == Int128(whole), "\(rule), both signs turned")
    }
  }

  @Test("names as policies write them") func names() {
    let names = Rounding.allCases.map(\.rawValue)
    #expect(names == ["half_up", "half_even", "half_down", "down", "up", "floor", "ceiling"])
  }
}
