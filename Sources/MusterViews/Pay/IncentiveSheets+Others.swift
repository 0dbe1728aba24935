package import MusterFiles
import MusterWords
import Vocabulary

// The summary by team.
extension IncentiveSheets {
  private enum Summary {
    package static let team = 0
    package static let heads = 1
    package static let firstAmount = 2
    package static let due = 7
    package static let mean = 8
    package static let firstGrade = 9
  }

  package func summary() -> Sheet {
    var sheet = sheet(IncentiveSheetWords.summary)
    let teams = firstSeen(data.rows.map(\.team))
    let grades = firstSeen(data.rows.compactMap(\.grade).sorted())
    let heading = IncentiveSheets.headingRow
    let labels =
      [IncentiveSheetWords.team, IncentiveSheetWords.heads] + IncentiveSheets.parts.map(\.label)
      + [IncentiveSheetWords.due, IncentiveSheetWords.mean]
      + grades.map(IncentiveSheetWords.heads(ofGrade:))
    for (column, label) in labels.enumerated() { sheet.set(heading, column, text(label), .heading) }
    sheet.heighten(heading, to: 32)
    for (index, team) in teams.enumerated() {
      add(team, at: firstRow + index, grades, to: &sheet)
    }
    let total = firstRow + max(1, teams.count)
    addTotals(at: total, grades, to: &sheet)
    addLedger(at: total + 2, total: total, to: &sheet)
    if !teams.isEmpty {
      sheet.insert(chart(teams: teams.count), row: total + 6, column: 0)
    }
    sheet.widen(Summary.team...Summary.team, to: Sheet.width(of: teams, least: 12))
    sheet.widen(Summary.heads...Summary.heads, to: 8)
    sheet.widen(Summary.firstAmount...Summary.mean, to: 14)
    if !grades.isEmpty {
      sheet.widen(Summary.firstGrade...(Summary.firstGrade + grades.count - 1), to: 10)
    }
    sheet.frozen = (heading + 1, 1)
    sheet.tab = .deep
    return sheet
  }

  /// Adds up a column of the details where the team is the one named in `place`; exactly, as
  /// other functions take `*` and `?` in a name for any text.
  private func sum(_ column: Int, ofTeamAt place: Place) -> String {
    let team = range(Column.team).fixed(on: IncentiveSheetWords.details[language])
    let units = range(column).fixed(on: IncentiveSheetWords.details[language])
    return "SUMPRODUCT(EXACT(\(team),$\(place.name))*\(units))"
  }

