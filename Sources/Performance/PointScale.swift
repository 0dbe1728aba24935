public import Vocabulary

/// How many points, from 0 to 100, a value of a KPI is worth.
///
/// Knots tie values to points; a better value is always worth more, so a gap or a fold cannot be
/// written. Worse than the worst knot of a line is worth what that knot is; worse than the worst
/// band is worth nothing; better than the best knot is worth no more than it.
public struct PointScale: Hashable, Sendable {
  public enum Shape: String, Hashable, Sendable {
    /// Straight between neighbouring knots.
    case line
    /// A knot's points hold from its value up to the next better knot.
    case bands
  }

  public struct Knot: Hashable, Sendable {
    public let value: Ratio
    public let points: Score

    public init(_ value: Ratio, _ points: Score) {
      self.value = value
      self.points = points
    }
  }

  public enum Fault: Error, Hashable {
    /// A line needs two knots, bands need one.
    case tooFewKnots(Int, wanted: Int)
    case valueTwice(Ratio)
    /// The second value is better and not worth more.
    case betterNotWorthMore(Knot, than: Knot)
  }

  public let shape: Shape
  /// From the worst value to the best.
  public let knots: [Knot]
  public let better: KPI.Direction

  /// A scale through `knots`, which may come in any order.
  public init(_ shape: Shape, _ knots: [Knot], better: KPI.Direction) throws(Fault) {
    let wanted = shape == .line ? 2 : 1
    guard knots.count >= wanted else { throw .tooFewKnots(knots.count, wanted: wanted) }
    let rising = knots.sorted { $0.value < $1.value }
    let ordered = better == .higher ? rising : rising.reversed()
    for (worse, good) in zip(ordered, ordered.dropFirst()) {
      guard worse.value != good.value else { throw .valueTwice(good.value) }
      guard worse.points < good.points else { throw .betterNotWorthMore(good, than: worse) }
    }
    self.shape = shape
    self.knots = ordered
    self.better = better
  }

  /// The points of `value`, rounded half up to whole hundredths.
  public func points(for value: Ratio) -> Score {
    guard let index = knots.lastIndex(where: { reaches(value, $0.value) }) else {
      return shape == .line ? knots.first?.points ?? .zero : .zero
    }
    let lower = knots[index]
    guard shape == .line, index + 1 < knots.count else { return lower.points }
    let upper = knots[index + 1]
    let way = distance(from: lower.value, to: value)
    let whole = distance(from: lower.value, to: upper.value)
    let (base, gain) = (
      Int128(lower.points.hundredths), Int128(upper.points.hundredths - lower.points.hundredths)
    )
    // way / whole, each a fraction over the two denominators; the lower knot's cancels.
    let share = (
      top: way * Int128(upper.value.denominator), bottom: whole * Int128(value.denominator)
    )
    return Score(clamping: base * share.bottom + gain * share.top, over: share.bottom)
  }

  private func reaches(_ value: Ratio, _ knot: Ratio) -> Bool {
    better == .higher ? value >= knot : value <= knot
  }

  /// The numerator of `b - a` over the product of their denominators.
  private func distance(from a: Ratio, to b: Ratio) -> Int128 {
    Int128(b.numerator) * Int128(a.denominator) - Int128(a.numerator) * Int128(b.denominator)
  }
}
