import ArgumentParser
import MusterFiles
import MusterOperations
import MusterStore
import MusterViews
import MusterWords
import Staffing
import Vocabulary

struct StaffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "Say how many agents each interval needs.",
    subcommands: [
      Run.self, Check.self, Show.self, File.self, Cost.self, Backlog.self, Hiring.self,
      Simulate.self,
    ])

  struct Run: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "run", abstract: "Say how many agents the latest forecast needs, and keep it.")

    @Option(help: "The number of the forecast; else the latest.")
    var forecast: Int64?

    @Option(help: "The figure to staff for: mean or p90.")
    var use: VolumeFile.Use = .mean

    @Option(
      help: "Service standards; else rosters/service.yaml.",
      completion: .file(extensions: ["yaml"]))
    var standards: String?

    @Option(
      help: "Staff an interval with what it inherits from the one before: auto, always or never.")
    var overTime: OverTime = .auto

    @Flag(help: "Meet the wishes of the standards too.")
    var wished = false

    @Flag(help: "Show the requirement without keeping it.")
    var dryRun = false

    @OptionGroup var workspace: WorkspaceOptions

    func check() throws {
      if use == .volume { throw ValidationError(OptionWords.forecastHasNoVolume) }
    }

    func view(of workspace: Workspace, on console: Console) throws -> View {
      try workspace.staffForecast(
        forecast, for: use, standards: standards, over: overTime, isWishMet: wished,
        isDryRun: dryRun
      ).view(isDryRun: dryRun)
    }
  }

  struct Show: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show a requirement, by day or by interval.")

    @Option(help: "The number of the requirement; else the latest.")
    var number: Int64?

    @OptionGroup var files: ReportFiles
    @OptionGroup var part: VolumePartOptions
    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      var requirement = try workspace.requirement(number)
      try part.check(requirement.streams, requirement.intervals.map(\.local.day))
      requirement.intervals.removeAll { !part.holds($0.stream, $0.local) }
      var view = requirement.view(byInterval: part.showsIntervals)
      if files.isAsked {
        view.notes += try files.write(workspace.staffReport(requirement), in: console.language)
      }
      return view
    }
  }

  struct Check: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Simulate the days of a requirement and compare them with what it foresees.",
      discussion: "Ends with 1 where a stream misses its first target over all days.")

    @Option(help: "The number of the requirement; else the latest.")
    var number: Int64?

    @Option(
      help: "Service standards; else rosters/service.yaml.",
      completion: .file(extensions: ["yaml"]))
    var standards: String?

    @Option(help: "How many times to play it.")
    var runs = 50

    @Option(help: "The seed of chance.")
    var seed: UInt64 = 1

    @OptionGroup var workspace: WorkspaceOptions

    func check() throws {
      if runs < 1 { throw ValidationError(OptionWords.someRun) }
    }

    func view(of workspace: Workspace, on console: Console) throws -> View {
      View(
        verdicts: try workspace.checkRequirement(
          number, standards: standards, runs: runs, seed: seed))
    }
  }
}
