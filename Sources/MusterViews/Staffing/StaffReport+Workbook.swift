public import MusterFiles
public import MusterOperations
public import MusterWords
import Vocabulary

extension StaffReport {
  /// A sheet for each stream, its intervals and a chart of requirement and cover.
  public func workbook(in language: Language) -> Workbook {
    Workbook(
      title: StaffReportWords.title[language], created: made,
      sheets: volumes.enumerated().map { sheet($1, $0, language) })
  }

  private func sheet(_ load: Volume, _ index: Int, _ language: Language) -> Sheet {
    let plain = String(load.name.map { "[]:*?/\\'".contains($0) ? "·" : $0 })
    let name = plain.count <= 27 ? plain : "\(index + 1) \(plain.prefix(24))"
    var sheet = Sheet(name: name)
    sheet.set(0, 0, .text("\(StaffReportWords.title[language]) · \(load.name)"), .title)
    sheet.heighten(0, to: 30)
    sheet.set(1, 0, .text(subtitle(language)), .subtitle)
    let head = 3
    sheet.frozen = (rows: head + 1, columns: 1)
    sheet.repeatedRows = head...head
    for (column, heading) in StaffReportWords.intervalHeadings.enumerated() {
      sheet.set(head, column, .text(heading[language]), .heading)
    }
    sheet.heighten(head, to: 24)
    for (place, interval) in load.intervals.enumerated() {
      let row = head + 1 + place
      let time = "\(interval.time)".replacing("T", with: " ").prefix(16)
      sheet.set(row, 0, .text(String(time)), .label)
      sheet.set(row, 1, hundredths(interval.load), CellStyle.body.format(.decimals(2)))
      sheet.set(row, 2, .ratio(Int64(interval.agents), over: 1), .body)
      sheet.set(row, 3, hundredths(interval.scheduled), CellStyle.body.format(.decimals(2)))
      sheet.set(row, 4, interval.cover.map { .ratio(Int64($0), over: 1) } ?? .blank, .body)
      sheet.set(row, 5, hundredths(interval.level * 100), CellStyle.body.format(.decimals(1)))
    }
    sheet.widen(0...0, to: 18)
    sheet.widen(1...5, to: 12)
    guard !load.intervals.isEmpty else { return sheet }
    let rows = (head + 1)...(head + load.intervals.count)
    let range: (Int) -> String = { Area(rows: rows, columns: $0...$0).fixed(on: name) }
    let hasCover = load.intervals.contains { $0.cover != nil }
    var looks: [(Int, Chart.Series.Look)] = [
      (1, .line(.sky)), (2, .thickLine(.deep)), (3, .line(.quiet)),
    ]
    if hasCover { looks.append((4, .line(.accent))) }
    let perDay = load.intervals.prefix { $0.time.day == load.intervals[0].time.day }.count
    sheet.insert(
      Chart(
        kind: .lines, title: StaffReportWords.byInterval[language],
        valueAxis: StaffReportWords.agents[language],
        series: looks.map { column, look in
          Chart.Series(
            name: StaffReportWords.intervalHeadings[column][language], categories: range(0),
            values: range(column), look: look)
        }, width: 1060, height: 340, labelEvery: max(1, perDay)),
      row: head, column: 7)
    return sheet
  }

  private func hundredths(_ value: Double) -> Cell.Content {
    .ratio(Int64((value * 100).rounded()), over: 100)
  }
}
