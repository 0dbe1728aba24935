import ArgumentParser
import Forecasting
import MusterFiles
import MusterOperations
import Vocabulary

struct ForecastNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast", abstract: "Forecast contacts per interval, with bands.",
    subcommands: [ForecastOfFile.self])
}

struct ForecastOfFile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "file",
    abstract: "Forecast a history without a workspace.",
    discussion: """
      HISTORY is a csv with the columns timestamp and volume: the local time at which an open \
      interval begins, and the contacts in it. Prints a csv row for each open interval ahead.
      """)

  @Argument(help: "The history; - is standard input.", completion: .file(extensions: ["csv"]))
  var history: String

  @Option(help: "How many intervals after the last row to forecast, closed ones included.")
  var horizon: Int

  @Option(
    help: "Days known ahead: a csv with date and event; the event closed is a day without service.",
    completion: .file(extensions: ["csv"]))
  var events: String?

  @Option(help: "Minutes of an interval; else the least distance between rows.")
  var interval: Interval?

  @Option(help: "Shares of outcomes that the bands hold, in per cent.")
  var levels = Levels.usual

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if horizon < 0 { throw ValidationError("The horizon must not be negative.") }
  }

  func run() throws {
    let forecast = try LoadFilters.forecast(
      history, horizon: horizon, events: events, interval: interval, levels: levels.shares)
    let table = ForecastTable(forecast)
    output.print(table.json, or: table.csv)
  }
}

/// The levels of bands, such as `80,95`.
struct Levels: ExpressibleByArgument {
  let shares: [Double]

  static let usual = Levels(shares: [0.8, 0.95])

  var defaultValueDescription: String { "80,95" }

  private init(shares: [Double]) {
    self.shares = shares
  }

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let hundredths = parts.compactMap { scaledDecimal($0, places: 2) }
    guard hundredths.count == parts.count, hundredths.allSatisfy({ $0 > 0 && $0 < 10_000 }) else {
      return nil
    }
    self.init(shares: hundredths.map { Double($0) / 10_000 })
  }
}

extension Interval: ExpressibleByArgument {
  public init?(argument: String) {
    guard let minutes = Int(argument) else { return nil }
    self.init(minutes: minutes)
  }
}
