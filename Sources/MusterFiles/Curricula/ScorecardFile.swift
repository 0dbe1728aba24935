public import MusterWords
public import Performance
import Training
import Vocabulary

/// A scorecard of quality reviews, such as `scorecards/chat.md`: a head, then a table of items.
public enum ScorecardFile {
  /// The scorecard that a text is; refuses it with all that is wrong.
  ///
  /// The head has `id`, `title`, `version`, and may have `title.en` and `pass`, the least score of
  /// a contact that passes (80% where it is left out). The table's columns are the item's id, what
  /// to look at, the same in English, the weight, the maximum of points, and 是 where no points
  /// fail the contact.
  public static func read(text: String, file: String) throws(FileRefusal) -> Scorecard {
    let source = CurriculumSource(text: text, file: file)
    var faults = CurriculumFaults()
    let head = FrontMatter(
      source, required: ["id", "title", "version"], optional: ["title.en", "pass"],
      faults: &faults)
    let pass = head.value("pass", or: .badShare, &faults, parse: passMark)
    var items: [Scorecard.Item] = []
    var rows = 0
    for line in head.body where !line.isTableRule {
      guard let cells = line.cells else { continue }
      rows += 1
      guard rows > 1 else { continue }
      if let item = item(cells, file, line.number, faults: &faults) {
        if items.contains(where: { $0.id == item.id }) {
          faults.add(.repeatedID(line: nil), file, line.number, found: item.id)
        } else {
          items.append(item)
        }
      }
    }
    if items.isEmpty { faults.add(.noCriteria, file, nil) }
    guard faults.list.isEmpty, let id = head.text("id"), let title = head.text("title"),
      let version = head.text("version"), let usual = Score(hundredths: 80_00),
      let scorecard = Scorecard(
        id: id, title: title, titleInEnglish: head.text("title.en"), version: version,
        passMark: pass ?? usual, items: items)
    else { throw FileRefusal(.badData, faults.list) }
    return scorecard
  }

  private static func item(
    _ cells: [String], _ file: String, _ line: Int, faults: inout CurriculumFaults
  ) -> Scorecard.Item? {
    // A last cell that is empty may be left out together with its bar.
    guard (5...6).contains(cells.count), !cells[0].isEmpty else {
      faults.add(
        .badRow(cells: cells.count, wanted: 6), file, line, found: cells.joined(separator: " | "))
      return nil
    }
    let veto = cells.count == 6 ? cells[5] : ""
    guard let isCritical = veto.isEmpty ? false : QuestionFileWords.truth(veto) else {
      faults.add(.badYesNo, file, line, found: veto)
      return nil
    }
    let item = count(cells[3], units: [""]).flatMap { weight in
      count(cells[4], units: CurriculumFileWords.points).flatMap { maximum in
        Scorecard.Item(
          id: cells[0], title: cells[1], titleInEnglish: cells[2].isEmpty ? nil : cells[2],
          weight: weight, maximum: maximum, isCritical: isCritical)
      }
    }
    if item == nil {
      faults.add(.badWeight, file, line, found: cells[3] + " | " + cells[4])
    }
    return item
  }
}
