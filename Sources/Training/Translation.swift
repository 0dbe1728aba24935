/// A module's texts in another language: text only, so that ids, keys and rules stand once.
public struct Translation: Hashable, Sendable {
  /// A question's texts; what its kind has none of stays empty.
  public struct QuestionText: Hashable, Sendable {
    public var id: Question.ID
    public var stem: String
    public var options: [ChoiceOption]
    public var pairs: [Matching.Pair]
    public var distractors: [String]
    public var items: [String]
    /// What a short answer may look like in this language, beside the author's patterns.
    public var patterns: [AnswerPattern]
    public var explanation: String?

    public init(
      id: Question.ID, stem: String, options: [ChoiceOption] = [], pairs: [Matching.Pair] = [],
      distractors: [String] = [], items: [String] = [], patterns: [AnswerPattern] = [],
      explanation: String? = nil
    ) {
      self.id = id
      self.stem = stem
      self.options = options
      self.pairs = pairs
      self.distractors = distractors
      self.items = items
      self.patterns = patterns
      self.explanation = explanation
    }
  }

  public var module: Module.ID
  /// A language code, such as `en`.
  public var language: String
  /// The version of the module that was translated, where the file says so.
  public var version: ModuleVersion?
  public var title: String?
  /// The points' texts; sources are not translated.
  public var points: [LearningPoint]
  public var questions: [QuestionText]
  /// Texts of criteria, levels and vetoes; the rest is taken from the author's rubric.
  public var rubrics: [Rubric]

  public init(
    module: Module.ID, language: String, version: ModuleVersion? = nil, title: String? = nil,
    points: [LearningPoint] = [], questions: [QuestionText] = [], rubrics: [Rubric] = []
  ) {
    self.module = module
    self.language = language
    self.version = version
    self.title = title
    self.points = points
    self.questions = questions
    self.rubrics = rubrics
  }

  public func question(_ id: Question.ID) -> QuestionText? { questions.first { $0.id == id } }
}

extension Module {
  /// The module with the translation's texts; what is not translated stays as it is.
  ///
  /// Content hashes are those of the author's language, so take them before.
  public func translated(by translation: Translation) -> Module {
    var module = self
    module.title = translation.title ?? title
    module.points = points.map { point in
      let text = translation.points.first { $0.id == point.id }?.text
      return LearningPoint(id: point.id, text: text ?? point.text, sources: point.sources)
    }
    module.questions = questions.map { question in
      translation.question(question.id).flatMap(question.translated(by:)) ?? question
    }
    module.rubrics = rubrics.map { rubric in
      let text = translation.rubrics.first { $0.id == rubric.id }
      return text.map(rubric.translated(by:)) ?? rubric
    }
    return module
  }
}

extension Question {
  /// The question with the translation's texts, or nil where that does not fit it.
  func translated(by text: Translation.QuestionText) -> Question? {
    kind.content.translated(by: text).map { kind in
      Question(
        id: id, points: points, covers: covers, sources: sources, stem: text.stem, kind: kind,
        explanation: text.explanation)
    }
  }
}

extension Rubric {
  fileprivate func translated(by text: Rubric) -> Rubric {
    let translated = criteria.map { criterion in
      let other = text.criteria.first { $0.id == criterion.id }
      guard let other, other.levels.map(\.points) == criterion.levels.map(\.points) else {
        return criterion
      }
      return other
    }
    return Rubric(
      id: id, points: points, criteria: translated,
      vetoes: text.vetoes.count == vetoes.count ? text.vetoes : vetoes,
      needsTwoGraders: needsTwoGraders, thirdFrom: thirdFrom)
  }
}
