/// A number to fill in: all of the points inside the tolerance, its edge included.
public struct NumberEntry: QuestionKind {
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

  var word: QuestionWord { .number }

  func credit(for answer: Answer, outOf points: Points) -> Credit? {
    guard case .number(let number) = answer else { return Credit.none }
    let distance =
      switch tolerance {
      case .absolute(let amount): amount
      case .relative(let share): (key * share).magnitude
      }
    return number.isWithin(distance, of: key) ? .full : Credit.none
  }

  func sample(isRight: Bool) -> Answer? {
    guard !isRight else { return .number(key) }
    return ["1000", "-1000"].lazy.compactMap { ExactDecimal($0) }.map { .number($0) }
      .first { credit(for: $0, outOf: .zero) != .full }
  }

  func translated(by text: Translation.QuestionText) -> Question.Kind? { .number(self) }

  func describe(into text: inout CanonicalText) {
    text.add("kind", "number")
    text.add("key", key)
    switch tolerance {
    case .absolute(let amount): text.add("tolerance", amount)
    case .relative(let share): text.add("relative tolerance", share)
    }
  }
}
