import ArgumentParser
import MusterFiles
import MusterOperations
import Staffing
import Vocabulary

struct StaffNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "Say how many agents each interval needs.",
    subcommands: [StaffFile.self])
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
