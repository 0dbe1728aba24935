import MusterFiles
import MusterTesting
import MusterWords
import Testing
import Training
import Vocabulary

@Suite struct QuizFileTests {
  @Test(
    "what was written reads as it was",
    arguments: ["communication", "complaint-handling", "emotion", "onboarding", "product"])
  func shipped(name: String) throws {
    let path = Checkout.root + "/curricula/\(name)/quiz.md"
    let bank = QuizFile.read(try #require(Checkout.read(path)), file: path).bank
    #expect(bank.questions.count >= 10)
    let written = QuizFile.write(bank)
    #expect(written.unsaid.isEmpty)
    let reading = QuizFile.read(written.text, file: "quiz.md")
    #expect(reading.faults.map { $0.text(in: .en) } == [])
    #expect(reading.bank == bank)
    #expect(QuizFile.write(reading.bank) == written)
  }

  @Test("what can be said reads as it was, and the rest is named", arguments: 1...200)
  func invented(seed: UInt64) throws {
    var invented = InventedBank(seed: seed)
    let bank = QuestionBank(
      questions: try invented.questions(), retired: [try id("OLD-1"), try id("OLD-2")])
    let written = QuizFile.write(bank)
    let reading = QuizFile.read(written.text, file: "quiz.md")
    #expect(reading.faults.map { $0.text(in: .en) } == [])
    #expect(reading.bank.questions == bank.questions.filter { !written.unsaid.contains($0.id) })
    #expect(reading.bank.retired == bank.retired)
    #expect(written.unsaid.count < bank.questions.count / 2)
  }

  @Test(
    "a text that would read as something else is named, not bent",
    arguments: ["## T-9 判断 1分", "答案: 对", " 前面有空格", "", "末尾有空行\n", "对\n\n答案：错"])
  func unsaid(stem: String) throws {
    let odd = Question(
      id: try id("T-1"), points: .whole(1), stem: stem, kind: .trueFalse(TrueFalse(key: true)))
    let plain = Question(
      id: try id("T-2"), points: .whole(1), stem: "题", kind: .trueFalse(TrueFalse(key: true)))
    let written = QuizFile.write(QuestionBank(questions: [odd, plain, plain]))
    #expect(written.unsaid == [odd.id, plain.id])
    #expect(written.text == "## T-2 判断 1分\n\n题\n\n答案: 对\n")
  }

  @Test("a bank that was read tells where its questions stand")
  func places() throws {
    let reading = QuizFile.read("## T-1 停用\n\n## T-2 判断 1分\n题\n答案: 也许", file: "q.md")
    #expect(reading.bank == QuestionBank(retired: [try id("T-1")]))
    #expect(reading.lines == [try id("T-1"): 1, try id("T-2"): 3])
    #expect(reading.faults.map { "\($0.file):\($0.line ?? 0)" } == ["q.md:5"])
  }
}

/// Laws that every kind of question keeps.
@Suite struct QuestionKindTests {
  @Test("a right answer earns full marks, a wrong one does not", arguments: 1...40)
  func samples(seed: UInt64) throws {
    var invented = InventedBank(seed: seed)
    for question in try invented.questions() {
      let right = question.sample(isRight: true)
      if let right { #expect(question.credit(for: right) == .full, "\(question)") }
      if let wrong = question.sample(isRight: false), wrong != right {
        #expect(question.credit(for: wrong) != .full, "\(question)")
      }
      #expect(right == nil || question.rubric == nil)
      #expect(question.credit(for: .blank) == Credit.none)
    }
  }

  @Test("an answer reads as it was written, on any paper", arguments: 1...40)
  func answers(seed: UInt64) throws {
    var invented = InventedBank(seed: seed)
    let module = Module(
      id: try id("trial"), title: "试", version: try version("1.0.0"), rule: PassRule(mark: .full),
      questions: try invented.questions())
    let paper = Paper(drawing: module, for: try agent("0007"), number: 1, seed: seed)
    for item in paper.items {
      let question = try #require(module.question(item.question))
      for answer in [true, false].compactMap({ question.sample(isRight: $0) }) {
        let text = AnswerText.write(answer, to: question, on: item)
        guard !text.isEmpty else { continue }
        #expect(try AnswerText.read(text, to: question, on: item) == answer, "\(question)")
      }
    }
  }
}
