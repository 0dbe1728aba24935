public import Vocabulary

/// An exact number: a fraction of whole numbers in lowest terms.
public struct Ratio: Hashable, Sendable {
  public let numerator: Int64
  /// Above zero.
  public let denominator: Int64

  /// `numerator / denominator` in lowest terms, or nil where `denominator` is not above zero.
  public init?(_ numerator: Int64, over denominator: Int64) {
    guard denominator > 0 else { return nil }
    self.init(numerator, overKnown: denominator)
  }

  private init(_ numerator: Int64, overKnown denominator: Int64) {
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = Int64(a)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  public init(_ whole: Int64) {
    self.init(whole, overKnown: 1)
  }

  /// The number in decimal, rounded once to `places` decimals: 13/3 is `4.33` to two.
  public func decimal(places: Int, rounding: Rounding = .halfUp) -> String {
    let unit = (0..<places).reduce(Int128(1)) { power, _ in power * 10 }
    let units = rounding.quotient(Int128(numerator) * unit, Int128(denominator))
    let whole = "\(units < 0 ? "-" : "")\(units.magnitude / unit.magnitude)"
    guard places > 0 else { return whole }
    let digits = String(units.magnitude % unit.magnitude)
    return whole + "." + String(repeating: "0", count: places - digits.count) + digits
  }
}

extension Ratio: Comparable {
  public static func < (a: Ratio, b: Ratio) -> Bool {
    Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
  }
}
