public import MusterFiles
import MusterStore
public import MusterWords
public import People
public import Training
import Vocabulary

/// A paper for an agent.
public struct QuizPaper: Hashable, Sendable {
  public let agent: Agent
  public let paper: Paper
  /// False where it was handed out before and not handed in yet.
  public let isNew: Bool
}

/// What came of answers or grades that were handed in.
public struct QuizResult: Hashable, Sendable {
  public let agent: Agent
  public let module: Module
  public let attempt: Attempt
  /// How the assignment stands now.
  public let standing: Standing
}

/// What a table of answers or grades brought.
public struct QuizGrading: Sendable {
  /// By agent, module and attempt.
  public let results: [QuizResult]
  /// Essays that a grader had graded in the same way before.
  public let same: Int
  /// What was wrong; papers and essays it belongs to were left as they are.
  public let faults: [FileFault]
}

extension Workspace {
  /// Hands out papers of a module; a paper that is out already is given again.
  ///
  /// Without numbers or a team, everybody gets one who has the module assigned, has passed what it
  /// requires, and may take it. Somebody named who may not is a reason to refuse all.
  public func quizPapers(
    of id: Module.ID, for choice: AgentChoice, seed: UInt64, dryRun: Bool = false
  ) throws -> [QuizPaper] {
    let curriculum = try curriculum()
    let module = try module(id, of: curriculum)
    return try store.change(dryRun: dryRun) { connection in
      let agents = try choice.pick(from: connection.agents(on: today))
      let book = try TrainingBook(
        curriculum, connection, on: today, of: agents, in: [id] + module.requires)
      var papers: [QuizPaper] = []
      var hindrances: [Phrase] = []
      for agent in agents {
        switch entitlement(of: agent, to: module, book) {
        case .out(let paper):
          papers.append(QuizPaper(agent: agent, paper: paper, isNew: false))
        case .another(let assignmentID):
          let paper = Paper(
            drawing: module, for: agent.number, number: book.papers(agent.number, id) + 1,
            seed: seed)
          try connection.add(paper, for: assignmentID, at: now, by: actor)
          papers.append(QuizPaper(agent: agent, paper: paper, isNew: true))
        case .none(let hindrance):
          if choice.numbers.contains(agent.number) {
            hindrances.append(TrainingWords.noPaper(agent, module, hindrance))
          }
        }
      }
      guard hindrances.isEmpty else { throw Refusal(.notAllowed, hindrances) }
      return papers
    }
  }

  /// Grades answers; a paper with a row that cannot be read stays open as a whole.
  public func gradeQuiz(_ file: FileSource, dryRun: Bool = false) throws -> QuizGrading {
    let curriculum = try curriculum()
    let sheet = try AnswerSheet(TableReader(file, columns: AnswerSheet.columns))
    return try store.change(dryRun: dryRun) { connection in
      let book = try TrainingBook(
        curriculum, connection, on: today, of: sheet.forms.map { TrainingBook.Key($0.paper) })
      var grader = QuizGrader(sheet, curriculum, book, today: today)
      var touched: [TrainingBook.Key] = []
      for form in sheet.forms {
        guard let (attempt, submission) = grader.submission(of: form) else { continue }
        try connection.submit(submission, to: attempt.id, at: now, by: actor)
        touched.append(TrainingBook.Key(form.paper))
      }
      return try grading(
        of: touched, same: 0, faults: grader.faults, curriculum, connection)
    }
  }

  /// Takes over grades of essays by their rubrics.
  public func gradeEssays(_ file: FileSource, dryRun: Bool = false) throws -> QuizGrading {
    let curriculum = try curriculum()
    let sheet = try GradeSheet(TableReader(file, columns: GradeSheet.columns))
    return try store.change(dryRun: dryRun) { connection in
      let book = try TrainingBook(
        curriculum, connection, on: today, of: sheet.entries.map { TrainingBook.Key($0.paper) })
      var faults = sheet.faults
      var touched: [TrainingBook.Key] = []
      var same = 0
      for entry in sheet.entries {
        guard let essay = find(entry, in: sheet, book, &faults) else { continue }
        let known = try connection.essayMarks(of: essay.attemptID, at: essay.position)
        if let earlier = known.first(where: { $0.marks.grader == entry.grader }) {
          if earlier.marks == essay.marks {
            same += 1
          } else {
            faults.append(sheet.fileFault(entry, "grader", entry.grader, TrainingWords.gradedOnce))
          }
          continue
        }
        let before = EssayGrade(known.map(\.marks), by: essay.rubric)
        guard case .pending = before else {
          faults.append(
            sheet.fileFault(entry, "question", entry.question.text, TrainingWords.waitingEssay))
          continue
        }
        try connection.add(
          StoredEssayMarks(marks: essay.marks, levels: entry.levelText), to: essay.attemptID,
          at: essay.position, by: essay.rubric.contentHash, recorded: now, actor: actor)
        let grade = EssayGrade(known.map(\.marks) + [essay.marks], by: essay.rubric)
        if case .settled(let points, let vetoed) = grade {
          try connection.settleEssay(
            of: essay.attemptID, at: essay.position, points, vetoed: vetoed, recorded: now,
            actor: actor)
        }
        touched.append(TrainingBook.Key(entry.paper))
      }
      return try grading(of: touched, same: same, faults: faults, curriculum, connection)
    }
  }

