package import MusterFiles
package import MusterWords
package import Vocabulary

/// Lays out the sheets of the roster workbook.
package struct RosterSheets {
  /// The roster without intervals in which nothing is open and nobody is there.
  package let data: RosterWorkbook
  package let language: Language

  package init(data: RosterWorkbook, language: Language) {
    let kept = data.intervals.indices.filter { index in
      data.covers.contains { $0.required[index] != nil || $0.scheduled[index] > 0 }
    }
    self.data = data.keeping(intervals: kept)
    self.language = language
  }

  package static let headingRow = 3
  /// Columns before the first day: number, name, team.
  package static let firstDay = 3

  package func text(_ phrase: Phrase) -> Cell.Content { .text(phrase[language]) }

  package func isFree(_ day: Day) -> Bool { day.weekday.isWeekend || data.holidays.contains(day) }

  /// The day as `11-02` with its weekday.
  package func short(_ day: Day, _ separator: String) -> String {
    "\(day.description.suffix(5))\(separator)\(day.weekday.phrase[language])"
  }

  /// The time of day as `9:30`.
  package func clock(_ time: LocalTime) -> String {
    "\(Minutes(time.minute))"
  }

  /// The colour of a pattern, by its place among the patterns.
  package func color(of pattern: String) -> Color {
    let place = data.patterns.firstIndex { $0.code == pattern } ?? data.patterns.count
    return Color.kinds[place % Color.kinds.count]
  }

  /// A new sheet with title and subtitle.
  package func sheet(_ name: Phrase) -> Sheet {
    var sheet = Sheet(name: name[language])
    sheet.set(0, 0, .text("\(data.title) · \(name[language])"), .title)
    sheet.heighten(0, to: 30)
    if let first = data.days.first, let last = data.days.last {
      let subtitle = RosterSheetWords.subtitle(
        from: first, to: last, zone: data.zoneName, seal: data.hash.short)
      sheet.set(1, 0, text(subtitle), .subtitle)
      sheet.footer = "\(data.title) · \(data.hash)"
    }
    return sheet
  }
}

extension RosterWorkbook {
  fileprivate func keeping(intervals kept: [Int]) -> RosterWorkbook {
    var copy = self
    copy.intervals = kept.map { intervals[$0] }
    copy.covers = covers.map { cover in
      Cover(
        stream: cover.stream, required: kept.map { cover.required[$0] },
        scheduled: kept.map { cover.scheduled[$0] })
    }
    return copy
  }
}

// Agents by days.
extension RosterSheets {
  private var shiftsColumn: Int { RosterSheets.firstDay + data.days.count }
  private var hoursColumn: Int { shiftsColumn + 1 }

  /// Two lines a person: patterns above, hours below.
  private func line(_ person: Int) -> Int { RosterSheets.headingRow + 1 + person * 2 }

  package func roster() -> Sheet {
    var sheet = sheet(RosterSheetWords.roster)
    addHeadings(to: &sheet)
    for (index, person) in data.people.enumerated() { add(person, index, to: &sheet) }
    if !data.people.isEmpty, !data.days.isEmpty { addTotals(to: &sheet) }
    sheet.widen(0...0, to: Sheet.width(of: data.people.map(\.number), least: 8))
    sheet.widen(1...1, to: Sheet.width(of: data.people.map(\.name), least: 9, most: 24))
    sheet.widen(2...2, to: Sheet.width(of: data.people.map(\.team), most: 16))
    let cells = data.people.flatMap { $0.plan.map { words($0) } }
    if !data.days.isEmpty {
      sheet.widen(
        RosterSheets.firstDay...(shiftsColumn - 1),
        to: Sheet.width(of: cells, least: 8, most: 14) - 1)
    }
    sheet.widen(shiftsColumn...shiftsColumn, to: 7)
    sheet.widen(hoursColumn...hoursColumn, to: 9)
    sheet.breaks = breaks(width: sheet.printedWidth(through: hoursColumn))
    sheet.frozen = (RosterSheets.headingRow + 1, RosterSheets.firstDay)
    sheet.repeatedRows = 0...RosterSheets.headingRow
    sheet.textNumbers = Area(rows: 0...line(data.people.count), columns: 0...0)
    sheet.tab = .deep
    return sheet
  }

  /// The rows before which a page begins, so that no person is cut in two.
  ///
  /// `width` is that of the sheet in inches; a page takes 10.8 by 7.1 of them, and the heading
  /// 94 points of it.
  private func breaks(width: Double) -> [Int] {
    let scale = min(1, 10.8 / width)
    let perPage = max(1, Int((7.1 * 72 / scale - 94) / 32))
    return stride(from: perPage, to: data.people.count, by: perPage).map(line)
  }

