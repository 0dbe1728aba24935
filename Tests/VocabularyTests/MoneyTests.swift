import Testing
import Vocabulary

@Suite("Money") struct MoneyTests {
  @Test(
    "as text",
    arguments: [
      (0, "CNY", "0.00"), (5, "CNY", "0.05"), (-5, "CNY", "-0.05"), (123_450, "CNY", "1234.50"),
      (-123_456, "CNY", "-1234.56"), (1234, "JPY", "1234"), (1234, "KWD", "1.234"),
    ] as [(Int64, String, String)])
  func text(units: Int64, code: String, text: String) throws {
    let currency = try #require(Currency(code: code))
    #expect(Money(minorUnits: units, currency).description == text)
  }

  @Test("what is no currency", arguments: ["", "CN", "cny", "CNYY", "人民币", "C1Y"])
  func noCurrency(code: String) {
    #expect(Currency(code: code) == nil)
  }

  @Test(
    "a share of an amount is rounded once",
    arguments: [
      // 0.5 fen goes up, 0.45 fen goes down; half even goes to the even fen.
      (pay: 10, points: 500, up: 1, even: 0), (pay: 9, points: 500, up: 0, even: 0),
      (pay: 30, points: 500, up: 2, even: 2), (pay: 50, points: 500, up: 3, even: 2),
      (pay: -10, points: 500, up: -1, even: 0),
      (pay: 200_000, points: 1_250, up: 25_000, even: 25_000),
      (pay: 99_999, points: 10_000, up: 99_999, even: 99_999),
    ] as [(pay: Int64, points: Int64, up: Int64, even: Int64)])
  func scaled(pay: Int64, points: Int64, up: Int64, even: Int64) {
    let money = Money(minorUnits: pay)
    #expect(money.scaled(by: BasisPoints(points)).minorUnits == up)
    #expect(money.scaled(by: BasisPoints(points), rounding: .halfEven).minorUnits == even)
  }

  @Test("a scale of the largest amount does not overflow on the way")
  func wide() {
    let most = Money(minorUnits: .max)
    #expect(most.scaled(by: .one) == most)
    #expect(most.scaled(by: (Int128(Int64.max), Int128(Int64.max))) == most)
  }

  @Test(
    "parts add up to the whole",
    arguments: [
      (total: 5, weights: [70, 30], parts: [4, 1]), (total: 5, weights: [30, 70], parts: [2, 3]),
      (total: 800, weights: [1, 1, 1], parts: [267, 267, 266]),
      (total: -100, weights: [1, 1, 1], parts: [-34, -33, -33]),
      (total: 1, weights: [0, 0, 1], parts: [0, 0, 1]),
      (total: 0, weights: [1, 2], parts: [0, 0]),
      (total: 2, weights: [1, 1, 3, 1], parts: [1, 0, 1, 0]),
    ] as [(total: Int64, weights: [Int64], parts: [Int64])])
  func split(total: Int64, weights: [Int64], parts: [Int64]) {
    #expect(Money(minorUnits: total).split(weights)?.map(\.minorUnits) == parts)
  }

  @Test("no split without a weight, or with one below nothing")
  func noSplit() {
    #expect(Money(minorUnits: 10).split([]) == nil)
    #expect(Money(minorUnits: 10).split([0, 0]) == nil)
    #expect(Money(minorUnits: 10).split([2, -1]) == nil)
  }

  @Test("any split adds up, each part within a unit of its exact share", arguments: 1...200)
  func splitProperty(seed: Int) throws {
    // A small linear congruential generator: this target knows no other.
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func draw(_ bound: UInt64) -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64((state >> 33) % bound)
    }
    let total = (draw(2) == 0 ? 1 : -1) * draw(1_000_000_000)
    let weights = (0...Int(draw(12))).map { _ in draw(4) == 0 ? 0 : draw(1_000_000) } + [1]
    let parts = try #require(Money(minorUnits: total).split(weights)).map(\.minorUnits)
    #expect(parts.reduce(0, +) == total)
    let sum = weights.reduce(0, +)
    for (part, weight) in zip(parts, weights) {
      let exact = Int128(total) * Int128(weight)
      #expect((Int128(part) * Int128(sum) - exact).magnitude < UInt128(sum))
      if weight == 0 { #expect(part == 0) }
    }
  }

  @Test("sums, differences, order") func arithmetic() {
    var sum = Money(minorUnits: 5)
    sum += Money(minorUnits: 7)
    #expect(sum == Money(minorUnits: 12))
    #expect(sum - Money(minorUnits: 20) == Money(minorUnits: -8))
    #expect(Money(minorUnits: -8) < .zero())
  }

  @Test("two currencies do not add up") func mixed() async {
    await #expect(processExitsWith: .failure) {
      _ = Money(minorUnits: 1) + Money.zero(Currency(code: "JPY") ?? .yuan)
    }
  }
}
