import ArgumentParser
import MusterFiles
import MusterOperations
import MusterStore
import Staffing
import Vocabulary

struct StaffNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "Say how many agents each interval needs.",
    subcommands: [StaffRun.self, StaffShow.self, StaffFile.self])
}

struct StaffFile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "file",
    abstract: "Staff a load without a workspace.",
    discussion: """
      LOAD is a csv with the column timestamp and one of volume, mean and p90: a history, or what \
      forecast file prints. Prints a csv row for each interval with the least number of agents \
      that meets the target, the service they give, and the agents to schedule after shrinkage. \
      Without --patience nobody hangs up.
      """)

  @Argument(help: "The load; - is standard input.", completion: .file(extensions: ["csv"]))
  var load: String

  @Option(help: "The column to staff for: volume, mean or p90; else the first that is there.")
  var use: LoadFile.Use?

  @Option(help: "Mean seconds of work per contact; of a chat, of the time it is open.")
  var aht: Double

  @Option(help: "Answer this share of contacts in time, such as 80/20s or 95/3min.")
  var target: ServiceTarget

  @Option(help: "Mean seconds until a waiting customer gives up.")
  var patience: Double?

  @Option(help: "How many contacts an agent handles at once.")
  var concurrency = 1

  @Option(help: "The largest share of an agent's time on contacts, such as 85%.")
  var maxOccupancy: BasisPoints = .one

  @Option(help: "The share of paid time that is not available for contacts, such as 30%.")
  var shrinkage: BasisPoints = .zero

  @Option(help: "Minutes of an interval; else the least distance between rows.")
  var interval: Interval?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let standard: ServiceStandard
    do {
      standard = try ServiceStandard(
        target: target, handleTime: aht, patience: patience, concurrency: concurrency,
        maxOccupancy: maxOccupancy, shrinkage: shrinkage)
    } catch {
      throw Refusal(.usage, [error.phrase])
    }
    let table = StaffTable(
      try LoadFilters.staff(load, to: standard, use: use, interval: interval))
    output.print(table.json, or: table.csv)
  }
}

struct StaffRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Say how many agents the latest forecast needs, and keep it.")

  @Option(help: "The number of the forecast; else the latest.")
  var forecast: Int64?

  @Option(help: "The figure to staff for: mean or p90.")
  var use: LoadFile.Use = .mean

  @Option(
    help: "Service standards; else rosters/service.yaml.",
    completion: .file(extensions: ["yaml"]))
  var standards: String?

  @Flag(help: "Show the requirement without keeping it.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if use == .volume { throw ValidationError("A forecast has a mean and a p90, no volume.") }
  }

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    let requirement = try workspace.staffForecast(
      forecast, for: use, standards: standards, isDryRun: dryRun)
    output.print(requirement.table, in: language)
    output.note(LoadText.hoursToSchedule, in: language)
    output.note(dryRun ? LoadText.nothingKept : requirement.origin, in: language)
  }
}

struct StaffShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a requirement, by day or by interval.")

  @Option(help: "The number of the requirement; else the latest.")
  var number: Int64?

  @OptionGroup var part: LoadPartOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    var requirement = try workspace.requirement(number)
    try part.check(requirement.streams, requirement.intervals.map(\.local.day))
    requirement.intervals.removeAll { !part.holds($0.stream, $0.local) }
    output.print(
      part.showsIntervals ? requirement.intervalTable : requirement.table, in: language)
    if !part.showsIntervals { output.note(LoadText.hoursToSchedule, in: language) }
    output.note(requirement.origin, in: language)
  }
}

extension ServiceTarget: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension BasisPoints: ExpressibleByArgument {
  /// A share in per cent, with or without its sign.
  public init?(argument: String) {
    let number = argument.hasSuffix("%") ? argument.dropLast() : argument[...]
    guard let hundredths = scaledDecimal(number, places: 2) else { return nil }
    self.init(hundredths)
  }
}

extension LoadFile.Use: ExpressibleByArgument {}
