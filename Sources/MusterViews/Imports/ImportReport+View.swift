package import MusterOperations
import MusterWords

extension ImportReport {
  /// What the import did; what is wrong with rows that it did not take does not hold.
  package var view: View {
    var notes: [Phrase] = []
    if isDryRun { notes.append(ImportWords.dryRun) }
    if endsOpen { notes.append(ImportWords.endsOpen) }
    if !unknownHeadings.isEmpty { notes.append(ImportWords.unknownHeadings(unknownHeadings)) }
    let row = [
      Table.Cell(added), Table.Cell(changed), Table.Cell(same), Table.Cell(rejected),
      Table.Cell(file),
    ]
    return View(
      Table([.added, .changed, .same, .rejected, .file], rows: [row]), notes: notes,
      faults: rejected == 0
        ? [] : faults.map(\.phrase) + [ImportWords.rejected(rows: rejected, file: rejectsFile)],
      json: { _ in json })
  }

  private var json: JSON {
    .object([
      JSON.Member("file", .text(file)),
      JSON.Member("rows", .int(Int64(rows))),
      JSON.Member("added", .int(Int64(added))),
      JSON.Member("changed", .int(Int64(changed))),
      JSON.Member("same", .int(Int64(same))),
      JSON.Member("rejected", .int(Int64(rejected))),
      JSON.Member("rejects_file", rejectsFile.map(JSON.text) ?? .null),
      JSON.Member("dry_run", .bool(isDryRun)),
      JSON.Member("problems", .array(faults.map { .text($0.phrase.en) })),
    ])
  }
}
