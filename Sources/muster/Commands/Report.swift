import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import Vocabulary

struct ReportNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write one self-contained page per audience.",
    subcommands: [ReportTraining.self])
}

struct ReportTraining: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "training",
    abstract: "Write the trainers' page: who is how far, what is due, what the reviews say.")

  @Option(help: "Add the reviews of this month, as YYYY-MM.")
  var month: Month?

  @Option(help: "The file to write; - is standard output.", completion: .file(extensions: ["html"]))
  var out = "training.html"

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    let page = try workspace.trainingReport(month: month, in: language).page(in: language)
    if out == "-" {
      printOutput(page)
    } else {
      try Disk.write(page, to: out)
      output.print(.object([JSON.Member("file", .text(out))]), or: out + "\n")
    }
  }
}
