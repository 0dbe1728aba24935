/// A number to fill in: all of the points inside the tolerance, its edge included.
public struct NumberEntry: Hashable, Sendable {
  public enum Tolerance: Hashable, Sendable {
    /// In the unit of the number.
    case absolute(ExactDecimal)
    /// As a share of the key: 0.05 for 5 %.
    case relative(ExactDecimal)
  }

  public let key: ExactDecimal
  public let tolerance: Tolerance

  public init(key: ExactDecimal, tolerance: Tolerance = .absolute(.zero)) throws(QuestionFault) {
    switch tolerance {
    case .absolute(let amount), .relative(let amount):
      guard amount >= .zero else { throw .negativeTolerance }
    }
    self.key = key
    self.tolerance = tolerance
  }

  func credit(for number: ExactDecimal) -> Credit {
    let distance =
      switch tolerance {
      case .absolute(let amount): amount
      case .relative(let share): (key * share).magnitude
      }
    return number.isWithin(distance, of: key) ? .full : .none
  }

  func describe(into text: inout CanonicalText) {
    text.add("kind", "number")
    text.add("key", key)
    switch tolerance {
    case .absolute(let amount): text.add("tolerance", amount)
    case .relative(let share): text.add("relative tolerance", share)
    }
  }
}
