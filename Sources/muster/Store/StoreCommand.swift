import ArgumentParser
import MusterOperations
import MusterViews

struct BackupCommand: WorkspaceCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write the whole store to a file, and read it back; others may work meanwhile.")
  static let isTable = false
  static let isForKeeping = true

  @Argument(help: "The file to write; it must not be there yet.", completion: .file())
  var file: String

  @OptionGroup var workspace: WorkspaceOptions

  func view(of workspace: Workspace, on console: Console) throws -> View {
    View(backup: try workspace.backUp(to: file, control: console.control()), to: file)
  }
}

struct RestoreCommand: PlacedCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup in the place of the store; the old file is kept as FILE.replaced.")
  static let isTable = false

  @Argument(help: "The backup.", completion: .file())
  var file: String

  @OptionGroup var workspace: WorkspaceOptions

  func view(on console: Console) throws -> View {
    let settings = try? Workspace.settings(of: Workspace.find(workspace.folder))
    console.language = output.language(settings)
    let (copy, kept) = try Workspace.restore(
      from: file, folder: workspace.folder, database: workspace.database,
      clock: workspace.clock(), control: console.control())
    return View(restored: copy, from: file, keeping: kept)
  }
}

struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "Move the store between engines.",
    subcommands: [Move.self])

  struct Move: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "move",
      abstract: "Copy the store to another place, check it there, and work with it from then on.")
    static let isTable = false
    static let isForKeeping = true

    @Option(help: "Where to: postgresql://USER@HOST/DATABASE, or a new file.")
    var to: String

    @Flag(help: "Copy and check, then take the copy away again.")
    var dryRun = false

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      let copy = try workspace.moveStore(to: to, isDryRun: dryRun, control: console.control())
      return try View(moved: copy, to: to, isDryRun: dryRun)
    }
  }
}
