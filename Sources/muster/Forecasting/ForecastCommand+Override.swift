import ArgumentParser
import MusterFiles
import MusterOperations
import MusterStore
import MusterViews
import MusterWords
import Vocabulary

extension ForecastCommand {
  struct Override: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "override",
      abstract: "Keep what people say against a forecast, beside its figures, and judge it later.",
      subcommands: [Add.self, Withdraw.self, List.self])

    struct Add: WorkspaceCommand {
      static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Multiply what is planned of a stream on some days.")

      @Option(help: "The stream, as channel/queue.")
      var stream: Stream
      @OptionGroup var when: DaysOptions

      @Option(help: "Hours of these days, such as 20:00-24:00; else all.")
      var hours: DayHours?

      @Option(help: "The contacts meant over those forecast, such as 1.3 or 130%.")
      var factor: OverrideFactor

      @Option(help: "Why.")
      var reason: String

      @Flag(help: "Check only, and keep nothing.")
      var dryRun = false

      @OptionGroup var workspace: WorkspaceOptions

      func view(of workspace: Workspace, on console: Console) throws -> View {
        let kept = try workspace.addOverride(
          ForecastOverride(
            stream: stream, days: when.days, minutes: hours?.minutes ?? 0..<1440,
            factor: factor.factor, reason: reason, actor: workspace.actor,
            recordedAt: workspace.now),
          isDryRun: dryRun)
        return View(override: kept, isDryRun: dryRun)
      }
    }

    struct Withdraw: WorkspaceCommand {
      static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take an override back.")
      static let isTable = false

      @Argument(help: "The number of the override.")
      var number: Int64

      @OptionGroup var workspace: WorkspaceOptions

      func view(of workspace: Workspace, on console: Console) throws -> View {
        try workspace.withdrawOverride(number)
        return View(withdrawnOverride: number)
      }
    }

    struct List: WorkspaceCommand {
      static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show the overrides, and how each did beside the model once its days are over.")

      @OptionGroup var workspace: WorkspaceOptions

      func view(of workspace: Workspace, on console: Console) throws -> View {
        View(overrides: try workspace.judgedOverrides())
      }
    }
  }
}
