import ArgumentParser
import MusterOperations
import MusterViews
import MusterWords
import Vocabulary

struct PayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay",
    abstract: "Compute, explain and export what agents are due.",
    subcommands: [
      Lint.self, Test.self, Run.self, Statement.self, Explain.self, Lock.self, Export.self,
    ])

  struct Lint: Command {
    static let configuration = CommandConfiguration(
      commandName: "lint",
      abstract: "Check a plan: its form, steps out of reach, cliffs, caps; exit 1 on a fault.")

    @Argument(help: "The plan's file.")
    var plan: String

    @OptionGroup var output: OutputOptions

    func view(on console: Console) throws -> View {
      try PlanChecks.lint(plan).view(in: console.language)
    }
  }

  struct Test: Command {
    static let configuration = CommandConfiguration(
      commandName: "test",
      abstract: "Try a plan on its worked cases; exit 1 where one comes out otherwise.")

    @Argument(help: "The plan's file.")
    var plan: String

    @Option(help: "The file of cases; else PLAN.cases.yaml beside the plan.")
    var cases: String?

    @OptionGroup var output: OutputOptions

    func view(on console: Console) throws -> View {
      try PlanChecks.test(plan, cases: cases).view
    }
  }

  struct Run: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "run", abstract: "Score and pay a month, and book what is not booked yet.")

    @OptionGroup var month: MonthOptions

    @Option(help: "The plan's file; else the one under plans/ that holds in the month.")
    var plan: String?

    @Flag(help: "Show what it comes to and keep nothing.")
    var dryRun = false

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.runPay(month: month.month, planPath: plan, isDryRun: dryRun)
        .view(isDryRun: dryRun)
    }
  }

  struct Statement: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "statement",
      abstract: "Show what everybody is due for a month, or one agent's statement line by line.")

    @Argument(help: "The agent's number; else everybody.")
    var agent: AgentNumber?

    @OptionGroup var month: MonthOptions
    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      let report = try workspace.pay(month: month.month)
      return try agent.map { try report.statement(of: $0, in: console.language) }
        ?? View(report.table)
    }
  }

  struct Explain: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain", abstract: "Walk an agent's pay back to rules, scores and contacts.")
    static let isTable = false

    @OptionGroup var subject: ExplainOptions
    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.explainPay(of: subject.agent, month: subject.month.month)
        .view(atMost: subject.shown)
    }
  }

  struct Lock: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "lock",
      abstract: "Lock a month of pay: later changes become differences in the next one.")
    static let isTable = false

    @OptionGroup var month: MonthOptions

    @Option(help: "The seal you have seen, as pay run tells it; refused if more was booked since.")
    var seen: String?

    @OptionGroup var workspace: WorkspaceOptions

    func check() throws {
      if let seen, !(8...64).contains(seen.count) || !seen.allSatisfy(\.isHexDigit) {
        throw ValidationError(OptionWords.seal)
      }
    }

    func view(of workspace: Workspace, on console: Console) throws -> View {
      let (month, seal) = try workspace.lockPay(month: month.month, seen: seen?.lowercased())
      return View(locked: month, by: seal)
    }
  }

  struct Export: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write the HR workbook and the payroll table of a month.")
    static let isTable = false

    @OptionGroup var month: MonthOptions

    @Option(help: "The folder to write into; else the workspace's out/.")
    var out: String?

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      let export = try workspace.payExport(month: month.month)
      return try export.view(writtenTo: out ?? workspace.outFolder, in: console.language)
    }
  }
}

/// Which month of pay is meant.
struct MonthOptions: ParsableArguments {
  @Option(help: "The month, as YYYY-MM; else the latest there is.")
  var month: Month?
}
