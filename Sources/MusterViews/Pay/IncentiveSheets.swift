package import MusterFiles
package import MusterWords
package import Vocabulary

/// Lays out the sheets of the HR workbook.
package struct IncentiveSheets {
  package let data: IncentiveWorkbook
  package let language: Language

  /// A column of amounts: what it is called and which part of a row stands there.
  package typealias Part = (label: Phrase, amount: @Sendable (IncentiveWorkbook.Row) -> Int64)

  /// Amounts that add up to what is due.
  package static let parts: [Part] = [
    (IncentiveSheetWords.bonus, \.bonus), (IncentiveSheetWords.awards, \.awards),
    (IncentiveSheetWords.subsidies, \.subsidies), (IncentiveSheetWords.difference, \.difference),
    (IncentiveSheetWords.deduction, \.deduction),
  ]

  /// Where the details begin, below title and headings.
  package static let headingRow = 3
  package var firstRow: Int { IncentiveSheets.headingRow + 1 }
  package var lastRow: Int { firstRow + max(1, data.rows.count) - 1 }

  /// Columns of the details: people see 0 to 18, the rest hold whole numbers.
  package enum Column {
    package static let number = 0
    package static let name = 1
    package static let team = 2
    package static let rung = 3
    package static let hiredOn = 4
    package static let daysDue = 5
    package static let daysWorked = 6
    package static let score = 7
    package static let grade = 8
    package static let factor = 9
    package static let base = 10
    package static let bonus = 11
    package static let due = 16
    package static let remark = 17
    package static let signature = 18
    package static let factorPoints = 19
    package static let baseUnits = 20
    package static let bonusUnits = 21
    package static let dueUnits = 26
  }

  package func text(_ phrase: Phrase) -> Cell.Content { .text(phrase[language]) }

  /// Minor units of one major unit.
  package var scale: Int64 { (0..<data.currency.decimals).reduce(1) { scale, _ in scale * 10 } }

  package var money: CellStyle.Format {
    .money(sign: data.currency.sign, decimals: data.currency.decimals)
  }

  /// A formula that shows minor units as major ones, and its result.
  package func major(_ formula: String, _ units: Int64) -> Cell.Content {
    .formula("=\(formula)/\(scale)", units, over: scale)
  }

  /// A column of the details as a range with fixed names.
  package func range(_ column: Int) -> Area {
    Area(rows: firstRow...lastRow, columns: column...column)
  }

  /// A new sheet with title and subtitle.
  package func sheet(_ name: Phrase) -> Sheet {
    var sheet = Sheet(name: name[language])
    sheet.set(
      0, 0, .text("\(IncentiveSheetWords.title(data.month)[language]) · \(name[language])"), .title)
    sheet.heighten(0, to: 30)
    sheet.set(
      1, 0,
      text(
        IncentiveSheetWords.subtitle(
          plan: "\(data.planName) \(data.planHash.short)", seal: data.ledgerHead.short,
          currency: data.currency.code)), .subtitle)
    sheet.footer =
      IncentiveSheetWords.footer(
        IncentiveSheetWords.title(data.month)[language], seal: data.ledgerHead.description)[
        language]
    return sheet
  }
}

// The details.
extension IncentiveSheets {
  package func details() -> Sheet {
    var sheet = sheet(IncentiveSheetWords.details)
    addHeadings(to: &sheet)
    for (index, row) in data.rows.enumerated() { add(row, at: firstRow + index, to: &sheet) }
    addTotals(to: &sheet)
    setWidths(of: &sheet)
    sheet.hiddenColumns = Column.factorPoints...Column.dueUnits
    sheet.frozen = (firstRow, Column.team)
    sheet.filter = Area(
      rows: IncentiveSheets.headingRow...lastRow, columns: Column.number...Column.remark)
    sheet.repeatedRows = 0...IncentiveSheets.headingRow
    sheet.printArea = Area(rows: 0...(lastRow + 1), columns: Column.number...Column.signature)
    sheet.textNumbers = range(Column.number)
    let shown = Area(rows: firstRow...lastRow, columns: Column.number...Column.signature)
    sheet.format(
      range(Column.due), where: .isNegative, CellStyle().colored(.bad).filled(.badFill))
    sheet.format(
      Area(rows: firstRow...lastRow, columns: Column.bonus...(Column.due - 1)), where: .isZero,
      CellStyle().colored(.rule))
    // Nothing to score by.
    sheet.format(
      shown, where: .formula("=$\(Place.letters(Column.score))\(firstRow + 1)=\"—\""),
      CellStyle().filled(.doubtFill))
    sheet.validate(
      range(Column.remark), .textLength(100, message: IncentiveSheetWords.remarkTooLong[language]))
    sheet.isProtected = true
    sheet.tab = .accent
    return sheet
  }

  private func addHeadings(to sheet: inout Sheet) {
    let row = IncentiveSheets.headingRow
    let amounts = IncentiveSheets.parts.map(\.label) + [IncentiveSheetWords.due]
    let labels =
      [
        IncentiveSheetWords.number, IncentiveSheetWords.name, IncentiveSheetWords.team,
        IncentiveSheetWords.rung,
        IncentiveSheetWords.hiredOn, IncentiveSheetWords.daysDue, IncentiveSheetWords.daysWorked,
        IncentiveSheetWords.score, IncentiveSheetWords.grade, IncentiveSheetWords.factor,
        IncentiveSheetWords.base,
      ] + amounts + [
        IncentiveSheetWords.remark, IncentiveSheetWords.signature, IncentiveSheetWords.factorPoints,
      ]
      + ([IncentiveSheetWords.base] + amounts).map(IncentiveSheetWords.minorUnits)
    for (column, label) in labels.enumerated() { sheet.set(row, column, text(label), .heading) }
    sheet.heighten(row, to: 32)
  }

