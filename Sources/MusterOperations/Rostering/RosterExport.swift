import MusterFiles
import MusterStore
public import Vocabulary

/// A roster with all that its files show.
public struct RosterExport: Sendable {
  public var report: RosterReport
  /// Days off by the calendars of the workspace.
  public var holidays: [Day]
  public var made: Instant
}

extension Workspace {
  /// What the workbook, the table, the calendars and the problem of a roster show.
  public func rosterExport(_ id: Int64? = nil) throws -> RosterExport {
    let report = try roster(id)
    return RosterExport(
      report: report, holidays: try holidays(in: report.record.days), made: now)
  }

  /// Days off by the calendars `rosters/holidays-YEAR.csv`, of those years that have one.
  private func holidays(in days: ClosedRange<Day>) throws -> [Day] {
    var holidays: [Day] = []
    for year in days.lowerBound.date.year...days.upperBound.date.year {
      holidays += try (HolidayCalendar.of(year, in: folder)?.entries ?? []).filter {
        $0.kind != .work && days.contains($0.day)
      }
      .map(\.day)
    }
    return holidays
  }
}

extension RosterReport {
  /// Names the problem's files as they were solved.
  public var hash: ContentHash {
    ContentHash(
      ofText: RosterProblemFiles.names.compactMap { files[$0] }.joined(separator: "\n"))
  }
}
