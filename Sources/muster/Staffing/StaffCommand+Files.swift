import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import Staffing
import Vocabulary

// Staffing without a workspace.
extension StaffCommand {
  struct File: Command {
    static let configuration = CommandConfiguration(
      commandName: "file", abstract: "Staff a load without a workspace.",
      discussion: """
        LOAD is a csv with the column timestamp and one of volume, mean and p90: a history, or what \
        forecast file prints. Prints a csv row for each interval with the least number of agents \
        that meets the target, the service they give, and the agents to schedule after shrinkage. \
        Without --patience nobody hangs up.
        """)

    @Argument(help: "The load; - is standard input.", completion: .file(extensions: ["csv"]))
    var load: String

    @Option(help: "The column to staff for: volume, mean or p90; else the first that is there.")
    var use: VolumeFile.Use?

    @OptionGroup var standard: StandardOptions

    @Option(help: "Minutes of an interval; else the least distance between rows.")
    var interval: Interval?

    @Option(
      help: """
        Staff an interval with what it inherits from the one before: always, never, or where handle \
        times are an eighth of the interval or more (auto).
        """)
    var overTime: OverTime = .auto

    @OptionGroup var clock: MomentOptions
    @OptionGroup var files: ReportFiles
    @OptionGroup var output: OutputOptions

    func view(on console: Console) throws -> View {
      let standard = try standard.standard()
      let staffing = try VolumeFilters.staff(
        load, to: standard, use: use, interval: interval, over: overTime)
      let notes = try files.write(
        staffing.report(named: load, made: clock.moment), in: console.language)
      return staffing.view(standard: standard, notes: notes)
    }
  }

  struct Simulate: Command {
    static let configuration = CommandConfiguration(
      commandName: "simulate",
      abstract: "Play a contact centre many times and count what came of it.",
      discussion: """
        CENTRE is a file in YAML with kinds of contact and groups of agents, over a row of \
        intervals. Shows for each kind how many contacts came, were answered in time, waited and \
        gave up; with --groups how busy each group was. Equal seeds give equal counts.
        """)

    @Argument(help: "The centre; - is standard input.", completion: .file(extensions: ["yaml"]))
    var centre: String

    @Option(help: "How many times to play it.")
    var runs = 100

    @Option(help: "The seed of chance.")
    var seed: UInt64 = 1

    @Flag(help: "Show each interval.")
    var intervals = false

    @Flag(help: "Show groups of agents instead of kinds of contact.")
    var groups = false

    @Flag(help: "Say how many agents each group needs for all targets, the same in every interval.")
    var size = false

    @OptionGroup var output: OutputOptions

    func check() throws {
      if runs < 1 { throw ValidationError(OptionWords.someRun) }
    }

    func view(on console: Console) throws -> View {
      guard !size else {
        let (file, heads) = try VolumeFilters.size(centre, runs: runs, seed: seed)
        return View(groups: file.groups, heads: heads)
      }
      return try VolumeFilters.simulate(centre, runs: runs, seed: seed)
        .view(ofGroups: groups, byInterval: intervals)
    }
  }
}
