import MusterFiles
import MusterTesting
import MusterWords
import Testing
import Training
import Vocabulary

@Suite struct PaperPageTests {
  /// The key of a printed paper, typed back as answers, earns all that needs no person.
  @Test(arguments: ["communication", "complaint-handling", "emotion", "onboarding", "product"])
  func theKeyEarnsFullMarks(name: String) throws {
    let curriculum = try CurriculumReading(folder: Checkout.root + "/curricula").curriculum
    let module = try #require(try curriculum.module(id(name)))
    var whole = module
    whole.draw = nil
    let paper = Paper(drawing: whole, for: try agent("0007"), number: 1, seed: 11)
    let english = try #require(curriculum.module(module.id, language: "en"))
    for form in [whole, english] {
      let key = PaperPage(paper, from: form, in: .en).key()
      for (index, item) in paper.items.enumerated() {
        let question = try #require(module.question(item.question))
        let start = "\(index + 1). \(item.question): "
        let line = try #require(key.split(separator: "\n").first { $0.hasPrefix(start) })
        var text = String(line.dropFirst(start.count))
        if case .short = question.kind { text = text.split(separator: " | ").map(String.init)[0] }
        if case .number = question.kind { text = text.split(separator: " ").map(String.init)[0] }
        let answer = try AnswerText.read(
          text, to: question, on: item,
          translated: [english]
            .compactMap { $0.question(item.question) })
        let asked = try #require(form.question(item.question))
        #expect(asked.credit(for: answer) == (question.rubric != nil ? nil : .full), "\(line)")
      }
    }
  }

  @Test func aPaperReadsWell() throws {
    let options = ["one", "two", "three"].enumerated().compactMap { index, text in
      Letter(index: index).map { ChoiceOption(letter: $0, text: text) }
    }
    let questions = try [
      Question.Kind.single(SingleChoice(options: options, key: options[1].letter)),
      .multiple(MultipleChoice(options: options, key: [options[0].letter, options[2].letter])),
      .match(
        Matching(
          pairs: [.init(left: "a", right: "1"), .init(left: "b", right: "2")], distractors: ["3"])),
      .order(Ordering(items: ["first", "second", "third"])),
      .trueFalse(TrueFalse(key: false)),
    ].enumerated().map { index, kind in
      Question(
        id: try id("T-\(index + 1)"), points: .whole(2),
        stem: "Stem \(index + 1)", kind: kind, explanation: index == 0 ? "Because." : nil)
    }
    let rule = PassRule(mark: try #require(Score(hundredths: 80_00)))
    let module = Module(
      id: try id("trial"), title: "Trial",
      version: try version("1.0.0"), rule: rule, questions: questions)
    let paper = Paper(drawing: module, for: try agent("0007"), number: 2, seed: 5)
    let page = PaperPage(paper, from: module, in: .en)
    #expect(page.questions(agentName: "Li Na") == printed)
    #expect(
      page.answerSheet().hasPrefix("agent_id,module,attempt,question,answer\n0007,trial,2,T-"))
    #expect(page.answerSheet().split(separator: "\n").count == 6)
  }

  private let printed = """
    # Trial

    Agent 0007 Li Na, trial 1.0.0, attempt 2
    5 questions, 10 points, pass at 80%.

    ## 1. Match (2 points, a share for each right pair) T-3

    Stem 3

    1. a
    2. b

    - A. 1
    - B. 3
    - C. 2

    ## 2. Multiple choice (2 points, half if some are missing, none with a wrong one) T-2

    Stem 2

    - A. three
    - B. two
    - C. one

    ## 3. Order (2 points, a share for each pair in the right order) T-4

    Stem 4

    1. first
    2. third
    3. second

    ## 4. Single choice (2 points) T-1

    Stem 1

    - A. two
    - B. one
    - C. three

    ## 5. True or false (2 points) T-5

    Stem 5

    ---

    drawn with seed 5 from bank 8dcb9e24c724

    """
}
