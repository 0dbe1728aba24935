import Statistics
import Training

/// Questions of every kind with texts of every sort, the same for the same seed.
struct InventedBank {
  var chance: SeededGenerator

  init(seed: UInt64) {
    chance = SeededGenerator(seed: seed)
  }

  /// Two questions of each kind.
  mutating func questions() throws -> [Question] {
    try (QuestionWord.allCases + QuestionWord.allCases).enumerated().map { index, word in
      let kind = try kind(word)
      return Question(
        id: try id("T-\(index + 1)"), points: .whole(UInt16(2 + chance.below(9))),
        covers: try (0..<chance.below(3)).map { try id("T-P\($0)") },
        sources: (0..<chance.below(3)).map { "\(words(2))\($0)" },
        stem: (0...chance.below(3)).map { _ in words(5) }.joined(separator: "\n"), kind: kind,
        explanation: chance.below(2) == 0 ? nil : words(4) + "\n" + words(3))
    }
  }

  mutating func kind(_ word: QuestionWord) throws -> Question.Kind {
    let texts = (0..<(2 + chance.below(6))).map { "\(words(3))\($0)" }
    let options = texts.enumerated().compactMap { index, text in
      Letter(index: index).map { ChoiceOption(letter: $0, text: text) }
    }
    switch word {
    case .single:
      return .single(
        try SingleChoice(options: options, key: options[chance.below(options.count)].letter))
    case .multiple:
      let partial: [MultipleChoice.Partial] = [.half, .nothing, .fixed(.whole(1))]
      return .multiple(
        try MultipleChoice(
          options: options, key: options.dropLast(chance.below(options.count)).map(\.letter),
          partial: partial[chance.below(3)]))
    case .trueFalse: return .trueFalse(TrueFalse(key: chance.below(2) == 0))
    case .short:
      let patterns = texts.compactMap { AnswerPattern($0 + (chance.below(2) == 0 ? "" : "*")) }
      return .short(try ShortAnswer(patterns: patterns, caseSensitive: chance.below(2) == 0))
    case .number:
      let key = ExactDecimal("\(chance.below(900)).\(chance.below(100))") ?? .zero
      let amount = ExactDecimal("0.\(chance.below(100))") ?? .zero
      return .number(
        try NumberEntry(
          key: key, tolerance: chance.below(2) == 0 ? .absolute(amount) : .relative(amount)))
    case .match:
      let pairs = texts.enumerated().map { index, text in
        Matching.Pair(left: text, right: "right \(index / (1 + chance.below(2)))")
      }
      return .match(
        try Matching(pairs: pairs, distractors: (0..<chance.below(3)).map { "spare \($0)" }))
    case .order:
      return .order(
        try Ordering(items: texts, rule: chance.below(2) == 0 ? .allOrNothing : .beforeAndAfter))
    case .essay: return .essay(Essay(rubric: try id("R-1")))
    case .rolePlay: return .essay(Essay(rubric: try id("R-2"), form: .rolePlay))
    }
  }

  /// Words of people and of files, some of which mean something to a format.
  private mutating func words(_ count: Int) -> String {
    let known = [
      "茶", "多种", "kettle", "：", "24", "a|b", "→", "(A)", "\\*", "#", "？", "“引”", "x.", "100%", "-",
    ]
    return (0...chance.below(count)).map { _ in known[chance.below(known.count)] }
      .joined(separator: chance.below(2) == 0 ? " " : "")
  }
}