  private func addHeadings(to sheet: inout Sheet) {
    let row = RosterSheets.headingRow
    for (column, label) in [
      IncentiveSheetWords.number, IncentiveSheetWords.name, IncentiveSheetWords.team,
    ]
    .enumerated() {
      sheet.set(row, column, text(label), .heading)
    }
    for (index, day) in data.days.enumerated() {
      let style = isFree(day) ? CellStyle.heading.filled(.accent) : .heading
      sheet.set(row, RosterSheets.firstDay + index, .text(short(day, "\n")), style)
    }
    sheet.set(row, shiftsColumn, text(RosterSheetWords.shifts), .heading)
    sheet.set(row, hoursColumn, text(RosterSheetWords.hours), .heading)
    sheet.heighten(row, to: 34)
  }

  /// A pattern as its name has it in Chinese, and by its code elsewhere.
  private func name(of pattern: String) -> String {
    guard language == .zh else { return pattern }
    return data.patterns.first { $0.code == pattern }?.name ?? pattern
  }

  private func words(_ plan: RosterWorkbook.DayPlan) -> String {
    switch plan {
    case .off: RosterSheetWords.off[language]
    case .absent(let kind): kind
    case .shift(let shift): "\(name(of: shift.pattern)) \(clock(shift.start))"
    }
  }

  private func add(_ person: RosterWorkbook.Person, _ index: Int, to sheet: inout Sheet) {
    let upper = line(index)
    let lines = upper...(upper + 1)
    sheet.heighten(upper, to: 18)
    sheet.heighten(upper + 1, to: 14)
    let merged: (Int) -> Area = { Area(rows: lines, columns: $0...$0) }
    sheet.merge(merged(0), .text(person.number), .label.format(.text))
    sheet.merge(merged(1), .text(person.name), .label.bold)
    sheet.merge(merged(2), .text(person.team), .body.aligned(.center))
    var minutes = 0
    var shifts = 0
    for (place, (day, plan)) in zip(data.days, person.plan).enumerated() {
      let column = RosterSheets.firstDay + place
      let free: Color? = isFree(day) ? .weekend : nil
      let body = CellStyle.body.aligned(.center).with { $0.size = 9 }
      let small = body.with { $0.size = 8 }.colored(.quiet)
      switch plan {
      case .off:
        sheet.set(upper, column, .text(words(plan)), small.filled(free).colored(.rule))
        sheet.set(upper + 1, column, .blank, small.filled(free))
      case .absent:
        sheet.set(upper, column, .text(words(plan)), small.filled(.doubtFill))
        sheet.set(upper + 1, column, .blank, small.filled(.doubtFill))
      case .shift(let shift):
        let fill = color(of: shift.pattern)
        minutes += shift.paid.count
        shifts += 1
        sheet.set(upper, column, .text(words(plan)), body.filled(fill))
        sheet.set(
          upper + 1, column, .ratio(Int64(shift.paid.count), over: 1440),
          small.filled(fill).format(.hours))
      }
    }
    let end = max(RosterSheets.firstDay, shiftsColumn - 1)
    let hours = Area(rows: (upper + 1)...(upper + 1), columns: RosterSheets.firstDay...end).name
    let center = CellStyle.body.aligned(.center).filled(.soft)
    sheet.merge(
      merged(shiftsColumn), .formula("=COUNT(\(hours))", Int64(shifts)), center.format(.integer))
    sheet.merge(
      merged(hoursColumn), .formula("=SUM(\(hours))", Int64(minutes), over: 1440),
      center.format(.hours).bold)
  }

  private func addTotals(to sheet: inout Sheet) {
    let heads = line(data.people.count)
    let rows = line(0)...(heads - 1)
    let style = CellStyle.total.aligned(.center).with { $0.size = 9 }
    for (offset, label) in [RosterSheetWords.atWork, RosterSheetWords.hoursOfDay].enumerated() {
      sheet.heighten(heads + offset, to: 20)
      sheet.merge(
        Area(rows: (heads + offset)...(heads + offset), columns: 0...2), text(label),
        .total.with { $0.indent = 1 })
    }
    for place in data.days.indices {
      let column = RosterSheets.firstDay + place
      let cells = Area(rows: rows, columns: column...column).name
      let paid = data.people.compactMap { person -> Int? in
        guard place < person.plan.count, case .shift(let shift) = person.plan[place] else {
          return nil
        }
        return shift.paid.count
      }
      sheet.set(
        heads, column, .formula("=COUNT(\(cells))", Int64(paid.count)), style.format(.integer))
      sheet.set(
        heads + 1, column, .formula("=SUM(\(cells))", Int64(paid.reduce(0, +)), over: 1440),
        style.format(.hours))
    }
    let all = data.people.flatMap(\.plan).compactMap { plan -> Int? in
      if case .shift(let shift) = plan { shift.paid.count } else { nil }
    }
    let days = RosterSheets.firstDay...(shiftsColumn - 1)
    let sum: (Int) -> String = { "=SUM(\(Area(rows: $0...$0, columns: days).name))" }
    sheet.set(
      heads, shiftsColumn, .formula(sum(heads), Int64(all.count)), style.format(.integer))
    sheet.set(heads, hoursColumn, .blank, style)
    sheet.set(heads + 1, shiftsColumn, .blank, style)
    sheet.set(
      heads + 1, hoursColumn, .formula(sum(heads + 1), Int64(all.reduce(0, +)), over: 1440),
      style.format(.hours))
  }
}
