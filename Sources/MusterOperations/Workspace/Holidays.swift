import FoundationEssentials
import MusterFiles

extension HolidayCalendar {
  /// The calendar `rosters/holidays-YEAR.csv` of the workspace at `folder`; nil where it has none.
  static func of(_ year: Int, in folder: String) throws -> HolidayCalendar? {
    let path = "rosters/holidays-\(year).csv"
    guard FileManager.default.fileExists(atPath: "\(folder)/\(path)") else { return nil }
    return try HolidayCalendar(text: Disk.text(at: "\(folder)/\(path)"), file: path)
  }
}
