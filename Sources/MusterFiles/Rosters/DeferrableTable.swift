public import MusterWords
public import Rostering
public import Vocabulary

/// Work that can wait, as a csv: `stream,hours,from,deadline`, times local or with their offset.
public enum DeferrableTable {
  public static let columns: [TableColumn] = .deferrable

  /// The tasks that `reader`, opened with ``columns``, reads; `agents` tells who can do a stream.
  ///
  /// Hours are `H:MM` or whole hours; without a beginning the work is there at `start`.
  public static func tasks(
    _ reader: TableReader, zone: Zone, start: Instant, agents: (Stream) -> [AgentNumber]
  ) throws(FileRefusal) -> [DeferrableTask] {
    var table = TableRows(reader)
    var tasks: [DeferrableTask] = []
    for row in try table.rows() {
      let from =
        table.optional(row, "from") == nil ? start : table.instant(row, "from", zone)
      guard let name = table.text(row, "stream"), let text = table.text(row, "hours"), let from,
        let deadline = table.instant(row, "deadline", zone)
      else { continue }
      guard let stream = Stream(name) else {
        table.note(row, "stream", .stream)
        continue
      }
      guard let length = clock(text), length > .zero else {
        table.note(row, "hours", .workHours)
        continue
      }
      guard from < deadline else {
        table.note(row, "deadline", .laterThanStart)
        continue
      }
      let able = agents(stream)
      guard !able.isEmpty else {
        table.note(row, "stream", .streamSkill, hint: .staffSkillHint)
        continue
      }
      tasks.append(
        DeferrableTask(
          stream: stream, length: length, from: from, deadline: deadline, agents: able))
    }
    try table.finish()
    return tasks
  }

  /// `H:MM` or whole hours, up to 10,000 of them.
  private static func clock(_ text: String) -> Minutes? {
    let count = hoursAndMinutes(text) ?? digits(text).map { $0 * 60 }
    return count.flatMap { $0 < 10_001 * 60 ? Minutes($0) : nil }
  }
}
