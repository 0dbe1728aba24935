package import MusterFiles
import MusterWords

// Why heads are missing and wishes refused, in sentences.
extension RosterSheets {
  package func reasons() -> Sheet {
    var sheet = sheet(RosterSheetWords.reasons)
    var line = RosterSheets.headingRow
    sheet.set(line, 0, text(RosterSheetWords.what), .heading)
    sheet.set(line, 1, text(RosterSheetWords.why), .heading)
    sheet.heighten(line, to: 24)
    for reason in data.reasons {
      line += 1
      let first = line
      for (place, detail) in reason.details.enumerated() {
        if place > 0 { line += 1 }
        sheet.set(line, 1, .text(detail), .label.with { $0.wraps = true })
        sheet.heighten(line, to: 20)
      }
      let style = CellStyle.label.bold.filled(.soft).with { $0.wraps = true }
      if line > first {
        sheet.merge(Area(rows: first...line, columns: 0...0), .text(reason.headline), style)
      } else {
        sheet.set(first, 0, .text(reason.headline), style)
      }
    }
    sheet.widen(0...0, to: 60)
    sheet.widen(1...1, to: 110)
    sheet.frozen = (RosterSheets.headingRow + 1, 0)
    sheet.repeatedRows = 0...RosterSheets.headingRow
    return sheet
  }
}
