import ArgumentParser
import MusterFiles
import MusterOperations
import MusterStore
import MusterViews
import MusterWords
import People
import Vocabulary

struct PeopleExportVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write all that is held on an agent to a folder, for them to see.",
    discussion: """
      A csv for each table that holds anything on the agent, what they did here under their number, \
      their name or an --alias, and README.txt, which tells what each file is. Only you may read the \
      folder.
      """)

  @OptionGroup var subject: PersonOptions

  @Option(help: "The folder to write into; else out/people/NUMBER in the workspace.")
  var out: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let place = try workspace.open()
    let language = output.language(place.settings)
    let export = try place.exportPerson(
      subject.agent, aliases: subject.alias, to: out, in: language)
    let files = Table(
      [.file, .rows, .what],
      rows: export.files.map { file in
        let what = HoldingWords.table(String(file.name.dropLast(4))) ?? Phrase(verbatim: "")
        return [
          Table.Cell("\(export.folder)/\(file.name)"), Table.Cell(file.rows),
          Table.Cell(what, .text(what.en)),
        ]
      })
    output.print(files, in: language)
    output.note(
      HoldingWords.explained(in: "\(export.folder)/\(PeopleExport.readme)"), in: language)
  }
}

/// Whose data is meant.
struct PersonOptions: ParsableArguments {
  @Argument(help: "The agent's number.")
  var agent: AgentNumber

  @Option(help: "Another name by which they did things here, such as a login; may be repeated.")
  var alias: [String] = []

  func validate() throws {
    if alias.contains("") { throw ValidationError("An --alias is not empty.") }
  }
}

struct PeopleEraseVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Blank an agent's name and words for good; sums and the ledger's chain stay.",
    discussion: """
      The name, the answers and the reasons that the agent wrote are blanked, and their number stands \
      where it was told by name, or by an --alias, who did something. Shifts, scores and pay stay \
      under the number. A staff list that is imported later does not bring the name back.
      """)

  @OptionGroup var subject: PersonOptions

  @Flag(help: "Erase somebody who is employed, too.")
  var evenEmployed = false

  @Flag(help: "Do it: it cannot be undone.")
  var yes = false

  @Flag(help: "Show what would be blanked, and keep nothing.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let place = try workspace.open()
    let language = output.language(place.settings)
    let erasure = try place.erasePerson(
      subject.agent, aliases: subject.alias, evenEmployed: evenEmployed, confirmed: yes,
      dryRun: dryRun)
    let table = Table(
      [.table, .column, .fieldCount, .outcome],
      rows: erasure.fields.map { field in
        [
          Table.Cell(field.table), Table.Cell(field.column), Table.Cell(field.rows),
          Table.Cell(
            ErasureWords.outcome(field.outcome.rawValue), .text(field.outcome.rawValue)),
        ]
      })
    if !erasure.fields.isEmpty || output.json || output.csv { output.print(table, in: language) }
    for note in erasure.notes(in: place, isDryRun: dryRun) { output.note(note, in: language) }
  }
}

extension PeopleErasure {
  /// What is to be told beside the table.
  fileprivate func notes(in workspace: Workspace, isDryRun: Bool) -> [Phrase] {
    func rows(_ kept: Bool) -> Int {
      fields.reduce(0) { $0 + (($1.outcome == .kept) == kept ? $1.rows : 0) }
    }
    var notes = earlier.map { ErasureWords.before(workspace.zone.format($0.at), by: $0.actor) }
    notes.append(ErasureWords.erased(agent.text, rows: rows(false), isDryRun: isDryRun))
    if rows(true) > 0 { notes.append(ErasureWords.kept(rows(true))) }
    if !namesakes.isEmpty { notes.append(ErasureWords.namesakes(namesakes.map(\.text))) }
    if !oldFiles.isEmpty { notes.append(ErasureWords.oldFiles(oldFiles)) }
    if isOnServer { notes.append(ErasureWords.onServer) }
    notes.append(ErasureWords.elsewhere)
    return notes
  }
}
