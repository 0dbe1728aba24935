package import MusterFiles
import MusterWords
import Vocabulary

// What is required against who is there.
extension RosterSheets {
  /// The columns of a stream on the sheet of intervals: required, scheduled, over or short.
  private func column(of stream: Int) -> Int { 2 + stream * 3 }

  private static let firstInterval = headingRow + 1

  private var intervalRows: ClosedRange<Int> {
    RosterSheets.firstInterval...(RosterSheets.firstInterval + max(1, data.intervals.count) - 1)
  }

  /// A column of the sheet of intervals, for formulas and charts on other sheets.
  private func range(_ column: Int) -> String {
    Area(rows: intervalRows, columns: column...column).fixed(
      on: RosterSheetWords.intervals[language])
  }

  package func intervals() -> Sheet {
    var sheet = sheet(RosterSheetWords.intervals)
    let heading = RosterSheets.headingRow
    for (column, label) in [RosterSheetWords.day, RosterSheetWords.time].enumerated() {
      sheet.merge(
        Area(rows: (heading - 1)...heading, columns: column...column), text(label), .heading)
    }
    for (index, cover) in data.covers.enumerated() {
      let first = column(of: index)
      sheet.merge(
        Area(rows: (heading - 1)...(heading - 1), columns: first...(first + 2)),
        .text(cover.stream), .heading)
      let labels = [
        RosterSheetWords.required, RosterSheetWords.scheduled, RosterSheetWords.surplus,
      ]
      for (offset, label) in labels.enumerated() {
        sheet.set(heading, first + offset, text(label), .heading)
      }
    }
    for (index, time) in data.intervals.enumerated() {
      addInterval(index, time, to: &sheet)
    }
    sheet.heighten(heading, to: 32)
    sheet.widen(0...0, to: 12)
    sheet.widen(1...1, to: 9)
    if !data.covers.isEmpty { sheet.widen(2...(1 + data.covers.count * 3), to: 11) }
    for index in data.covers.indices {
      let surplus = column(of: index) + 2
      let area = Area(rows: intervalRows, columns: surplus...surplus)
      sheet.format(area, where: .isNegative, CellStyle().colored(.bad).filled(.badFill))
      sheet.format(area, where: .isZero, CellStyle().colored(.quiet))
      sheet.format(area, where: .isPositive, CellStyle().colored(.good))
    }
    sheet.filter = Area(
      rows: heading...intervalRows.upperBound, columns: 0...(1 + data.covers.count * 3))
    sheet.frozen = (heading + 1, 2)
    sheet.repeatedRows = 0...heading
    return sheet
  }

  private func addInterval(_ index: Int, _ time: LocalTime, to sheet: inout Sheet) {
    let line = RosterSheets.firstInterval + index
    let fill: Color? = isFree(time.day) ? .weekend : nil
    let body = CellStyle.body.aligned(.center).filled(fill)
    sheet.set(line, 0, .text(short(time.day, " ")), body)
    sheet.set(line, 1, .text(clock(time)), body)
    for (stream, cover) in data.covers.enumerated() {
      let first = column(of: stream)
      let scheduled = cover.scheduled[index]
      let whole = body.format(.integer)
      guard let required = cover.required[index] else {
        // Closed: a shift that lasts longer may still have people there.
        sheet.set(line, first, .blank, whole)
        sheet.set(line, first + 1, scheduled == 0 ? .blank : .count(scheduled), whole)
        sheet.set(line, first + 2, .blank, whole)
        continue
      }
      sheet.set(line, first, .count(required), whole)
      sheet.set(line, first + 1, .count(scheduled), whole)
      sheet.set(
        line, first + 2,
        .formula(
          "=\(Place(line, first + 1).name)-\(Place(line, first).name)",
          Int64(scheduled - required)), whole.bold)
    }
  }

