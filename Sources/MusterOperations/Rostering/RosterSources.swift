import MusterFiles
import MusterStore
import MusterWords
import People
import Rostering
import Vocabulary

/// The policies of a workspace's folder `rosters/`, and the making of a problem's files from them.
struct RosterSources {
  /// A part of `problem.yaml` and the file that it comes from.
  private struct Part {
    var path: String
    var text: String
    var lines: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }
  }

  private let parts: [Part]
  /// The user's own rows of `requests.csv`, and where they are from.
  private let requests: String?
  private let law: String?
  private let folder: String
  private let requestsPath: String
  /// The name under which the user's own rows are kept beside the problem's files.
  static let wishes = "wishes.csv"
  private static let policies = ["roster.yaml", "patterns.yaml", "contracts.yaml"]
  /// How many lines of `problem.yaml` stand before the first part.
  private static let headLines = 5

  /// Reads the policies of `folder` and the wishes at `path`.
  ///
  /// With `earlier`, the files of a roster, its wishes stay, but for those of agents and days that
  /// the file at `path` names too.
  init(folder: String, requests path: String?, earlier: [String: String]? = nil) throws {
    parts = try RosterSources.policies.map { name in
      let file = "\(folder)/rosters/\(name)"
      let text = try Disk.text(at: file)
      return Part(path: "rosters/\(name)", text: text.hasSuffix("\n") ? text : text + "\n")
    }
    self.folder = folder
    law = try RosterSources.text(at: "\(folder)/rosters/work-time-law.csv")
    requestsPath = path ?? "requests.csv"
    let own = try path.map { try Disk.text(at: $0) }
    requests = try RosterSources.joined(own, requestsPath, earlier: earlier)
  }

  private static func joined(
    _ own: String?, _ path: String, earlier: [String: String]?
  ) throws -> String? {
    let columns = RosterProblemFiles.requestColumns.map(\.name)
    func rows(_ text: String, _ file: String) throws -> [[String]] {
      let reader = try TableReader(
        .text(text, name: file), columns: RosterProblemFiles.requestColumns)
      return try reader.rest().map { row in
        columns.map { reader.heading.place(of: $0).map(row.text) ?? "" }
      }
    }
    guard let earlier else { return own }
    // Before the wishes were kept apart, absences stood among them.
    var kept: [[String]] =
      if let text = earlier[wishes] {
        try rows(text, wishes)
      } else {
        try rows(earlier["requests.csv"] ?? columns.joined(separator: ",") + "\n", "requests.csv")
          .filter { $0[3] != "absent" }
      }
    let new = try own.map { try rows($0, path) } ?? []
    kept.removeAll { old in new.contains { $0[0] == old[0] && $0[1] == old[1] } }
    var writer = CSVWriter()
    for row in [columns] + new + kept { writer.row(row) }
    return writer.text
  }

  /// The text of a file that may be absent.
  private static func text(at path: String) throws -> String? {
    do {
      return try Disk.text(at: path)
    } catch  where error.cause == .missing {
      return nil
    }
  }

  /// The files of the problem that `facts` make, by name.
  func texts(_ facts: RosterFacts, zone: Zone) throws -> [String: String] {
    var texts = [
      "problem.yaml": problemText(facts, zone), "agents.csv": agentsText(facts),
      "demand.csv": demandText(facts, zone), "requests.csv": try requestsText(facts),
    ]
    if !facts.history.shifts.isEmpty {
      texts["history.csv"] = RosterTable.text(facts.history, zone: zone)
    }
    texts[RosterSources.wishes] = try wishesText()
    texts["law.csv"] = law
    texts["holidays.csv"] = try holidaysText(facts)
    return texts
  }

  /// The codes of the workspace's patterns.
  func patterns() throws -> [String] {
    let head = "interval: 5m\nfirst_day: 2026-01-01\ndays: 1\n\n\n"
    return try problem(["problem.yaml": head + parts.map(\.text).joined()]).patterns.map(\.code)
  }

  /// The problem that `texts` spell; faults of policies are told with their own files and lines.
  func problem(_ texts: [String: String]) throws -> RosterProblem {
    do {
      return try RosterProblemFiles(texts: texts, folder: "") { name throws(FileRefusal) in
        try Zone(named: name)
      }.problem
    } catch {
      throw FileRefusal(error.cause, error.faults.map(original))
    }
  }

  private func original(_ problem: FileFault) -> FileFault {
    var problem = problem
    if problem.file == "requests.csv" { problem.file = requestsPath }
    if problem.file == "law.csv" { problem.file = "rosters/work-time-law.csv" }
    guard problem.file == "problem.yaml", var line = problem.line else { return problem }
    line -= RosterSources.headLines
    for part in parts {
      if line <= part.lines {
        problem.file = part.path
        problem.line = max(1, line)
        break
      }
      line -= part.lines
    }
    return problem
  }

  private func problemText(_ facts: RosterFacts, _ zone: Zone) -> String {
    let history = facts.historyFrom.map { "history_from: \($0)" } ?? "# no history"
    let head = [
      "interval: \(facts.interval.minutes)m", "first_day: \(facts.days.lowerBound)",
      "days: \(facts.days.count)", "zone: \(zone.name)", history,
    ]
    return head.map { $0 + "\n" }.joined() + parts.map(\.text).joined()
  }

  private func agentsText(_ facts: RosterFacts) -> String {
    var writer = CSVWriter()
    writer.row("agent_id", "contract", "skills", "channels", "rung", "from", "to", "refused")
    for agent in facts.agents where !agent.channels.isEmpty {
      let from = agent.hiredOn > facts.days.lowerBound - RosterFacts.pastDays ? agent.hiredOn : nil
      let refused = facts.refused[agent.number] ?? 0
      writer.row(
        agent.number.text, agent.contract, agent.skills.joined(separator: "|"),
        agent.channels.joined(separator: "|"), agent.rung.rawValue, from?.description ?? "",
        agent.leftOn?.description ?? "", refused > 0 ? "\(refused)" : "")
    }
    return writer.text
  }

  /// The holidays of the roster's days and those before, by the calendars `holidays-YEAR.csv`.
  private func holidaysText(_ facts: RosterFacts) throws -> String? {
    let days = (facts.days.lowerBound - RosterFacts.pastDays)..<facts.days.upperBound
    var writer = CSVWriter()
    writer.row(HolidayCalendar.columns.map(\.name))
    var isKnown = false
    for year in days.lowerBound.date.year...(days.upperBound - 1).date.year {
      guard let calendar = try HolidayCalendar.of(year, in: folder) else { continue }
      isKnown = true
      for entry in calendar.entries where days.contains(entry.day) {
        writer.row(entry.day.description, entry.kind.rawValue, entry.name.zh, entry.name.en)
      }
    }
    return isKnown ? writer.text : nil
  }

  /// Heads are the agents to schedule, shrinkage included, rounded to the nearest whole, and never
  /// fewer than those who meet the target with none away.
  private func demandText(_ facts: RosterFacts, _ zone: Zone) -> String {
    var writer = CSVWriter()
    writer.row("timestamp", "stream", "heads")
    for interval in facts.intervals {
      let heads = max(interval.agents, Int(interval.scheduled.rounded()))
      writer.row(zone.format(interval.start), interval.stream.description, String(heads))
    }
    return writer.text
  }

  /// The user's own rows, without columns that are not asked for: those may hold names.
  private func wishesText() throws -> String {
    var writer = CSVWriter()
    writer.row(RosterProblemFiles.requestColumns.map(\.name))
    for fields in try ownRequests() { writer.row(fields) }
    return writer.text
  }

  /// The fields of the user's own rows, in the order of the columns.
  private func ownRequests() throws -> [[String]] {
    guard let requests else { return [] }
    let columns = RosterProblemFiles.requestColumns
    let reader = try TableReader(.text(requests, name: requestsPath), columns: columns)
    return try reader.rest().map { row in
      columns.map { reader.heading.place(of: $0.name).map(row.text) ?? "" }
    }
  }

  private func requestsText(_ facts: RosterFacts) throws -> String {
    var writer = CSVWriter()
    let columns = RosterProblemFiles.requestColumns.map(\.name)
    writer.row(columns)
    let numbers = Set(facts.agents.lazy.filter { !$0.channels.isEmpty }.map(\.number))
    func absent(_ agent: AgentNumber, _ days: ClosedRange<Day>) {
      let own = days.clamped(to: facts.days.lowerBound...(facts.days.upperBound - 1))
      writer.row(
        agent.text, own.lowerBound.description, own.upperBound.description, "absent", "", "", "")
    }
    var own: Set<[String]> = []
    // The user's rows first, so that they keep their lines.
    for fields in try ownRequests() {
      own.insert(Array(fields.prefix(2)))
      writer.row(fields)
    }
    // A row of the user's for an agent and a day takes the place of a wish that was kept.
    for request in facts.requests where numbers.contains(request.agent) {
      for day in request.days
      where facts.days.contains(day) && !own.contains([request.agent.text, day.description]) {
        writer.row(
          request.agent.text, day.description, "", request.wish.rawValue, request.pattern ?? "", "",
          String(request.weight))
      }
    }
    for absence in facts.absences where numbers.contains(absence.agent) {
      absent(absence.agent, absence.days)
    }
    return writer.text
  }
}
