/// A number as people write it, held exactly: a whole number times a power of ten.
public struct ExactDecimal: Hashable, Sendable {
  /// Without a trailing zero, so that equal numbers are equal.
  let significand: Int128
  let exponent: Int

  private init(significand: Int128, exponent: Int) {
    var (significand, exponent) = (significand, exponent)
    while significand != 0, significand % 10 == 0 {
      significand /= 10
      exponent += 1
    }
    self.significand = significand
    self.exponent = significand == 0 ? 0 : exponent
  }

  /// The number that `text` spells, or nil where it spells none.
  ///
  /// Reads a sign, digits with a decimal point, and a power of ten after `e`; commas are read
  /// where they group digits by three (`1,234.5`). Full-width forms and outer space are folded
  /// first. At most 18 digits that matter, and powers of ten from -60 to 60.
  public init?(_ text: some StringProtocol) {
    var bytes = Array(folded(String(text), keepingCase: false).utf8)[...]
    let negative = bytes.first == UInt8(ascii: "-")
    if negative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    var power = 0
    if let mark = bytes.firstIndex(of: UInt8(ascii: "e")) {
      guard let written = Int(String(decoding: bytes[(mark + 1)...], as: UTF8.self)),
        (-60...60).contains(written)
      else { return nil }
      power = written
      bytes = bytes[..<mark]
    }
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = withoutGrouping(parts[0]) else { return nil }
    let decimals = parts.count == 2 ? Array(parts[1]) : []
    let digits = whole + decimals
    guard !digits.isEmpty, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let leading = digits.drop { $0 == 48 }
    let significant = leading.reversed().drop { $0 == 48 }.count
    guard significant <= 18, leading.count <= 36, decimals.count <= 60 else { return nil }
    let value = leading.reduce(Int128(0)) { $0 * 10 + Int128($1 - 48) }
    self.init(significand: negative ? -value : value, exponent: power - decimals.count)
  }

  public static let zero = ExactDecimal(significand: 0, exponent: 0)

  /// This number times ten to `power`, where that is a whole number in range.
  func scaledToInteger(power: Int) -> Int128? {
    let shift = exponent + power
    guard significand != 0 else { return 0 }
    guard (0...18).contains(shift) else { return nil }
    return significand * ExactDecimal.powerOfTen(shift)
  }

  /// Whether this number lies at most `distance` from `other`, the edge included.
  public func isWithin(_ distance: ExactDecimal, of other: ExactDecimal) -> Bool {
    !(distance < (self - other).magnitude)
  }

  public var magnitude: ExactDecimal {
    ExactDecimal(significand: abs(significand), exponent: exponent)
  }

  /// The product, exact; numbers of at most 18 digits cannot overflow.
  public static func * (a: ExactDecimal, b: ExactDecimal) -> ExactDecimal {
    ExactDecimal(significand: a.significand * b.significand, exponent: a.exponent + b.exponent)
  }

  /// The difference: exact where the powers of ten lie close.
  ///
  /// Where they lie so far apart that the digits do not fit, the smaller number counts as a single
  /// unit at the last place of the larger one, which keeps sign and order.
  static func - (a: ExactDecimal, b: ExactDecimal) -> ExactDecimal {
    guard b.significand != 0 else { return a }
    guard a.significand != 0 else {
      return ExactDecimal(significand: -b.significand, exponent: b.exponent)
    }
    let floor = max(min(a.exponent, b.exponent), max(a.top, b.top) - 37)
    return ExactDecimal(
      significand: a.significand(at: floor) - b.significand(at: floor), exponent: floor)
  }

  /// The power of ten just above the first digit.
  private var top: Int {
    var rest = significand.magnitude
    var digits = 0
    while rest > 0 {
      rest /= 10
      digits += 1
    }
    return exponent + digits
  }

  private func significand(at power: Int) -> Int128 {
    if exponent >= power { return significand * ExactDecimal.powerOfTen(exponent - power) }
    let cut = power - exponent
    let kept = cut > 37 ? 0 : significand / ExactDecimal.powerOfTen(cut)
    return kept == 0 ? significand.signum() : kept
  }

  private static func powerOfTen(_ power: Int) -> Int128 {
    (0..<power).reduce(Int128(1)) { product, _ in product * 10 }
  }
}

extension ExactDecimal: Comparable {
  public static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
    if a.significand.signum() != b.significand.signum() { return a.significand < b.significand }
    return (a - b).significand < 0
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The number in plain decimal, without a power of ten: `-0.05`.
  public var description: String {
    let digits = String(significand.magnitude)
    let sign = significand < 0 ? "-" : ""
    if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
    let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
    return sign + padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
  }
}

/// The digits before the point without their commas, or nil where those do not group by three.
private func withoutGrouping(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
  let groups = digits.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
  guard groups.count > 1 else { return Array(digits) }
  guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
    return nil
  }
  return groups.flatMap { Array($0) }
}
