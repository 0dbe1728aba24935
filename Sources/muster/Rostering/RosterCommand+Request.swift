import ArgumentParser
import MusterOperations
import MusterStore
import MusterViews
import MusterWords
import Rostering
import Vocabulary

extension RosterCommand {
  struct Request: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "request", abstract: "Keep wishes of agents, which rosters then weigh.",
      subcommands: [Add.self, Withdraw.self, List.self])

    struct Add: WorkspaceCommand {
      static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Keep a wish for or against work on one or more days.")

      @Option(help: "Who wishes.")
      var agent: AgentNumber
      @OptionGroup var when: DaysOptions

      @Option(help: "on for work, off for none.")
      var wish: RosterProblem.Request.Wish

      @Option(help: "The pattern meant, by its code; else any.")
      var pattern: String?

      @Option(help: "What it costs a roster not to grant it.")
      var weight = 100

      @Flag(help: "Check only, and keep nothing.")
      var dryRun = false

      @OptionGroup var workspace: WorkspaceOptions

      func check() throws {
        if !(1...1_000_000).contains(weight) {
          throw ValidationError(OptionWords.weight)
        }
      }

      func view(of workspace: Workspace, on console: Console) throws -> View {
        let kept = try workspace.addRequest(
          RequestRecord(
            agent: agent, days: when.days, wish: wish, pattern: pattern,
            weight: weight, recordedAt: workspace.now, actor: workspace.actor), dryRun: dryRun)
        return View(request: kept, zone: workspace.zone)
      }
    }

    struct Withdraw: WorkspaceCommand {
      static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take a wish back.")
      static let isTable = false

      @Argument(help: "The number of the request.")
      var number: Int64

      @Flag(help: "Check only, and keep nothing.")
      var dryRun = false

      @OptionGroup var workspace: WorkspaceOptions

      func view(of workspace: Workspace, on console: Console) throws -> View {
        try workspace.withdrawRequest(number, dryRun: dryRun)
        return View(withdrawnRequest: number, isDryRun: dryRun)
      }
    }

    struct List: WorkspaceCommand {
      static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the wishes that stand for today or later.")

      @OptionGroup var workspace: WorkspaceOptions

      func view(of workspace: Workspace, on console: Console) throws -> View {
        View(requests: try workspace.requests(), zone: workspace.zone)
      }
    }
  }
}

extension RosterProblem.Request.Wish: ExpressibleByArgument {}