  private func add(_ team: String, at line: Int, _ grades: [String], to sheet: inout Sheet) {
    let body = CellStyle.body.filled((line - firstRow) % 2 == 1 ? .pale : nil)
    let rows = data.rows.filter { $0.team == team }
    let place = Place(line, Summary.team)
    let details = IncentiveSheetWords.details[language]
    let teams = range(Column.team).fixed(on: details)
    sheet.heighten(line, to: 20)
    sheet.set(line, Summary.team, .text(team), CellStyle.label.filled(body.fill))
    sheet.set(
      line, Summary.heads,
      .formula("=SUMPRODUCT(EXACT(\(teams),$\(place.name))*1)", Int64(rows.count)),
      body.format(.integer))
    let amounts = IncentiveSheets.parts.map(\.amount) + [\.due]
    for (index, amount) in amounts.enumerated() {
      let column = Summary.firstAmount + index
      sheet.set(
        line, column,
        major(
          sum(Column.bonusUnits + index, ofTeamAt: place), rows.reduce(0) { $0 + amount($1) }),
        body.format(money))
    }
    sheet.set(
      line, Summary.mean,
      mean(
        sum(Column.dueUnits, ofTeamAt: place), rows.map(\.due),
        heads: Place(line, Summary.heads).name),
      body.format(money).bold)
    let gradeRange = range(Column.grade).fixed(on: details)
    for (index, grade) in grades.enumerated() {
      let text = "\"\(grade.replacing("\"", with: "\"\""))\""
      sheet.set(
        line, Summary.firstGrade + index,
        .formula(
          "=SUMPRODUCT(EXACT(\(teams),$\(place.name))*EXACT(\(gradeRange),\(text)))",
          Int64(rows.count { $0.grade == grade })), body.format(.integer))
    }
  }

  private func mean(_ sum: String, _ amounts: [Int64], heads: String) -> Cell.Content {
    let mean = Rounding.halfUp.quotient(
      Int128(amounts.reduce(0, +)), Int128(max(1, amounts.count)))
    return major("ROUND(\(sum)/MAX(1,\(heads)),0)", Int64(mean))
  }

  private func addTotals(at line: Int, _ grades: [String], to sheet: inout Sheet) {
    sheet.heighten(line, to: 24)
    sheet.set(line, Summary.team, text(IncentiveSheetWords.total), .total.with { $0.indent = 1 })
    let rows = firstRow...(line - 1)
    let sum: (Int) -> String = { "=SUM(\(Area(rows: rows, columns: $0...$0).name))" }
    sheet.set(
      line, Summary.heads, .formula(sum(Summary.heads), Int64(data.rows.count)),
      .total.format(.integer))
    let amounts = IncentiveSheets.parts.map(\.amount) + [\.due]
    for (index, amount) in amounts.enumerated() {
      let column = Summary.firstAmount + index
      let units = range(Column.bonusUnits + index).fixed(on: IncentiveSheetWords.details[language])
      sheet.set(
        line, column, major("SUM(\(units))", data.rows.reduce(0) { $0 + amount($1) }),
        .total.format(money))
    }
    let due = range(Column.dueUnits).fixed(on: IncentiveSheetWords.details[language])
    sheet.set(
      line, Summary.mean,
      mean("SUM(\(due))", data.rows.map(\.due), heads: Place(line, Summary.heads).name),
      .total.format(money))
    for (index, grade) in grades.enumerated() {
      let column = Summary.firstGrade + index
      sheet.set(
        line, column, .formula(sum(column), Int64(data.rows.count { $0.grade == grade })),
        .total.format(.integer))
    }
  }

  /// What the ledger says, beside what the rows add up to.
  private func addLedger(at line: Int, total: Int, to sheet: inout Sheet) {
    let due = range(Column.dueUnits).fixed(on: IncentiveSheetWords.details[language])
    let sum = data.rows.reduce(0) { $0 + $1.due }
    sheet.set(line, Summary.team, text(IncentiveSheetWords.byLedger), .label.bold)
    sheet.set(line, Summary.heads, .blank, .body)
    sheet.set(
      line, Summary.firstAmount, .ratio(data.ledgerTotal, over: scale), .body.format(money))
    sheet.set(line + 1, Summary.team, text(IncentiveSheetWords.unequal), .label.bold)
    sheet.set(line + 1, Summary.heads, .blank, .body)
    let difference = Place(line + 1, Summary.firstAmount)
    let ledger = Place(line, Summary.firstAmount).name
    sheet.set(
      difference.row, difference.column,
      major("(SUM(\(due))-ROUND(\(ledger)*\(scale),0))", sum - data.ledgerTotal),
      .body.format(money).bold)
    let area = Area(
      rows: difference.row...difference.row, columns: difference.column...difference.column)
    sheet.format(
      area, where: .formula("=\(difference.name)<>0"), CellStyle().colored(.bad).filled(.badFill))
    sheet.format(
      area, where: .formula("=\(difference.name)=0"), CellStyle().colored(.good).filled(.goodFill))
  }

  private func chart(teams: Int) -> Chart {
    let rows = firstRow...(firstRow + teams - 1)
    let name = IncentiveSheetWords.summary[language]
    return Chart(
      kind: .columns, title: IncentiveSheetWords.meanChart[language], valueAxis: data.currency.code,
      series: [
        Chart.Series(
          name: IncentiveSheetWords.mean[language],
          categories: Area(rows: rows, columns: Summary.team...Summary.team).fixed(on: name),
          values: Area(rows: rows, columns: Summary.mean...Summary.mean).fixed(on: name),
          look: .filled(.deep))
      ], width: 1000, height: 320)
  }
}

// Scores, exceptions, notes.
extension IncentiveSheets {
  package func scores() -> Sheet {
    var sheet = sheet(IncentiveSheetWords.scores)
    let heading = IncentiveSheets.headingRow
    let people = [
      IncentiveSheetWords.number, IncentiveSheetWords.name, IncentiveSheetWords.team,
      IncentiveSheetWords.composite,
    ]
    for (column, label) in people.enumerated() {
      let area = Area(rows: (heading - 1)...heading, columns: column...column)
      sheet.merge(area, text(label), .heading)
    }
    for (index, kpi) in data.kpis.enumerated() {
      let column = people.count + index * 3
      sheet.merge(
        Area(rows: (heading - 1)...(heading - 1), columns: column...(column + 2)),
        text(IncentiveSheetWords.kpi(kpi.name, weight: kpi.weight)), .heading)
      for (offset, label) in [
        IncentiveSheetWords.value, IncentiveSheetWords.count, IncentiveSheetWords.points,
      ]
      .enumerated() {
        sheet.set(heading, column + offset, text(label), .heading)
      }
    }
    for (index, row) in data.rows.enumerated() {
      addScores(of: row, at: heading + 1 + index, to: &sheet)
    }
    sheet.widen(0...0, to: Sheet.width(of: data.rows.map(\.number), least: 8))
    sheet.widen(1...1, to: Sheet.width(of: data.rows.map(\.name), least: 9, most: 24))
    sheet.widen(2...2, to: Sheet.width(of: data.rows.map(\.team), most: 16))
    sheet.widen(3...3, to: 10)
    if !data.kpis.isEmpty { sheet.widen(4...(3 + data.kpis.count * 3), to: 9) }
    sheet.heighten(heading - 1, to: 24)
    sheet.frozen = (heading + 1, 2)
    sheet.repeatedRows = 0...heading
    sheet.textNumbers = range(0)
    return sheet
  }

