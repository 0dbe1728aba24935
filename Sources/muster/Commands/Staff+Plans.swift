import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import Staffing
import Vocabulary

struct StaffCost: ParsableCommand {
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
  var use: LoadFile.Use?

  @OptionGroup var standard: StandardOptions

  @Option(help: "What an hour to schedule costs, in any currency.")
  var hourly: Double?

  @Flag(help: "Show agents and service in the busiest interval.")
  var busiest = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let hourly, !(hourly >= 0 && hourly.isFinite) {
      throw ValidationError("--hourly is not negative.")
    }
  }

  func run() throws {
    let standard = try standard.standard()
    let language = output.language()
    guard !busiest else {
      let curve = try LoadFilters.busiest(load, to: standard, use: use)
      output.print(curveTable(curve.curve, needed: curve.needed), in: language)
      output.note(StaffPlanWords.busiest("\(curve.time)", needed: curve.needed), in: language)
      return
    }
    let costs = try LoadFilters.targetCosts(
      load, to: standard, shares: [50, 60, 70, 75, 80, 85, 90, 95, 98, 99], use: use)
    output.print(costTable(costs), in: language)
  }

  private func costTable(_ costs: [TargetCost]) -> Table {
    let columns: [Heading] =
      [.target, .agentHours, .scheduledHours, .moreHours] + (hourly == nil ? [] : [.cost])
    return Table(
      columns,
      rows: costs.enumerated().map { index, cost in
        let before = index == 0 ? nil : costs[index - 1].scheduledHours
        let more = before.map { Table.Cell(cost.scheduledHours - $0, places: 1) }
        return [
          Table.Cell("\(cost.target)"), Table.Cell(cost.agentHours, places: 1),
          Table.Cell(cost.scheduledHours, places: 1), more ?? Table.Cell(nil as String?),
        ] + (hourly.map { [Table.Cell(cost.scheduledHours * $0, places: 2)] } ?? [])
      })
  }

  private func curveTable(
    _ curve: [(agents: Int, service: Requirement.Service)], needed: Int
  ) -> Table {
    let columns: [Heading] = [.agents, .serviceLevel, .asaSeconds, .occupancy, .abandoned]
    return Table(
      columns,
      rows: curve.map { agents, service in
        [
          Table.Cell(agents), Table.Cell(share: service.level),
          service.asa.isFinite ? Table.Cell(service.asa, places: 1) : Table.Cell(nil as String?),
          Table.Cell(share: service.occupancy), Table.Cell(share: service.abandonment),
        ]
      })
  }
}

struct StaffBacklog: ParsableCommand {
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
  var use: LoadFile.Use?

  @Option(help: "Mean seconds of work per contact.")
  var aht: Double

  @Option(help: "How long after it came work is due, such as 24h or 90min.")
  var deadline: Deadline

  @Option(help: "Agents for this work in every open interval.")
  var agents: Double?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard aht > 0, aht.isFinite else { throw ValidationError("--aht is more than 0 seconds.") }
    if let agents, !(agents >= 0 && agents.isFinite) {
      throw ValidationError("--agents is not negative.")
    }
  }

  func run() throws {
    let plan = try LoadFilters.backlog(
      load, handleSeconds: aht, due: deadline.minutes, agents: agents, use: use)
    let language = output.language()
    output.print(table(plan), in: language)
    let least = plan.leastAgents.isFinite ? decimal(plan.leastAgents, places: 2) : "∞"
    output.note(
      StaffPlanWords.late(decimal(plan.lateShare * 100, places: 1), least: least), in: language)
  }

  private func table(_ plan: BacklogPlan) -> Table {
    let columns: [Heading] = [
      .timestamp, .arrivingHours, .doneHours, .backlogHours, .oldestHours, .lateHours,
    ]
    let hours = Double(plan.interval.minutes) / 60
    return Table(
      columns,
      rows: plan.rows.map { row in
        [
          Table.Cell(row.time), Table.Cell(row.arriving, places: 2),
          Table.Cell(row.moment.done, places: 2), Table.Cell(row.moment.left, places: 2),
          Table.Cell(Double(row.moment.oldest) * hours, places: 1),
          row.moment.late.map { Table.Cell($0, places: 2) } ?? Table.Cell(nil as String?),
        ]
      })
  }
}

struct StaffHiring: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hiring",
    abstract: "Say whom to hire when, over the coming months.",
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

  func validate() throws {
    guard !hours.isEmpty, hours.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
      throw ValidationError("Hours are given for one month at least and not negative.")
    }
    guard agents >= 0, agents.isFinite, perMonth > 0, perMonth.isFinite, lead >= 0 else {
      throw ValidationError("--agents and --lead are not negative, --per-month is above 0.")
    }
    guard attrition >= .zero, attrition < .one else {
      throw ValidationError("--attrition is at least 0% and below 100%.")
    }
    guard ramp?.seconds.allSatisfy({ (0...100).contains($0) }) ?? true else {
      throw ValidationError("--ramp lists shares from 0 to 100.")
    }
  }

  func run() {
    let plan = HiringPlan(
      required: hours.map { $0 / perMonth }, agents: agents,
      attrition: Double(attrition.count) / 10_000,
      ramp: (ramp?.seconds ?? []).map { $0 / 100 }, lead: lead)
    let columns: [Heading] = [.monthNumber, .required, .hires, .people, .worth, .gap]
    output.print(
      Table(
        columns,
        rows: plan.months.enumerated().map { index, month in
          [
            Table.Cell(index + 1), Table.Cell(month.required, places: 1), Table.Cell(month.hires),
            Table.Cell(month.people, places: 1), Table.Cell(month.worth, places: 1),
            Table.Cell(month.gap, places: 1),
          ]
        }), in: output.language())
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
