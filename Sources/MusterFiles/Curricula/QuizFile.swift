import MusterWords
import Training

/// The question bank of a module, `quiz.md`, in the author's language.
struct QuizFile {
  private(set) var questions: [Question] = []
  private(set) var retired: [Question.ID] = []
  /// Where each question stands.
  private(set) var lines: [Question.ID: Int] = [:]

  init(_ source: CurriculumSource, problems: inout CurriculumProblems) {
    let blocks = QuestionBlock.blocks(of: source, problems: &problems) { _, heading in
      heading.first.flatMap(QuestionWord.init)
    }
    for block in blocks {
      lines[block.id] = block.line
      if let word = block.heading.first, ["停用", "retired"].contains(word.lowercased()) {
        retired.append(block.id)
      } else if let question = QuizFile.question(of: block, problems: &problems) {
        questions.append(question)
      }
    }
    if blocks.isEmpty { problems.add(.noQuestions, source.file, nil) }
  }

  /// The question that a block makes, or nil after its faults have been reported.
  private static func question(
    of block: QuestionBlock, problems: inout CurriculumProblems
  ) -> Question? {
    let before = problems.list.count
    guard let word = block.heading.first else {
      problems.add(.badQuestionHeading, block.file, block.line, found: block.id.text)
      return nil
    }
    guard let kind = QuestionWord(word) else {
      let near = nearest(to: word, among: QuestionWord.known)
      problems.add(.unknownKind(near: near), block.file, block.line, found: word)
      return nil
    }
    let points = worth(block.heading.dropFirst().joined())
    if points == nil {
      let found = block.heading.dropFirst().joined(separator: " ")
      problems.add(.badPoints, block.file, block.line, found: found.isEmpty ? nil : found)
    }
    for field in QuestionField.allCases where !field.belongs(to: kind) {
      guard let written = block.fields[field] else { continue }
      problems.add(.fieldNotOfKind(kind), block.file, written.line, found: field.words[0])
    }
    if block.stem.isEmpty { problems.add(.noStem, block.file, block.line) }
    let covers = learningPoints(of: block, problems: &problems)
    let built = buildKind(kind, from: block, problems: &problems)
    guard let points, let built, problems.list.count == before else { return nil }
    return Question(
      id: block.id, points: points, covers: covers,
      sources: block.fields[.sources].map { listed($0.value) } ?? [], stem: block.stem,
      kind: built, explanation: block.fields[.explanation]?.value)
  }

  /// The points in `2分` or `2 points`.
  private static func worth(_ text: String) -> Points? {
    let text = narrowed(text).lowercased()
    let unit = ["分", "points", "point"].first { text.hasSuffix($0) }
    guard let unit, let points = Points(text.dropLast(unit.count)), points > .zero else {
      return nil
    }
    return points
  }

  private static func learningPoints(
    of block: QuestionBlock, problems: inout CurriculumProblems
  ) -> [LearningPoint.ID] {
    guard let field = block.fields[.points] else { return [] }
    var covers: [LearningPoint.ID] = []
    for word in listed(field.value) {
      if let id = LearningPoint.ID(narrowed(word)) {
        if !covers.contains(id) { covers.append(id) }
      } else {
        problems.add(.badID, block.file, field.line, found: word)
      }
    }
    return covers
  }

  private static func buildKind(
    _ kind: QuestionWord, from block: QuestionBlock, problems: inout CurriculumProblems
  ) -> Question.Kind? {
    do throws(QuestionFault) {
      switch kind {
      case .single:
        let (options, key) = choices(of: block, problems: &problems)
        guard key.count == 1 else { throw key.isEmpty ? .noKey : .severalKeys(key) }
        return .single(try SingleChoice(options: options, key: key[0]))
      case .multiple:
        let (options, key) = choices(of: block, problems: &problems)
        guard let rule = partial(of: block, problems: &problems) else { return nil }
        return .multiple(try MultipleChoice(options: options, key: key, partial: rule))
      case .trueFalse:
        guard let answer = required(.answer, of: block, problems: &problems) else { return nil }
        guard let key = truth(answer.value) else {
          problems.add(.badTruth, block.file, answer.line, found: answer.value)
          return nil
        }
        return .trueFalse(TrueFalse(key: key))
      case .short:
        return try shortAnswer(block, problems: &problems)
      case .number:
        return try number(block, problems: &problems)
      case .match:
        return .match(try Matching(pairs: block.pairs, distractors: block.distractors))
      case .order:
        guard let rule = orderRule(of: block, problems: &problems) else { return nil }
        return .order(try Ordering(items: block.items, rule: rule))
      case .essay, .rolePlay:
        guard let field = required(.rubric, of: block, problems: &problems) else { return nil }
        let name = narrowed(field.value).split(separator: "#").last.map(String.init) ?? ""
        guard let rubric = Rubric.ID(trimmed(name)) else {
          problems.add(.badID, block.file, field.line, found: field.value)
          return nil
        }
        return .essay(Essay(rubric: rubric, form: kind == .essay ? .written : .rolePlay))
      }
    } catch {
      problems.add(.question(error), block.file, block.line, found: block.id.text)
      return nil
    }
  }

