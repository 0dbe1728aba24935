import ArgumentParser
import MusterOperations
import MusterViews
import MusterWords
import Training
import Vocabulary

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Assign modules to agents and see how far they are.",
    subcommands: [Assign.self, Status.self])

  struct Assign: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "assign",
      abstract:
        "Assign what the agents' paths ask for, with due days, and refreshers that are due.",
      discussion: """
        Without --module every agent gets the modules of the path of their rung that they neither \
        passed nor have assigned, and those whose certificate runs out within 30 days. With --module \
        and --due one module is assigned by hand, also to agents who used up their attempts.
        """)

    @Option(help: "Assign this module by hand.")
    var module: Module.ID?

    @Option(help: "The last day on time, as YYYY-MM-DD, with --module.")
    var due: Day?

    @Flag(help: "Show what would be assigned and keep nothing.")
    var dryRun = false

    @OptionGroup var agents: AgentOptions
    @OptionGroup var workspace: WorkspaceOptions

    func check() throws {
      if (module == nil) != (due == nil) {
        throw ValidationError(OptionWords.moduleAndDue)
      }
    }

    func view(of workspace: Workspace, on console: Console) throws -> View {
      let made =
        if let module, let due {
          try workspace.assign(module, to: agents.choice, due: due, dryRun: dryRun)
        } else {
          try workspace.assignTraining(to: agents.choice, dryRun: dryRun)
        }
      return View(assigned: made, isDryRun: dryRun)
    }
  }

  struct Status: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "status", abstract: "Show how every assignment stands.")

    @OptionGroup var agents: AgentOptions
    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      View(standings: try workspace.trainingStatus(of: agents.choice))
    }
  }
}

/// Whose training is meant.
struct AgentOptions: ParsableArguments {
  @Option(name: .customLong("agent"), help: "Only this agent, by number; may be given again.")
  var agents: [AgentNumber] = []

  @Option(help: "Only agents of this team.")
  var team: String?

  var choice: AgentChoice { AgentChoice(numbers: agents, team: team) }
}
