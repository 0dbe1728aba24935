public import MusterWords
public import Training
public import Vocabulary

/// Grades of essays, a row for each criterion:
/// `agent_id,module,question,grader,criterion,points`.
///
/// `attempt` may be left out where one attempt waits. `veto` says 是 in any row of a grader who saw
/// what fails the attempt outright.
public struct GradeSheet: Sendable {
  /// What one grader gave one essay.
  public struct Entry: Hashable, Sendable {
    public struct Level: Hashable, Sendable {
      public let criterion: Rubric.Criterion.ID
      public let points: Points
    }

    /// Where the entry begins.
    public let line: Int
    public let agent: AgentNumber
    public let module: Module.ID
    public let attempt: Int?
    public let question: Question.ID
    public let grader: String
    public fileprivate(set) var levels: [Level]
    public fileprivate(set) var vetoed: Bool

    /// The levels as one text, such as `R1=2 R2=0`.
    public var levelText: String {
      levels.map { "\($0.criterion)=\($0.points)" }.joined(separator: " ")
    }

    /// The marks that the entry comes to by its rubric.
    public func marks(by rubric: Rubric) throws(EssayMarks.Fault) -> EssayMarks {
      try EssayMarks(
        grader: grader, levels: levels.map { ($0.criterion, $0.points) }, vetoed: vetoed,
        by: rubric)
    }
  }

  /// The file as the user named it.
  public let file: String
  /// In the order in which they begin.
  public let entries: [Entry]
  /// What is wrong with rows, which are left out.
  public let problems: [Problem]

  public static let columns = [
    TableColumn("agent_id", synonyms: ["工号"]),
    TableColumn("module", synonyms: ["模块"]),
    TableColumn("question", synonyms: ["题号"]),
    TableColumn("grader", synonyms: ["评分人"]),
    TableColumn("criterion", synonyms: ["评分项", "编号"]),
    TableColumn("points", synonyms: ["得分", "分数"]),
    TableColumn("attempt", synonyms: ["次数", "第几次"], isRequired: false),
    TableColumn("veto", synonyms: ["一票否决"], isRequired: false),
  ]

  /// Reads a table made with ``columns``.
  public init(_ reader: CSVReader) throws(FileRefusal) {
    var entries: [Entry] = []
    var index: [Key: Int] = [:]
    var problems: [Problem] = []
    for row in try reader.rest() {
      let fields = SheetFields(row, reader)
      let agent = fields.value(
        "agent_id", or: TrainingPhrase.agentNumber, parse: { AgentNumber($0) })
      let module = fields.value("module", or: TrainingPhrase.moduleID, parse: { Module.ID($0) })
      let question = fields.value(
        "question", or: TrainingPhrase.questionID, parse: { Question.ID($0) })
      let grader = fields.value("grader", or: TrainingPhrase.grader) { $0.isEmpty ? nil : $0 }
      let criterion = fields.value("criterion", or: TrainingPhrase.criterion) {
        Rubric.Criterion.ID($0)
      }
      let points = fields.value("points", or: TrainingPhrase.levelPoints, parse: { Points($0) })
      let attempt = fields.optional("attempt", or: TrainingPhrase.attemptNumber) { text in
        Int(text).flatMap { $0 > 0 ? $0 : nil }
      }
      let veto = fields.optional("veto", or: TrainingPhrase.yesOrNo, parse: truth) ?? false
      problems += fields.problems
      guard let agent, let module, let question, let grader, let criterion, let points,
        fields.problems.isEmpty
      else { continue }
      let key = Key(
        agent: agent, module: module, attempt: attempt, question: question, grader: grader)
      let place = index[key] ?? entries.count
      if place == entries.count {
        index[key] = place
        entries.append(
          Entry(
            line: row.line, agent: agent, module: module, attempt: attempt, question: question,
            grader: grader, levels: [], vetoed: false))
      }
      entries[place].levels.append(Entry.Level(criterion: criterion, points: points))
      entries[place].vetoed = entries[place].vetoed || veto
    }
    self.file = reader.file
    self.entries = entries
    self.problems = problems
  }

  private struct Key: Hashable {
    let agent: AgentNumber
    let module: Module.ID
    let attempt: Int?
    let question: Question.ID
    let grader: String
  }

  /// A problem of one field of an entry.
  public func problem(
    _ entry: Entry, _ column: String, _ found: String, _ wanted: Phrase
  ) -> Problem {
    Problem(file: file, line: entry.line, column: column, found: found, wanted: wanted)
  }

  /// The problem of an entry whose levels are not those of its rubric.
  public func problem(of entry: Entry, _ fault: EssayMarks.Fault) -> Problem {
    Problem(
      file: file, line: entry.line, column: fault.column, found: fault.found, wanted: fault.wanted,
      hint: fault.hint)
  }
}
