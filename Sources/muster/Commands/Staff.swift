import ArgumentParser
import MusterFiles
import MusterOperations
import MusterStore
import Staffing
import Vocabulary

struct StaffNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "Say how many agents each interval needs.",
    subcommands: [StaffRun.self, StaffShow.self, StaffFile.self, StaffSimulate.self])
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

  @Option(
    help: """
      Mean seconds of work per contact; of a chat, of the time it is open. A list such as \
      300,330,390 says how long while an agent has one, two, ... at once.
      """)
  var aht: HandleTimes

  @Option(
    help: """
      Answer this share of contacts in time, such as 80/20s or 95/3min; given more than once, all \
      are met.
      """)
  var target: [ServiceTarget]

  @Option(help: "A share that is wished besides: shown, with the agents that it would need.")
  var wish: ServiceTarget?

  @Option(help: "Mean seconds until a waiting customer gives up.")
  var patience: Double?

  @Option(help: "How many contacts an agent handles at once; else as many as --aht lists.")
  var concurrency: Int?

  @Option(
    help: """
      Variance of handle times over the square of their mean, where it is not 1 and nobody gives up.
      """)
  var variability: Double?

  @Option(help: "The largest share of an agent's time on contacts, such as 85%.")
  var maxOccupancy: BasisPoints = .one

  @Option(
    help: """
      The share of paid time that is not available for contacts, such as 30%, or by cause as in \
      breaks=8%,training=5%.
      """)
  var shrinkage: ShrinkageArgument = .none

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

  func validate() throws {
    if let concurrency, aht.seconds.count > 1, aht.seconds.count != concurrency {
      throw ValidationError("--concurrency is \(concurrency), --aht lists \(aht.seconds.count).")
    }
  }

  func run() throws {
    let standard = try standard()
    let staffing = try LoadFilters.staff(
      load, to: standard, use: use, interval: interval, over: overTime)
    let table = StaffTable(staffing.rows, standard: standard)
    output.print(table.json, or: table.csv)
    if staffing.isOverTime { output.note(LoadText.staffedOverTime, in: output.language()) }
    try files.write(
      staffing.report(named: load, made: clock.moment), in: output.language(), output)
  }
}

extension StaffFile {
  private func standard() throws -> ServiceStandard {
    do {
      guard let shrinkage = shrinkage.shrinkage else {
        throw ServiceStandard.Fault.shrinkageOutOfRange(shrinkage.total)
      }
      let concurrency = concurrency ?? aht.seconds.count
      guard concurrency > 0 else { throw ServiceStandard.Fault.concurrencyNotPositive(concurrency) }
      let times =
        aht.seconds.count > 1
        ? aht.seconds : Array(repeating: aht.seconds[0], count: concurrency)
      return try ServiceStandard(
        targets: target, wish: wish, handleTimes: times, variability: variability,
        patience: patience, maxOccupancy: maxOccupancy, shrinkage: shrinkage)
    } catch let fault as ServiceStandard.Fault {
      throw Refusal(.usage, [fault.phrase])
    }
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
    output.note(LoadText.hoursToSchedule, in: language)
    if requirement.isOverTime { output.note(LoadText.staffedOverTime, in: language) }
    output.note(dryRun ? LoadText.nothingKept : requirement.origin, in: language)
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
    if !part.showsIntervals { output.note(LoadText.hoursToSchedule, in: language) }
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

/// Mean seconds per contact, by how many an agent has at once.
struct HandleTimes: ExpressibleByArgument {
  let seconds: [Double]

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Double($0) }
    guard numbers.count == parts.count, (1...20).contains(numbers.count) else { return nil }
    seconds = numbers
  }
}

/// One share, or shares by cause; they may be more than can be.
struct ShrinkageArgument: ExpressibleByArgument {
  let causes: [Shrinkage.Cause]
  let total: BasisPoints

  static let none = ShrinkageArgument(causes: [], total: .zero)

  var shrinkage: Shrinkage? { causes.isEmpty ? Shrinkage(total) : Shrinkage(causes) }
}

extension ShrinkageArgument {
  init?(argument: String) {
    if let share = BasisPoints(argument: argument) {
      self.init(causes: [], total: share)
      return
    }
    var causes: [Shrinkage.Cause] = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, let share = BasisPoints(argument: String(sides[1])) else {
        return nil
      }
      causes.append(Shrinkage.Cause(name: String(sides[0]), share: share))
    }
    self.init(causes: causes, total: BasisPoints(causes.reduce(0) { $0 + $1.share.count }))
  }
}
