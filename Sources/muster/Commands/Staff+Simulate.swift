import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import Staffing

struct StaffSimulate: ParsableCommand {
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

  func validate() throws {
    if runs < 1 { throw ValidationError("--runs is at least 1.") }
  }

  func run() throws {
    guard !size else {
      let (file, heads) = try LoadFilters.size(centre, runs: runs, seed: seed)
      let columns: [Heading] = [.group, .agents]
      let rows = zip(file.groups, heads).map { [Table.Cell($0), Table.Cell($1)] }
      output.print(Table(columns, rows: rows), in: output.language())
      output.note(StaffPlanWords.sized, in: output.language())
      return
    }
    let simulation = try LoadFilters.simulate(centre, runs: runs, seed: seed)
    output.print(
      groups ? simulation.groupTable(intervals) : simulation.kindTable(intervals),
      in: output.language())
  }
}

struct StaffCheck: ParsableCommand {
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
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if runs < 1 { throw ValidationError("--runs is at least 1.") }
  }

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    let verdicts = try workspace.checkRequirement(
      number, standards: standards, runs: runs, seed: seed)
    let columns: [Heading] = [.stream, .target, .foreseen, .simulated, .worstInterval, .worstLevel]
    output.print(
      Table(
        columns,
        rows: verdicts.map { verdict in
          [
            Table.Cell("\(verdict.stream)"), Table.Cell("\(verdict.target)"),
            Table.Cell(share: verdict.foreseen), Table.Cell(share: verdict.simulated),
            Table.Cell(verdict.worst.time), Table.Cell(share: verdict.worst.level),
          ]
        }), in: language)
    guard verdicts.allSatisfy(\.holds) else {
      output.note(StaffPlanWords.missed, in: language)
      throw ExitCode(1)
    }
  }
}

extension LoadFilters.Simulation {
  /// What came of each kind, in a run's mean, over all intervals or by interval.
  func kindTable(_ byInterval: Bool) -> Table {
    let columns: [Heading] =
      [.kind] + intervalColumn(byInterval) + [
        .offered, .target, .serviceLevel, .waited, .asaSeconds, .abandoned,
      ]
    return Table(
      columns,
      rows: file.kinds.enumerated().flatMap { kind, name in
        parts(byInterval).map { part in
          let count = outcome.total(of: kind, in: part)
          let target = file.targets[kind]
          return [Table.Cell(name)] + intervalCell(byInterval, part) + [
            Table.Cell(Double(count.offered) / Double(runs), places: 1),
            Table.Cell(target.map { "\($0)" }),
            target == nil ? Table.Cell(nil as String?) : Table.Cell(share: count.level()),
            Table.Cell(share: count.waitingProbability), Table.Cell(count.asa, places: 1),
            Table.Cell(share: count.abandonment),
          ]
        }
      })
  }

  /// How busy each group was.
  func groupTable(_ byInterval: Bool) -> Table {
    let columns: [Heading] =
      [.group] + intervalColumn(byInterval) + [.agentHours, .occupancy, .concurrency]
    return Table(
      columns,
      rows: file.groups.enumerated().flatMap { group, name in
        parts(byInterval).map { part in
          let time = outcome.time(of: group, in: part)
          return [Table.Cell(name)] + intervalCell(byInterval, part) + [
            Table.Cell(time.present / 3600 / Double(runs), places: 1),
            Table.Cell(share: time.occupancy), Table.Cell(time.concurrency, places: 2),
          ]
        }
      })
  }

  private func parts(_ byInterval: Bool) -> [Range<Int>] {
    let count = file.centre.intervals
    return byInterval ? (0..<count).map { $0..<$0 + 1 } : [0..<count]
  }

  private func intervalColumn(_ byInterval: Bool) -> [Heading] {
    byInterval ? [.interval] : []
  }

  private func intervalCell(_ byInterval: Bool, _ part: Range<Int>) -> [Table.Cell] {
    byInterval ? [Table.Cell(part.lowerBound + 1)] : []
  }
}
