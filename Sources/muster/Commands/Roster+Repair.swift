import ArgumentParser
import MusterFiles
import MusterOperations
import MusterStore
import MusterViews
import MusterWords
import People
import Rostering
import Vocabulary

struct RosterRepairVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Mend a roster after an absence or a new rule, changing few days.",
    discussion: """
      Takes the roster in force on the first day that may change, looks at people, absences, \
      requirement and rules as they are now, and makes a draft: days before --from stay, every rule \
      is kept, and a day changes only where that spares more than --change-cost. Tells what \
      changed and why. `muster roster publish` puts the draft in force.
      """)

  @Option(help: "The first day that may change; else today.")
  var from: Day?

  @Option(help: "What a changed day costs; else two hours of a missing head.")
  var changeCost: Int?

  @Option(help: "More wishes, absences and fixed cells, as in requests.csv of a problem.")
  var requests: String?

  @Flag(help: "Show what would change, and keep nothing.")
  var dryRun = false

  @Option(help: "The number of the roster; else the one in force, else the latest made.")
  var number: Int64?

  @OptionGroup var effort: EffortOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let changeCost, !(1...1_000_000).contains(changeCost) {
      throw ValidationError("--change-cost is from 1 to 1000000.")
    }
  }

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    let (control, bar) = output.control(in: language)
    defer { bar.end() }
    let revision = try workspace.repairRoster(
      number, from: from, changePrice: changeCost, requests: requests, effort: effort.effort,
      dryRun: dryRun, control: control)
    bar.end()
    if output.csv {
      output.print(revision.changes, in: language)
    } else {
      output.print(revision.json, or: revision.text(in: language))
    }
    let told = revision.repair.eased.map(RosterWords.eased) + revision.conflicts
    guard told.isEmpty else { throw Refusal(.doesNotHold, told) }
  }
}

extension RosterRevision {
  /// What changed: a row for each day of each agent.
  var changes: Table { Table(changes: repair.changes, in: report) }

  func text(in language: Language) -> String {
    let before = Table.Cell(String(origin))
    let after = Table.Cell(report.record.id == 0 ? "-" : String(report.record.id))
    var facts = Table([.fact, .before, .after])
    facts.rows = [[Table.Cell(Phrase(zh: "编号", en: "roster"), .null), before, after]]
    facts.rows += RosterWords.compared(repair).map { line in
      [Table.Cell(line.label, .null), Table.Cell(line.before), Table.Cell(line.after)]
    }
    let told =
      repair.changes.isEmpty
      ? RosterWords.nothingChanged[language] + "\n" : changes.text(in: language)
    return facts.text(in: language) + "\n" + told
  }
}

extension Table {
  /// A row for each of `changes`, with what was and what is.
  init(changes: [RosterChange], in report: RosterReport) {
    self.init(
      [.day, .agent, .name, .oldShift, .newShift, .why],
      rows: changes.sorted { $0.day < $1.day }.map { change in
        let after =
          change.isRearrangement
          ? Phrase(zh: "休息或业务流变动", en: "other breaks or streams")
          : report.problem.phrase(of: change.after)
        return [
          Cell(change.day.description), Cell(change.agent.text),
          Cell(named: report.agents[change.agent]),
          Cell(report.problem.phrase(of: change.before), report.problem.word(of: change.before)),
          Cell(after, report.problem.word(of: change.after)),
          Cell(change.reason.phrase, .text(change.reason.code)),
        ]
      })
  }
}
