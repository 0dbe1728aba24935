import ArgumentParser
import Incentives
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import Vocabulary

struct AuditNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Check that the books are whole.",
    subcommands: [AuditVerify.self])
}

struct AuditVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the ledger's chain, seals and statements; exit 1 where one does not hold.")

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try output.refuseCSV()
  }

  func run() throws {
    let place = try workspace.open(forKeeping: true)
    let language = output.language(place.settings)
    let audit = try place.verifyBooks()
    let faults = audit.faults.map(\.phrase)
    output.print(
      .object([
        JSON.Member("holds", .bool(faults.isEmpty)),
        JSON.Member("sequence", .int(audit.head.sequence)),
        JSON.Member("seal", .text(audit.head.hash.description)),
        JSON.Member("faults", .array(faults.map { .text($0[language]) })),
      ]), or: faults.isEmpty ? PayWords.ledgerHolds(audit.head)[language] + "\n" : "")
    guard faults.isEmpty else { throw Refusal(.doesNotHold, faults) }
  }
}
