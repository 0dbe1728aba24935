import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import People
import Training
import Vocabulary

struct CertificateNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificate", abstract: "Issue certificates and list who holds which.",
    subcommands: [CertificateList.self, CertificateIssueCommand.self])
}

struct CertificateList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the latest certificate of every agent and module.")

  @OptionGroup var agents: AgentOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    output.print(Table(try workspace.certificates(of: agents.choice)), in: language)
  }
}

struct CertificateIssueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue",
    abstract: "Issue a certificate for everything that was passed and has none yet.",
    discussion: "It holds from the day on which the deciding paper was handed in.")

  @Flag(help: "Show what would be issued and keep nothing.")
  var dryRun = false

  @OptionGroup var agents: AgentOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    let issue = try workspace.issueCertificates(to: agents.choice, dryRun: dryRun)
    output.print(Table(issue.issued), in: language)
    if issue.issued.isEmpty { output.note(TrainingWords.nothingToIssue, in: language) }
    if dryRun { output.note(TrainingWords.dryRun, in: language) }
    guard issue.hindrances.isEmpty else { throw Refusal(.doesNotHold, issue.hindrances) }
  }
}

extension Table {
  fileprivate init(_ certificates: [CertificateLine]) {
    self.init(
      [.agent, .name, .module, .version, .issuedOn, .validThrough, .standing, .owedPoints],
      rows: certificates.map { line in
        let held = line.certificate
        return [
          .init(line.agent.number.text), .init(named: line.agent), .init(held.module.text),
          .init(held.version.description), .init(held.issuedOn), .init(held.validThrough),
          .init(line.standing.phrase, .text(line.standing.code)),
          .init(line.owed.map(\.text).joined(separator: " ")),
        ]
      })
  }
}
