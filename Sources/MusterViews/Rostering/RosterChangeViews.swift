package import MusterOperations
import MusterStore
import MusterWords
import Rostering
import Vocabulary

extension RosterRevision {
  /// What changed and why, and what could not be kept.
  package var view: View {
    let changes = Table(changes: repair.changes, in: report)
    return View(
      changes, faults: repair.eased.map(RosterWords.eased) + conflicts,
      json: { _ in json }, text: { text(changes, in: $0) })
  }

  private func text(_ changes: Table, in language: Language) -> String {
    let before = Table.Cell(String(origin))
    let after = Table.Cell(report.record.id == 0 ? "-" : String(report.record.id))
    var facts = Table([.fact, .before, .after])
    facts.rows = [[Table.Cell(RosterWords.number, .null), before, after]]
    facts.rows += RosterWords.compared(repair).map { line in
      [Table.Cell(line.label, .null), Table.Cell(line.before), Table.Cell(line.after)]
    }
    let told =
      repair.changes.isEmpty
      ? RosterWords.nothingChanged[language] + "\n" : changes.text(in: language)
    return facts.text(in: language) + "\n" + told
  }
}

extension Table {
  /// A row for each of `changes`, with what was and what is.
  init(changes: [RosterChange], in report: RosterReport) {
    self.init(
      [.day, .agent, .name, .oldShift, .newShift, .why],
      rows: changes.sorted { $0.day < $1.day }.map { change in
        let after =
          change.isRearrangement
          ? RosterWords.rearranged
          : report.problem.phrase(of: change.after)
        return [
          Cell(change.day.description), Cell(change.agent.text),
          Cell(named: report.agents[change.agent]),
          Cell(report.problem.phrase(of: change.before), report.problem.word(of: change.before)),
          Cell(after, report.problem.word(of: change.after)),
          Cell(change.reason.phrase, .text(change.reason.code)),
        ]
      })
  }
}
