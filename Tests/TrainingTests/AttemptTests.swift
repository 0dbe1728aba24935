import Testing
import Training
import Vocabulary

@Suite struct AttemptTests {
  @Test func gradesWhatNeedsNoPersonAndWaitsForTheRest() throws {
    let module = try bank(6, essays: 1)
    let paper = Paper(drawing: module, for: try agent(), number: 1, seed: 1)
    let essay = try #require(Question.ID("T-E1"))
    var answers: [Question.ID: Answer] = [essay: .text("…")]
    for item in paper.items.dropLast().prefix(5) { answers[item.question] = .truth(true) }
    let submission = try Submission(answers, to: paper, on: day("2026-07-01"), from: module)
    #expect(Attempt(submission) == .pending(submission))
    let marks = try EssayMarks(
      grader: "A", levels: levels(2, 1), vetoed: false, by: try rubric())
    let graded = try submission.grading(essay, EssayGrade([marks], by: rubric()))
    guard case .graded(_, let outcome) = Attempt(graded) else {
      Issue.record("still pending")
      return
    }
    #expect(outcome.earned == .whole(8))
    #expect(outcome.maximum == .whole(10))
    #expect(outcome.score == Score(hundredths: 80_00))
  }

  @Test func aVetoFailsAndLeavesTheScoreVisible() throws {
    let outcome = Outcome(earned: .whole(9), maximum: .whole(10), vetoed: true)
    #expect(outcome.score == Score(hundredths: 90_00))
    #expect(outcome.counted == .zero)
  }

  /// 2 of 3 is 66.666...: cut, so that it does not reach 66.67.
  @Test func theScoreIsCutAndNotRounded() {
    #expect(Outcome(earned: .whole(2), maximum: .whole(3)).score == Score(hundredths: 66_66))
    #expect(Outcome(earned: .zero, maximum: .zero).score == .zero)
  }

  @Test func refusesAnswersToOtherQuestionsAndChangedBanks() throws {
    let module = try bank(3)
    let paper = Paper(drawing: module, for: try agent(), number: 1, seed: 1)
    let other = try #require(Question.ID("T-9"))
    #expect(throws: AttemptFault.notOnPaper(other)) {
      try Submission([other: .blank], to: paper, on: day("2026-07-01"), from: module)
    }
    var changed = module
    let first = module.questions[0]
    changed.questions[0] = Question(
      id: first.id, points: first.points, covers: first.covers, stem: first.stem,
      kind: .trueFalse(TrueFalse(key: false)))
    #expect(throws: AttemptFault.self) {
      try Submission([:], to: paper, on: day("2026-07-01"), from: changed)
    }
    #expect(throws: AttemptFault.notAnEssay(first.id)) {
      try Submission([:], to: paper, on: day("2026-07-01"), from: module)
        .grading(first.id, .settled(.zero, vetoed: false))
    }
  }

  @Test func shortAnswersCountInEitherLanguage() throws {
    var module = try bank(1)
    let short = try ShortAnswer(patterns: #require(AnswerPattern.alternatives("多种")))
    let id = module.questions[0].id
    module.questions = [Question(id: id, points: .whole(1), stem: "?", kind: .short(short))]
    let translation = Translation(
      module: module.id, language: "en",
      questions: [
        .init(id: id, stem: "?", patterns: try #require(AnswerPattern.alternatives("several")))
      ])
    let paper = Paper(drawing: module, for: try agent(), number: 1, seed: 1)
    for (given, earned) in [("多种", Points.whole(1)), ("Several", .whole(1)), ("one", .zero)] {
      let submission = try Submission(
        [id: .text(given)], to: paper, on: day("2026-07-01"), from: module,
        translations: [translation])
      #expect(submission.marks.map(\.grade) == [.settled(earned, vetoed: false)])
    }
  }

  @Test(arguments: [
    (a: (2, 2), b: nil, third: nil, grade: EssayGrade.pending(graders: 1)),
    (a: (2, 2), b: (2, 1), third: nil, grade: .settled(Points("3.5") ?? .zero, vetoed: false)),
    (a: (2, 2), b: (1, 1), third: nil, grade: .pending(graders: 1)),
    (a: (2, 2), b: (1, 1), third: (2, 1), grade: .settled(.whole(3), vetoed: false)),
  ])
  func twoGradersAndAThird(
    a: (Int, Int), b: (Int, Int)?, third: (Int, Int)?, grade: EssayGrade
  ) throws {
    let rubric = try rubric(two: true)
    let marks = try [a, b, third].compactMap(\.self).enumerated().map { index, given in
      try EssayMarks(
        grader: "grader \(index)", levels: levels(given.0, given.1), vetoed: false, by: rubric)
    }
    #expect(EssayGrade(marks, by: rubric) == grade)
  }

  @Test func gradersWhoDifferOnAVetoCallAThird() throws {
    let rubric = try rubric(two: true)
    let marks = try [false, true].map { veto in
      try EssayMarks(grader: "\(veto)", levels: levels(2, 2), vetoed: veto, by: rubric)
    }
    #expect(EssayGrade(marks, by: rubric) == .pending(graders: 1))
    #expect(EssayGrade([], by: rubric) == .pending(graders: 2))
  }

  @Test func levelsMustBeThoseOfTheRubric() throws {
    let rubric = try rubric()
    let (first, second) = (rubric.criteria[0].id, rubric.criteria[1].id)
    #expect(throws: EssayMarks.Fault.missingCriterion(second)) {
      try EssayMarks(grader: "A", levels: [(first, .whole(1))], vetoed: false, by: rubric)
    }
    #expect(
      throws: EssayMarks.Fault.noSuchLevel(first, .whole(3), levels: [.zero, .whole(1), .whole(2)])
    ) {
      try EssayMarks(grader: "A", levels: levels(3, 1), vetoed: false, by: rubric)
    }
    #expect(throws: EssayMarks.Fault.repeatedCriterion(first)) {
      try EssayMarks(
        grader: "A", levels: [(first, .zero), (first, .zero)], vetoed: false, by: rubric)
    }
  }

  private func levels(
    _ first: Int, _ second: Int
  ) throws -> [(criterion: Rubric.Criterion.ID, points: Points)] {
    let criteria = try rubric().criteria
    return [
      (criteria[0].id, .whole(UInt16(first))), (criteria[1].id, .whole(UInt16(second))),
    ]
  }
}
