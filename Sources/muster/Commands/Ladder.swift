import ArgumentParser
import Incentives
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import People
import Vocabulary

struct LadderNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ladder",
    abstract: "Review who can move up a rung.",
    subcommands: [LadderReviewVerb.self])
}

struct LadderReviewVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Show per agent which rules of the next rung are met, and what is missing.")

  @Argument(help: "The agent's number; else everybody.")
  var agent: AgentNumber?

  @Option(help: "The ladder's file; else the workspace's plans/ladder.yaml.")
  var ladder: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let place = try workspace.open()
    let language = output.language(place.settings)
    let report = try place.reviewLadder(of: agent, path: ladder)
    output.print(report.table(in: language), in: language)
  }
}

extension LadderReport {
  /// A row per agent and rule.
  func table(in language: Language) -> Table {
    Table(
      [.agent, .name, .fromRung, .toRung, .met, .rule],
      rows: rows.flatMap { agent, review in
        review.findings.map { finding in
          [
            Table.Cell(agent.number.text), Table.Cell(named: agent),
            Table.Cell(review.from.phrase, .text(review.from.rawValue)),
            Table.Cell(
              review.to?.phrase ?? Phrase(verbatim: ""),
              review.to.map { .text($0.rawValue) } ?? .null),
            Table.Cell(finding.result, .bool(finding.isMet)),
            Table.Cell(finding.phrase, .text(finding.phrase[language])),
          ]
        }
      })
  }
}
