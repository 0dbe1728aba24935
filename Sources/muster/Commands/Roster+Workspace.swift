import ArgumentParser
import MusterFiles
import MusterOperations
import MusterStore
import MusterViews
import MusterWords
import People
import Rostering
import Vocabulary

/// Which roster of the workspace is meant.
struct RosterChoice: ParsableArguments {
  @Option(help: "The number of the roster; else the latest made.")
  var number: Int64?
}

struct RosterBuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make a roster from the latest requirement, as a draft.",
    discussion: """
      Takes people, absences and the requirement from the store, patterns, contracts and costs \
      from the folder rosters/, and the shifts before from the rosters in force. Lack of people is \
      no fault: the roster then covers what it can. Ctrl-C keeps the best roster so far.
      """)

  @Option(help: "The first day; else the requirement's.")
  var from: Day?

  @Option(help: "How many days.")
  var days = 14

  @Option(help: "Wishes, absences and fixed cells, as in requests.csv of a problem.")
  var requests: String?

  @Flag(help: "Show what would be made, and keep nothing.")
  var dryRun = false

  @OptionGroup var effort: EffortOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try output.refuseCSV()
    if !(1...366).contains(days) { throw ValidationError("--days is from 1 to 366.") }
  }

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    let (control, bar) = output.control(in: language)
    defer { bar.end() }
    let report = try workspace.buildRoster(
      days: from.map { $0..<($0 + days) }, requests: requests, effort: effort.effort,
      dryRun: dryRun, control: control)
    bar.end()
    output.print(report.json, or: report.facts.text(in: language))
  }
}

struct RosterPublish: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Put a roster in force; refused where it breaks a rule.")

  @Flag(help: "Let it take the place of rosters in force on the days it shares with them.")
  var replace = false

  @Option(help: "Take the place of this roster too, which came into force since; may be repeated.")
  var over: [Int64] = []

  @Flag(help: "Publish although it breaks rules: somebody answers for that.")
  var acceptBreaches = false

  @Flag(help: "Check only, and keep nothing.")
  var dryRun = false

  @OptionGroup var choice: RosterChoice
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try output.refuseCSV()
  }

  func run() throws {
    let workspace = try workspace.open()
    let report = try workspace.publishRoster(
      choice.number, replacing: replace, over: over, accepting: acceptBreaches, dryRun: dryRun)
    let told = RosterWords.published(report.record.id, report.record.days)
    output.print(report.json, or: told[output.language(workspace.settings)] + "\n")
  }
}

struct RosterShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show who works when: agents by days.")

  @Option(help: "Only this agent.")
  var agent: AgentNumber?

  @OptionGroup var choice: RosterChoice
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let report = try workspace.roster(choice.number)
    if let agent, !report.problem.agents.contains(where: { $0.number == agent }) {
      throw Refusal(
        .noInput, zh: "排班表 \(report.record.id) 里没有工号 \(agent)",
        en: "agent \(agent) is not in roster \(report.record.id)")
    }
    let language = output.language(workspace.settings)
    output.print(report.days(of: agent), in: language)
    if !output.json, !output.csv {
      let facts = report.facts.text(in: language).dropLast()
      output.note(Phrase(verbatim: String(facts)), in: language)
    }
  }
}

struct RosterExportVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a roster as a workbook, calendars, a csv and the problem it answers.")

  @Option(help: "The folder to write to; else out/ of the workspace.")
  var out: String?

  @OptionGroup var choice: RosterChoice
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try output.refuseCSV()
  }

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    let export = try workspace.rosterExport(choice.number).write(
      to: out ?? workspace.outFolder, in: language)
    output.print(
      .object([
        JSON.Member("workbook", .text(export.workbook)), JSON.Member("table", .text(export.table)),
        JSON.Member("problem", .text(export.problem)),
        JSON.Member("calendars", .array(export.calendars.map { .text($0) })),
      ]),
      or: export.paths.map { $0 + "\n" }.joined())
  }
}

extension RosterReport {
  /// The roster in a few lines.
  var facts: Table {
    Table(
      [.fact, .value],
      rows: RosterWords.facts(
        number: record.id, cost: verdict.cost, bound: record.bound, coverage: verdict.coverage,
        breaches: verdict.breaches.count
      ).map {
        [Table.Cell($0.label, .text($0.label.en)), Table.Cell($0.value, .text($0.value.en))]
      })
  }

  /// A row per agent and a column per day, with pattern and start; a dot is a day off.
  func days(of agent: AgentNumber?) -> Table {
    let shown = problem.agents.filter { agent == nil || $0.number == agent }
    let columns: [Heading] =
      [.agent, .name]
      + problem.days.map { day in
        let date = String(day.description.dropFirst(5))
        return Heading(day.description, zh: date, en: date)
      } + [.paidMinutes]
    return Table(
      columns,
      rows: shown.map { agent in
        let own = roster.shifts.filter { $0.agent == agent.number }
        let cells = problem.days.map { day -> Table.Cell in
          guard let shift = own.first(where: { problem.zone.local($0.start).day == day }) else {
            let word = agent.absences.contains(day) ? "-" : "·"
            return Table.Cell(Phrase(verbatim: word), .null)
          }
          let start = Minutes(problem.zone.local(shift.start).minute)
          let name = problem.pattern(coded: shift.pattern)?.name ?? shift.pattern
          return Table.Cell(
            Phrase(zh: "\(name)\(start)", en: "\(shift.pattern) \(start)"),
            .text("\(shift.pattern) \(start)"))
        }
        let paid = own.reduce(Minutes.zero) { $0 + $1.paid }
        return [
          Table.Cell(agent.number.text), Table.Cell(named: agents[agent.number]),
        ] + cells + [Table.Cell(Phrase(verbatim: "\(paid)"), .int(Int64(paid.count)))]
      })
  }
}
