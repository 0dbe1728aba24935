import ArgumentParser
import MusterFiles
import MusterOperations
import MusterStore
import MusterViews
import MusterWords
import Rostering
import Vocabulary

struct RosterRequestVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request", abstract: "Keep wishes of agents, which rosters then weigh.",
    subcommands: [RequestAdd.self, RequestWithdraw.self, RequestList.self])
}

struct RequestAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Keep a wish for or against work on one or more days.")

  @Option(help: "Who wishes.")
  var agent: AgentNumber

  @Option(help: "The first day.")
  var day: Day

  @Option(help: "The last day; else the first.")
  var through: Day?

  @Option(help: "on for work, off for none.")
  var wish: RosterProblem.Request.Wish

  @Option(help: "The pattern meant, by its code; else any.")
  var pattern: String?

  @Option(help: "What it costs a roster not to grant it.")
  var weight = 100

  @Flag(help: "Check only, and keep nothing.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let through, through < day { throw ValidationError("--through is not before --day.") }
    if !(1...1_000_000).contains(weight) {
      throw ValidationError("--weight is from 1 to 1000000.")
    }
  }

  func run() throws {
    let workspace = try workspace.open()
    let kept = try workspace.addRequest(
      RequestRecord(
        agent: agent, days: day...(through ?? day), wish: wish, pattern: pattern, weight: weight,
        recordedAt: workspace.now, actor: workspace.actor), dryRun: dryRun)
    let language = output.language(workspace.settings)
    if output.csv { return output.print(Table(requests: [kept], workspace), in: language) }
    output.print(
      Table(requests: [kept], workspace).json,
      or: RosterWords.requestKept(kept.id)[language] + "\n")
  }
}

struct RequestWithdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take a wish back.")

  @Argument(help: "The number of the request.")
  var number: Int64

  @Flag(help: "Check only, and keep nothing.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try output.refuseCSV()
  }

  func run() throws {
    let workspace = try workspace.open()
    try workspace.withdrawRequest(number, dryRun: dryRun)
    output.print(
      .object([JSON.Member("request", .int(number)), JSON.Member("stands", .bool(dryRun))]),
      or: RosterWords.requestWithdrawn(number)[output.language(workspace.settings)] + "\n")
  }
}

struct RequestList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the wishes that stand for today or later.")

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    output.print(
      Table(requests: try workspace.requests(), workspace),
      in: output.language(workspace.settings))
  }
}

extension Table {
  fileprivate init(requests: [RequestRecord], _ workspace: Workspace) {
    self.init(
      [.request, .agent, .firstDay, .lastDay, .wish, .pattern, .weight, .keptBy, .recordedAt],
      rows: requests.map { request in
        let wish = request.wish == .on ? Phrase(zh: "上班", en: "on") : Phrase(zh: "休息", en: "off")
        return [
          Cell(request.id), Cell(request.agent.text), Cell(request.days.lowerBound.description),
          Cell(request.days.upperBound.description), Cell(wish, .text(request.wish.rawValue)),
          Cell(request.pattern), Cell(request.weight), Cell(request.actor),
          Cell(workspace.zone.format(request.recordedAt)),
        ]
      })
  }
}

extension RosterProblem.Request.Wish: ExpressibleByArgument {}
