import ArgumentParser
import Incentives
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import People
import Vocabulary

struct PayNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay",
    abstract: "Compute, explain and export what agents are due.",
    subcommands: [
      PayLint.self, PayTest.self, PayRunVerb.self, PayStatement.self, PayExplain.self,
      PayLock.self, PayExportVerb.self,
    ])
}

/// Which month of pay is meant.
struct MonthOptions: ParsableArguments {
  @Option(help: "The month, as YYYY-MM; else the latest there is.")
  var month: Month?
}

struct PayLint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check a plan: its form, steps out of reach, cliffs, caps; exit 1 on a fault.")

  @Argument(help: "The plan's file.")
  var plan: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    let language = output.language()
    let lint = try PlanChecks.lint(plan)
    let rows = lint.findings.map { finding -> [Table.Cell] in
      let kind = finding.isFault ? PayWords.fault : PayWords.remark
      return [
        Table.Cell(kind, .text(finding.isFault ? "fault" : "note")),
        Table.Cell(finding.phrase, .text(finding.phrase[language])),
      ]
    }
    output.print(
      Table(
        [.kind, .finding], rows: rows), in: language)
    let summary = PayWords.lint(lint.findings.count { $0.isFault })
    guard lint.holds else { throw Refusal(.doesNotHold, [summary]) }
    output.note(summary, in: language)
  }
}

struct PayTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Try a plan on its worked cases; exit 1 where one comes out otherwise.")

  @Argument(help: "The plan's file.")
  var plan: String

  @Option(help: "The file of cases; else PLAN.cases.yaml beside the plan.")
  var cases: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let language = output.language()
    let test = try PlanChecks.test(plan, cases: cases)
    let rows = test.misses.map { miss -> [Table.Cell] in
      [
        Table.Cell(miss.line), Table.Cell(miss.name), Table.Cell(miss.agent.text),
        Table.Cell(miss.what), Table.Cell(miss.wanted), Table.Cell(miss.found),
      ]
    }
    let table = Table(
      [.line, .`case`, .agent, .figure, .wanted, .foundAmount], rows: rows)
    if !test.holds || output.json || output.csv { output.print(table, in: language) }
    let summary = PayWords.tested(
      cases: test.cases.count, figures: test.cases.figures, misses: test.misses.count)
    guard test.holds else { throw Refusal(.doesNotHold, [summary]) }
    output.note(summary, in: language)
  }
}

struct PayRunVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Score and pay a month, and book what is not booked yet.")

  @OptionGroup var month: MonthOptions

  @Option(help: "The plan's file; else the one under plans/ that holds in the month.")
  var plan: String?

  @Flag(help: "Show what it comes to and keep nothing.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let place = try workspace.open()
    let language = output.language(place.settings)
    let run = try place.runPay(month: month.month, planPath: plan, isDryRun: dryRun)
    output.print(run.report.table, in: language)
    output.note(
      PayWords.booked(
        run.report.month, entries: run.postings.count, sum: run.sum, total: run.report.total,
        head: run.report.head), in: language)
    if dryRun { output.note(PayWords.dryRun, in: language) }
  }
}

struct PayStatement: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement",
    abstract: "Show what everybody is due for a month, or one agent's statement line by line.")

  @Argument(help: "The agent's number; else everybody.")
  var agent: AgentNumber?

  @OptionGroup var month: MonthOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let place = try workspace.open()
    let language = output.language(place.settings)
    let report = try place.pay(month: month.month)
    guard let agent else { return output.print(report.table, in: language) }
    guard let statement = report.statements.first(where: { $0.agent == agent }) else {
      throw Refusal(.noInput, [PayWords.notThere(agent, report.month)])
    }
    output.print(statement.table(under: report.plan, in: language), in: language)
  }
}

struct PayExplain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Walk an agent's pay back to rules, scores and contacts.")

  @OptionGroup var subject: ExplainOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try output.refuseCSV()
  }

  func run() throws {
    let place = try workspace.open()
    let language = output.language(place.settings)
    let explanation = try place.explainPay(of: subject.agent, month: subject.month.month)
    let statement = explanation.statement.explanation(title: explanation.plan.title(of:))
    let lines =
      [explanation.score.heading] + statement.lines(in: language)
      + explanation.score.explanation(atMost: subject.shown).lines(in: language)
    output.print(
      .object([
        JSON.Member("agent_id", .text(subject.agent.text)),
        JSON.Member("month", .text(explanation.statement.month.description)),
        JSON.Member("plan_hash", .text(explanation.plan.hash.description)),
        JSON.Member("statement", statement.json(in: language)),
        JSON.Member("score", explanation.score.json),
      ]), or: lines.joined(separator: "\n") + "\n")
  }
}

struct PayLock: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: "Lock a month of pay: later changes become differences in the next one.")

  @OptionGroup var month: MonthOptions

  @Option(help: "The seal you have seen, as pay run tells it; refused if more was booked since.")
  var seen: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try output.refuseCSV()
    if let seen, !(8...64).contains(seen.count) || !seen.allSatisfy(\.isHexDigit) {
      throw ValidationError("--seen is a seal, or at least its first 8 hexadecimal digits.")
    }
  }

  func run() throws {
    let place = try workspace.open()
    let (month, seal) = try place.lockPay(month: month.month, seen: seen?.lowercased())
    output.print(
      .object([
        JSON.Member("month", .text(month.description)),
        JSON.Member("sequence", .int(seal.sequence)),
        JSON.Member("seal", .text(seal.hash.description)),
      ]), or: PayWords.locked(month, seal: seal)[output.language(place.settings)] + "\n")
  }
}

struct PayExportVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the HR workbook and the payroll table of a month.")

  @OptionGroup var month: MonthOptions

  @Option(help: "The folder to write into; else the workspace's out/.")
  var out: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try output.refuseCSV()
  }

  func run() throws {
    let place = try workspace.open()
    let language = output.language(place.settings)
    let export = try place.payExport(month: month.month)
    let files = try export.write(to: out ?? place.outFolder, in: language)
    output.print(
      .object([
        JSON.Member("month", .text(export.report.month.description)),
        JSON.Member("workbook", .text(files.workbook)),
        JSON.Member("table", .text(files.table)),
      ]), or: files.workbook + "\n" + files.table + "\n")
  }
}
