import ArgumentParser
import MusterFiles
import MusterOperations
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
      [
        Table.Column("file", zh: "文件", en: "file"),
        Table.Column("rows", zh: "行数", en: "rows", .right),
        Table.Column("what", zh: "内容", en: "what"),
      ],
      rows: export.files.map { file in
        let what = HoldingText.table(String(file.name.dropLast(4))) ?? Phrase(verbatim: "")
        return [
          Table.Cell("\(export.folder)/\(file.name)"), Table.Cell(file.rows),
          Table.Cell(what, .text(what.en)),
        ]
      })
    output.print(files, in: language)
    output.note(
      HoldingText.explained(in: "\(export.folder)/\(PeopleExport.readme)"), in: language)
  }
}

/// Whose data is meant.
struct PersonOptions: ParsableArguments {
  @Argument(help: "The agent's number.")
  var agent: AgentNumber

  @Option(help: "Another name by which they did things here, such as a login; may be repeated.")
  var alias: [String] = []
}
