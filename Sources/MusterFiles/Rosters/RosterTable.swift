public import MusterWords
public import Rostering
public import Vocabulary

/// A roster as a csv: a row for each stretch of work on one stream and each break.
///
/// Columns are `agent_id,start,end,activity,stream,pattern`; times are local with their offset from
/// UTC; an activity is `work`, `break` (unpaid), `paid_break`, `training` or `deferrable`. The stream
/// is that of work, or the module of training. Rows of one agent and pattern that
/// follow each other without a gap are one shift.
public enum RosterTable {
  public static let columns: [TableColumn] = .roster

  /// `roster` as text, times on the clocks of `zone`.
  public static func text(_ roster: Roster, zone: Zone) -> String {
    var writer = CSVWriter()
    writer.row(columns.map(\.name))
    for shift in roster.shifts {
      for activity in shift.activities {
        writer.row(
          shift.agent.text, zone.format(activity.start), zone.format(activity.end),
          activity.kind.word, activity.kind.subject, shift.pattern)
      }
    }
    return writer.text
  }

  /// The roster that `reader`, opened with ``columns``, reads; agents in the order of the file.
  public static func roster(_ reader: TableReader, zone: Zone) throws(FileRefusal) -> Roster {
    var table = TableRows(reader)
    var order: [AgentNumber] = []
    var shifts: [AgentNumber: [Shift]] = [:]
    for row in try table.rows() {
      guard let agent = table.agent(row), let start = table.instant(row, "start", zone),
        let end = table.instant(row, "end", zone),
        let pattern = table.text(row, "pattern"), let kind = table.activity(row)
      else { continue }
      guard start < end else {
        table.note(row, "end", .laterThanStart)
        continue
      }
      let activity = Activity(kind: kind, start: start, end: end)
      if shifts[agent] == nil { order.append(agent) }
      var own = shifts[agent] ?? []
      if let last = own.last, last.pattern == pattern, last.end == start {
        own[own.count - 1].activities.append(activity)
        own[own.count - 1].end = end
      } else {
        own.append(
          Shift(agent: agent, pattern: pattern, start: start, end: end, activities: [activity]))
      }
      shifts[agent] = own
    }
    try table.finish()
    return Roster(
      shifts: order.flatMap { (shifts[$0] ?? []).sorted { $0.start < $1.start } })
  }
}

/// The rows of one table of a roster problem, and the faults noted in them.
struct TableRows {
  let reader: TableReader
  private var faults: [FileFault] = []

  init(_ reader: TableReader) {
    self.reader = reader
  }

  mutating func rows() throws(FileRefusal) -> [TableRow] { try reader.rest() }

  /// Refuses the table if anything was noted.
  func finish() throws(FileRefusal) {
    guard faults.isEmpty else { throw FileRefusal(.badData, faults) }
  }

  mutating func note(_ row: TableRow, _ column: String, _ wanted: Phrase, hint: Phrase? = nil) {
    faults.append(reader.fileFault(row, column: column, wanted: wanted, hint: hint))
  }

  mutating func noteFault(_ problem: FileFault) { faults.append(problem) }

  /// The text of a field without blanks around it; nil where it is empty or the column not there.
  func optional(_ row: TableRow, _ column: String) -> String? {
    guard let place = reader.heading.place(of: column), !row.isEmpty(place) else { return nil }
    let text = trimmed(row.text(place))
    return text.isEmpty ? nil : text
  }

  /// The parts of a field that `|` divides.
  func list(_ row: TableRow, _ column: String) -> [String] {
    (optional(row, column) ?? "").split(separator: "|").map { trimmed(String($0)) }
  }

  /// The text of a field; its absence is a fault.
  mutating func text(_ row: TableRow, _ column: String) -> String? {
    if let text = optional(row, column) { return text }
    note(row, column, .policyText)
    return nil
  }

  mutating func agent(_ row: TableRow) -> AgentNumber? {
    text(row, "agent_id").flatMap { AgentNumber($0) }
  }

  mutating func instant(_ row: TableRow, _ column: String, _ zone: Zone) -> Instant? {
    let text = optional(row, column) ?? ""
    if let time = Timestamp(text) { return time.instant(in: zone) }
    note(row, column, .localTime)
    return nil
  }

  mutating func day(_ row: TableRow, _ column: String) -> Day? {
    if let day = Day(optional(row, column) ?? "") { return day }
    note(row, column, .day)
    return nil
  }

  mutating func number(_ row: TableRow, _ column: String, in range: ClosedRange<Int>) -> Int? {
    if let number = Int(optional(row, column) ?? ""), range.contains(number) { return number }
    note(row, column, .wholeNumber(in: range))
    return nil
  }

  mutating func activity(_ row: TableRow) -> Activity.Kind? {
    switch optional(row, "activity") {
    case "break": return .unpaidBreak
    case "paid_break": return .paidBreak
    case "work":
      guard let name = optional(row, "stream") else { return .work(nil) }
      if let stream = Stream(name) { return .work(stream) }
      note(row, "stream", .stream)
      return nil
    case "training":
      return text(row, "stream").map { .training($0) }
    case "deferrable":
      guard let name = text(row, "stream") else { return nil }
      if let stream = Stream(name) { return .deferrable(stream) }
      note(row, "stream", .stream)
      return nil
    default:
      note(row, "activity", .oneOf(["work", "break", "paid_break", "training", "deferrable"]))
      return nil
    }
  }
}

extension Activity.Kind {
  /// What stands in the column of streams: the stream, or the module of training.
  fileprivate var subject: String {
    if case .training(let module) = self { module } else { stream?.description ?? "" }
  }
}
