public import People
public import Vocabulary

/// One thing a learner can do once the module is passed, 考点.
public struct LearningPoint: Hashable, Sendable {
  public typealias ID = Identifier<LearningPoint>

  public let id: ID
  /// In the author's language.
  public let text: String
  /// The clauses it rests on, as its author names them.
  public let sources: [String]

  public init(id: ID, text: String, sources: [String] = []) {
    self.id = id
    self.text = text
    self.sources = sources
  }

  /// The version of the point: it changes with the text and the sources.
  public var contentHash: ContentHash {
    var canonical = CanonicalText()
    canonical.add("id", id)
    canonical.add("text", text)
    for source in sources { canonical.add("source", source) }
    return canonical.hash
  }
}

/// The version of a module's content, such as `1.2.0`.
///
/// The last number moves for wording, the middle one for a new or changed question, the first
/// where a learning point or a key changes.
public struct ModuleVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let numbers: [Int]

  /// The version that three numbers between dots spell, or nil where they do not.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.count <= 6 && part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
    }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    self.numbers = numbers
  }

  public var description: String { numbers.map(String.init).joined(separator: ".") }

  public static func < (a: ModuleVersion, b: ModuleVersion) -> Bool {
    a.numbers.lexicographicallyPrecedes(b.numbers)
  }
}

/// When a module counts as passed.
public struct PassRule: Hashable, Sendable {
  /// Which of several attempts counts.
  public enum Counting: String, CaseIterable, Hashable, Sendable {
    case highest, first, last, average
  }

  /// The least score that passes, compared before any rounding.
  public var mark: Score
  /// How many attempts there are, at least one; nil where there is no limit.
  public var attempts: Int?
  public var counting: Counting

  public init(mark: Score, attempts: Int? = nil, counting: Counting = .highest) {
    self.mark = mark
    self.attempts = attempts
    self.counting = counting
  }
}

/// Lessons, learning points and a question bank.
public struct Module: Hashable, Sendable {
  public typealias ID = Identifier<Module>

  public var id: ID
  /// In the author's language.
  public var title: String
  public var version: ModuleVersion
  /// The rungs it is meant for, by rising rung.
  public var rungs: [Rung]
  /// Modules to be passed before this one.
  public var requires: [ID]
  /// How long it takes to learn.
  public var duration: Minutes
  /// How many days a certificate holds; nil where it does not expire.
  public var validDays: Int?
  public var rule: PassRule
  /// How many questions a paper has; nil where it has the whole bank.
  public var draw: Int?
  public var points: [LearningPoint]
  public var questions: [Question]
  public var rubrics: [Rubric]
  /// Ids of removed questions, which are never used again.
  public var retired: [Question.ID]
  /// Names of the files with lessons, in order.
  public var lessons: [String]

  public init(
    id: ID, title: String, version: ModuleVersion, rungs: [Rung] = [], requires: [ID] = [],
    duration: Minutes = .zero, validDays: Int? = nil, rule: PassRule, draw: Int? = nil,
    points: [LearningPoint] = [], questions: [Question] = [], rubrics: [Rubric] = [],
    retired: [Question.ID] = [], lessons: [String] = []
  ) {
    self.id = id
    self.title = title
    self.version = version
    self.rungs = rungs
    self.requires = requires
    self.duration = duration
    self.validDays = validDays
    self.rule = rule
    self.draw = draw
    self.points = points
    self.questions = questions
    self.rubrics = rubrics
    self.retired = retired
    self.lessons = lessons
  }

  public func question(_ id: Question.ID) -> Question? { questions.first { $0.id == id } }

  public func rubric(_ id: Rubric.ID) -> Rubric? { rubrics.first { $0.id == id } }

  /// The rubric by which a question is graded, or nil where it has none.
  public func rubric(of question: Question) -> Rubric? { question.rubric.flatMap(rubric) }

  /// What identifies the module's content: version, rules, points, questions and rubrics.
  public var contentHash: ContentHash {
    var text = CanonicalText()
    text.add("id", id)
    text.add("version", version)
    text.add("pass", rule.mark)
    text.add("attempts", rule.attempts.map(String.init) ?? "unlimited")
    text.add("counting", rule.counting.rawValue)
    text.add("draw", draw.map(String.init) ?? "all")
    text.add("valid days", validDays.map(String.init) ?? "unlimited")
    for required in requires { text.add("requires", required) }
    for point in points { text.add("point", point.contentHash) }
    for question in questions { text.add("question", question.contentHash) }
    for rubric in rubrics { text.add("rubric", rubric.contentHash) }
    return text.hash
  }
}
