import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import People
import Training
import Vocabulary

struct QuizNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz", abstract: "Draw quiz papers and grade what is handed in.",
    subcommands: [QuizPaperCommand.self, QuizGrade.self])
}

struct QuizPaperCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paper",
    abstract: "Draw papers of a module, by a seed that draws them again.",
    discussion: """
      Without --agent or --team everybody gets a paper who has the module assigned and may take it. \
      With --out each paper is written as NUMBER.md into that folder, and one answers.csv to be \
      filled in; else the papers are printed. A paper that is out is given again as it is.
      """)

  @Argument(help: "The module, by its id.")
  var module: Module.ID

  @Option(help: "The number that the draw starts from.")
  var seed: UInt64 = 1

  @Option(help: "Write the papers into this folder.", completion: .directory)
  var out: String?

  @Flag(help: "Add the key of each paper.")
  var key = false

  @Flag(help: "Show the papers and hand none out.")
  var dryRun = false

  @OptionGroup var agents: AgentOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try output.refuseCSV()
  }

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    let papers = try workspace.quizPapers(
      of: module, for: agents.choice, seed: seed, dryRun: dryRun)
    if papers.isEmpty { output.note(TrainingWords.nobodyToAsk, in: language) }
    if let out {
      try workspace.write(papers, of: module, withKeys: key, to: out, in: language)
      output.note(TrainingWords.papersWritten(papers.count, to: out), in: language)
    }
    let pages = out == nil ? try papers.map { try workspace.page(of: $0, in: language) } : []
    output.print(
      .array(papers.map(\.json)),
      or: pages.map { $0.questions + (key ? "\n" + $0.key : "") }.joined(separator: "\n"))
    if dryRun { output.note(TrainingWords.dryRun, in: language) }
  }
}

struct QuizGrade: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Grade answers, or take over grades of essays.",
    discussion: """
      FILE is a csv with the columns agent_id, module, question, answer and optionally attempt and \
      submitted_on. An answer is written as the paper is printed: B or ABD, 对 or 错, a number, a \
      text, 1C 2A 3B for pairs, 3 1 2 for an order. With --essays the columns are agent_id, module, \
      question, grader, criterion, points and optionally attempt and veto. A paper with a row that \
      cannot be read stays open as a whole.
      """)

  @Argument(help: "The table; - is standard input.", completion: .file(extensions: ["csv"]))
  var file: String

  @Flag(help: "The file holds grades of essays by their rubrics.")
  var essays = false

  @Flag(help: "Show what would be graded and keep nothing.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    let grading =
      essays
      ? try workspace.gradeEssays(file, dryRun: dryRun)
      : try workspace.gradeQuiz(file, dryRun: dryRun)
    output.print(Table(grading.results), in: language)
    if grading.same > 0 { output.note(TrainingWords.sameAsBefore(grading.same), in: language) }
    if dryRun { output.note(TrainingWords.dryRun, in: language) }
    guard grading.faults.isEmpty else {
      throw Refusal(
        .doesNotHold,
        grading.faults.map(Phrase.init) + [TrainingWords.notTaken(grading.faults.count)])
    }
  }
}

extension QuizPaper {
  var json: JSON {
    .object([
      .init("agent_id", .text(agent.number.text)), .init("module", .text(paper.module.text)),
      .init("version", .text(paper.version.description)),
      .init("attempt", .int(Int64(paper.number))), .init("seed", .text(String(paper.seed))),
      .init("module_hash", .text(paper.moduleHash.description)), .init("new", .bool(isNew)),
      .init(
        "items",
        .array(
          paper.items.map { item in
            .object([
              .init("question", .text(item.question.text)),
              .init("points", .text(item.points.description)),
              .init("hash", .text(item.contentHash.description)),
              .init("arrangement", .array(item.arrangement.map { .int(Int64($0)) })),
            ])
          })),
    ])
  }
}

extension Table {
  /// What came of papers or grades that were handed in.
  fileprivate init(_ results: [QuizResult]) {
    self.init(
      [.agent, .name, .module, .attempt, .points, .maximum, .percentScore, .vetoed, .standing],
      rows: results.map { result in
        var outcome: Outcome?
        if case .graded(_, let graded) = result.attempt { outcome = graded }
        let paper = result.attempt.paper
        return [
          .init(result.agent.number.text), .init(named: result.agent), .init(result.module.id.text),
          .init(paper.number), .init(outcome?.earned), .init(paper.maximum),
          .init(outcome?.score),
          .init(TrainingWords.veto(outcome?.vetoed ?? false), .bool(outcome?.vetoed ?? false)),
          .init(result.standing.phrase, .text(result.standing.code)),
        ]
      })
  }
}

extension Table.Cell {
  /// Points with the decimals they need, a number for programs.
  init(_ points: Points?) {
    self.init(
      Phrase(verbatim: points?.description ?? ""),
      points.map { .number(Double($0.hundredths) / 100) } ?? .null)
  }
}
