import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import Staffing
import Vocabulary

extension StaffCommand {
  struct Cost: Command {
    static let configuration = CommandConfiguration(
      commandName: "cost",
      abstract: "Say what each service target costs over a load, or one agent more and less.",
      discussion: """
        Prints a row for each share from 50 to 99 per cent with the hours it asks for; with --busiest \
        the service of one agent more and less in the busiest interval.
        """)

    @Argument(help: "The load; - is standard input.", completion: .file(extensions: ["csv"]))
    var load: String

    @Option(help: "The column to staff for: volume, mean or p90; else the first that is there.")
    var use: VolumeFile.Use?

    @OptionGroup var standard: StandardOptions

    @Option(help: "What an hour to schedule costs, in any currency.")
    var hourly: Double?

    @Flag(help: "Show agents and service in the busiest interval.")
    var busiest = false

    @OptionGroup var output: OutputOptions

    func check() throws {
      if let hourly, !(hourly >= 0 && hourly.isFinite) {
        throw ValidationError(OptionWords.nonNegativeHourly)
      }
    }

    func view(on console: Console) throws -> View {
      let standard = try standard.standard()
      guard !busiest else { return try VolumeFilters.busiest(load, to: standard, use: use).view }
      let costs = try VolumeFilters.targetCosts(
        load, to: standard, shares: [50, 60, 70, 75, 80, 85, 90, 95, 98, 99], use: use)
      return View(targetCosts: costs, hourly: hourly)
    }
  }

  struct Backlog: Command {
    static let configuration = CommandConfiguration(
      commandName: "backlog",
      abstract: "Follow work that can wait: what is left, how old it is, what will be late.",
      discussion: """
        LOAD has the open intervals with their volume, and agents in a column of that name or from \
        --agents. The earliest deadline is worked first.
        """)

    @Argument(help: "The load.", completion: .file(extensions: ["csv"]))
    var load: String

    @Option(help: "The column to follow: volume, mean or p90; else the first that is there.")
    var use: VolumeFile.Use?

    @Option(help: "Mean seconds of work per contact.")
    var aht: Double

    @Option(help: "How long after it came work is due, such as 24h or 90min.")
    var deadline: Deadline

    @Option(help: "Agents for this work in every open interval.")
    var agents: Double?

    @OptionGroup var output: OutputOptions

    func check() throws {
      guard aht > 0, aht.isFinite else { throw ValidationError(OptionWords.positiveAHT) }
      if let agents, !(agents >= 0 && agents.isFinite) {
        throw ValidationError(OptionWords.nonNegativeAgents)
      }
    }

    func view(on console: Console) throws -> View {
      try VolumeFilters.backlog(
        load, handleSeconds: aht, due: deadline.minutes, agents: agents, use: use
      ).view
    }
  }

  struct Hiring: Command {
    static let configuration = CommandConfiguration(
      commandName: "hiring", abstract: "Say whom to hire when, over the coming months.",
      discussion: """
        Give the hours to schedule of each month in turn. A hire begins as late as lets it be full \
        when it is needed.
        """)

    @Argument(help: "Hours to schedule in each month.")
    var hours: [Double]

    @Option(help: "Agents there now.")
    var agents: Double

    @Option(help: "Hours that a full agent is paid for in a month.")
    var perMonth = 174.0

    @Option(help: "The share that leaves each month, such as 3%.")
    var attrition: BasisPoints = .zero

    @Option(help: "What a new agent is worth in the first months, such as 30,70.")
    var ramp: HandleTimes?

    @Option(help: "Months before the first can begin.")
    var lead = 0

    @OptionGroup var output: OutputOptions

    func check() throws {
      guard !hours.isEmpty, hours.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
        throw ValidationError(OptionWords.someHours)
      }
      guard agents >= 0, agents.isFinite, perMonth > 0, perMonth.isFinite, lead >= 0 else {
        throw ValidationError(OptionWords.nonNegativeCrew)
      }
      guard attrition >= .zero, attrition < .one else {
        throw ValidationError(OptionWords.attrition)
      }
      guard ramp?.seconds.allSatisfy({ (0...100).contains($0) }) ?? true else {
        throw ValidationError(OptionWords.ramp)
      }
    }

    func view(on console: Console) throws -> View {
      HiringPlan(
        required: hours.map { $0 / perMonth }, agents: agents,
        attrition: Double(attrition.count) / 10_000,
        ramp: (ramp?.seconds ?? []).map { $0 / 100 }, lead: lead
      ).view
    }
  }
}

/// How long work may take, in minutes.
struct Deadline: ExpressibleByArgument {
  let minutes: Minutes

  /// `24h`, `90min` or `90m`.
  init?(argument: String) {
    let units = [("min", 1), ("m", 1), ("h", 60)]
    guard let unit = units.first(where: { argument.hasSuffix($0.0) }),
      case let digits = argument.dropLast(unit.0.count), let count = Int(digits),
      (1...100_000).contains(count)
    else { return nil }
    minutes = Minutes(count * unit.1)
  }
}
