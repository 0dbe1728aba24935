import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import Training

struct QuizCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz", abstract: "Draw quiz papers and grade what is handed in.",
    subcommands: [Paper.self, Grade.self])

  struct Paper: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "paper", abstract: "Draw papers of a module, by a seed that draws them again.",
      discussion: """
        Without --agent or --team everybody gets a paper who has the module assigned and may take it. \
        With --out each paper is written as NUMBER.md into that folder, and one answers.csv to be \
        filled in; else the papers are printed. A paper that is out is given again as it is.
        """)
    static let isTable = false

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

    func view(of workspace: Workspace, on console: Console) throws -> View {
      let papers = QuizPapers(
        try workspace.quizPapers(of: module, for: agents.choice, seed: seed, dryRun: dryRun),
        from: try workspace.module(module, in: console.language))
      if let out { try papers.write(to: out, withKeys: key, in: console.language) }
      return papers.view(writtenTo: out, withKeys: key, isDryRun: dryRun)
    }
  }

  struct Grade: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "grade", abstract: "Grade answers, or take over grades of essays.",
      discussion: """
        FILE is a csv with the columns agent_id, module, question, answer and optionally attempt and \
        submitted_on. An answer is written as the paper is printed: B or ABD, 对 or 错, a number, a \
        text, 1C 2A 3B for pairs, 3 1 2 for an order. With --essays the columns are agent_id, module, \
        question, grader, criterion, points and optionally attempt and veto. A paper with a row that \
        cannot be read stays open as a whole.
        """)

    @Argument(help: "The table; - is standard input.", completion: .file(extensions: ["csv"]))
    var file: FileSource

    @Flag(help: "The file holds grades of essays by their rubrics.")
    var essays = false

    @Flag(help: "Show what would be graded and keep nothing.")
    var dryRun = false

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      let grading =
        essays
        ? try workspace.gradeEssays(file, dryRun: dryRun)
        : try workspace.gradeQuiz(file, dryRun: dryRun)
      return grading.view(isDryRun: dryRun)
    }
  }
}
