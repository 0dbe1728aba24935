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
      StaffRun.self, StaffCheck.self, StaffShow.self, StaffFile.self, StaffCost.self,
      StaffBacklog.self, StaffHiring.self, StaffSimulate.self,
    ])
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
  @OptionGroup var files: StaffFiles
  @OptionGroup var output: OutputOptions

  func run() throws {
    let standard = try standard.standard()
    let staffing = try LoadFilters.staff(
      load, to: standard, use: use, interval: interval, over: overTime)
    let table = StaffTable(staffing.rows, standard: standard)
    output.print(table.json, or: table.csv)
    if staffing.isOverTime { output.note(LoadWords.staffedOverTime, in: output.language()) }
    try files.write(
      staffing.report(named: load, made: clock.moment), in: output.language(), output)
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

  @Option(
    help: "Staff an interval with what it inherits from the one before: auto, always or never.")
  var overTime: OverTime = .auto

  @Flag(help: "Meet the wishes of the standards too.")
  var wished = false

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
      forecast, for: use, standards: standards, over: overTime, isWishMet: wished,
      isDryRun: dryRun)
    output.print(requirement.table, in: language)
    output.note(LoadWords.hoursToSchedule, in: language)
    if requirement.isOverTime { output.note(LoadWords.staffedOverTime, in: language) }
    output.note(dryRun ? LoadWords.nothingKept : requirement.origin, in: language)
  }
}

struct StaffShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a requirement, by day or by interval.")

  @Option(help: "The number of the requirement; else the latest.")
  var number: Int64?

  @OptionGroup var files: StaffFiles
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
    if !part.showsIntervals { output.note(LoadWords.hoursToSchedule, in: language) }
    output.note(requirement.origin, in: language)
    if files.isAsked { try files.write(workspace.staffReport(requirement), in: language, output) }
  }
}

/// Files that a requirement is written to besides.
struct StaffFiles: ParsableArguments {
  @Option(help: "Write a page with charts to this file.", completion: .file(extensions: ["html"]))
  var html: String?

  @Option(
    help: "Write a workbook with charts to this file.", completion: .file(extensions: ["xlsx"]))
  var xlsx: String?

  var isAsked: Bool { html != nil || xlsx != nil }

  func write(_ report: StaffReport, in language: Language, _ output: OutputOptions) throws {
    if let html { try Disk.write(report.page(in: language), to: html) }
    if let xlsx { try report.workbook(in: language).write(to: xlsx, language: language) }
    for path in [html, xlsx].compactMap(\.self) {
      output.note(Phrase(verbatim: path), in: language)
    }
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

extension OverTime: ExpressibleByArgument {}
