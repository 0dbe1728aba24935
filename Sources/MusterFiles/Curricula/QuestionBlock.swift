import Training

/// The text of one question between two headings, sorted into its parts, before it is known
/// whether they make a question.
struct QuestionBlock {
  struct Field {
    let value: String
    let line: Int
  }

  let id: Question.ID
  /// What follows the id in the heading.
  let heading: [String]
  let file: String
  /// The line of the heading.
  let line: Int
  private(set) var fields: [QuestionField: Field] = [:]
  private(set) var stem = ""
  private(set) var options: [(line: Int, option: OptionLine)] = []
  private(set) var pairs: [Matching.Pair] = []
  private(set) var distractors: [String] = []
  private(set) var items: [String] = []

  /// The questions of a bank, their lines sorted by what a question of the kind may have.
  ///
  /// `kindOf` tells the kind of a question from its id and its heading.
  static func blocks(
    of source: CurriculumSource, problems: inout CurriculumProblems,
    kindOf: (Question.ID, [String]) -> QuestionWord?
  ) -> [QuestionBlock] {
    var blocks: [QuestionBlock] = []
    var start = 0
    func isQuestion(_ line: CurriculumSource.Line) -> Bool { line.heading?.level == 2 }
    while let first = source.lines[start...].firstIndex(where: isQuestion) {
      let end = source.lines[(first + 1)...].firstIndex(where: isQuestion) ?? source.lines.endIndex
      start = end
      let line = source.lines[first]
      let words = (line.heading?.text ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
      guard let word = words.first, let id = Question.ID(narrowed(word)) else {
        problems.add(.badQuestionHeading, source.file, line.number, found: line.text)
        continue
      }
      if let earlier = blocks.first(where: { $0.id == id }) {
        problems.add(.repeatedID(line: earlier.line), source.file, line.number, found: id.text)
        continue
      }
      var block = QuestionBlock(
        id: id, heading: Array(words.dropFirst()), file: source.file, line: line.number)
      block.read(
        source.lines[(first + 1)..<end], as: kindOf(id, block.heading), problems: &problems)
      blocks.append(block)
    }
    return blocks
  }

  private init(id: Question.ID, heading: [String], file: String, line: Int) {
    self.id = id
    self.heading = heading
    self.file = file
    self.line = line
  }

  private mutating func read(
    _ lines: ArraySlice<CurriculumSource.Line>, as kind: QuestionWord?,
    problems: inout CurriculumProblems
  ) {
    var stemLines: [String] = []
    var explanation: [String]?
    for line in lines {
      if line.text.isEmpty {
        flush(&explanation)
        if !stemLines.isEmpty { stemLines.append("") }
      } else if let (key, value) = line.field, let field = QuestionField(key) {
        flush(&explanation)
        if fields[field] != nil {
          problems.add(.repeatedField, file, line.number, found: key)
        }
        fields[field] = Field(value: value, line: line.number)
        if field == .explanation { explanation = [value] }
      } else if explanation != nil {
        explanation?.append(line.text)
      } else if !take(line, as: kind, problems: &problems) {
        if hasAnswers {
          problems.add(.textAfterAnswers, file, line.number, found: line.text)
        }
        stemLines.append(line.text)
      }
    }
    flush(&explanation)
    while stemLines.last?.isEmpty ?? false { stemLines.removeLast() }
    stem = stemLines.joined(separator: "\n")
  }

  private mutating func flush(_ explanation: inout [String]?) {
    guard let lines = explanation, let first = fields[.explanation] else { return }
    fields[.explanation] = Field(value: lines.joined(separator: "\n"), line: first.line)
    explanation = nil
  }

  private var hasAnswers: Bool {
    !options.isEmpty || !pairs.isEmpty || !distractors.isEmpty || !items.isEmpty
  }

  /// Takes an option, a pair or a step, where a question of the kind has such; else false.
  private mutating func take(
    _ line: CurriculumSource.Line, as kind: QuestionWord?, problems: inout CurriculumProblems
  ) -> Bool {
    switch kind {
    case .single, .multiple:
      guard let bullet = line.bullet else { return false }
      if let option = OptionLine(bullet) {
        options.append((line.number, option))
      } else {
        problems.add(.badOption, file, line.number, found: line.text)
      }
      return true
    case .match:
      guard let bullet = line.bullet else { return false }
      // A left side that is empty leaves the arrow right after the list's mark.
      if let (left, right) = sidesOfArrow(bullet), !right.isEmpty {
        if left.isEmpty {
          distractors.append(right)
        } else {
          pairs.append(Matching.Pair(left: left, right: right))
        }
      } else {
        problems.add(.badPair, file, line.number, found: line.text)
      }
      return true
    case .order:
      guard let (_, text) = line.numbered else { return false }
      items.append(text)
      return true
    case .trueFalse, .short, .number, .essay, .rolePlay, nil:
      return false
    }
  }
}
