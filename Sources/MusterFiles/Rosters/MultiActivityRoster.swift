public import MusterWords
public import Rostering
import Vocabulary

/// The roster of a ``MultiActivityInstance``: a row for each stretch of work on one task.
///
/// Columns are `employee,day,start,task,minutes`, days counted from 1 as the stretch begins.
/// Stretches of one person that touch are one shift.
public enum MultiActivityRoster {
  public static let columns = ["employee", "day", "start", "task", "minutes"]

  /// `roster` as text, agents in its order.
  public static func text(_ roster: Roster, of problem: RosterProblem) -> String {
    var writer = CSVWriter()
    writer.row(columns)
    for shift in roster.shifts {
      for activity in shift.activities {
        guard let stream = activity.kind.stream else { continue }
        let local = problem.zone.local(activity.start)
        let day = problem.firstDay.distance(to: local.day) + 1
        let minutes = (activity.end - activity.start) / 60
        writer.row([
          shift.agent.text, "\(day)", Minutes(local.minute).clock, stream.queue, "\(minutes)",
        ])
      }
    }
    return writer.text
  }

  /// The roster that `text` spells; blank lines, a heading and lines that begin with `#` are passed
  /// over.
  public static func roster(
    text: String, file: String, of problem: RosterProblem
  ) throws(FileRefusal) -> Roster {
    var stretches: [AgentNumber: [Activity]] = [:]
    var faults: [FileFault] = []
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = trimmed(String(raw))
      guard !line.isEmpty, !line.hasPrefix("#"), !line.hasPrefix(columns[0]) else { continue }
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        .map { trimmed(String($0)) }
      func note(_ fault: RosterTextFault, _ place: Int) {
        faults.append(
          fault.fileFault(
            file: file, line: index + 1, column: "#\(place + 1)", found: fields[place]))
      }
      guard fields.count == columns.count else {
        faults.append(
          RosterTextFault.fieldCount(least: columns.count)
            .fileFault(file: file, line: index + 1, column: nil, found: line))
        continue
      }
      guard let agent = AgentNumber(fields[0]), problem.agent(numbered: agent) != nil else {
        note(.unknownAgent, 0)
        continue
      }
      guard let day = Int(fields[1]), (1...problem.dayCount).contains(day) else {
        note(.numberInRange(1...problem.dayCount), 1)
        continue
      }
      guard let start = clockMinutes(Substring(fields[2])) else {
        note(.quarterHour, 2)
        continue
      }
      guard let task = Int(fields[3]), (1...problem.demand.count).contains(task) else {
        note(.numberInRange(1...problem.demand.count), 3)
        continue
      }
      guard let minutes = Int(fields[4]), (1...10_000).contains(minutes) else {
        note(.numberInRange(1...10_000), 4)
        continue
      }
      let from = problem.instant(on: problem.firstDay + (day - 1), at: start)
      stretches[agent, default: []].append(
        Activity(
          kind: .work(MultiActivityInstance.stream(ofTask: task)), start: from,
          end: from + Int64(minutes * 60)))
    }
    guard faults.isEmpty else { throw FileRefusal(.badData, faults) }
    return Roster(
      shifts: problem.agents.flatMap { agent in
        shifts(
          agent.number, (stretches[agent.number] ?? []).sorted { $0.start < $1.start }, problem)
      })
  }

  private static func shifts(
    _ agent: AgentNumber, _ stretches: [Activity], _ problem: RosterProblem
  ) -> [Shift] {
    var shifts: [Shift] = []
    for stretch in stretches {
      guard var last = shifts.last, last.end == stretch.start else {
        shifts.append(
          Shift(
            agent: agent, pattern: pattern(stretch.start, problem), start: stretch.start,
            end: stretch.end, activities: [stretch]))
        continue
      }
      if last.activities[last.activities.count - 1].kind == stretch.kind {
        last.activities[last.activities.count - 1].end = stretch.end
      } else {
        last.activities.append(stretch)
      }
      last.end = stretch.end
      shifts[shifts.count - 1] = last
    }
    return shifts
  }

  /// The pattern that a shift begun at `start` can only be of; the first where it is of none.
  private static func pattern(_ start: Instant, _ problem: RosterProblem) -> String {
    let minute = Minutes(problem.zone.local(start).minute)
    let pattern = problem.patterns.first { $0.starts.contains(minute) }
    return (pattern ?? problem.patterns[0]).code
  }
}

extension Minutes {
  /// As a time of day, `HH:MM`.
  fileprivate var clock: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(padded(count / 60)):\(padded(count % 60))"
  }
}
