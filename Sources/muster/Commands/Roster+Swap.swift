import ArgumentParser
import MusterFiles
import MusterOperations
import MusterStore
import MusterViews
import MusterWords
import People
import Rostering
import Vocabulary

struct RosterSwapVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swap", abstract: "Let agents exchange shifts, by request and approval.",
    subcommands: [
      SwapPropose.self, SwapRequest.self, SwapApprove.self, SwapRefuse.self, SwapList.self,
    ])
}

struct SwapPropose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract: "List swaps that rid an agent of a shift and break no rule, cheapest first.")

  @Option(help: "The agent who wants to be rid of a shift, or of a day off.")
  var agent: AgentNumber

  @Option(help: "The day.")
  var day: Day

  @Option(help: "How many proposals at most.")
  var most = 10

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !(1...10_000).contains(most) { throw ValidationError("--most is from 1 to 10000.") }
  }

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    let (report, proposals) = try workspace.proposeSwaps(of: agent, on: day, most: most)
    let table = Table(
      [.colleagueId, .name, .days, .gives, .takes, .costChange, .ofIt],
      rows: proposals.map { outcome in
        let own = outcome.changes.filter { $0.agent == agent }
        let words = RosterWords.swapCost(outcome)
        return [
          Table.Cell(outcome.swap.colleague.text),
          Table.Cell(named: report.agents[outcome.swap.colleague]),
          Table.Cell(outcome.swap.days.map(\.description).joined(separator: " ")),
          report.cell(own.map(\.before)), report.cell(own.map(\.after)),
          Table.Cell(outcome.difference.total), Table.Cell(words, .text(words.en)),
        ]
      })
    if proposals.isEmpty { output.note(RosterWords.noProposal, in: language) }
    if !proposals.isEmpty || output.json || output.csv { output.print(table, in: language) }
  }
}

struct SwapRequest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request",
    abstract: "Ask for a swap: two agents exchange what they have on some days.",
    discussion: "Refused where it would break a rule; who approves it decides again on that day.")

  @Option(help: "The agent who asks.")
  var agent: AgentNumber

  @Option(name: .customLong("with"), help: "The colleague.")
  var colleague: AgentNumber

  @Option(help: "The days, divided by commas.")
  var days: String

  @Flag(help: "Check only, and keep nothing.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  private var swap: RosterSwap? {
    let parts = days.split(separator: ",").map { Day(String($0)) }
    let known = parts.compactMap(\.self)
    guard !known.isEmpty, known.count == parts.count else { return nil }
    return RosterSwap(agent: agent, colleague: colleague, days: known)
  }

  func validate() throws {
    if swap == nil { throw ValidationError("--days is a list such as 2026-11-03,2026-11-05.") }
    if agent == colleague { throw ValidationError("--with names another agent than --agent.") }
  }

  func run() throws {
    let workspace = try workspace.open()
    guard let swap else { return }
    let report = try workspace.requestSwap(swap, dryRun: dryRun)
    output.print(report, RosterWords.swapRequested(report.id), workspace)
  }
}

/// Which swap is decided on.
struct SwapDecision: ParsableArguments {
  @Argument(help: "The number of the swap.")
  var number: Int64

  @Flag(help: "Check only, and keep nothing.")
  var dryRun = false
}

struct SwapApprove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Approve a swap: it is checked again and put in force.")

  @OptionGroup var decision: SwapDecision
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let report = try workspace.approveSwap(decision.number, dryRun: decision.dryRun)
    output.print(
      report, RosterWords.swapApproved(report.id, report.report.record.id), workspace)
  }
}

struct SwapRefuse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse", abstract: "Say no to a swap.")

  @OptionGroup var decision: SwapDecision
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try output.refuseCSV()
  }

  func run() throws {
    let workspace = try workspace.open()
    let record = try workspace.refuseSwap(decision.number, dryRun: decision.dryRun)
    let told = RosterWords.swapRefused(record.id)
    output.print(
      .object([
        JSON.Member("swap", .int(record.id)), JSON.Member("step", .text(record.step.rawValue)),
      ]), or: told[output.language(workspace.settings)] + "\n")
  }
}

struct SwapList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List swaps with who asked, who decided, and when.")

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let steps: [SwapRecord.Step: Phrase] = [
      .requested: Phrase(zh: "待批准", en: "waits"), .approved: Phrase(zh: "已批准", en: "approved"),
      .refused: Phrase(zh: "已拒绝", en: "refused"),
    ]
    let table = Table(
      [
        .swap, .applicant, .colleagueId, .days, .swapStep, .requestedBy, .requestedAt, .decidedBy,
        .decidedAt, .roster,
      ],
      rows: try workspace.swaps().map { record in
        let decided = record.events.dropFirst().last
        return [
          Table.Cell(record.id), Table.Cell(record.swap.agent.text),
          Table.Cell(record.swap.colleague.text),
          Table.Cell(record.swap.days.map(\.description).joined(separator: " ")),
          Table.Cell(steps[record.step] ?? Phrase(verbatim: ""), .text(record.step.rawValue)),
          Table.Cell(record.events.first?.actor),
          Table.Cell(record.events.first.map { workspace.zone.format($0.at) }),
          Table.Cell(decided?.actor), Table.Cell(decided.map { workspace.zone.format($0.at) }),
          Table.Cell(decided?.made),
        ]
      })
    output.print(table, in: output.language(workspace.settings))
  }
}

extension RosterReport {
  fileprivate func cell(_ shifts: [Shift?]) -> Table.Cell {
    let phrases = shifts.map { problem.phrase(of: $0) }
    return Table.Cell(
      Phrase(
        zh: phrases.map(\.zh).joined(separator: "，"), en: phrases.map(\.en).joined(separator: ", ")),
      .array(shifts.map { problem.word(of: $0) }))
  }
}

extension OutputOptions {
  /// A swap in a line, what it changes, and what it costs.
  fileprivate func print(_ report: SwapReport, _ headline: Phrase, _ workspace: Workspace) {
    let language = language(workspace.settings)
    let changes = Table(changes: report.outcome.changes, in: report.report)
    guard !csv else { return print(changes, in: language) }
    print(
      .object([
        JSON.Member("swap", report.id == 0 ? .null : .int(report.id)),
        JSON.Member(
          "roster", report.report.record.id == 0 ? .null : .int(report.report.record.id)),
        JSON.Member("cost", .int(Int64(report.outcome.difference.total))),
        JSON.Member("breakdown", report.outcome.difference.json),
        JSON.Member("changes", changes.json),
      ]),
      or: headline[language] + "\n" + changes.text(in: language)
        + RosterWords.swapCost(report.outcome)[language] + "\n")
  }
}