  private func addScores(
    of row: IncentiveWorkbook.Row, at line: Int, to sheet: inout Sheet
  ) {
    let body = CellStyle.body.filled((line - firstRow) % 2 == 1 ? .pale : nil)
    let center = body.aligned(.center)
    sheet.heighten(line, to: 18)
    let label = CellStyle.label.filled(body.fill)
    sheet.set(line, 0, .text(row.number), label.format(.text))
    sheet.set(line, 1, .text(row.name), label)
    sheet.set(line, 2, .text(row.team), center)
    sheet.set(line, 3, shown(row.score), center.format(.decimals(2)).bold)
    for (index, (kpi, result)) in zip(data.kpis, row.results).enumerated() {
      let column = 4 + index * 3
      let format: CellStyle.Format =
        switch kpi.unit {
        case .share: .percent
        case .seconds: .decimals(1)
        case .number: .decimals(2)
        }
      sheet.set(line, column, shown(result.value), center.format(format))
      sheet.set(line, column + 1, .count(result.count), center.format(.integer).colored(.quiet))
      sheet.set(line, column + 2, shown(result.points), center.format(.decimals(2)))
    }
  }

  package func exceptions() -> Sheet {
    var sheet = sheet(IncentiveSheetWords.exceptions)
    let heading = IncentiveSheets.headingRow
    let labels = [
      IncentiveSheetWords.number, IncentiveSheetWords.name, IncentiveSheetWords.kind,
      IncentiveSheetWords.detail,
    ]
    for (column, label) in labels.enumerated() { sheet.set(heading, column, text(label), .heading) }
    sheet.heighten(heading, to: 24)
    for (index, exception) in data.exceptions.enumerated() {
      let line = heading + 1 + index
      let body = CellStyle.label.filled(index % 2 == 1 ? .pale : nil)
      sheet.set(line, 0, .text(exception.number), body.format(.text))
      sheet.set(line, 1, .text(exception.name), body)
      sheet.set(line, 2, .text(exception.kind), body)
      sheet.set(line, 3, .text(exception.detail), body.with { $0.wraps = true })
    }
    if data.exceptions.isEmpty {
      sheet.merge(
        Area(rows: (heading + 1)...(heading + 1), columns: 0...3),
        text(IncentiveSheetWords.noException),
        .body.aligned(.center).colored(.quiet))
    }
    sheet.widen(0...0, to: Sheet.width(of: data.exceptions.map(\.number), least: 10))
    sheet.widen(1...1, to: Sheet.width(of: data.exceptions.map(\.name), least: 10, most: 24))
    sheet.widen(2...2, to: Sheet.width(of: data.exceptions.map(\.kind), least: 16, most: 30))
    sheet.widen(3...3, to: 80)
    sheet.frozen = (heading + 1, 0)
    sheet.repeatedRows = 0...heading
    sheet.textNumbers = Area(
      rows: (heading + 1)...(heading + 1 + data.exceptions.count), columns: 0...0)
    return sheet
  }

  package func notes() -> Sheet {
    var sheet = sheet(IncentiveSheetWords.notes)
    let facts: [(Phrase, Cell.Content)] = [
      (IncentiveSheetWords.period, .text("\(data.month.first) – \(data.month.last)")),
      (IncentiveSheetWords.plan, .text(data.planName)),
      (IncentiveSheetWords.planHash, .text(data.planHash.description)),
      (IncentiveSheetWords.ledgerHead, .text(data.ledgerHead.description)),
      (IncentiveSheetWords.entries, .count(data.ledgerEntries)),
      (IncentiveSheetWords.rounding, text(data.rounding.phrase)),
      (IncentiveSheetWords.currency, .text(data.currency.code)),
      (IncentiveSheetWords.agents, .count(data.rows.count)),
      (IncentiveSheetWords.contacts, .count(data.contacts)),
      (IncentiveSheetWords.actor, .text(data.actor)),
      (IncentiveSheetWords.made, .text(data.zone.format(data.made))),
    ]
    let first = IncentiveSheets.headingRow
    for (index, (label, content)) in facts.enumerated() {
      sheet.heighten(first + index, to: 20)
      sheet.set(first + index, 0, text(label), .label.bold.filled(.soft))
      sheet.set(
        first + index, 1, content, .label.format(.integer))
    }
    let checks = first + facts.count + 1
    sheet.set(checks, 0, text(IncentiveSheetWords.howToCheck), .title.with { $0.size = 12 })
    for (index, check) in IncentiveSheetWords.checks.enumerated() {
      sheet.merge(
        Area(rows: (checks + 1 + index)...(checks + 1 + index), columns: 0...1),
        .text("\(index + 1). \(check[language])"), CellStyle().with { $0.wraps = true })
      sheet.heighten(checks + 1 + index, to: 32)
    }
    sheet.widen(0...0, to: 24)
    sheet.widen(1...1, to: 76)
    sheet.isPortrait = true
    return sheet
  }
}

/// Each text once, in the order of first appearance.
private func firstSeen(_ texts: [String]) -> [String] {
  var seen: Set<String> = []
  return texts.filter { seen.insert($0).inserted }
}
