import ArgumentParser
import MusterOperations
import MusterViews
import Vocabulary

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score agents by their contacts of a month.",
    subcommands: [Run.self, Show.self, Explain.self])

  struct Run: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "run", abstract: "Score a month from its contacts, by the plan that holds in it."
    )

    @OptionGroup var month: MonthOptions

    @Option(help: "The plan's file; else the one under plans/ that holds in the month.")
    var plan: String?

    @Flag(help: "Show the scores and keep nothing.")
    var dryRun = false

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.runScores(month: month.month, planPath: plan, isDryRun: dryRun)
        .view(isDryRun: dryRun)
    }
  }

  struct Show: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show the scores of a month as they were last run.")

    @OptionGroup var month: MonthOptions
    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      View(try workspace.scores(month: month.month).table)
    }
  }

  struct Explain: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain", abstract: "Walk an agent's score back to KPIs and contacts.")
    static let isTable = false

    @OptionGroup var subject: ExplainOptions
    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.explainScore(of: subject.agent, month: subject.month.month)
        .view(atMost: subject.shown)
    }
  }
}

/// Whose month is walked back, and how far.
struct ExplainOptions: ParsableArguments {
  @Argument(help: "The agent's number.")
  var agent: AgentNumber

  @OptionGroup var month: MonthOptions

  @Flag(help: "Name every contact behind each KPI, not only those that did it most harm.")
  var contacts = false

  /// How many contacts are named for each KPI.
  var shown: Int { contacts ? .max : 5 }
}
