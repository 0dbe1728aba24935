import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import Performance
import Vocabulary

struct ScoreNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score agents by their contacts of a month.",
    subcommands: [ScoreRun.self, ScoreShow.self, ScoreExplain.self])
}

struct ScoreRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Score a month from its contacts, by the plan that holds in it.")

  @OptionGroup var month: MonthOptions

  @Option(help: "The plan's file; else the one under plans/ that holds in the month.")
  var plan: String?

  @Flag(help: "Show the scores and keep nothing.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let place = try workspace.open()
    let language = output.language(place.settings)
    let report = try place.runScores(month: month.month, planPath: plan, isDryRun: dryRun)
    output.print(report.table, in: language)
    output.note(
      PayWords.scored(
        report.month, agents: report.scores.count,
        without: report.scores.count { $0.score == nil }, plan: report.plan.hash), in: language)
    if dryRun { output.note(PayWords.dryRun, in: language) }
  }
}

struct ScoreShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the scores of a month as they were last run.")

  @OptionGroup var month: MonthOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let place = try workspace.open()
    let report = try place.scores(month: month.month)
    output.print(report.table, in: output.language(place.settings))
  }
}

struct ScoreExplain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Walk an agent's score back to KPIs and contacts.")

  @OptionGroup var subject: ExplainOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try output.refuseCSV()
  }

  func run() throws {
    let place = try workspace.open()
    let language = output.language(place.settings)
    let score = try place.explainScore(of: subject.agent, month: subject.month.month)
    let tree = score.explanation(atMost: subject.shown)
    output.print(
      score.json,
      or: ([score.heading] + tree.lines(in: language)).joined(separator: "\n") + "\n")
  }
}

extension ScoreReport {
  /// A row per agent; of each KPI its value and how many contacts it was counted from.
  var table: Table {
    let columns: [Heading] = [.agent, .name, .team, .score]
    let kpis = plan.scoring.parts.flatMap { part in
      [
        Heading.value(of: part.kpi),
        Heading.count(of: part.kpi),
      ]
    }
    return Table(
      columns + kpis,
      rows: scores.map { score in
        [
          Table.Cell(score.agent.text), Table.Cell(named: agents[score.agent]),
          Table.Cell(score.team), Table.Cell(score.score),
        ]
          + score.parts.flatMap { part in
            [part.value, Table.Cell(part.reading.count)]
          }
      })
  }
}

extension CompositeScore.Part {
  /// The value, in brackets where it does not count.
  fileprivate var value: Table.Cell {
    guard let value = reading.value else { return Table.Cell(Phrase(verbatim: ""), .null) }
    let text = kpi.phrase(of: value)
    let number = Double(value.numerator) / Double(value.denominator)
    guard outcome.gap != nil else { return Table.Cell(text, .number(number)) }
    return Table.Cell(Phrase(zh: "(\(text.zh))", en: "(\(text.en))"), .number(number))
  }
}

extension ScoreExplanation {
  /// Who and when.
  var heading: String { [score.agent.text, name, month.description].joined(separator: "  ") }

  /// The score with its parts, and under each the contacts, at most `count` of them.
  func explanation(atMost count: Int) -> Explanation {
    let whole = score.explanation
    let parts = zip(whole.parts, evidence).map { part, evidence in
      Explanation(part.phrase, part.parts + evidence.lines(atMost: count))
    }
    return Explanation(whole.phrase, parts + whole.parts.dropFirst(evidence.count))
  }

  var json: JSON {
    .object([
      JSON.Member("agent_id", .text(score.agent.text)),
      JSON.Member("month", .text(month.description)),
      JSON.Member("score", Table.Cell(score.score).value),
      JSON.Member("complete", .bool(score.isComplete)),
      JSON.Member("parts", .array(zip(score.parts, evidence).map { $0.json(with: $1) })),
    ])
  }
}

extension CompositeScore.Part {
  fileprivate func json(with evidence: KPIEvidence) -> JSON {
    .object([
      JSON.Member("kpi", .text(kpi.rawValue)), JSON.Member("total", .int(reading.total)),
      JSON.Member("count", .int(reading.count)), JSON.Member("minimum", .int(minimum)),
      JSON.Member("weight_bp", .int(weight.count)),
      JSON.Member("points", Table.Cell(outcome.points).value),
      JSON.Member("contribution", Table.Cell(contribution).value),
      JSON.Member("missing", outcome.gap.map { .text($0.rawValue) } ?? .null),
      JSON.Member("is_current", .bool(evidence.isCurrent)),
      JSON.Member(
        "contacts",
        .array(
          evidence.contacts.map {
            .object([JSON.Member("contact_id", .text($0.id)), JSON.Member("value", .int($0.value))])
          })),
    ])
  }
}

/// Whose month is walked back, and how far.
struct ExplainOptions: ParsableArguments {
  @Argument(help: "The agent's number.")
  var agent: AgentNumber

  @OptionGroup var month: MonthOptions

  @Flag(help: "Name every contact behind each KPI, not only those that did it most harm.")
  var contacts = false

  /// How many contacts are named for each KPI.
  var shown: Int { contacts ? .max : 5 }
}
