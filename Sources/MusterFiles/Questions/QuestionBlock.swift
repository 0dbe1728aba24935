import MusterWords
import Training

/// The text of one question of `quiz.md` between two headings, sorted into its parts, before it is
/// known whether they make a question.
struct QuestionBlock {
  /// What the lines of a list below the text are.
  enum List {
    case options, pairs, steps
  }

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
  /// The kind, where it is known.
  let word: QuestionWord?
  private(set) var fields: [QuestionField: Field] = [:]
  private(set) var stem = ""
  private(set) var options: [(line: Int, option: OptionLine)] = []
  private(set) var pairs: [Matching.Pair] = []
  private(set) var distractors: [String] = []
  private(set) var items: [String] = []
  /// What is wrong with it.
  var faults = CurriculumFaults()

  /// The questions of a bank, their lines sorted by what a question of the kind may have.
  ///
  /// `kindOf` tells the kind of a question from its id and its heading.
  static func blocks(
    of source: CurriculumSource, faults: inout CurriculumFaults,
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
        faults.add(.badHeading, source.file, line.number, found: line.text)
        continue
      }
      if let earlier = blocks.first(where: { $0.id == id }) {
        faults.add(.repeatedID(line: earlier.line), source.file, line.number, found: id.text)
        continue
      }
      let heading = Array(words.dropFirst())
      var block = QuestionBlock(
        id: id, heading: heading, file: source.file, line: line.number, word: kindOf(id, heading))
      block.read(source.lines[(first + 1)..<end])
      blocks.append(block)
    }
    return blocks
  }

  private init(
    id: Question.ID, heading: [String], file: String, line: Int, word: QuestionWord?
  ) {
    self.id = id
    self.heading = heading
    self.file = file
    self.line = line
    self.word = word
  }

  /// A field that must be there, or nil after it has been reported missing.
  mutating func required(_ field: QuestionField) -> Field? {
    if let found = fields[field] { return found }
    faults.add(.missingField(field), file, line, found: id.text)
    return nil
  }

  /// What `parse` makes of a field that must be there, or nil after what is wrong was reported.
  mutating func value<Value>(
    of field: QuestionField, or fault: QuestionTextFault, parse: (String) -> Value?
  ) -> Value? {
    guard let field = required(field) else { return nil }
    if let value = parse(field.value) { return value }
    report(fault, field)
    return nil
  }

  /// Notes that a field is at fault.
  mutating func report(_ fault: QuestionTextFault, _ field: Field) {
    faults.add(fault, file, field.line, found: field.value)
  }

  private mutating func read(_ lines: ArraySlice<CurriculumSource.Line>) {
    var stemLines: [String] = []
    var explanation: [String]?
    for line in lines {
      if line.text.isEmpty {
        flush(&explanation)
        if !stemLines.isEmpty { stemLines.append("") }
      } else if let (key, value) = line.field, let field = QuestionField(key) {
        flush(&explanation)
        if fields[field] != nil {
          faults.add(.repeatedField, file, line.number, found: key)
        }
        fields[field] = Field(value: value, line: line.number)
        if field == .explanation { explanation = [value] }
      } else if explanation != nil {
        explanation?.append(line.text)
      } else if !take(line) {
        if hasAnswers {
          faults.add(.textAfterAnswers, file, line.number, found: line.text)
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
  private mutating func take(_ line: CurriculumSource.Line) -> Bool {
    switch word?.form.list {
    case .options:
      guard let bullet = line.bullet else { return false }
      if let option = OptionLine(bullet) {
        options.append((line.number, option))
      } else {
        faults.add(.badOption, file, line.number, found: line.text)
      }
    case .pairs:
      guard let bullet = line.bullet else { return false }
      // A left side that is empty leaves the arrow right after the list's mark.
      if let (left, right) = sidesOfArrow(bullet), !right.isEmpty {
        if left.isEmpty {
          distractors.append(right)
        } else {
          pairs.append(Matching.Pair(left: left, right: right))
        }
      } else {
        faults.add(.badPair, file, line.number, found: line.text)
      }
    case .steps:
      guard let (_, text) = line.numbered else { return false }
      items.append(text)
    case nil: return false
    }
    return true
  }
}
