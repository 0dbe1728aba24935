import ArgumentParser
import MusterOperations
import MusterViews

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Check that the books are whole.",
    subcommands: [Verify.self])

  struct Verify: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "Check the ledger's chain, seals and statements; exit 1 where one does not hold.")
    static let isTable = false
    static let isForKeeping = true

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.verifyBooks().view
    }
  }
}