  private static func required(
    _ field: QuestionField, of block: QuestionBlock, problems: inout CurriculumProblems
  ) -> QuestionBlock.Field? {
    if let found = block.fields[field] { return found }
    problems.add(.missingField(field), block.file, block.line, found: block.id.text)
    return nil
  }

  private static func choices(
    of block: QuestionBlock, problems: inout CurriculumProblems
  ) -> (options: [ChoiceOption], key: [Letter]) {
    for (line, option) in block.options where option.isTicked == nil {
      problems.add(.missingBox, block.file, line, found: "\(option.letter). \(option.text)")
    }
    let options = block.options.map { ChoiceOption(letter: $0.option.letter, text: $0.option.text) }
    let key = block.options.filter { $0.option.isTicked == true }.map(\.option.letter)
    return (options, key)
  }

  private static func partial(
    of block: QuestionBlock, problems: inout CurriculumProblems
  ) -> MultipleChoice.Partial? {
    guard let field = block.fields[.rule] else { return .half }
    let rule = narrowed(field.value).lowercased()
    switch rule {
    case "漏选一半", "漏选得一半", "half": return .half
    case "全对才得分", "all or nothing": return .nothing
    default:
      let lead = ["漏选得分", "漏选得", "missing"].first { rule.hasPrefix($0) }
      if let lead {
        let amount = rule.dropFirst(lead.count)
        let number = amount.hasSuffix("分") ? amount.dropLast() : amount
        if let points = Points(trimmed(String(number))) { return .fixed(points) }
      }
      problems.add(.badRule(.multiple), block.file, field.line, found: field.value)
      return nil
    }
  }

  private static func orderRule(
    of block: QuestionBlock, problems: inout CurriculumProblems
  ) -> Ordering.Rule? {
    guard let field = block.fields[.rule] else { return .beforeAndAfter }
    switch narrowed(field.value).lowercased() {
    case "前后关系", "before and after": return .beforeAndAfter
    case "全对才得分", "all or nothing": return .allOrNothing
    default:
      problems.add(.badRule(.order), block.file, field.line, found: field.value)
      return nil
    }
  }

  private static func shortAnswer(
    _ block: QuestionBlock, problems: inout CurriculumProblems
  ) throws(QuestionFault) -> Question.Kind? {
    guard let field = required(.answer, of: block, problems: &problems) else { return nil }
    guard let patterns = AnswerPattern.alternatives(field.value) else {
      problems.add(.badPattern, block.file, field.line, found: field.value)
      return nil
    }
    let rule = block.fields[.rule]
    let caseSensitive = rule != nil
    if let rule, !["区分大小写", "case sensitive"].contains(rule.value.lowercased()) {
      problems.add(.badRule(.short), block.file, rule.line, found: rule.value)
      return nil
    }
    return .short(try ShortAnswer(patterns: patterns, caseSensitive: caseSensitive))
  }

  private static func number(
    _ block: QuestionBlock, problems: inout CurriculumProblems
  ) throws(QuestionFault) -> Question.Kind? {
    guard let field = required(.answer, of: block, problems: &problems) else { return nil }
    guard let key = ExactDecimal(field.value) else {
      problems.add(.badNumber, block.file, field.line, found: field.value)
      return nil
    }
    guard let written = block.fields[.tolerance] else {
      return .number(try NumberEntry(key: key))
    }
    guard let tolerance = tolerance(written.value) else {
      problems.add(.badTolerance, block.file, written.line, found: written.value)
      return nil
    }
    return .number(try NumberEntry(key: key, tolerance: tolerance))
  }

  private static func tolerance(_ text: String) -> NumberEntry.Tolerance? {
    let text = trimmed(narrowed(text))
    guard text.hasSuffix("%") else { return ExactDecimal(text).map { .absolute($0) } }
    guard let percent = ExactDecimal(text.dropLast()), let hundredth = ExactDecimal("0.01") else {
      return nil
    }
    return .relative(percent * hundredth)
  }
}

/// Whether a word says right or wrong, or nil where it says neither.
func truth(_ word: String) -> Bool? {
  switch folded(word, keepingCase: false) {
  case "对", "正确", "是", "t", "true", "yes", "y", "√", "✓", "✔": true
  case "错", "错误", "否", "f", "false", "no", "n", "×", "✗", "✘", "x": false
  default: nil
  }
}
