import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import Vocabulary

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write one self-contained page per audience.",
    subcommands: [Training.self])

  struct Training: WorkspaceCommand {
    static let configuration = CommandConfiguration(
      commandName: "training",
      abstract: "Write the trainers' page: who is how far, what is due, what the reviews say.")

    @Option(help: "Add the reviews of this month, as YYYY-MM.")
    var month: Month?

    @Option(
      help: "The file to write; - is standard output.", completion: .file(extensions: ["html"]))
    var out = "training.html"

    @OptionGroup var workspace: WorkspaceOptions

    func view(of workspace: Workspace, on console: Console) throws -> View {
      let page = try workspace.trainingReport(month: month, in: console.language)
        .page(in: console.language)
      guard out != "-" else { return View(verbatim: page) }
      try Disk.write(page, to: out)
      return View(file: out)
    }
  }
}
