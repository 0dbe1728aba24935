public import Vocabulary

/// One agent's try at a module: a paper handed out, then answers, then an outcome.
public enum Attempt: Hashable, Sendable {
  /// Drawn, and not handed in.
  case open(Paper)
  /// Handed in; essays wait for people.
  case pending(Submission)
  case graded(Submission, Outcome)

  /// A submission's state: graded once no mark is pending.
  public init(_ submission: Submission) {
    if let outcome = Outcome(submission) {
      self = .graded(submission, outcome)
    } else {
      self = .pending(submission)
    }
  }

  public var paper: Paper {
    switch self {
    case .open(let paper): paper
    case .pending(let submission), .graded(let submission, _): submission.paper
    }
  }
}

/// A paper with what was answered and what it earned.
public struct Submission: Hashable, Sendable {
  public struct Mark: Hashable, Sendable {
    public let answer: Answer
    public let grade: EssayGrade

    public init(answer: Answer, grade: EssayGrade) {
      self.answer = answer
      self.grade = grade
    }
  }

  public let paper: Paper
  public let submittedOn: Day
  /// One for each item of the paper, in its order.
  public let marks: [Mark]

  /// A submission as it was stored, or nil unless it has a mark for each item.
  public init?(paper: Paper, submittedOn: Day, marks: [Mark]) {
    guard marks.count == paper.items.count else { return nil }
    self.paper = paper
    self.submittedOn = submittedOn
    self.marks = marks
  }

  /// The paper's answers, graded as far as that needs no person.
  ///
  /// A question without an answer earns nothing. Short answers may be in the language of any of
  /// the translations. Throws where an answer belongs to no question of the paper, or a question
  /// is not what it was when it was drawn.
  public init(
    _ answers: [Question.ID: Answer], to paper: Paper, on day: Day, from module: Module,
    translations: [Translation] = []
  ) throws(AttemptFault) {
    for id in answers.keys.sorted() where paper.item(id) == nil { throw .notOnPaper(id) }
    var marks: [Mark] = []
    for item in paper.items {
      guard let question = module.question(item.question) else {
        throw .questionGone(item.question)
      }
      guard question.contentHash == item.contentHash else {
        throw .questionChanged(item.question, drawn: item.contentHash, now: question.contentHash)
      }
      let answer = answers[item.question] ?? .blank
      let forms = translations.compactMap { $0.question(item.question) }
      let wider = forms.reduce(question) { $0.translated(by: $1) ?? $0 }
      if let credit = wider.credit(for: answer) {
        let points = question.points.scaled(by: credit)
        marks.append(Mark(answer: answer, grade: .settled(points, vetoed: false)))
      } else {
        marks.append(Mark(answer: answer, grade: question.gradeBefore(module)))
      }
    }
    self.paper = paper
    self.submittedOn = day
    self.marks = marks
  }

  /// The same with the essay's grade in place of what it had.
  public func grading(_ essay: Question.ID, _ grade: EssayGrade) throws(AttemptFault) -> Submission
  {
    guard let index = paper.items.firstIndex(where: { $0.question == essay }) else {
      throw .notOnPaper(essay)
    }
    guard case .text = marks[index].answer else { throw .notAnEssay(essay) }
    var marks = marks
    marks[index] = Mark(answer: marks[index].answer, grade: grade)
    return Submission(checked: paper, submittedOn: submittedOn, marks: marks)
  }

  private init(checked paper: Paper, submittedOn: Day, marks: [Mark]) {
    self.paper = paper
    self.submittedOn = submittedOn
    self.marks = marks
  }
}

extension Question {
  /// What an essay waits for before anybody has graded it.
  fileprivate func gradeBefore(_ module: Module) -> EssayGrade {
    module.rubric(of: self).map { EssayGrade([], by: $0) } ?? .pending(graders: 1)
  }
}

/// Why answers or grades do not go with a paper.
public enum AttemptFault: Error, Hashable, Sendable {
  case notOnPaper(Question.ID)
  case questionGone(Question.ID)
  case questionChanged(Question.ID, drawn: ContentHash, now: ContentHash)
  case notAnEssay(Question.ID)
}

/// What an attempt came to.
public struct Outcome: Hashable, Sendable {
  public let earned: Points
  public let maximum: Points
  /// Whether an essay showed what fails the attempt outright.
  public let vetoed: Bool

  public init(earned: Points, maximum: Points, vetoed: Bool = false) {
    self.earned = earned
    self.maximum = maximum
    self.vetoed = vetoed
  }

  /// The sum of the marks, or nil while one is pending.
  init?(_ submission: Submission) {
    var (earned, vetoed) = (Points.zero, false)
    for mark in submission.marks {
      guard case .settled(let points, let veto) = mark.grade else { return nil }
      earned = earned + points
      vetoed = vetoed || veto
    }
    self.init(earned: earned, maximum: submission.paper.maximum, vetoed: vetoed)
  }

  /// The share of the maximum, cut and not rounded to the hundredth, so that what lies under a
  /// whole-hundredth pass mark stays under it; zero where the paper is worth nothing.
  ///
  /// A veto leaves it as it is: see ``counted``.
  public var score: Score {
    guard maximum > .zero else { return .zero }
    return Score(hundredths: min(earned, maximum).hundredths * 10_000 / maximum.hundredths)
      ?? .zero
  }

  /// The score as it counts for passing: zero after a veto.
  public var counted: Score { vetoed ? .zero : score }
}
