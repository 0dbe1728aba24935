import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import People
import Training
import Vocabulary

struct TrainNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Assign modules to agents and see how far they are.",
    subcommands: [TrainAssign.self, TrainStatus.self])
}

/// Whose training is meant.
struct AgentOptions: ParsableArguments {
  @Option(name: .customLong("agent"), help: "Only this agent, by number; may be given again.")
  var agents: [AgentNumber] = []

  @Option(help: "Only agents of this team.")
  var team: String?

  var choice: AgentChoice { AgentChoice(numbers: agents, team: team) }
}

struct TrainAssign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "Assign what the agents' paths ask for, with due days, and refreshers that are due.",
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
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if (module == nil) != (due == nil) {
      throw ValidationError("Give --module and --due together.")
    }
  }

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    let made =
      if let module, let due {
        try workspace.assign(module, to: agents.choice, due: due, dryRun: dryRun)
      } else {
        try workspace.assignTraining(to: agents.choice, dryRun: dryRun)
      }
    let table = Table(
      [.agent, .name, .module, .assignedOn, .dueOn, .why],
      rows: made.map { new in
        [
          .init(new.agent.number.text), .init(named: new.agent), .init(new.module.id.text),
          .init(new.assignment.assignedOn), .init(new.assignment.dueOn),
          .init(new.reason.phrase, .text(new.reason.code)),
        ]
      })
    output.print(table, in: language)
    if made.isEmpty { output.note(TrainingWords.nothingToAssign, in: language) }
    if dryRun { output.note(TrainingWords.dryRun, in: language) }
  }
}

struct TrainStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show how every assignment stands.")

  @OptionGroup var agents: AgentOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    let table = Table(
      [.agent, .name, .team, .module, .dueOn, .standing, .attempts, .score, .certificateUntil],
      rows: try workspace.trainingStatus(of: agents.choice).map { line in
        [
          .init(line.agent.number.text), .init(named: line.agent), .init(line.agent.team),
          .init(line.module.id.text), .init(line.assignment.dueOn),
          .init(line.standing.phrase, .text(line.standing.code)), .init(line.attempts),
          .init(line.score), .init(line.certificate?.validThrough),
        ]
      })
    output.print(table, in: language)
  }
}
