public import MusterWords
public import Rostering
import Vocabulary

/// The roster of a ``CurtoisQuInstance``: a row per agent, the id, then a shift or nothing per day.
public enum CurtoisQuRoster {
  /// `roster` as text, agents in the order of the problem.
  public static func text(_ roster: Roster, of problem: RosterProblem) -> String {
    var worked: [AgentNumber: [Day: String]] = [:]
    for shift in roster.shifts {
      worked[shift.agent, default: [:]][problem.zone.local(shift.start).day] = shift.pattern
    }
    var writer = CSVWriter()
    for agent in problem.agents {
      writer.row([agent.number.text] + problem.days.map { worked[agent.number]?[$0] ?? "" })
    }
    return writer.text
  }

  /// The roster that `text` spells; blank lines and lines that begin with `#` are passed over.
  public static func roster(
    text: String, file: String, of problem: RosterProblem
  ) throws(FileRefusal) -> Roster {
    var rows: [AgentNumber: [Shift]] = [:]
    var faults: [FileFault] = []
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = trimmed(String(raw))
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        .map { trimmed(String($0)) }
      func note(_ fault: RosterTextFault, _ found: String, _ place: Int? = nil) {
        faults.append(
          fault.fileFault(
            file: file, line: index + 1, column: place.map { "#\($0 + 1)" }, found: found))
      }
      guard let number = AgentNumber(fields[0]), problem.agent(numbered: number) != nil else {
        note(.unknownAgent, fields[0], 0)
        continue
      }
      guard rows[number] == nil else {
        note(.repeatedID, fields[0], 0)
        continue
      }
      guard fields.count == problem.dayCount + 1 else {
        note(.rowLength(problem.dayCount), "\(fields.count - 1)")
        continue
      }
      rows[number] = []
      for (place, code) in fields.enumerated().dropFirst() where !code.isEmpty {
        guard let pattern = problem.pattern(coded: code) else {
          note(.unknownShift, code, place)
          continue
        }
        rows[number]?.append(shift(pattern, number, problem.firstDay + (place - 1), problem))
      }
    }
    for agent in problem.agents where rows[agent.number] == nil {
      faults.append(
        RosterTextFault.missingAgent(agent.number.text)
          .fileFault(file: file, line: nil, column: nil, found: nil))
    }
    guard faults.isEmpty else { throw FileRefusal(.badData, faults) }
    return Roster(shifts: problem.agents.flatMap { rows[$0.number] ?? [] })
  }

  private static func shift(
    _ pattern: ShiftPattern, _ agent: AgentNumber, _ day: Day, _ problem: RosterProblem
  ) -> Shift {
    let start = problem.instant(on: day, at: pattern.starts.lowerBound)
    let end = start + Int64((pattern.lengths.first ?? .zero).count * 60)
    return Shift(
      agent: agent, pattern: pattern.code, start: start, end: end,
      activities: [Activity(kind: .work(nil), start: start, end: end)])
  }
}
