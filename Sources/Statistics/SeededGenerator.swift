/// A generator of random numbers that a seed repeats, on any machine.
///
/// SplitMix64 fills the state of xoshiro256++ from the seed. Unlike the standard library's
/// helpers, whose algorithms may change, the draws below are specified here.
///
/// Source: D. Blackman and S. Vigna, "Scrambled Linear Pseudorandom Number Generators" (2021).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64
  private let seed: UInt64

  public init(seed: UInt64) {
    self.seed = seed
    var state = seed
    a = SeededGenerator.splitMix(&state)
    b = SeededGenerator.splitMix(&state)
    c = SeededGenerator.splitMix(&state)
    d = SeededGenerator.splitMix(&state)
  }

  /// A generator of its own for part `index` of the work, whatever has been drawn from this one.
  public func split(_ index: Int) -> SeededGenerator {
    var state = seed ^ (UInt64(bitPattern: Int64(index)) &* 0xD1B5_4A32_D192_ED03)
    return SeededGenerator(seed: SeededGenerator.splitMix(&state))
  }

  public mutating func next() -> UInt64 {
    let result = SeededGenerator.rotate(a &+ d, by: 23) &+ a
    let t = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = SeededGenerator.rotate(d, by: 45)
    return result
  }

  /// A whole number in `0..<bound`, each equally likely; `bound` must be positive.
  ///
  /// Source: D. Lemire, "Fast Random Integer Generation in an Interval" (2019).
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "a draw needs at least one outcome")
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// A number in `0..<1`, on a grid of 2^-53.
  public mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// `items` in an order of which each is equally likely (Fisher and Yates).
  public mutating func shuffled<Element>(_ items: [Element]) -> [Element] {
    var items = items
    var last = items.count - 1
    while last > 0 {
      items.swapAt(last, below(last + 1))
      last -= 1
    }
    return items
  }

  private static func rotate(_ x: UInt64, by count: UInt64) -> UInt64 {
    x << count | x >> (64 - count)
  }

  private static func splitMix(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