  package func cover() -> Sheet {
    var sheet = sheet(RosterSheetWords.cover)
    let heading = RosterSheets.headingRow
    let labels = [
      RosterSheetWords.stream, RosterSheetWords.requiredInAll, RosterSheetWords.coveredInAll,
      RosterSheetWords.share,
      RosterSheetWords.shortIntervals, RosterSheetWords.most,
    ]
    for (column, label) in labels.enumerated() { sheet.set(heading, column, text(label), .heading) }
    sheet.heighten(heading, to: 28)
    for index in data.covers.indices { addCover(index, at: heading + 1 + index, to: &sheet) }
    let total = heading + 1 + data.covers.count
    if data.covers.count > 1 { addCoverTotal(at: total, to: &sheet) }
    for (index, cover) in data.covers.enumerated() where !data.intervals.isEmpty {
      sheet.insert(chart(index, cover), row: total + 2 + index * 17, column: 0)
    }
    if !data.covers.isEmpty {
      let shares = Area(rows: (heading + 1)...total, columns: 3...3)
      sheet.format(
        shares, where: .formula("=AND(ISNUMBER(D\(heading + 2)),D\(heading + 2)<0.95)"),
        CellStyle().colored(.bad).filled(.badFill))
      sheet.format(
        shares, where: .formula("=AND(ISNUMBER(D\(heading + 2)),D\(heading + 2)>=0.95)"),
        CellStyle().colored(.good).filled(.goodFill))
    }
    sheet.widen(0...0, to: Sheet.width(of: data.covers.map(\.stream), least: 24))
    sheet.widen(1...5, to: 20)
    sheet.tab = .accent
    return sheet
  }

  private func addCover(_ index: Int, at line: Int, to sheet: inout Sheet) {
    let cover = data.covers[index]
    let required = range(column(of: index))
    let scheduled = range(column(of: index) + 1)
    let surplus = range(column(of: index) + 2)
    let figures = CoverFigures(cover)
    let body = CellStyle.body.format(.integer).aligned(.center)
    sheet.heighten(line, to: 22)
    sheet.set(line, 0, .text(cover.stream), .label.bold)
    sheet.set(line, 1, .formula("=SUM(\(required))", Int64(figures.required)), body)
    sheet.set(
      line, 2,
      .formula(
        "=SUMPRODUCT((\(scheduled)<\(required))*\(scheduled)+(\(scheduled)>=\(required))*\(required))",
        Int64(figures.covered)), body)
    addShare(figures, at: line, body, to: &sheet)
    sheet.set(
      line, 4, .formula("=COUNTIF(\(surplus),\"<0\")", Int64(figures.shortIntervals)), body)
    sheet.set(line, 5, .formula("=MAX(0,-MIN(\(surplus)))", Int64(figures.worst)), body)
  }

  private func addShare(
    _ figures: CoverFigures, at line: Int, _ style: CellStyle, to sheet: inout Sheet
  ) {
    let required = Place(line, 1).name
    let covered = Place(line, 2).name
    let isEmpty = figures.required == 0
    sheet.set(
      line, 3,
      .formula(
        "=IF(\(required)=0,1,\(covered)/\(required))", isEmpty ? 1 : Int64(figures.covered),
        over: isEmpty ? 1 : Int64(figures.required)), style.format(.percent).bold)
  }

  private func addCoverTotal(at line: Int, to sheet: inout Sheet) {
    let all = data.covers.map(CoverFigures.init)
    let rows = (RosterSheets.headingRow + 1)...(line - 1)
    let body = CellStyle.total.format(.integer).aligned(.center)
    let figures = CoverFigures(
      required: all.reduce(0) { $0 + $1.required }, covered: all.reduce(0) { $0 + $1.covered },
      shortIntervals: all.reduce(0) { $0 + $1.shortIntervals },
      worst: all.map(\.worst).max() ?? 0)
    let range: (Int) -> String = { Area(rows: rows, columns: $0...$0).name }
    sheet.heighten(line, to: 22)
    sheet.set(line, 0, text(RosterSheetWords.allStreams), .total.with { $0.indent = 1 })
    sheet.set(line, 1, .formula("=SUM(\(range(1)))", Int64(figures.required)), body)
    sheet.set(line, 2, .formula("=SUM(\(range(2)))", Int64(figures.covered)), body)
    addShare(figures, at: line, body, to: &sheet)
    sheet.set(line, 4, .formula("=SUM(\(range(4)))", Int64(figures.shortIntervals)), body)
    sheet.set(line, 5, .formula("=MAX(\(range(5)))", Int64(figures.worst)), body)
  }