  private func add(_ row: IncentiveWorkbook.Row, at line: Int, to sheet: inout Sheet) {
    let band: Color? = (line - firstRow) % 2 == 1 ? .pale : nil
    let body = CellStyle.body.filled(band)
    let center = body.aligned(.center)
    // A remark wraps: two narrow characters of its column's width are lost at the edges.
    let lines = max(1, (row.remark.cellWidth + 21) / 22)
    sheet.heighten(line, to: max(20, lines * 15))
    let label = CellStyle.label.filled(band)
    sheet.set(line, Column.number, .text(row.number), label.format(.text))
    sheet.set(line, Column.name, .text(row.name), label)
    sheet.set(line, Column.team, .text(row.team), center)
    sheet.set(line, Column.rung, .text(row.rung), center)
    sheet.set(line, Column.hiredOn, .day(row.hiredOn), center.format(.day))
    sheet.set(line, Column.daysDue, shown(row.daysDue), center.format(.decimals(1)))
    sheet.set(line, Column.daysWorked, shown(row.daysWorked), center.format(.decimals(1)))
    sheet.set(line, Column.score, shown(row.score), center.format(.decimals(2)))
    sheet.set(line, Column.grade, .text(row.grade ?? "—"), center.bold)
    let points = Place(line, Column.factorPoints).name
    sheet.set(
      line, Column.factor, .formula("=\(points)/10000", row.factor.count, over: 10_000),
      center.format(.factor))
    addAmounts(of: row, at: line, body, to: &sheet)
    let open = label.with {
      $0.isUnlocked = true
      $0.wraps = true
    }
    sheet.set(line, Column.remark, row.remark.isEmpty ? .blank : .text(row.remark), open)
    sheet.set(line, Column.signature, .blank, open)
  }

  private func addAmounts(
    of row: IncentiveWorkbook.Row, at line: Int, _ body: CellStyle, to sheet: inout Sheet
  ) {
    let whole = body.format(.integer)
    let base = Place(line, Column.baseUnits).name
    let factor = Place(line, Column.factorPoints).name
    sheet.set(line, Column.factorPoints, .ratio(row.factor.count, over: 1), whole)
    sheet.set(line, Column.baseUnits, .ratio(row.base, over: 1), whole)
    sheet.set(line, Column.base, major(base, row.base), body.format(money))
    for (index, part) in IncentiveSheets.parts.enumerated() {
      let units = Place(line, Column.bonusUnits + index)
      let amount = part.amount(row)
      let isFormula = index == 0 && row.isBonusPlain
      sheet.set(
        units.row, units.column,
        isFormula
          ? .formula("=ROUND(\(base)*\(factor)/10000,0)", amount) : .ratio(amount, over: 1), whole)
      sheet.set(line, Column.bonus + index, major(units.name, amount), body.format(money))
    }
    let parts = Area(rows: line...line, columns: Column.bonusUnits...(Column.dueUnits - 1))
    sheet.set(line, Column.dueUnits, .formula("=SUM(\(parts.name))", row.due), whole)
    sheet.set(
      line, Column.due, major(Place(line, Column.dueUnits).name, row.due),
      body.format(money).bold)
  }

  private func addTotals(to sheet: inout Sheet) {
    let line = lastRow + 1
    for column in Column.number...Column.signature { sheet.set(line, column, .blank, .total) }
    sheet.heighten(line, to: 24)
    sheet.set(line, Column.number, text(IncentiveSheetWords.total), .total.with { $0.indent = 1 })
    sheet.set(
      line, Column.name,
      .formula("=SUBTOTAL(103,\(range(Column.number).name))", Int64(data.rows.count)),
      .total.format(.integer).aligned(.left))
    let amounts = [\.base] + IncentiveSheets.parts.map(\.amount) + [\.due]
    for (index, amount) in amounts.enumerated() {
      let units = range(Column.baseUnits + index).name
      sheet.set(
        line, Column.base + index,
        major("SUBTOTAL(109,\(units))", data.rows.reduce(0) { $0 + amount($1) }),
        .total.format(money))
    }
  }

  private func setWidths(of sheet: inout Sheet) {
    let label: (Phrase) -> Int = { Sheet.width(of: [$0[language]], least: 7, most: 12) }
    sheet.widen(
      Column.number...Column.number, to: Sheet.width(of: data.rows.map(\.number), least: 8))
    sheet.widen(
      Column.name...Column.name, to: Sheet.width(of: data.rows.map(\.name), least: 9, most: 24))
    sheet.widen(Column.team...Column.team, to: Sheet.width(of: data.rows.map(\.team), most: 16))
    sheet.widen(Column.rung...Column.rung, to: Sheet.width(of: data.rows.map(\.rung), most: 14))
    sheet.widen(Column.hiredOn...Column.hiredOn, to: 12)
    sheet.widen(Column.daysDue...Column.daysDue, to: label(IncentiveSheetWords.daysDue))
    sheet.widen(Column.daysWorked...Column.daysWorked, to: label(IncentiveSheetWords.daysWorked))
    sheet.widen(Column.score...Column.factor, to: 8)
    sheet.widen(Column.base...(Column.due - 1), to: 13)
    sheet.widen(Column.due...Column.due, to: 14)
    sheet.widen(Column.remark...Column.remark, to: 24)
    sheet.widen(Column.signature...Column.signature, to: 11)
  }

  package func shown(_ number: Cell.Number?) -> Cell.Content {
    number.map(Cell.Content.number) ?? .text("—")
  }

  package func shown(_ score: Score?) -> Cell.Content {
    score.map { .ratio(Int64($0.hundredths), over: 100) } ?? .text("—")
  }
}
