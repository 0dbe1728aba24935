public import MusterWords
import OrderedCollections
public import Training

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
    public let paper: SheetPaper
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
  public let faults: [FileFault]

  public static let columns: [TableColumn] = .grades

  /// Reads a table made with ``columns``.
  public init(_ reader: TableReader) throws(FileRefusal) {
    var entries: OrderedDictionary<Key, Entry> = [:]
    var faults: [FileFault] = []
    for row in try reader.rest() {
      let fields = SheetFields(row, reader)
      let ids = fields.question()
      let grader = fields.value("grader", or: TrainingWords.grader) { $0.isEmpty ? nil : $0 }
      let criterion = fields.value("criterion", or: TrainingWords.criterion) {
        Rubric.Criterion.ID($0)
      }
      let points = fields.value("points", or: TrainingWords.levelPoints, parse: { Points($0) })
      let attempt = fields.attempt()
      let veto = fields.optional(
        "veto", or: TrainingWords.yesOrNo, parse: QuestionFileWords.truth)
      faults += fields.faults
      guard let ids, let grader, let criterion, let points, fields.faults.isEmpty else {
        continue
      }
      let paper = SheetPaper(agent: ids.agent, module: ids.module, attempt: attempt)
      let key = Key(paper: paper, question: ids.question, grader: grader)
      var entry =
        entries[key]
        ?? Entry(
          line: row.line, paper: paper, question: ids.question, grader: grader, levels: [],
          vetoed: false)
      entry.levels.append(Entry.Level(criterion: criterion, points: points))
      entry.vetoed = entry.vetoed || veto ?? false
      entries[key] = entry
    }
    self.file = reader.file
    self.entries = Array(entries.values)
    self.faults = faults
  }

  private struct Key: Hashable {
    let paper: SheetPaper
    let question: Question.ID
    let grader: String
  }

  /// A problem of one field of an entry.
  public func fileFault(
    _ entry: Entry, _ column: String, _ found: String?, _ wanted: Phrase, hint: Phrase? = nil
  ) -> FileFault {
    FileFault(
      file: file, line: entry.line, column: column, found: found, wanted: wanted, hint: hint)
  }

  /// The problem of an entry whose levels are not those of its rubric.
  public func fileFault(of entry: Entry, _ fault: EssayMarks.Fault) -> FileFault {
    fileFault(entry, fault.column, fault.found, fault.wanted, hint: fault.hint)
  }
}
