public import Vocabulary

/// How a person grades an essay: criteria with levels, and what fails it outright.
public struct Rubric: Hashable, Sendable {
  public struct Criterion: Hashable, Sendable {
    public typealias ID = Identifier<Criterion>

    public struct Level: Hashable, Sendable {
      public let points: Points
      public let text: String

      public init(points: Points, text: String) {
        self.points = points
        self.text = text
      }
    }

    public let id: ID
    public let title: String
    /// At least one, by rising points.
    public let levels: [Level]

    /// A criterion, or nil unless its levels rise.
    public init?(id: ID, title: String, levels: [Level]) {
      guard !levels.isEmpty,
        zip(levels, levels.dropFirst()).allSatisfy({ $0.points < $1.points })
      else { return nil }
      self.id = id
      self.title = title
      self.levels = levels
    }

    /// What the best level is worth.
    public var maximum: Points { levels.last?.points ?? .zero }
  }

  public typealias ID = Identifier<Rubric>

  public let id: ID
  public let points: Points
  public let criteria: [Criterion]
  /// What fails the attempt whatever the points are.
  public let vetoes: [String]
  /// Whether two people grade without seeing each other's points.
  public let needsTwoGraders: Bool
  /// Two graders as far apart as this, or farther, call a third, who decides; nil where never.
  public let thirdFrom: Points?

  public init(
    id: ID, points: Points, criteria: [Criterion], vetoes: [String] = [],
    needsTwoGraders: Bool = false, thirdFrom: Points? = nil
  ) {
    self.id = id
    self.points = points
    self.criteria = criteria
    self.vetoes = vetoes
    self.needsTwoGraders = needsTwoGraders
    self.thirdFrom = thirdFrom
  }

  /// The sum of the best levels.
  public var maximum: Points { criteria.reduce(.zero) { $0 + $1.maximum } }

  /// What identifies the rubric once it has been used.
  public var contentHash: ContentHash {
    var text = CanonicalText()
    text.add("id", id)
    text.add("points", points)
    for criterion in criteria {
      text.add("criterion", criterion.id)
      text.add("title", criterion.title)
      for level in criterion.levels { text.add("level \(level.points)", level.text) }
    }
    for veto in vetoes { text.add("veto", veto) }
    text.add("two graders", needsTwoGraders)
    text.add("third from", thirdFrom.map(\.description) ?? "never")
    return text.hash
  }
}

/// What one person gave an essay.
public struct EssayMarks: Hashable, Sendable {
  public let grader: String
  /// The sum over the criteria.
  public let points: Points
  /// Whether the grader saw what fails the attempt outright.
  public let vetoed: Bool

  /// Marks by the level reached in each criterion.
  ///
  /// Throws where a criterion is missing, unknown or given twice, or the points are those of no
  /// level.
  public init(
    grader: String, levels: [(criterion: Rubric.Criterion.ID, points: Points)], vetoed: Bool,
    by rubric: Rubric
  ) throws(Fault) {
    var sum = Points.zero
    for (index, level) in levels.enumerated() {
      guard let criterion = rubric.criteria.first(where: { $0.id == level.criterion }) else {
        throw .unknownCriterion(level.criterion, known: rubric.criteria.map(\.id))
      }
      if levels[..<index].contains(where: { $0.criterion == level.criterion }) {
        throw .repeatedCriterion(level.criterion)
      }
      guard criterion.levels.contains(where: { $0.points == level.points }) else {
        throw .noSuchLevel(level.criterion, level.points, levels: criterion.levels.map(\.points))
      }
      sum = sum + level.points
    }
    for criterion in rubric.criteria
    where !levels.contains(where: { $0.criterion == criterion.id }) {
      throw .missingCriterion(criterion.id)
    }
    self.grader = grader
    self.points = sum
    self.vetoed = vetoed
  }

  /// Marks as they were kept.
  public init(grader: String, points: Points, vetoed: Bool) {
    self.grader = grader
    self.points = points
    self.vetoed = vetoed
  }

  public enum Fault: Error, Hashable, Sendable {
    case unknownCriterion(Rubric.Criterion.ID, known: [Rubric.Criterion.ID])
    case repeatedCriterion(Rubric.Criterion.ID)
    case missingCriterion(Rubric.Criterion.ID)
    case noSuchLevel(Rubric.Criterion.ID, Points, levels: [Points])
  }
}

/// How far the grading of an essay has come.
public enum EssayGrade: Hashable, Sendable {
  /// How many more people must grade it.
  case pending(graders: Int)
  case settled(Points, vetoed: Bool)

  /// The grade that `marks` make by `rubric`, in the order in which they came in.
  ///
  /// One grader decides alone unless the rubric wants two. Two who agree on the veto and are close
  /// enough give the mean; otherwise a third decides. Further marks change nothing.
  public init(_ marks: [EssayMarks], by rubric: Rubric) {
    guard let first = marks.first else {
      self = .pending(graders: rubric.needsTwoGraders ? 2 : 1)
      return
    }
    guard rubric.needsTwoGraders else {
      self = .settled(first.points, vetoed: first.vetoed)
      return
    }
    guard marks.count > 1 else {
      self = .pending(graders: 1)
      return
    }
    let second = marks[1]
    let isFar = rubric.thirdFrom.map { .distance(first.points, second.points) >= $0 } ?? false
    if first.vetoed == second.vetoed, !isFar {
      self = .settled(.mean(first.points, second.points), vetoed: first.vetoed)
    } else if marks.count > 2 {
      self = .settled(marks[2].points, vetoed: marks[2].vetoed)
    } else {
      self = .pending(graders: 1)
    }
  }
}
