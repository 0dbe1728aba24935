import ArgumentParser
import MusterOperations
import MusterViews
import Vocabulary

struct LadderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ladder",
    abstract: "Review who can move up a rung.",
    subcommands: [Review.self])

  struct Review: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "review",
      abstract: "Show per agent which rules of the next rung are met, and what is missing.")

    @Argument(help: "The agent's number; else everybody.")
    var agent: AgentNumber?

    @Option(help: "The ladder's file; else the workspace's plans/ladder.yaml.")
    var ladder: String?

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.reviewLadder(of: agent, path: ladder).view(in: console.language)
    }
  }
}
