import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import Vocabulary

struct QualityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quality", abstract: "Draw contacts for review, keep reviews, report on them.",
    subcommands: [Draw.self, Record.self, Report.self])

  struct Draw: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "draw", abstract: "Draw the day's sample of every agent and channel.",
      discussion: """
        The contacts of an agent and channel are ordered by the SHA-256 of SEED|DAY|CONTACT, and the \
        first tenth of them is taken, at least one; so sha256sum can draw them again. A day is drawn \
        once: the same command again shows the same sample, another seed is refused.
        """)

    @Argument(help: "The day, as YYYY-MM-DD.")
    var day: Day

    @Option(help: "The number that the draw starts from.")
    var seed: UInt64

    @Option(help: "The share to draw.")
    var share: BasisPoints = .percent(10)

    @Flag(help: "Show the sample and keep nothing.")
    var dryRun = false

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      let (drawn, isNew) = try workspace.drawQuality(
        on: day, seed: seed, share: share, dryRun: dryRun)
      return drawn.view(isNew: isNew, isDryRun: dryRun)
    }
  }

  struct Record: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "record", abstract: "Keep reviews, scored by a scorecard.",
      discussion: """
        FILE is a csv with the columns contact_id, item and points, a row for each item of the \
        scorecard; N/A where an item does not apply. A contact with a bad row is left out as a whole.
        """)

    @Argument(help: "The table; - is standard input.", completion: .file(extensions: ["csv"]))
    var file: FileSource

    @Option(help: "The scorecard; else curricula/scorecards/chat.md of the workspace.")
    var scorecard: String?

    @Option(help: "The source that the contacts were imported from.")
    var source = "main"

    @Flag(help: "Show the scores and keep nothing.")
    var dryRun = false

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.recordQuality(file, scorecard: scorecard, source: source, dryRun: dryRun)
        .view(isDryRun: dryRun)
    }
  }

  struct Report: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "report",
      abstract: "Show how many reviewed contacts passed, and what that says of all of them.",
      discussion: """
        The rate and its limits (Wilson, 95 %) rest on contacts of the daily draws alone; reviews of \
        others are counted beside them.
        """)

    @Option(help: "The month, as YYYY-MM; else that of today.")
    var month: Month?

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      View(passRates: try workspace.qualityReport(on: (month ?? workspace.today.month).days))
    }
  }
}
