public import Vocabulary

/// What share of contacts is to be answered within what time.
public struct ServiceTarget: Hashable, Sendable {
  /// Above zero and below one.
  public let share: BasisPoints
  /// The time to answer in.
  public let seconds: Int

  /// The target, or nil unless `share` is between nothing and all and `seconds` not negative.
  public init?(share: BasisPoints, seconds: Int) {
    guard share > .zero, share < .one, seconds >= 0 else { return nil }
    self.share = share
    self.seconds = seconds
  }

  /// The target that `text` spells, or nil where it spells none.
  ///
  /// A share in per cent, a slash and a time, as in `80/20s`, `80%/20`, `99.5/3min`, `90/1h`; a
  /// time without a unit is in seconds.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let share = parts[0].hasSuffix("%") ? parts[0].dropLast() : parts[0][...]
    let units = [("min", 60), ("s", 1), ("h", 3600), ("", 1)]
    guard let points = ServiceTarget.basisPoints(percent: share),
      let unit = units.first(where: { parts[1].hasSuffix($0.0) }),
      case let digits = parts[1].dropLast(unit.0.count), (1...9).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (48...57).contains($0) }), let time = Int(digits)
    else { return nil }
    self.init(share: points, seconds: time * unit.1)
  }

  /// The share as a number in `0...1`.
  public var goal: Double { Double(share.count) / 10_000 }

  private static func basisPoints(percent text: some StringProtocol) -> BasisPoints? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      (1...3).contains(parts[0].utf8.count), let whole = Int64(parts[0])
    else { return nil }
    guard parts.count == 2 else { return BasisPoints(whole * 100) }
    guard (1...2).contains(parts[1].utf8.count), let decimals = Int64(parts[1]) else { return nil }
    return BasisPoints(whole * 100 + (parts[1].utf8.count == 1 ? decimals * 10 : decimals))
  }
}

extension ServiceTarget: CustomStringConvertible {
  /// The target as `80%/20s`.
  public var description: String { "\(share)/\(seconds)s" }
}
