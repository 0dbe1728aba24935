/// How a number between two units becomes one of them.
///
/// The sign is kept apart: all but `floor` and `ceiling` round by magnitude.
/// Source of `halfEven`: GB/T 8170-2008, never in two steps.
public enum Rounding: String, CaseIterable, Hashable, Sendable {
  case halfUp = "half_up"
  case halfEven = "half_even"
  case halfDown = "half_down"
  case down
  case up
  case floor
  case ceiling

  /// `numerator / denominator` as a whole number; `denominator` must not be zero.
  public func quotient(_ numerator: Int128, _ denominator: Int128) -> Int128 {
    precondition(denominator != 0, "a quotient needs a denominator")
    let negative = (numerator < 0) != (denominator < 0)
    let (whole, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
    guard rest != 0 else { return negative ? -Int128(whole) : Int128(whole) }
    let twice = rest * 2
    let half = twice == denominator.magnitude
    let more = twice > denominator.magnitude
    let away =
      switch self {
      case .halfUp: more || half
      case .halfEven: more || (half && whole % 2 == 1)
      case .halfDown: more
      case .down: false
      case .up: true
      case .floor: negative
      case .ceiling: !negative
      }
    let magnitude = Int128(whole) + (away ? 1 : 0)
    return negative ? -magnitude : magnitude
  }
}
