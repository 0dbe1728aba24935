import MusterFiles
import MusterWords
import Testing
import Training

/// Five printed options in the order of the file C, A, E, B, D; three printed steps 2, 3, 1.
@Suite struct AnswerTextTests {
  @Test(arguments: [
    (text: "A", letters: "C"), (text: " b ", letters: "A"), (text: "Ｅ", letters: "D"),
  ])
  func singleChoice(text: String, letters: String) throws {
    let choice = try SingleChoice(options: options(5), key: options(5)[0].letter)
    #expect(try read(text, .single(choice), [2, 0, 4, 1, 3]) == .letters(self.letters(letters)))
  }

  @Test(arguments: [
    (text: "AB", letters: "AC"), (text: "B,A", letters: "AC"), (text: "ｂ、ａ", letters: "AC"),
    (text: "C | E", letters: "DE"), (text: "a b c d e", letters: "ABCDE"),
  ])
  func multipleChoice(text: String, letters: String) throws {
    let choice = try MultipleChoice(options: options(5), key: [options(5)[0].letter])
    #expect(try read(text, .multiple(choice), [2, 0, 4, 1, 3]) == .letters(self.letters(letters)))
  }

  @Test func lettersThatAreNotOnThePaperAreFaults() throws {
    let single = Question.Kind.single(
      try SingleChoice(options: options(3), key: options(3)[0].letter))
    let last = letters("C")[0]
    #expect(throws: AnswerFault.noSuchLetter(letters("D")[0], last: last)) {
      try read("D", single, [0, 1, 2])
    }
    #expect(throws: AnswerFault.severalLetters) { try read("AB", single, [0, 1, 2]) }
    #expect(throws: AnswerFault.noLetter) { try read("甲", single, [0, 1, 2]) }
    #expect(throws: AnswerFault.repeatedLetter(letters("A")[0])) {
      try read("AA", single, [0, 1, 2])
    }
  }

  @Test(arguments: [
    (text: "对", truth: true), (text: "√", truth: true), (text: "TRUE", truth: true),
    (text: "Ｔ", truth: true), (text: "错误", truth: false), (text: "×", truth: false),
    (text: "f", truth: false),
  ])
  func trueFalse(text: String, truth: Bool) throws {
    #expect(try read(text, .trueFalse(TrueFalse(key: true)), []) == .truth(truth))
  }

  /// Left 1 to 3; right printed A 右二, B 多余, C 右一, D 右三.
  @Test(
    arguments: [
      (text: "1C 2A 3D", choices: [0, 1, 2]), (text: "1-C,2-A,3-D", choices: [0, 1, 2]),
      (text: "3d；1c", choices: [0, nil, 2]), (text: "CAD", choices: [0, 1, 2]),
      (text: "C_B", choices: [0, nil, 3]),
      (text: "左一 -> 右一 | 左三 -> D", choices: [0, nil, 2]),
      (text: "1 -> C; left two → right two", choices: [0, 1, nil]),
    ] as [(text: String, choices: [Int?])])
  func match(text: String, choices: [Int?]) throws {
    #expect(try read(text, .match(matching("左", "右", "多余")), [1, 3, 0, 2]) == .choices(choices))
  }

  @Test(arguments: ["4A", "1A 1B", "CADB", "1", "左九 -> A", "左一 -> 右九", "甲"])
  func otherTextIsNoMatch(text: String) throws {
    let match = try matching("左", "右", "多余")
    #expect(throws: AnswerFault.self) { try read(text, .match(match), [1, 3, 0, 2]) }
  }

  @Test(arguments: [
    (text: "3 1 2", order: [0, 1, 2]), (text: "312", order: [0, 1, 2]),
    (text: "C,A,B", order: [0, 1, 2]), (text: "cab", order: [0, 1, 2]),
    (text: "③①②", order: [0, 1, 2]), (text: "1->2->3", order: [1, 2, 0]),
  ])
  func order(text: String, order: [Int]) throws {
    let steps = try Ordering(items: ["a", "b", "c"])
    #expect(try read(text, .order(steps), [1, 2, 0]) == .order(order))
  }

  @Test(arguments: ["12", "1 2 4", "1 2 2", "1 2 3 3", "甲乙丙"])
  func otherTextIsNoOrder(text: String) throws {
    let steps = try Ordering(items: ["a", "b", "c"])
    #expect(throws: AnswerFault.noOrder(count: 3)) {
      try read(text, .order(steps), [1, 2, 0])
    }
  }

  @Test func numbersTextsAndBlanks() throws {
    let number = Question.Kind.number(try NumberEntry(key: #require(ExactDecimal("24"))))
    #expect(try read("２４", number, []) == .number(#require(ExactDecimal("24"))))
    #expect(throws: AnswerFault.noNumber) { try read("24小时", number, []) }
    let short = try ShortAnswer(patterns: #require(AnswerPattern.alternatives("多种")))
    #expect(try read(" 多种 ", .short(short), []) == .text("多种"))
    #expect(try read("  ", .short(short), []) == .blank)
  }

  private func read(
    _ text: String, _ kind: Question.Kind, _ arrangement: [Int]
  ) throws -> Answer {
    let question = try Question(
      id: #require(Question.ID("T-1")), points: .whole(1), stem: "?", kind: kind)
    let item = Paper.Item(
      question: question.id, contentHash: question.contentHash, points: question.points,
      arrangement: arrangement)
    var translated: [Question] = []
    if case .match = kind {
      translated = [
        Question(
          id: question.id, points: .whole(1), stem: "?",
          kind: .match(try matching("left ", "right ", "spare", ["one", "two", "three"])))
      ]
    }
    return try AnswerText.read(text, to: question, on: item, translated: translated)
  }

  private func matching(
    _ left: String, _ right: String, _ spare: String, _ names: [String] = ["一", "二", "三"]
  ) throws -> Matching {
    try Matching(
      pairs: names.map { .init(left: left + $0, right: right + $0) }, distractors: [spare])
  }

  private func options(_ count: Int) -> [ChoiceOption] {
    (0..<count).compactMap { Letter(index: $0) }.map { ChoiceOption(letter: $0, text: "\($0)") }
  }

  private func letters(_ text: String) -> [Letter] { text.compactMap { Letter($0) } }
}
