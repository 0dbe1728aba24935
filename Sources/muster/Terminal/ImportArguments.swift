import ArgumentParser
import MusterOperations

/// How a file is imported.
struct ImportArguments: ParsableArguments {
  @Option(help: "A mapping file that says how other headings and values read.")
  var mapping: String?

  @Option(help: "Where rejected rows go; else out/rejects/ in the workspace.")
  var rejects: String?

  @Flag(help: "Take all rows or none.")
  var strict = false

  @Flag(help: "Show what would be done, and keep nothing.")
  var dryRun = false

  func options(for console: Console) -> ImportOptions {
    ImportOptions(
      isDryRun: dryRun, isStrict: strict, mappingFile: mapping, rejectsFile: rejects,
      language: console.language)
  }
}
