public import Vocabulary

/// What share of base pay a score earns, and which grade it is.
///
/// A step holds from its floor up to the next one, so a gap or an overlap cannot be written.
public struct BonusScale: Hashable, Sendable {
  public enum Fault: Error, Hashable {
    case floorsNotRising(Score, then: Score)
    case negativeShare(BasisPoints)
    case gradeTwice(String)
  }

  public struct Step: Hashable, Sendable {
    public let floor: Score
    /// A short name, such as `A`.
    public let grade: String
    /// The coefficient: what share of the base the step pays.
    public let share: BasisPoints

    public init(floor: Score, grade: String, share: BasisPoints) {
      self.floor = floor
      self.grade = grade
      self.share = share
    }
  }

  /// By rising floor; below the first, the share is zero.
  public let steps: [Step]
  /// The grade below the first floor.
  public let lowestGrade: String

  public init(_ steps: [Step], lowestGrade: String) throws(Fault) {
    for (lower, upper) in zip(steps, steps.dropFirst()) where lower.floor >= upper.floor {
      throw .floorsNotRising(lower.floor, then: upper.floor)
    }
    var grades: Set = [lowestGrade]
    for step in steps {
      guard step.share >= .zero else { throw .negativeShare(step.share) }
      guard grades.insert(step.grade).inserted else { throw .gradeTwice(step.grade) }
    }
    self.steps = steps
    self.lowestGrade = lowestGrade
  }

  /// The step that `score` stands on, or nil below the first.
  public func step(for score: Score) -> Step? { steps.last { $0.floor <= score } }

  public func share(for score: Score) -> BasisPoints { step(for: score)?.share ?? .zero }

  public func grade(for score: Score) -> String { step(for: score)?.grade ?? lowestGrade }
}