  private enum Entitlement {
    case out(Paper)
    case another(assignmentID: Int64)
    case none(PaperHindrance)
  }

  private func entitlement(
    of agent: Agent, to module: Module, _ book: TrainingBook
  ) -> Entitlement {
    guard let line = book.current(agent.number, module.id) else { return .none(.notAssigned) }
    for attempt in line.tries {
      if case .open(let paper) = attempt.attempt { return .out(paper) }
    }
    switch line.standing {
    case .passed: return .none(.passed)
    case .pendingGrade: return .none(.pending)
    case .assigned, .inProgress, .failed, .overdue: break
    }
    let missing = module.requires.filter { !book.hasPassed(agent.number, $0) }
    guard missing.isEmpty else { return .none(.requires(missing)) }
    guard module.rule.allowsAnother(after: line.tries.map(\.attempt)) else {
      return .none(.noneLeft)
    }
    return .another(assignmentID: line.id)
  }

  /// How the papers that were touched stand now.
  private func grading(
    of touched: [TrainingBook.Key], same: Int, faults: [FileFault], _ curriculum: Curriculum,
    _ connection: Connection
  ) throws -> QuizGrading {
    let book = try TrainingBook(curriculum, connection, on: today, of: touched)
    let results = Set(touched).sorted { ($0.agent, $0.module) < ($1.agent, $1.module) }
      .compactMap { key in book.current(key.agent, key.module) }
      .compactMap { line in
        line.tries.last.map { last in
          QuizResult(
            agent: line.agent, module: line.module, attempt: last.attempt, standing: line.standing)
        }
      }
    return QuizGrading(results: results, same: same, faults: faults)
  }

  private typealias FoundEssay = (
    attemptID: Int64, position: Int, rubric: Rubric, marks: EssayMarks
  )

  /// The essay that an entry grades, or nil after what is wrong has been reported.
  private func find(
    _ entry: GradeSheet.Entry, in sheet: GradeSheet, _ book: TrainingBook,
    _ faults: inout [FileFault]
  ) -> FoundEssay? {
    guard let line = book.current(entry.paper.agent, entry.paper.module) else {
      faults.append(
        sheet.fileFault(entry, "agent_id", entry.paper.agent.text, TrainingWords.assigned))
      return nil
    }
    let handedIn = line.tries.filter { stored in
      if case .open = stored.attempt { return false }
      return entry.paper.attempt.map { $0 == stored.attempt.paper.number } ?? true
    }
    let waiting = handedIn.first { if case .pending = $0.attempt { true } else { false } }
    guard let stored = waiting ?? handedIn.last,
      let position = stored.attempt.paper.items.firstIndex(where: { $0.question == entry.question }
      ),
      let rubric = line.module.question(entry.question).flatMap(line.module.rubric(of:))
    else {
      faults.append(
        sheet.fileFault(entry, "question", entry.question.text, TrainingWords.waitingEssay))
      return nil
    }
    do throws(EssayMarks.Fault) {
      return (stored.id, position, rubric, try entry.marks(by: rubric))
    } catch {
      faults.append(sheet.fileFault(of: entry, error))
      return nil
    }
  }
}

/// Turns forms into submissions of the papers that are out.
private struct QuizGrader {
  private let sheet: AnswerSheet
  private let curriculum: Curriculum
  private let book: TrainingBook
  private let today: Day
  private(set) var faults: [FileFault]

  init(_ sheet: AnswerSheet, _ curriculum: Curriculum, _ book: TrainingBook, today: Day) {
    self.sheet = sheet
    self.curriculum = curriculum
    self.book = book
    self.today = today
    self.faults = sheet.faults
  }

  mutating func submission(
    of form: AnswerSheet.Form
  ) -> (attempt: StoredAttempt, submission: Submission)? {
    let (line, asked) = (form.cells.first?.line, form.paper)
    func fileFault(_ column: String, _ found: String, _ wanted: Phrase) -> FileFault {
      FileFault(file: sheet.file, line: line, column: column, found: found, wanted: wanted)
    }
    guard let current = book.current(asked.agent, asked.module),
      let attempt = current.tries.last(where: { stored in
        guard case .open(let paper) = stored.attempt else { return false }
        return asked.attempt.map { $0 == paper.number } ?? true
      })
    else {
      faults.append(
        fileFault(
          "agent_id", asked.agent.text, TrainingWords.openPaper(asked.module, asked.attempt)))
      return nil
    }
    let day = form.submittedOn ?? today
    guard day <= today, day >= current.assignment.assignedOn else {
      faults.append(
        fileFault(
          "submitted_on", "\(day)",
          TrainingWords.dayBetween(current.assignment.assignedOn, today)))
      return nil
    }
    let module = current.module
    let translations = curriculum.translations.filter { $0.module == module.id }
    let (answers, wrong) = sheet.answers(
      of: form, to: attempt.attempt.paper, from: module,
      translated: translations.map { module.translated(by: $0) })
    faults += wrong
    guard wrong.isEmpty else { return nil }
    do throws(AttemptFault) {
      let submission = try Submission(
        answers, to: attempt.attempt.paper, on: day, from: module, translations: translations)
      return (attempt, submission)
    } catch {
      faults.append(
        FileFault(
          file: sheet.file, line: line, column: "module", found: asked.module.text,
          wanted: TrainingWords.sameBank, hint: error.phrase))
      return nil
    }
  }
}
