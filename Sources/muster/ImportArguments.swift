import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords

/// How a file is imported, and the telling of what came of it.
struct ImportArguments: ParsableArguments {
  @Option(help: "A mapping file that says how other headings and values read.")
  var mapping: String?

  @Option(help: "Where rejected rows go; else out/rejects/ in the workspace.")
  var rejects: String?

  @Flag(help: "Take all rows or none.")
  var strict = false

  @Flag(help: "Show what would be done, and keep nothing.")
  var dryRun = false

  func options(in language: Language) -> ImportOptions {
    ImportOptions(
      isDryRun: dryRun, isStrict: strict, mappingFile: mapping, rejectsFile: rejects,
      language: language)
  }
}

extension OutputOptions {
  /// Prints what an import did; throws where rows were rejected.
  func print(_ report: ImportReport, in language: Language) throws {
    let table = Table(
      [.added, .changed, .same, .rejected, .file],
      rows: [
        [
          Table.Cell(report.added), Table.Cell(report.changed), Table.Cell(report.same),
          Table.Cell(report.rejected), Table.Cell(report.file),
        ]
      ])
    print(json ? Table.object(report) : .null, or: csv ? table.csv : table.text(in: language))
    if report.isDryRun { note(ImportWords.dryRun, in: language) }
    if report.endsOpen { note(ImportWords.endsOpen, in: language) }
    if !report.unknownHeadings.isEmpty {
      note(ImportWords.unknownHeadings(report.unknownHeadings), in: language)
    }
    guard report.rejected > 0 else { return }
    let faults = report.faults.map { Phrase(zh: $0.text(in: .zh), en: $0.text(in: .en)) }
    throw Refusal(
      .doesNotHold,
      faults + [ImportWords.rejected(rows: report.rejected, file: report.rejectsFile)])
  }
}

extension Table {
  /// An import's report for programs.
  fileprivate static func object(_ report: ImportReport) -> JSON {
    .object([
      JSON.Member("file", .text(report.file)),
      JSON.Member("rows", .int(Int64(report.rows))),
      JSON.Member("added", .int(Int64(report.added))),
      JSON.Member("changed", .int(Int64(report.changed))),
      JSON.Member("same", .int(Int64(report.same))),
      JSON.Member("rejected", .int(Int64(report.rejected))),
      JSON.Member("rejects_file", report.rejectsFile.map(JSON.text) ?? .null),
      JSON.Member("dry_run", .bool(report.isDryRun)),
      JSON.Member(
        "problems", .array(report.faults.map { .text($0.text(in: .en)) })),
    ])
  }
}
