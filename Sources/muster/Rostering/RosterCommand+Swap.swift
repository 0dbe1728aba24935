import ArgumentParser
import MusterOperations
import MusterViews
import MusterWords
import Rostering
import Vocabulary

extension RosterCommand {
  struct Swap: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "swap", abstract: "Let agents exchange shifts, by request and approval.",
      subcommands: [Propose.self, Request.self, Approve.self, Refuse.self, List.self])

    struct Propose: WorkspaceCommand {
      static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "List swaps that rid an agent of a shift and break no rule, cheapest first.")

      @Option(help: "The agent who wants to be rid of a shift, or of a day off.")
      var agent: AgentNumber

      @Option(help: "The day.")
      var day: Day

      @Option(help: "How many proposals at most.")
      var most = 10

      @OptionGroup var workspace: WorkspaceOptions

      func check() throws {
        if !(1...10_000).contains(most) { throw ValidationError(OptionWords.mostProposals) }
      }

      func view(of workspace: Workspace, on console: Console) throws -> View {
        let (report, proposals) = try workspace.proposeSwaps(of: agent, on: day, most: most)
        return report.view(of: proposals, for: agent)
      }
    }

    struct Request: WorkspaceCommand {
      static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "Ask for a swap: two agents exchange what they have on some days.",
        discussion:
          "Refused where it would break a rule; who approves it decides again on that day.")

      @Option(help: "The agent who asks.")
      var agent: AgentNumber

      @Option(name: .customLong("with"), help: "The colleague.")
      var colleague: AgentNumber

      @Option(help: "The days, divided by commas.")
      var days: String

      @Flag(help: "Check only, and keep nothing.")
      var dryRun = false

      @OptionGroup var workspace: WorkspaceOptions

      private var swap: RosterSwap? {
        let parts = days.split(separator: ",").map { Day(String($0)) }
        let known = parts.compactMap(\.self)
        guard !known.isEmpty, known.count == parts.count else { return nil }
        return RosterSwap(agent: agent, colleague: colleague, days: known)
      }

      func check() throws {
        if swap == nil { throw ValidationError(OptionWords.swapDays) }
        if agent == colleague { throw ValidationError(OptionWords.otherAgent) }
      }

      func view(of workspace: Workspace, on console: Console) throws -> View {
        guard let swap else { preconditionFailure("checked when it was parsed") }
        return try workspace.requestSwap(swap, dryRun: dryRun).requested
      }
    }

    struct Approve: WorkspaceCommand {
      static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Approve a swap: it is checked again and put in force.")

      @OptionGroup var decision: SwapDecision
      @OptionGroup var workspace: WorkspaceOptions

      func view(of workspace: Workspace, on console: Console) throws -> View {
        try workspace.approveSwap(decision.number, dryRun: decision.dryRun).approved
      }
    }

    struct Refuse: WorkspaceCommand {
      static let configuration = CommandConfiguration(
        commandName: "refuse", abstract: "Say no to a swap.")
      static let isTable = false

      @OptionGroup var decision: SwapDecision
      @OptionGroup var workspace: WorkspaceOptions

      func view(of workspace: Workspace, on console: Console) throws -> View {
        View(refused: try workspace.refuseSwap(decision.number, dryRun: decision.dryRun))
      }
    }

    struct List: WorkspaceCommand {
      static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List swaps with who asked, who decided, and when.")

      @OptionGroup var workspace: WorkspaceOptions

      func view(of workspace: Workspace, on console: Console) throws -> View {
        View(swaps: try workspace.swaps(), zone: workspace.zone)
      }
    }
  }
}

/// Which swap is decided on.
struct SwapDecision: ParsableArguments {
  @Argument(help: "The number of the swap.")
  var number: Int64

  @Flag(help: "Check only, and keep nothing.")
  var dryRun = false
}
