/// A share or a factor in whole ten-thousandths: 2500 is 25 %.
public struct BasisPoints: Hashable, Comparable, Sendable {
  public let count: Int64

  public init(_ count: Int64) {
    self.count = count
  }

  public static let zero = BasisPoints(0)
  public static let one = BasisPoints(10_000)

  public static func percent(_ percent: Int64) -> BasisPoints { BasisPoints(percent * 100) }

  public static func < (a: BasisPoints, b: BasisPoints) -> Bool { a.count < b.count }
}

extension BasisPoints: CustomStringConvertible {
  /// The share in percent, with as many decimals as it needs: `12.5%`.
  public var description: String { hundredths(count) + "%" }
}

/// A score from 0 to 100, held in whole hundredths.
public struct Score: Hashable, Comparable, Sendable {
  /// From 0 to 10000.
  public let hundredths: Int32

  /// The score of so many hundredths, or nil outside `0...10000`.
  public init?(hundredths: Int) {
    guard (0...10_000).contains(hundredths) else { return nil }
    self.hundredths = Int32(hundredths)
  }

  private init(known hundredths: Int32) {
    self.hundredths = hundredths
  }

  public static let zero = Score(known: 0)
  public static let full = Score(known: 10_000)

  /// `numerator / denominator` hundredths, rounded half up and held inside `0...10000`.
  public init(clamping numerator: Int128, over denominator: Int128) {
    let value = Rounding.halfUp.quotient(numerator, denominator)
    self.hundredths = Int32(min(10_000, max(0, value)))
  }

  public static func < (a: Score, b: Score) -> Bool { a.hundredths < b.hundredths }
}

extension Score: CustomStringConvertible {
  /// The score with two decimals: `87.50`.
  public var description: String {
    let h = Int(hundredths)
    return "\(h / 100).\(padded(h % 100, to: 2))"
  }
}

/// `count` hundredths in decimal, without trailing zeros.
private func hundredths(_ count: Int64) -> String {
  let magnitude = Int(count.magnitude)
  var text = "\(magnitude / 100)"
  if magnitude % 100 != 0 {
    var decimals = padded(magnitude % 100, to: 2)
    if decimals.hasSuffix("0") { decimals.removeLast() }
    text += "." + decimals
  }
  return (count < 0 ? "-" : "") + text
}
