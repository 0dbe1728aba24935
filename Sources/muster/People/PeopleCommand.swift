import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import People
import Vocabulary

struct PeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: "Keep the staff list: who works here, as what, from when.",
    subcommands: [
      Import.self, Absence.self, List.self, Show.self, Export.self, Erase.self,
    ])

  struct Import: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Take over a staff list that holds from today, or from --as-of, on.")

    @Argument(help: "A csv with agent_id, name, team, rung, hired_on ...; - is standard input.")
    var file: FileSource

    @OptionGroup var arguments: ImportArguments
    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.importPeople(from: file, options: arguments.options(for: console)).view
    }
  }

  struct Absence: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "absence", abstract: "Take over who is away when, and how.")

    @Argument(help: "A csv with agent_id, from, to, kind; - is standard input.")
    var file: FileSource

    @OptionGroup var arguments: ImportArguments
    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.importAbsences(from: file, options: arguments.options(for: console)).view
    }
  }

  struct List: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Show who is employed today, or on --as-of.")

    @Flag(help: "Show those who left and those to come as well.")
    var all = false

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      let (agents, versions) = try workspace.people(all: all)
      return View(agents: agents, versions: versions)
    }
  }

  struct Show: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show what is known of an agent, and from when to when it held.")
    static let isTable = false

    @Argument(help: "The agent's number.")
    var agent: AgentNumber

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.person(agent).view
    }
  }
}

/// Whose data is meant.
struct PersonOptions: ParsableArguments {
  @Argument(help: "The agent's number.")
  var agent: AgentNumber

  @Option(help: "Another name by which they did things here, such as a login; may be repeated.")
  var alias: [String] = []

  func validate() throws {
    if alias.contains("") { throw ValidationError(OptionWords.someAlias) }
  }
}
