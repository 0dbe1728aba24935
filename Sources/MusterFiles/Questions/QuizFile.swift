import MusterWords
import Training

/// The question bank of a module as Markdown, `quiz.md`, in the author's language.
public enum QuizFile {
  /// The bank that a text is; `file` names it where a problem does.
  public static func read(_ text: String, file: String) -> QuestionBank.Reading {
    read(CurriculumSource(text: text, file: file))
  }

  static func read(_ source: CurriculumSource) -> QuestionBank.Reading {
    var reading = QuestionBank.Reading()
    var faults = CurriculumFaults()
    let blocks = QuestionBlock.blocks(of: source, faults: &faults) { _, heading in
      heading.first.flatMap(QuestionWord.init)
    }
    for var block in blocks {
      reading.lines[block.id] = block.line
      if let word = block.heading.first, QuestionFileWords.retired.contains(word.lowercased()) {
        reading.bank.retired.append(block.id)
      } else if let question = question(of: &block) {
        reading.bank.questions.append(question)
      }
      faults.add(block.faults.list)
    }
    if blocks.isEmpty { faults.add(.noQuestions, source.file, nil) }
    reading.faults = faults.list
    return reading
  }

  /// A text that reads as the bank; a question is left out and named that would read as another.
  public static func write(_ bank: QuestionBank) -> QuestionBank.Writing {
    var seen: Set<Question.ID> = []
    var blocks: [String] = []
    var unsaid: [Question.ID] = []
    for question in bank.questions {
      let block = text(of: question)
      let reading = read(block, file: "")
      if seen.insert(question.id).inserted, reading.faults.isEmpty,
        reading.bank == QuestionBank(questions: [question])
      {
        blocks.append(block)
      } else {
        unsaid.append(question.id)
      }
    }
    for id in bank.retired where seen.insert(id).inserted {
      blocks.append("## \(id) \(QuestionFileWords.retired[0])\n")
    }
    return QuestionBank.Writing(text: blocks.joined(separator: "\n"), unsaid: unsaid)
  }

  private static func text(of question: Question) -> String {
    var (fields, list) = question.kind.form.written
    fields[.points] = question.covers.map(\.text).joined(separator: ", ")
    fields[.sources] = question.sources.joined(separator: ", ")
    fields[.explanation] = question.explanation
    func lines(_ names: [QuestionField]) -> [String] {
      names.compactMap { name in
        fields[name].flatMap { value in
          value.isEmpty && name != .explanation ? nil : "\(name.words[0]): \(value)"
        }
      }
    }
    let heading =
      "## \(question.id) \(question.word.words.zh[0]) \(question.points)\(QuestionFileWords.units[0])"
    let parts = [
      [heading] + lines([.points, .sources, .rule, .rubric]), [question.stem], list,
      lines([.answer, .tolerance, .explanation]),
    ]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  /// The question that a block makes, or nil after its faults have been reported.
  private static func question(of block: inout QuestionBlock) -> Question? {
    let before = block.faults.list.count
    guard let written = block.heading.first else {
      block.faults.add(.badHeading, block.file, block.line, found: block.id.text)
      return nil
    }
    guard let word = block.word else {
      let near = nearest(to: written, among: QuestionWord.known)
      block.faults.add(.unknownKind(near: near), block.file, block.line, found: written)
      return nil
    }
    let points = worth(block.heading.dropFirst().joined())
    if points == nil {
      let found = block.heading.dropFirst().joined(separator: " ")
      block.faults.add(.badPoints, block.file, block.line, found: found.isEmpty ? nil : found)
    }
    let known = word.form.fields + [.points, .sources, .explanation]
    for field in QuestionField.allCases where !known.contains(field) {
      guard let found = block.fields[field] else { continue }
      block.faults.add(.fieldNotOfKind(word), block.file, found.line, found: field.words[0])
    }
    if block.stem.isEmpty { block.faults.add(.noStem, block.file, block.line) }
    let covers = learningPoints(of: &block)
    var kind: Question.Kind?
    do throws(QuestionFault) {
      kind = try word.form.read(&block)
    } catch {
      block.faults.add(
        .unfit(error), block.file, block.line, found: block.id.text, hint: QuizFault.hint(of: error)
      )
    }
    guard let points, let kind, block.faults.list.count == before else { return nil }
    return Question(
      id: block.id, points: points, covers: covers,
      sources: block.fields[.sources].map { listed($0.value) } ?? [], stem: block.stem,
      kind: kind, explanation: block.fields[.explanation]?.value)
  }

  /// The points in `2分` or `2 points`.
  private static func worth(_ text: String) -> Points? {
    let text = narrowed(text).lowercased()
    let unit = QuestionFileWords.units.first { text.hasSuffix($0) }
    guard let unit, let points = Points(text.dropLast(unit.count)), points > .zero else {
      return nil
    }
    return points
  }

  private static func learningPoints(of block: inout QuestionBlock) -> [LearningPoint.ID] {
    guard let field = block.fields[.points] else { return [] }
    var covers: [LearningPoint.ID] = []
    for word in listed(field.value) {
      if let id = LearningPoint.ID(narrowed(word)) {
        if !covers.contains(id) { covers.append(id) }
      } else {
        block.faults.add(.badID, block.file, field.line, found: word)
      }
    }
    return covers
  }
}
