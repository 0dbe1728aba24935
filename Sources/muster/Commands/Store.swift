import ArgumentParser
import Incentives
import MusterFiles
import MusterOperations
import MusterStore
import MusterViews
import MusterWords
import Vocabulary

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the whole store to a file, and read it back; others may work meanwhile.")

  @Argument(help: "The file to write; it must not be there yet.", completion: .file())
  var file: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try output.refuseCSV() }

  func run() throws {
    let opened = try workspace.open(forKeeping: true)
    let language = output.language(opened.settings)
    let (control, bar) = output.control(in: language)
    defer { bar.end() }
    let copy = try opened.backUp(to: file, control: control)
    bar.end()
    output.print(copy, StoreWords.backedUp(copy.rows, to: file), in: language)
  }
}

struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put a backup in the place of the store; the old file is kept as FILE.replaced.")

  @Argument(help: "The backup.", completion: .file())
  var file: String

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try output.refuseCSV() }

  func run() throws {
    let language = output.language(try? Workspace.settings(of: Workspace.find(workspace.folder)))
    let (control, bar) = output.control(in: language)
    defer { bar.end() }
    let (copy, kept) = try Workspace.restore(
      from: file, folder: workspace.folder, database: workspace.database,
      clock: workspace.clock(), control: control)
    bar.end()
    output.print(copy, StoreWords.restored(copy.rows, from: file), in: language)
    if let kept { output.note(StoreWords.kept(kept), in: language) }
  }
}

struct StoreNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "Move the store between engines.",
    subcommands: [StoreMove.self])
}

struct StoreMove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: "Copy the store to another place, check it there, and work with it from then on.")

  @Option(help: "Where to: postgresql://USER@HOST/DATABASE, or a new file.")
  var to: String

  @Flag(help: "Copy and check, then take the copy away again.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try output.refuseCSV() }

  func run() throws {
    let opened = try workspace.open(forKeeping: true)
    let language = output.language(opened.settings)
    let (control, bar) = output.control(in: language)
    defer { bar.end() }
    let copy = try opened.moveStore(to: to, isDryRun: dryRun, control: control)
    bar.end()
    let shown = try Store.withoutPassword(to)
    let phrase =
      dryRun
      ? StoreWords.couldMove(copy.rows, to: shown) : StoreWords.moved(copy.rows, to: shown)
    output.print(copy, phrase, in: language)
  }
}

extension OutputOptions {
  /// Prints what a copy came to: as JSON with rows and digest of each table.
  fileprivate func print(_ copy: StoreCopy, _ phrase: Phrase, in language: Language) {
    print(
      .object([
        JSON.Member("rows", .int(copy.rows)),
        JSON.Member("sequence", .int(copy.head.sequence)),
        JSON.Member("seal", .text(copy.head.hash.description)),
        JSON.Member(
          "tables",
          .array(
            copy.tables.map { table in
              .object([
                JSON.Member("table", .text(table.name)), JSON.Member("rows", .int(table.rows)),
                JSON.Member("digest", .text(table.digest.description)),
              ])
            })),
      ]), or: phrase[language] + "\n" + PayWords.ledgerHolds(copy.head)[language] + "\n")
  }
}
