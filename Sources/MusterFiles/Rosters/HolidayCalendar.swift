public import MusterWords
public import People
public import Vocabulary

/// Days that are not what their weekday says: a csv such as `holidays-2026.csv`.
public struct HolidayCalendar: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A holiday that the law names.
    case statutory
    /// A day off around it.
    case off
    /// A weekend day worked in exchange.
    case work
  }

  public struct Entry: Hashable, Sendable {
    public var day: Day
    public var kind: Kind
    public var name: Phrase
  }

  /// By day.
  public let entries: [Entry]

  public static let columns = ["day", "kind", "zh", "en"].map { TableColumn($0) }

  /// The calendar in `text`, as if it stood in `file`.
  public init(text: String, file: String) throws(FileRefusal) {
    let reader = try TableReader(.text(text, name: file), columns: HolidayCalendar.columns)
    var table = TableRows(reader)
    var entries: [Entry] = []
    for row in try table.rows() {
      guard let day = table.day(row, "day"), let word = table.text(row, "kind"),
        let zh = table.text(row, "zh"), let en = table.text(row, "en")
      else { continue }
      guard let kind = Kind(rawValue: word) else {
        table.note(row, "kind", .oneOf(Kind.allCases.map(\.rawValue)))
        continue
      }
      guard !entries.contains(where: { $0.day == day }) else {
        table.note(row, "day", .eachDayOnce)
        continue
      }
      entries.append(Entry(day: day, kind: kind, name: Phrase(zh: zh, en: en)))
    }
    try table.finish()
    self.entries = entries.sorted { $0.day < $1.day }
  }

  public subscript(day: Day) -> Entry? { entries.first { $0.day == day } }

  /// The working days of the common week, as these days have moved them.
  public var workingDays: WorkingDays {
    WorkingDays(moved: entries.reduce(into: [:]) { $0[$1.day] = $1.kind == .work })
  }
}
