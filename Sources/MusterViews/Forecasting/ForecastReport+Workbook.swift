public import MusterFiles
public import MusterOperations
public import MusterWords
import Vocabulary

extension ForecastReport {
  /// The sheets 每日 and one for each stream, with charts; with English words under `en`.
  public func workbook(in language: Language) -> Workbook {
    Workbook(
      title: ForecastWords.title[language], created: made,
      sheets: [daysSheet(language)] + volumes.enumerated().map { intervalSheet($1, $0, language) })
  }

  private static let headingRow = 3

  private func sheet(_ name: String, _ language: Language) -> Sheet {
    var sheet = Sheet(name: name)
    sheet.set(0, 0, .text("\(ForecastWords.title[language]) · \(name)"), .title)
    sheet.heighten(0, to: 30)
    let subtitle = ForecastWords.subtitle(days, zone: zoneName)[language]
    sheet.set(1, 0, .text(subtitle), .subtitle)
    sheet.footer = "\(ForecastWords.title[language]) · \(subtitle)"
    sheet.frozen = (rows: ForecastReport.headingRow + 1, columns: 1)
    sheet.repeatedRows = ForecastReport.headingRow...ForecastReport.headingRow
    return sheet
  }

  /// A name that a sheet may have: at most 31 characters, none of those that are not allowed.
  private func name(_ load: Volume, _ index: Int) -> String {
    let plain = load.name.map { "[]:*?/\\'".contains($0) ? "·" : $0 }
    return plain.count <= 27 ? String(plain) : "\(index + 1) \(String(plain.prefix(24)))"
  }

  private func tenths(_ value: Double) -> Cell.Content {
    .ratio(Int64((value * 10).rounded()), over: 10)
  }

  private func daysSheet(_ language: Language) -> Sheet {
    let name = ForecastWords.daysSheet[language]
    var sheet = sheet(name, language)
    let head = ForecastReport.headingRow
    let headings =
      [ForecastWords.partHeadings[0][language], ForecastWords.partHeadings[1][language]]
      + volumes.map(\.name) + [ForecastWords.total[language]]
    for (column, heading) in headings.enumerated() {
      sheet.set(head, column, .text(heading), .heading)
    }
    sheet.heighten(head, to: 30)
    let ahead = volumes.map(\.ahead)
    let days = Set(ahead.joined().map(\.day)).sorted()
    let number = CellStyle.body.format(.decimals(1))
    for (index, day) in days.enumerated() {
      let row = head + 1 + index
      sheet.set(row, 0, .day(day), .label.format(.day))
      sheet.set(row, 1, .text(day.weekday.phrase[language]), .label)
      var tenthsOfDay: Int64 = 0
      for (column, own) in ahead.enumerated() {
        let contacts = own.first { $0.day == day }?.contacts ?? 0
        tenthsOfDay += Int64((contacts * 10).rounded())
        sheet.set(row, 2 + column, tenths(contacts), number)
      }
      let cells = Area(rows: row...row, columns: 2...(1 + max(1, volumes.count)))
      sheet.set(
        row, 2 + volumes.count, .formula("=SUM(\(cells.name))", tenthsOfDay, over: 10),
        .total.format(.decimals(1)))
    }
    sheet.widen(0...0, to: 13)
    sheet.widen(1...1, to: 9)
    sheet.widen(2...(2 + volumes.count), to: 18)
    guard !days.isEmpty else { return sheet }
    let rows = (head + 1)...(head + days.count)
    let range: (Int) -> String = { Area(rows: rows, columns: $0...$0).fixed(on: name) }
    sheet.insert(
      Chart(
        kind: .columns, title: ForecastWords.byDay[language],
        valueAxis: ForecastWords.contactsAxis[language],
        series: volumes.enumerated().map { index, load in
          Chart.Series(
            name: load.name, categories: range(0), values: range(2 + index),
            look: .filled(Color.kinds[index % Color.kinds.count]))
        }, width: 1060, height: 340),
      row: head + days.count + 2, column: 0)
    return sheet
  }

  private func intervalSheet(_ load: Volume, _ index: Int, _ language: Language) -> Sheet {
    let name = name(load, index)
    var sheet = sheet(name, language)
    let head = ForecastReport.headingRow
    let headings = [
      ForecastWords.timeColumn, ForecastWords.history, ForecastWords.forecast,
      ForecastWords.lowColumn,
      ForecastWords.highColumn,
    ]
    for (column, heading) in headings.enumerated() {
      sheet.set(head, column, .text(heading[language]), .heading)
    }
    sheet.heighten(head, to: 24)
    let open = load.intervals.filter { $0.seen != nil || $0.mean != nil }
    let number = CellStyle.body.format(.decimals(1))
    for (index, interval) in open.enumerated() {
      let row = head + 1 + index
      let time = "\(interval.time)".replacing("T", with: " ").prefix(16)
      sheet.set(row, 0, .text(String(time)), .label)
      let values = [interval.seen, interval.mean, interval.low, interval.high]
      for (column, value) in values.enumerated() {
        sheet.set(row, 1 + column, value.map(tenths) ?? .blank, number)
      }
    }
    sheet.widen(0...0, to: 18)
    sheet.widen(1...4, to: 12)
    guard !open.isEmpty else { return sheet }
    let rows = (head + 1)...(head + open.count)
    let range: (Int) -> String = { Area(rows: rows, columns: $0...$0).fixed(on: name) }
    let perDay = open.prefix { $0.time.day == open[0].time.day }.count
    let looks: [Chart.Series.Look] = [
      .line(.quiet), .thickLine(.deep), .line(.sky), .line(.sky),
    ]
    sheet.insert(
      Chart(
        kind: .lines, title: load.name, valueAxis: ForecastWords.contactsAxis[language],
        series: looks.enumerated().map { index, look in
          Chart.Series(
            name: headings[1 + index][language], categories: range(0), values: range(1 + index),
            look: look)
        }, width: 1060, height: 340, labelEvery: max(1, perDay)),
      row: head, column: 6)
    return sheet
  }
}
