import MusterFiles
import Vocabulary

extension Demo {
  /// Scores and pays the month, checks the books and writes the HR workbook.
  func pay() throws -> [Product] {
    tell(DemoText.pay)
    let workspace = try workspace(on: rosterStart)
    _ = try workspace.runScores(month: month)
    _ = try workspace.runPay(month: month)
    let audit = try workspace.verifyBooks()
    guard audit.faults.isEmpty else { throw Refusal(.doesNotHold, [DemoText.pay]) }
    let export = try workspace.exportPay(month: month, to: folder, in: language)
    return [
      Product(what: DemoText.incentiveWorkbook, path: export.workbook),
      Product(what: DemoText.payrollTable, path: export.table),
    ]
  }

  /// Writes the trainers' report.
  func reportTraining() throws -> [Product] {
    let path = folder + "/training-\(month).html"
    try Disk.write(workspace(on: rosterStart).trainingReport(month: month, in: language), to: path)
    return [Product(what: DemoText.trainingReport, path: path)]
  }

  /// Forecasts two weeks, says how many people they need, and builds the roster.
  func schedule() throws -> [Product] {
    tell(DemoText.forecast)
    let workspace = try workspace(on: rosterStart)
    _ = try workspace.forecastLoad(days: 14)
    _ = try workspace.staffForecast()
    return []
  }
}
