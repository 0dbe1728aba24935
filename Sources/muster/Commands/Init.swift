import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import Vocabulary

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a workspace: settings, shipped policies and an empty store.")

  @Argument(help: "The folder to make, or to make a workspace of.")
  var folder = "."

  @Option(help: "The time zone of the workspace, by its name in the tz database.")
  var zone = "Asia/Shanghai"

  @Option(help: "The currency of pay, by its ISO 4217 code.")
  var currency: Currency = .yuan

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try output.refuseCSV()
  }

  func run() throws {
    let language = output.language()
    let made = try Workspace.create(
      at: folder, language: language, zone: zone, currency: currency,
      database: workspace.database, clock: workspace.clock())
    output.print(
      .object([
        JSON.Member("folder", .text(made.folder)), JSON.Member("zone", .text(zone)),
        JSON.Member("currency", .text(currency.code)),
        JSON.Member("locale", .text(language.rawValue)),
      ]),
      or: InitWords.made(made.folder)[language] + "\n")
  }
}

extension Currency: ExpressibleByArgument {
  public init?(argument: String) { self.init(code: argument) }
}
