import ArgumentParser
import MusterOperations
import MusterViews

struct CertificateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificate", abstract: "Issue certificates and list who holds which.",
    subcommands: [List.self, Issue.self])

  struct List: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the latest certificate of every agent and module.")

    @OptionGroup var agents: AgentOptions
    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      View(certificates: try workspace.certificates(of: agents.choice))
    }
  }

  struct Issue: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "issue",
      abstract: "Issue a certificate for everything that was passed and has none yet.",
      discussion: "It holds from the day on which the deciding paper was handed in.")

    @Flag(help: "Show what would be issued and keep nothing.")
    var dryRun = false

    @OptionGroup var agents: AgentOptions
    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.issueCertificates(to: agents.choice, dryRun: dryRun).view(isDryRun: dryRun)
    }
  }
}
