import Vocabulary

/// Points of a question, in whole hundredths, so that sums are exact.
public struct Points: Hashable, Comparable, Sendable {
  /// Never negative.
  public let hundredths: Int

  /// So many hundredths, or nil where that is negative.
  public init?(hundredths: Int) {
    guard hundredths >= 0 else { return nil }
    self.hundredths = hundredths
  }

  /// The points that `text` spells, such as `2` or `0.5`, or nil where it spells none.
  ///
  /// At most two decimals and at most 10,000 points.
  public init?(_ text: some StringProtocol) {
    guard let number = ExactDecimal(text), let hundredths = number.scaledToInteger(power: 2),
      (0...1_000_000).contains(hundredths)
    else { return nil }
    self.hundredths = Int(hundredths)
  }

  private init(known hundredths: Int) {
    self.hundredths = hundredths
  }

  public static let zero = Points(known: 0)

  public static func whole(_ points: UInt16) -> Points { Points(known: Int(points) * 100) }

  /// These points times a share of full marks, rounded half up to the hundredth.
  public func scaled(by credit: Credit) -> Points {
    let product = Int128(hundredths) * Int128(credit.parts)
    return Points(known: Int(Rounding.halfUp.quotient(product, Int128(credit.whole))))
  }

  /// The mean of two, rounded half up to the hundredth.
  public static func mean(_ a: Points, _ b: Points) -> Points {
    Points(known: (a.hundredths + b.hundredths + 1) / 2)
  }

  /// How far apart two are.
  public static func distance(_ a: Points, _ b: Points) -> Points {
    Points(known: abs(a.hundredths - b.hundredths))
  }

  public static func + (a: Points, b: Points) -> Points {
    Points(known: a.hundredths + b.hundredths)
  }

  public static func < (a: Points, b: Points) -> Bool { a.hundredths < b.hundredths }
}

extension Points: CustomStringConvertible {
  /// The points with as many decimals as they need: `2`, `0.5`, `1.25`.
  public var description: String {
    let rest = hundredths % 100
    let decimals = rest % 10 == 0 ? "\(rest / 10)" : "\(rest / 10)\(rest % 10)"
    return rest == 0 ? "\(hundredths / 100)" : "\(hundredths / 100).\(decimals)"
  }
}

/// A share of full marks, exact, from none to all.
public struct Credit: Hashable, Sendable {
  /// From 0 to `whole`, without a common divisor with it.
  public let parts: Int
  public let whole: Int

  /// `parts` out of `whole`; a caller's bug traps unless `0 <= parts <= whole` and `whole > 0`.
  public init(_ parts: Int, of whole: Int) {
    precondition(whole > 0 && (0...whole).contains(parts), "a share of full marks is from 0 to 1")
    var (a, b) = (whole, parts)
    while b != 0 { (a, b) = (b, a % b) }
    self.parts = parts / a
    self.whole = whole / a
  }

  public static let none = Credit(0, of: 1)
  public static let half = Credit(1, of: 2)
  public static let full = Credit(1, of: 1)
}
