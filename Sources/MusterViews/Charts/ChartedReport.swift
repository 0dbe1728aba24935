package import MusterFiles
package import MusterOperations
package import MusterWords

/// A report that can be had as a page and as a workbook, both with charts.
package protocol ChartedReport {
  func page(in language: Language) -> String
  func workbook(in language: Language) -> Workbook
}

extension ForecastReport: ChartedReport {}

extension StaffReport: ChartedReport {}
