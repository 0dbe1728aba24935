import ArgumentParser
import MusterOperations
import MusterViews
import Vocabulary

struct InitCommand: PlacedCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a workspace: settings, shipped policies and an empty store.")
  static let isTable = false

  @Argument(help: "The folder to make, or to make a workspace of.")
  var folder = "."

  @Option(help: "The time zone of the workspace, by its name in the tz database.")
  var zone = "Asia/Shanghai"

  @Option(help: "The currency of pay, by its ISO 4217 code.")
  var currency: Currency = .yuan

  @OptionGroup var workspace: WorkspaceOptions

  func view(on console: Console) throws -> View {
    let made = try Workspace.create(
      at: folder, language: console.language, zone: zone, currency: currency,
      database: workspace.database, clock: workspace.clock())
    return View(made: made.folder, zone: zone, currency: currency, language: console.language)
  }
}