  private func chart(_ index: Int, _ cover: RosterWorkbook.Cover) -> Chart {
    let series: (Phrase, Int, Chart.Series.Look) -> Chart.Series = { name, offset, look in
      Chart.Series(
        name: name[language], categories: range(0), values: range(column(of: index) + offset),
        look: look)
    }
    let perDay = data.intervals.prefix { $0.day == data.intervals.first?.day }.count
    return Chart(
      kind: .lines, title: RosterSheetWords.chart(cover.stream)[language],
      valueAxis: RosterSheetWords.heads[language],
      series: [
        series(RosterSheetWords.scheduled, 1, .thickLine(.sky)),
        series(RosterSheetWords.required, 0, .line(.accent)),
      ], width: 1060, height: 320, labelEvery: max(1, perDay))
  }
}

/// How a stream is covered, in whole heads and intervals.
private struct CoverFigures {
  package let required: Int
  package let covered: Int
  package let shortIntervals: Int
  package let worst: Int

  package init(required: Int, covered: Int, shortIntervals: Int, worst: Int) {
    self.required = required
    self.covered = covered
    self.shortIntervals = shortIntervals
    self.worst = worst
  }

  package init(_ cover: RosterWorkbook.Cover) {
    let open = zip(cover.required, cover.scheduled).compactMap { required, scheduled in
      required.map { (required: $0, scheduled: scheduled) }
    }
    self.init(
      required: open.reduce(0) { $0 + $1.required },
      covered: open.reduce(0) { $0 + min($1.required, $1.scheduled) },
      shortIntervals: open.count { $0.scheduled < $0.required },
      worst: open.map { max(0, $0.required - $0.scheduled) }.max() ?? 0)
  }
}

// What the marks mean, and where the roster comes from.
extension RosterSheets {
  package func legend() -> Sheet {
    var sheet = sheet(RosterSheetWords.legend)
    var line = RosterSheets.headingRow
    let labels = [
      RosterSheetWords.pattern, RosterSheetWords.name, RosterSheetWords.times,
      RosterSheetWords.paid,
    ]
    for (column, label) in labels.enumerated() { sheet.set(line, column, text(label), .heading) }
    sheet.heighten(line, to: 24)
    for pattern in data.patterns {
      line += 1
      sheet.heighten(line, to: 20)
      sheet.set(
        line, 0, .text(pattern.code),
        .body.aligned(.center).bold.filled(color(of: pattern.code)))
      sheet.set(line, 1, .text(pattern.name), .label)
      sheet.set(line, 2, .text(pattern.times), .label)
      sheet.set(
        line, 3, .ratio(Int64(pattern.paid.count), over: 1440),
        .body.aligned(.center).format(.hours))
    }
    line += 2
    sheet.set(line, 0, text(RosterSheetWords.marks), .title.with { $0.size = 12 })
    let marks: [(Color, Phrase)] = [
      (.weekend, RosterSheetWords.weekendMark), (.doubtFill, RosterSheetWords.absenceMark),
      (.badFill, RosterSheetWords.shortMark),
    ]
    for (color, meaning) in marks {
      line += 1
      sheet.set(line, 0, .blank, .body.filled(color))
      sheet.set(line, 1, text(meaning), .label)
    }
    line += 2
    sheet.set(line, 0, text(RosterSheetWords.facts), .title.with { $0.size = 12 })
    for fact in data.facts {
      line += 1
      sheet.merge(
        Area(rows: line...line, columns: 0...1), .text(fact.label), .label.bold.filled(.soft))
      sheet.merge(Area(rows: line...line, columns: 2...3), .text(fact.value), .label)
    }
    sheet.widen(0...0, to: 10)
    sheet.widen(1...1, to: 26)
    sheet.widen(2...2, to: 56)
    sheet.widen(3...3, to: 14)
    return sheet
  }
}
