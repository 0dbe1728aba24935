import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import Vocabulary

struct ContactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contacts", abstract: "Bring in contacts and look at them.",
    subcommands: [Import.self, List.self, Stats.self, Rejects.self])

  struct Import: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Bring in the contacts of a csv; the same file again changes nothing.")

    @Argument(help: "A csv with contact_id, channel, agent_id ...; - is standard input.")
    var file: FileSource

    @Option(help: "The system the contacts come from, within which ids are unique.")
    var source = "main"

    @OptionGroup var arguments: ImportArguments
    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.importContacts(
        from: file, source: source, options: arguments.options(for: console),
        control: console.control()
      ).view
    }
  }

  struct List: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "Show the contacts of an agent in a month or on a day, by arrival.")

    @Option(help: "The agent's number.")
    var agent: AgentNumber

    @Option(help: "The month, as YYYY-MM; else the month of today.")
    var month: Month?

    @Option(help: "The day, as YYYY-MM-DD.")
    var day: Day?

    @OptionGroup var workspace: WorkspaceOptions

    func check() throws {
      if month != nil, day != nil { throw ValidationError(OptionWords.monthOrDay) }
    }

    func view(of workspace: Workspace, on console: Console) throws -> View {
      let days = day.map { $0..<$0 + 1 } ?? (month ?? workspace.today.month).days
      return View(
        contacts: try workspace.contacts(of: agent, in: days), zone: workspace.zone,
        currency: workspace.settings.currency)
    }
  }

  struct Stats: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "stats", abstract: "Show how many contacts there are, by month and channel.")

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.contactStatistics().view(zone: workspace.zone)
    }
  }

  struct Rejects: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "rejects",
      abstract: "Show the rows that the last import of a source did not take, and why.")

    @Option(help: "The system the contacts come from.")
    var source = "main"

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      View(rejects: try workspace.rejectedContacts(source: source))
    }
  }
}
