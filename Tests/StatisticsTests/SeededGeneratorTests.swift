import Statistics
import Testing

@Suite("Seeded generator") struct SeededGeneratorTests {
  @Test("the first numbers of seed 0 are those of the published algorithms") func published() {
    // SplitMix64 of seed 0 begins e220a8397b1dcdaf 6e789e6aa1b965f4 06c45d188009454f
    // f88bb8a8724c81ec; xoshiro256++ of that state begins rotl(s0 + s3, 23) + s0.
    let s0: UInt64 = 0xE220_A839_7B1D_CDAF
    let s3: UInt64 = 0xF88B_B8A8_724C_81EC
    let sum = s0 &+ s3
    var generator = SeededGenerator(seed: 0)
    #expect(generator.next() == (sum << 23 | sum >> 41) &+ s0)
  }

  @Test("a seed repeats itself", arguments: [0, 1, 42, UInt64.max])
  func repeats(seed: UInt64) {
    var a = SeededGenerator(seed: seed)
    var b = SeededGenerator(seed: seed)
    for _ in 0..<100 { #expect(a.next() == b.next()) }
  }

  @Test("a part's generator does not depend on what was drawn before") func split() {
    var drawn = SeededGenerator(seed: 7)
    _ = drawn.next()
    var early = SeededGenerator(seed: 7).split(3)
    var late = drawn.split(3)
    var other = drawn.split(4)
    let first = early.next()
    #expect(first == late.next())
    #expect(first != other.next())
  }

  @Test("draws below a bound are even", arguments: [1, 2, 3, 7, 10])
  func below(bound: Int) {
    var generator = SeededGenerator(seed: 11)
    var counts = Array(repeating: 0, count: bound)
    let draws = 20_000
    for _ in 0..<draws { counts[generator.below(bound)] += 1 }
    let expected = Double(draws) / Double(bound)
    let distance = counts.reduce(0.0) {
      $0 + (Double($1) - expected) * (Double($1) - expected) / expected
    }
    if bound > 1 {
      #expect(ChiSquareDistribution(degrees: Double(bound - 1)).survival(distance) > 1e-4)
    }
  }

  @Test("units lie in 0..<1 and have the mean of a half") func unit() {
    var generator = SeededGenerator(seed: 5)
    let units = (0..<10_000).map { _ in generator.unit() }
    #expect(units.allSatisfy { $0 >= 0 && $0 < 1 })
    let mean = mean(units) ?? 0
    #expect((mean - 0.5).magnitude < 0.015)
  }

  @Test("a shuffle keeps what it shuffles, and each order is as likely") func shuffled() {
    var generator = SeededGenerator(seed: 9)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6_000 {
      let order = generator.shuffled([1, 2, 3])
      #expect(order.sorted() == [1, 2, 3])
      counts[order, default: 0] += 1
    }
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { (850...1150).contains($0) })
  }
}
