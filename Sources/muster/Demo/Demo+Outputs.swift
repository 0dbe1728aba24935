import MusterFiles
import MusterOperations
import MusterViews
import MusterWords

extension Demo {
  /// Enough to come near what twenty seconds find.
  private static let rosterSteps = 3000

  /// Scores and pays the month, checks the books and writes the HR workbook.
  func pay() throws -> [Product] {
    tell(DemoWords.pay)
    let workspace = try workspace(on: rosterStart)
    _ = try workspace.runScores(month: month)
    _ = try workspace.runPay(month: month)
    let audit = try workspace.verifyBooks()
    guard audit.faults.isEmpty else { throw Refusal(.doesNotHold, [DemoWords.pay]) }
    let export = try workspace.payExport(month: month).write(to: folder, in: language)
    return [
      Product(what: DemoWords.incentiveWorkbook, path: export.workbook),
      Product(what: DemoWords.payrollTable, path: export.table),
    ]
  }

  /// Writes the trainers' report.
  func reportTraining() throws -> [Product] {
    let path = folder + "/training-\(month).html"
    let report = try workspace(on: rosterStart).trainingReport(month: month, in: language)
    try Disk.write(report.page(in: language), to: path)
    return [Product(what: DemoWords.trainingReport, path: path)]
  }

  /// Forecasts two weeks, says how many people they need, and builds the roster.
  func schedule() throws -> [Product] {
    tell(DemoWords.forecast)
    let workspace = try workspace(on: rosterStart)
    _ = try workspace.forecastVolume(days: 14)
    _ = try workspace.staffForecast()
    tell(DemoWords.roster)
    // Steps, not seconds: the same seed gives the same roster however fast the machine is.
    let effort = RosterFilters.Effort(steps: Demo.rosterSteps, seed: shop.seed)
    _ = try workspace.buildRoster(effort: effort, control: control)
    _ = try workspace.publishRoster()
    let export = try workspace.rosterExport().write(to: folder, in: language)
    return [
      Product(what: DemoWords.rosterWorkbook, path: export.workbook),
      Product(what: DemoWords.rosterTable, path: export.table),
      Product(what: DemoWords.rosterProblem, path: export.problem),
    ]
      + export.calendars.prefix(1).map { calendar in
        let parts = calendar.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        return Product(what: DemoWords.calendars, path: parts.joined(separator: "/"))
      }
  }
}
