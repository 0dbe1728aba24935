import Statistics

/// Draws for the search, the same on every machine: no system mathematics is used.
struct Chance {
  private var generator: SeededGenerator
  /// `-ln` of the middles of 4096 equal steps from 0 to 1.
  private let exponential: [Float]

  init(_ generator: SeededGenerator) {
    self.generator = generator
    exponential = (0..<4096).map { Float(-naturalLogarithm((Double($0) + 0.5) / 4096)) }
  }

  mutating func bits() -> UInt64 { generator.next() }

  mutating func below(_ bound: Int) -> Int { generator.below(bound) }

  /// A draw from the exponential distribution with mean 1.
  mutating func exponentialDraw() -> Float { exponential[Int(generator.next() >> 52)] }

  mutating func shuffled(_ count: Int) -> [Int] { generator.shuffled(Array(0..<count)) }

  /// Adds to each of `costs` its own exponential draw with mean `mean`.
  mutating func blur(_ costs: inout [Float], mean: Float) {
    var bits: UInt64 = 0
    for index in costs.indices {
      if index % 5 == 0 { bits = generator.next() }
      costs[index] += mean * exponential[Int(bits & 4095)]
      bits >>= 12
    }
  }
}

/// The natural logarithm of a positive number, by the series of the inverse hyperbolic tangent.
func naturalLogarithm(_ x: Double) -> Double {
  let exponent = Double(x.exponent)
  let z = (x.significand - 1) / (x.significand + 1)
  var power = z
  var sum = 0.0
  for term in 0..<24 {
    sum += power / Double(2 * term + 1)
    power *= z * z
  }
  return 2 * sum + exponent * 0.693_147_180_559_945_3
}

/// The exponential of a number of middling size, by its series after halving.
func exponential(_ x: Double) -> Double {
  let part = x / 1024
  var term = 1.0
  var sum = 1.0
  for k in 1..<12 {
    term *= part / Double(k)
    sum += term
  }
  for _ in 0..<10 { sum *= sum }
  return sum
}
