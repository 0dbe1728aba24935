/// A currency by its ISO 4217 code.
public struct Currency: Hashable, Sendable {
  /// Three capital letters, such as `CNY`.
  public let code: String
  /// How many decimal places a major unit has: 2 for fen in a yuan.
  public let decimals: Int

  /// A currency with two decimal places, or none or three where ISO 4217 says so.
  ///
  /// Nil unless `code` is three capital letters.
  public init?(code: String) {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
    self.code = code
    self.decimals =
      switch code {
      case "JPY", "KRW", "VND": 0
      case "KWD", "BHD", "JOD", "OMR", "TND": 3
      default: 2
      }
  }

  private init(known code: String) {
    self.code = code
    self.decimals = 2
  }

  public static let yuan = Currency(known: "CNY")
}

/// An exact amount of money in minor units: fen for yuan.
public struct Money: Hashable, Sendable {
  public let minorUnits: Int64
  public let currency: Currency

  public init(minorUnits: Int64, _ currency: Currency = .yuan) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// Nothing, in `currency`.
  public static func zero(_ currency: Currency = .yuan) -> Money {
    Money(minorUnits: 0, currency)
  }

  /// The sum; adding two currencies is a bug of the caller and traps, as does overflow.
  public static func + (a: Money, b: Money) -> Money {
    precondition(a.currency == b.currency, "two currencies do not add up")
    return Money(minorUnits: a.minorUnits + b.minorUnits, a.currency)
  }

  /// The difference; two currencies trap, as does overflow.
  public static func - (a: Money, b: Money) -> Money { a + -b }

  public static prefix func - (a: Money) -> Money { Money(minorUnits: -a.minorUnits, a.currency) }

  public static func += (a: inout Money, b: Money) { a = a + b }

  /// This amount times `share`, rounded once to the minor unit.
  public func scaled(by share: BasisPoints, rounding: Rounding = .halfUp) -> Money {
    scaled(by: (Int128(share.count), 10_000), rounding: rounding)
  }

  /// This amount times an exact fraction, rounded once to the minor unit.
  public func scaled(
    by ratio: (numerator: Int128, denominator: Int128), rounding: Rounding = .halfUp
  ) -> Money {
    let units = rounding.quotient(Int128(minorUnits) * ratio.numerator, ratio.denominator)
    return Money(minorUnits: Int64(units), currency)
  }

  /// This amount split by `weights`, so that the parts add up to it again.
  ///
  /// The method of the largest remainder, by magnitude: each part is first cut to whole units, and
  /// the units left over go to the largest remainders, ties to the earlier part. A part of weight
  /// zero gets nothing. Nil where no weight is positive or one is negative.
  public func split(_ weights: [Int64]) -> [Money]? {
    let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
    guard total > 0, weights.allSatisfy({ $0 >= 0 }) else { return nil }
    let magnitude = Int128(minorUnits.magnitude)
    var parts = weights.map { magnitude * Int128($0) / total }
    let remainders = weights.map { magnitude * Int128($0) % total }
    let left = Int(magnitude - parts.reduce(0, +))
    let order = weights.indices.sorted {
      remainders[$0] == remainders[$1] ? $0 < $1 : remainders[$0] > remainders[$1]
    }
    for index in order.prefix(left) { parts[index] += 1 }
    return parts.map { Money(minorUnits: Int64(minorUnits < 0 ? -$0 : $0), currency) }
  }
}

extension Money: Comparable {
  /// Whether `a` is less; comparing two currencies traps.
  public static func < (a: Money, b: Money) -> Bool {
    precondition(a.currency == b.currency, "two currencies do not compare")
    return a.minorUnits < b.minorUnits
  }
}

extension Money: CustomStringConvertible {
  /// The amount in major units with all decimals, without a currency: `-1234.50`.
  public var description: String {
    guard currency.decimals > 0 else { return String(minorUnits) }
    let digits = padded(Int(minorUnits.magnitude), to: currency.decimals + 1)
    let point = digits.index(digits.endIndex, offsetBy: -currency.decimals)
    return (minorUnits < 0 ? "-" : "") + digits[..<point] + "." + digits[point...]
  }
}
