import MusterStore
import MusterTesting
import Testing
import Training
import Vocabulary

@Suite struct TrainingQueriesTests {
  private let scratch: Scratch
  private let module: Module

  init() throws {
    scratch = try Scratch()
    module = try TrainingQueriesTests.module()
  }

  private func store(on engine: StoreEngine) throws -> Store {
    let store = try scratch.store(on: engine)
    try store.write { connection in
      _ = try connection.importAgents(
        [Fixture.agent("A1"), Fixture.agent("A2")], from: Fixture.day("2026-10-01"))
      try connection.add([assignment("A1"), assignment("A2")], at: Fixture.now, by: "li")
    }
    return store
  }

  @Test(arguments: StoreEngine.allCases) func assignmentsComeBackInOrder(engine: StoreEngine) throws
  {
    let store = try store(on: engine)
    #expect(
      try store.read { try $0.assignments() }.map(\.assignment) == [
        assignment("A1"), assignment("A2"),
      ])
    #expect(throws: StoreFault.self) {
      try store.write { try $0.add([assignment("A1")], at: Fixture.now, by: "li") }
    }
  }

  @Test(arguments: StoreEngine.allCases) func aPaperComesBackAsItWasDrawn(engine: StoreEngine)
    throws
  {
    let store = try store(on: engine)
    let paper = Paper(drawing: module, for: Fixture.number("A1"), number: 1, seed: 7)
    try handOut(store, paper)
    let stored = try store.read { try $0.attempts() }
    #expect(stored.map(\.attempt) == [.open(paper)])
    #expect(throws: StoreFault.self) { try handOut(store, paper) }
  }

  @Test(arguments: StoreEngine.allCases) func answersMarksAndEssaysComeBackAsTheyWent(
    engine: StoreEngine
  ) throws {
    let store = try store(on: engine)
    let paper = Paper(drawing: module, for: Fixture.number("A1"), number: 1, seed: 7)
    try handOut(store, paper)
    let answers: [Question.ID: Answer] = [
      try id("Q-1"): .letters([try letter("A"), try letter("C")]), try id("Q-2"): .truth(false),
      try id("Q-3"): .number(try #require(ExactDecimal("-0.50"))),
      try id("Q-4"): .choices([1, nil]), try id("Q-5"): .order([2, 0, 1]),
      try id("Q-6"): .text("多种\n\"方案\""), try id("Q-7"): .text("对不起"),
    ]
    let submission = try Submission(
      answers, to: paper, on: Fixture.day("2026-10-05"), from: module)
    let attemptID = try #require(try store.read { try $0.attempts() }.first?.id)
    try store.write { try $0.submit(submission, to: attemptID, at: Fixture.now, by: "li") }
    #expect(try store.read { try $0.attempts() }.map(\.attempt) == [.pending(submission)])

    let position = try #require(paper.items.firstIndex { $0.question.text == "Q-7" })
    let marks = StoredEssayMarks(
      marks: EssayMarks(grader: "林老师", points: .whole(3), vetoed: true), levels: "R1=2 R2=1")
    try store.write { connection in
      try connection.add(
        marks, to: attemptID, at: position, by: module.contentHash, recorded: Fixture.now,
        actor: "li")
      try connection.settleEssay(
        of: attemptID, at: position, .whole(3), vetoed: true, recorded: Fixture.now, actor: "li")
    }
    #expect(try store.read { try $0.essayMarks(of: attemptID, at: position) } == [marks])
    let graded = try submission.grading(id("Q-7"), .settled(.whole(3), vetoed: true))
    #expect(try store.read { try $0.attempts() }.map(\.attempt) == [Attempt(graded)])
    guard case .graded(_, let outcome) = Attempt(graded) else {
      Issue.record("still pending")
      return
    }
    #expect(outcome.vetoed)
  }

  @Test(arguments: StoreEngine.allCases) func anErasedAnswerLeavesItsMark(engine: StoreEngine)
    throws
  {
    let store = try store(on: engine)
    let paper = Paper(drawing: module, for: Fixture.number("A1"), number: 1, seed: 7)
    try handOut(store, paper)
    let submission = try Submission(
      [id("Q-6"): .text("多种")], to: paper, on: Fixture.day("2026-10-05"), from: module)
    let attemptID = try #require(try store.read { try $0.attempts() }.first?.id)
    try store.write { connection in
      try connection.submit(submission, to: attemptID, at: Fixture.now, by: "li")
      let names = try #require(try connection.names(of: Fixture.number("A1"), aliases: []))
      let fields = try connection.erase(names, note: ChangeNote(at: Fixture.now, actor: "li"))
      #expect(fields.map(\.table) == ["agent_name", "attempt_answer"])
    }
    guard case .graded(let read, let outcome) = try store.read({ try $0.attempts() })[0].attempt
    else {
      Issue.record("not graded")
      return
    }
    #expect(read.marks.allSatisfy { $0.answer == .text("") })
    #expect(outcome.earned == .whole(1))
  }

  @Test(
    arguments: StoreEngine.allCases,
    [
      "attempt", "attempt_item", "submission", "attempt_mark", "certificate", "certificate_point",
    ]) func whatWasKeptCannotBeChanged(engine: StoreEngine, table: String) throws
  {
    let store = try store(on: engine)
    let paper = Paper(drawing: module, for: Fixture.number("A1"), number: 1, seed: 7)
    try handOut(store, paper)
    let submission = try Submission(
      [:], to: paper, on: Fixture.day("2026-10-05"), from: module)
    let stored = try #require(try store.read { try $0.attempts() }.first)
    try store.write { connection in
      try connection.submit(submission, to: stored.id, at: Fixture.now, by: "li")
      try connection.add(certificate(), for: stored.assignmentID, at: Fixture.now, by: "li")
    }
    #expect(throws: StoreFault.self) {
      try store.write { try $0.execute("DELETE FROM \(table)") }
    }
  }

  @Test(arguments: StoreEngine.allCases) func certificatesComeBackOneForAnAssignment(
    engine: StoreEngine
  ) throws {
    let store = try store(on: engine)
    let assignmentID = try #require(try store.read { try $0.assignments() }.first?.id)
    let certificate = certificate()
    try store.write { try $0.add(certificate, for: assignmentID, at: Fixture.now, by: "li") }
    let stored = try store.read { try $0.certificates() }
    #expect(stored.map(\.certificate) == [certificate])
    #expect(throws: StoreFault.self) {
      try store.write { try $0.add(certificate, for: assignmentID, at: Fixture.now, by: "li") }
    }
  }

  /// Two agents at two modules, one paper and one certificate for each assignment.
  @Test(arguments: StoreEngine.allCases) func aScopeLeavesTheRestAlone(engine: StoreEngine) throws {
    let store = try store(on: engine)
    var other = module
    other.id = try #require(Module.ID("other"))
    try store.write { connection in
      let more = ["A1", "A2"].map { number in
        Assignment(
          agent: Fixture.number(number), module: other.id, assignedOn: Fixture.day("2026-10-01"),
          dueOn: Fixture.day("2026-10-15"))
      }
      try connection.add(more, at: Fixture.now, by: "li")
      for stored in try connection.assignments() {
        let (agent, id) = (stored.assignment.agent, stored.assignment.module)
        let module = id == other.id ? other : module
        let paper = Paper(drawing: module, for: agent, number: 1, seed: 7)
        try connection.add(paper, for: stored.id, at: Fixture.now, by: "li")
        try connection.add(
          Certificate(for: agent, passing: module, on: Fixture.day("2026-10-05")), for: stored.id,
          at: Fixture.now, by: "li")
      }
      let attempts = try connection.attempts()
      let submission = try Submission(
        [id("Q-6"): .text("多种")], to: attempts[3].attempt.paper, on: Fixture.day("2026-10-05"),
        from: module)
      try connection.submit(submission, to: attempts[3].id, at: Fixture.now, by: "li")
    }
    let (a1, a2) = (Fixture.number("A1"), Fixture.number("A2"))
    let scopes: [(scope: TrainingScope, count: Int)] = [
      (TrainingScope(), 4), (TrainingScope(agents: [a2]), 2),
      (TrainingScope(agents: [a1, a2], modules: [other.id]), 2),
      (TrainingScope(modules: [module.id]), 2),
      (TrainingScope(agents: [a2], modules: [module.id]), 1), (TrainingScope(agents: []), 0),
      (TrainingScope(agents: [a1], modules: []), 0),
    ]
    for (scope, count) in scopes {
      func isMeant(_ agent: AgentNumber, _ module: Module.ID) -> Bool {
        scope.agents?.contains(agent) ?? true && scope.modules?.contains(module) ?? true
      }
      try store.read { connection in
        let attempts = try connection.attempts(in: scope)
        #expect(attempts.count == count)
        #expect(
          try attempts
            == connection.attempts().filter {
              isMeant($0.attempt.paper.agent, $0.attempt.paper.module)
            })
        #expect(
          try connection.assignments(in: scope)
            == connection.assignments().filter {
              isMeant($0.assignment.agent, $0.assignment.module)
            })
        #expect(
          try connection.certificates(in: scope)
            == connection.certificates().filter {
              isMeant($0.certificate.agent, $0.certificate.module)
            })
      }
    }
  }

  private func certificate() -> Certificate {
    Certificate(for: Fixture.number("A1"), passing: module, on: Fixture.day("2026-10-05"))
  }

  private func assignment(_ number: String) -> Assignment {
    Assignment(
      agent: Fixture.number(number), module: module.id, assignedOn: Fixture.day("2026-10-01"),
      dueOn: Fixture.day("2026-10-15"))
  }

  private func handOut(_ store: Store, _ paper: Paper) throws {
    try store.write { connection in
      let assignment = try #require(try connection.assignments().first)
      try connection.add(paper, for: assignment.id, at: Fixture.now, by: "li")
    }
  }

  private func id(_ text: String) throws -> Question.ID { try #require(Question.ID(text)) }

  private func letter(_ text: Character) throws -> Letter { try #require(Letter(text)) }

  /// A question of each kind, two options and more.
  private static func module() throws -> Module {
    let options = ["A", "B", "C"].compactMap(Letter.init).map {
      ChoiceOption(letter: $0, text: "option \($0)")
    }
    let rubric = try #require(Rubric.ID("R-1"))
    let half = try #require(ExactDecimal("-0.5"))
    let patterns = try #require(AnswerPattern.alternatives("多种"))
    let kinds: [Question.Kind] = [
      .multiple(try MultipleChoice(options: options, key: [options[0].letter])),
      .trueFalse(TrueFalse(key: false)), .number(try NumberEntry(key: half)),
      .match(
        try Matching(pairs: [.init(left: "a", right: "1"), .init(left: "b", right: "2")])),
      .order(try Ordering(items: ["a", "b", "c"])), .short(try ShortAnswer(patterns: patterns)),
      .essay(Essay(rubric: rubric)),
    ]
    let questions = try kinds.enumerated().map { index, kind in
      let id = try #require(Question.ID("Q-\(index + 1)"))
      return Question(id: id, points: .whole(1), stem: "?", kind: kind)
    }
    let module = try #require(Module.ID("trial"))
    let point = try #require(LearningPoint.ID("P-1"))
    return Module(
      id: module, title: "试", version: try #require(ModuleVersion("1.0.0")), validDays: 180,
      rule: PassRule(mark: .full), points: [LearningPoint(id: point, text: "can")],
      questions: questions)
  }
}
