import Statistics

/// Draws of a search that makes many: as ``SeededGenerator``, but in this module.
struct Draws {
  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64
  private let exponentials: Block<Float>

  init(_ generator: SeededGenerator) {
    var generator = generator
    a = generator.next()
    b = generator.next()
    c = generator.next()
    d = generator.next() | 1
    exponentials = Block((0..<4096).map { Float(-naturalLogarithm((Double($0) + 0.5) / 4096)) })
  }

  @inline(__always)
  private mutating func bits() -> UInt64 {
    let sum = a &+ d
    let result = (sum << 23 | sum >> 41) &+ a
    let t = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = d << 45 | d >> 19
    return result
  }

  /// A whole number below `bound`, near enough evenly: `bound` is far below 2^32.
  @inline(__always)
  mutating func below(_ bound: Int) -> Int {
    Int(((bits() >> 32) &* UInt64(truncatingIfNeeded: bound)) >> 32)
  }

  /// A draw from the exponential distribution with mean 1.
  @inline(__always)
  mutating func exponential() -> Float { exponentials[Int(bits() >> 52)] }
}
