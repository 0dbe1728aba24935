import Testing
import Training

@Suite struct GradingTests {
  @Test(arguments: [
    (given: "多种", matches: true), (given: " 多种。 ", matches: true), (given: "两个方案", matches: true),
    (given: "ＶＩＰ", matches: true), (given: "vip", matches: true), (given: "一个", matches: false),
    (given: "", matches: false), (given: "多種", matches: false),
  ])
  func shortAnswersFoldWidthSpaceCaseAndMark(given: String, matches: Bool) throws {
    let patterns = try #require(AnswerPattern.alternatives("多种 ｜ *两个* | VIP！"))
    let short = try ShortAnswer(patterns: patterns)
    #expect(
      try question(.short(short)).credit(for: .text(given)) == (matches ? .full : Credit.none))
  }

  @Test func aPatternIsNotAllWildcard() {
    #expect(AnswerPattern("*") == nil)
    #expect(AnswerPattern(" ＊ ") == nil)
    #expect(AnswerPattern.alternatives("one | ") == nil)
    #expect(AnswerPattern.alternatives(#"a\|b | c"#)?.count == 2)
    #expect(AnswerPattern(#"a\|b"#)?.matches("A|B") == true)
    #expect(AnswerPattern("*a*a*")?.matches("a") == false)
    #expect(AnswerPattern("ab*ba")?.matches("aba") == false)
  }

  @Test(arguments: [
    (text: "3", value: "3"), (text: " ３．５ ", value: "3.5"), (text: "1,234.50", value: "1234.5"),
    (text: "-0.05", value: "-0.05"), (text: "1e3", value: "1000"), (text: "1.0E-3", value: "0.001"),
    (text: "0.10", value: "0.1"), (text: "-0", value: "0"), (text: "5。", value: "5"),
  ])
  func numbersAreReadExactly(text: String, value: String) {
    #expect(ExactDecimal(text)?.description == value)
  }

  @Test(arguments: ["", "-", "3天", "1,23", "1.2.3", "1e99", "0x1", "1234567890123456789012"])
  func otherTextIsNoNumber(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test(arguments: [
    (given: "10.5", within: true), (given: "9.5", within: true),
    (given: "10.5000001", within: false),
    (given: "9.49", within: false),
  ])
  func toleranceIncludesItsEdge(given: String, within: Bool) throws {
    let entry = try NumberEntry(
      key: #require(ExactDecimal("10")), tolerance: .relative(#require(ExactDecimal("0.05"))))
    let number = try #require(ExactDecimal(given))
    let credit = try question(.number(entry)).credit(for: .number(number))
    #expect(credit == (within ? .full : Credit.none))
  }

  @Test(arguments: [
    (picked: "AC", partial: MultipleChoice.Partial.half, points: "4"),
    (picked: "A", partial: .half, points: "2"), (picked: "AB", partial: .half, points: "0"),
    (picked: "", partial: .half, points: "0"), (picked: "A", partial: .nothing, points: "0"),
    (picked: "C", partial: .fixed(.whole(1)), points: "1"),
    (picked: "C", partial: .fixed(.whole(9)), points: "4"),
    (picked: "ABCD", partial: .fixed(.whole(1)), points: "0"),
  ])
  func partialPicks(picked: String, partial: MultipleChoice.Partial, points: String) throws {
    let choice = try MultipleChoice(options: options(4), key: letters("CA"), partial: partial)
    let credit = try question(.multiple(choice), points: 4).credit(for: .letters(letters(picked)))
    #expect(credit.map { Points.whole(4).scaled(by: $0) } == Points(points))
  }

  @Test func matchEarnsTheShareOfRightPairs() throws {
    let match = try Matching(
      pairs: [
        .init(left: "frog", right: "amphibian"), .init(left: "cat", right: "mammal"),
        .init(left: "newt", right: "amphibian"),
      ], distractors: ["insect"])
    #expect(match.choices == ["amphibian", "mammal", "insect"])
    let asked = try question(.match(match))
    #expect(asked.credit(for: .choices([0, 1, 0])) == .full)
    #expect(asked.credit(for: .choices([0, nil, 1])) == Credit(1, of: 3))
    #expect(asked.credit(for: .choices([2, 2, 2])) == Credit.none)
    #expect(asked.credit(for: .choices([0])) == Credit(1, of: 3))
  }

  /// Swapping two neighbours of n steps costs one pair of n (n - 1) / 2, wherever they stand.
  @Test(arguments: 2...8)
  func aSwapOfNeighboursCostsOnePair(count: Int) throws {
    let order = try Ordering(items: (0..<count).map { "step \($0)" })
    let pairs = count * (count - 1) / 2
    for index in 0..<(count - 1) {
      var given = Array(0..<count)
      given.swapAt(index, index + 1)
      #expect(
        try question(.order(order)).credit(for: .order(given)) == Credit(pairs - 1, of: pairs))
    }
    let reversed = Array((0..<count).reversed())
    #expect(try question(.order(order)).credit(for: .order(reversed)) == Credit.none)
  }

  @Test func anEssayWaitsForAPersonUnlessItIsBlank() throws {
    let essay = try Essay(rubric: #require(Rubric.ID("R-1")))
    #expect(try question(.essay(essay)).credit(for: .text("…")) == nil)
    #expect(try question(.essay(essay)).credit(for: .blank) == Credit.none)
  }

  @Test func anAnswerOfAnotherFormEarnsNothing() throws {
    #expect(try question(.trueFalse(TrueFalse(key: true))).credit(for: .letters([])) == Credit.none)
  }

  @Test func badQuestionsCannotBeBuilt() {
    #expect(throws: QuestionFault.tooFewOptions(1)) {
      try SingleChoice(options: options(1), key: letters("A")[0])
    }
    #expect(throws: QuestionFault.keyIsNoOption(letters("D")[0])) {
      try SingleChoice(options: options(3), key: letters("D")[0])
    }
    #expect(throws: QuestionFault.noKey) { try MultipleChoice(options: options(3), key: []) }
    #expect(throws: QuestionFault.repeatedItem("a")) { try Ordering(items: ["a", "b", "a"]) }
    #expect(throws: QuestionFault.tooFewPairs(0)) { try Matching(pairs: []) }
    #expect(throws: QuestionFault.distractorIsRight("r")) {
      try Matching(
        pairs: [.init(left: "l", right: "r"), .init(left: "m", right: "s")], distractors: ["r"])
    }
  }

  @Test func theHashSeesKeyRuleAndTextButNotTheExplanation() throws {
    let single = try SingleChoice(options: options(3), key: letters("A")[0])
    let other = try SingleChoice(options: options(3), key: letters("B")[0])
    let base = try question(.single(single))
    let explained = Question(
      id: base.id, points: base.points, stem: base.stem, kind: base.kind, explanation: "why")
    #expect(base.contentHash == explained.contentHash)
    #expect(try base.contentHash != question(.single(other)).contentHash)
    #expect(try base.contentHash != question(.single(single), points: 2).contentHash)
  }

  private func question(_ kind: Question.Kind, points: UInt16 = 1) throws -> Question {
    try Question(
      id: #require(Question.ID("Q-1")), points: .whole(points), stem: "?", kind: kind)
  }

  private func options(_ count: Int) -> [ChoiceOption] {
    (0..<count).compactMap { Letter(index: $0) }.map {
      ChoiceOption(letter: $0, text: "option \($0)")
    }
  }

  private func letters(_ text: String) -> [Letter] { text.compactMap { Letter($0) } }
}
