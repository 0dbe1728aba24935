import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look whether the workspace and its store are sound.")

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try workspace.open(forKeeping: true)
    let language = output.language(opened.settings)
    let findings = try opened.examine()
    let table = Table(
      [.subject, .sound, .detail],
      rows: findings.map { finding in
        [
          Table.Cell(
            DoctorWords.subject(finding.subject.rawValue), .text(finding.subject.rawValue)),
          Table.Cell(
            finding.isSound ? DoctorWords.good : DoctorWords.bad, .bool(finding.isSound)),
          Table.Cell(finding.detail, .text(finding.detail.en)),
        ]
      })
    output.print(table, in: language)
    guard findings.allSatisfy(\.isSound) else {
      throw Refusal(.doesNotHold, [DoctorWords.unsound])
    }
  }
}
