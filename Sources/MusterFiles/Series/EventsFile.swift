public import Forecasting
import Vocabulary

/// Days known ahead: a csv with the columns `date` and `event`.
///
/// The event `closed` is a day without service; every other name is free.
public struct EventsFile: Hashable, Sendable {
  public let calendar: EventCalendar

  public static let columns = [
    TableColumn("date", synonyms: ["日期"]), TableColumn("event", synonyms: ["事件"]),
  ]

  /// The days that `reader`, opened with ``columns``, reads; all faults are reported together.
  public init(_ reader: CSVReader) throws(FileRefusal) {
    guard let datePlace = reader.heading.place(of: "date"),
      let eventPlace = reader.heading.place(of: "event")
    else { preconditionFailure("the reader was asked for these columns") }
    var events: [(day: Day, name: String)] = []
    var problems: [Problem] = []
    for row in try reader.rest() {
      let name = trimmed(row.text(eventPlace))
      let day = Day(row.text(datePlace))
      if day == nil {
        problems.append(reader.problem(row, column: "date", wanted: SeriesFault.badDay.wanted))
      }
      if name.isEmpty {
        problems.append(
          reader.problem(row, column: "event", wanted: SeriesFault.namelessEvent.wanted))
      }
      if let day { events.append((day, name)) }
    }
    guard problems.isEmpty else { throw FileRefusal(.badData, problems) }
    calendar = EventCalendar(events)
  }

  /// The days in the file at `path`; `-` is standard input.
  public init(path: String) throws(FileRefusal) {
    try self.init(CSVReader(path: path, columns: EventsFile.columns))
  }

  /// The days in `text`, as if it stood in `file`.
  public init(text: String, file: String) throws(FileRefusal) {
    try self.init(CSVReader(text: text, file: file, columns: EventsFile.columns))
  }
}
