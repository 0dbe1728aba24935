import ArgumentParser
import MusterFiles
import MusterOperations
import MusterStore
import MusterViews
import MusterWords
import Vocabulary

struct ForecastOverrideVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "override",
    abstract: "Keep what people say against a forecast, beside its figures, and judge it later.",
    subcommands: [OverrideAdd.self, OverrideWithdraw.self, OverrideList.self])
}

struct OverrideAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Multiply what is planned of a stream on some days.")

  @Option(help: "The stream, as channel/queue.")
  var stream: Stream

  @Option(help: "The first day.")
  var day: Day

  @Option(help: "The last day; else the first.")
  var through: Day?

  @Option(help: "Hours of these days, such as 20:00-24:00; else all.")
  var hours: DayHours?

  @Option(help: "The contacts meant over those forecast, such as 1.3 or 130%.")
  var factor: OverrideFactor

  @Option(help: "Why.")
  var reason: String

  @Flag(help: "Check only, and keep nothing.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let through, through < day { throw ValidationError("--through is not before --day.") }
  }

  func run() throws {
    let workspace = try workspace.open()
    let kept = try workspace.addOverride(
      ForecastOverride(
        stream: stream, days: day...(through ?? day), minutes: hours?.minutes ?? 0..<1440,
        factor: factor.factor, reason: reason, actor: workspace.actor, recordedAt: workspace.now),
      isDryRun: dryRun)
    let language = output.language(workspace.settings)
    let table = Table(overrides: [JudgedOverride(override: kept, outcome: nil)])
    if output.csv { return output.print(table, in: language) }
    output.print(
      table.json,
      or: (dryRun ? LoadWords.nothingKept : ForecastWords.overrideKept(kept.id))[language] + "\n")
  }
}

struct OverrideWithdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take an override back.")

  @Argument(help: "The number of the override.")
  var number: Int64

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try output.refuseCSV() }

  func run() throws {
    let workspace = try workspace.open()
    try workspace.withdrawOverride(number)
    output.print(
      .object([JSON.Member("withdrawn", .int(number))]),
      or: ForecastWords.overrideWithdrawn(number)[output.language(workspace.settings)] + "\n")
  }
}

struct OverrideList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Show the overrides, and how each did beside the model once its days are over.")

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    output.print(
      Table(overrides: try workspace.judgedOverrides()),
      in: output.language(workspace.settings))
  }
}

extension Table {
  fileprivate init(overrides: [JudgedOverride]) {
    self.init(
      [
        .id, .stream, .overriddenFrom, .lastDayTo, .hours, .factor, .statedReason, .recordedBy,
        .came, .model, .overridden, .modelWape, .plannedWape,
      ],
      rows: overrides.map { judged in
        let override = judged.override
        let isWhole = override.minutes == 0..<1440
        func sum(_ value: Double?) -> Cell {
          value.map { Cell($0, places: 1) } ?? Cell(nil as String?)
        }
        func share(_ miss: Double?) -> Cell {
          guard let miss, let seen = judged.outcome?.seen, seen > 0 else {
            return Cell(nil as String?)
          }
          return Cell(share: miss / seen)
        }
        return [
          Cell(override.id), Cell("\(override.stream)"), Cell("\(override.days.lowerBound)"),
          Cell("\(override.days.upperBound)"),
          Cell(isWhole ? nil : EventsFile.text(minutes: override.minutes)),
          Cell(override.factor, places: 2), Cell(override.reason), Cell(override.actor),
          sum(judged.outcome?.seen), sum(judged.outcome?.model), sum(judged.outcome?.planned),
          share(judged.outcome?.modelMiss), share(judged.outcome?.plannedMiss),
        ]
      })
  }
}

/// Hours of a day such as `20:00-24:00`.
struct DayHours: ExpressibleByArgument {
  let minutes: Range<Int>

  init?(argument: String) {
    guard let minutes = EventsFile.minutes(argument) else { return nil }
    self.minutes = minutes
  }
}

/// A factor such as `1.3` or `130%`.
struct OverrideFactor: ExpressibleByArgument {
  let factor: Double

  init?(argument: String) {
    guard let factor = EventsFile.factor(argument) else { return nil }
    self.factor = factor
  }
}
