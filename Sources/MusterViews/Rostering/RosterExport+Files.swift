package import MusterFiles
public import MusterOperations
import MusterStore
public import MusterWords
import People
import Rostering
package import Vocabulary

/// The files that a roster was written to.
public struct RosterFiles: Sendable {
  public var workbook: String
  /// The shifts, a row for each stretch of work and each break.
  public var table: String
  /// The calendars of agents, then of teams.
  public var calendars: [String]
  /// The folder of the problem that the roster answers.
  public var problem: String

  /// All of them, in the order in which they are told.
  public var paths: [String] { [workbook, table, problem] + calendars }
}

extension RosterExport {
  /// Writes all of it into `folder`, and shows the paths.
  package func view(writtenTo folder: String, in language: Language) throws -> View {
    let files = try write(to: folder, in: language)
    return View(
      .object([
        JSON.Member("workbook", .text(files.workbook)), JSON.Member("table", .text(files.table)),
        JSON.Member("problem", .text(files.problem)),
        JSON.Member("calendars", .array(files.calendars.map { .text($0) })),
      ])
    ) { _ in files.paths.map { $0 + "\n" }.joined() }
  }

  /// Writes the workbook, the table, the calendars and the problem into `folder`.
  public func write(to folder: String, in language: Language) throws -> RosterFiles {
    let name = "roster-\(report.record.days.lowerBound)"
    let calendars = "\(folder)/\(name)-calendars"
    var files = RosterFiles(
      workbook: "\(folder)/\(name).xlsx", table: "\(folder)/\(name).csv", calendars: [],
      problem: "\(folder)/\(name)-problem")
    for path in [folder, calendars, files.problem] {
      try Disk.makeFolder(path, else: RosterWords.cannotWrite(folder))
    }
    try report.workbook(holidays: holidays, made: made, in: language)
      .workbook(in: language).write(to: files.workbook, language: language)
    try Disk.write(RosterTable.text(report.roster, zone: report.problem.zone), to: files.table)
    for file in report.calendars(stamp: made, in: language).files {
      files.calendars.append("\(calendars)/\(file.name)")
      try Disk.write(file.calendar.text, to: "\(calendars)/\(file.name)")
    }
    for name in RosterProblemFiles.names {
      if let text = report.files[name] { try Disk.write(text, to: "\(files.problem)/\(name)") }
    }
    return files
  }
}

extension RosterReport {
  package func workbook(holidays: [Day], made: Instant, in language: Language) -> RosterWorkbook {
    let days = Array(problem.days)
    let people = problem.agents.map { agent in
      RosterWorkbook.Person(
        number: agent.number.text,
        name: agents[agent.number]?.phrase[language] ?? agent.number.text,
        team: agents[agent.number]?.team ?? "",
        plan: days.map { plan(of: agent, on: $0, in: language) })
    }
    let patterns = problem.patterns.map { pattern in
      RosterWorkbook.Pattern(
        code: pattern.code, name: pattern.name, times: pattern.times[language],
        paid: pattern.paidMinutes(ofShiftOf: pattern.lengths.first ?? .zero))
    }
    let covers = problem.demand.map { line in
      let scheduled = problem.heads(on: line.stream, in: roster)
      return RosterWorkbook.Cover(
        stream: line.stream.description,
        required: zip(line.heads, scheduled).map { $0 == 0 && $1 == 0 ? nil : $0 },
        scheduled: scheduled)
    }
    let title = RosterWords.title(record.days)[language]
    return RosterWorkbook(
      title: title, days: days, holidays: holidays, people: people, patterns: patterns,
      intervals: (0..<problem.intervalCount).map { problem.zone.local(problem.instant(at: $0)) },
      covers: covers, facts: facts(in: language), reasons: reasons(in: language), hash: hash,
      zoneName: problem.zone.name,
      made: made)
  }

  private func plan(
    of agent: RosterProblem.Agent, on day: Day, in language: Language
  ) -> RosterWorkbook.DayPlan {
    let shift = roster.shifts.first {
      $0.agent == agent.number && problem.zone.local($0.start).day == day
    }
    if let shift {
      return .shift(
        RosterWorkbook.Shift(
          pattern: shift.pattern, start: problem.zone.local(shift.start), paid: shift.paid))
    }
    guard agent.absences.contains(day) else { return .off }
    let absence = absences.first { $0.agent == agent.number && $0.days.contains(day) }
    return .absent(RosterWords.absence(absence?.kind ?? "")[language])
  }

  /// The stretches that are shortest of heads and every refused wish, in sentences.
  private func reasons(in language: Language) -> [RosterWorkbook.Reason] {
    let words = explained.words
    let explanation = explained.explanation(most: 20)
    return explanation.shortages.map { shortage in
      RosterWorkbook.Reason(
        headline: words.headline(shortage)[language],
        details: (words.reasons(shortage) + [words.remedy(shortage)]).map { $0[language] })
    }
      + explanation.refused.map { refused in
        RosterWorkbook.Reason(
          headline: words.headline(refused)[language],
          details: [words.phrase(of: refused.outcome)[language]])
      }
  }

  private func facts(in language: Language) -> [RosterWorkbook.Fact] {
    RosterWords.facts(
      number: record.id, cost: verdict.cost, bound: record.bound, coverage: verdict.coverage,
      breaches: verdict.breaches.count
    ).map { RosterWorkbook.Fact(label: $0.label[language], value: $0.value[language]) }
  }

  package func calendars(stamp: Instant, in language: Language) -> RosterCalendars {
    let shifts = roster.shifts.map { shift in
      let agent = agents[shift.agent]
      let lines = shift.activities.map { activity in
        let from = problem.zone.local(activity.start).minute
        let to = problem.zone.local(activity.end).minute
        return "\(Minutes(from))-\(Minutes(to)) \(activity.kind.phrase[language])"
      }
      return RosterCalendars.Shift(
        number: shift.agent.text, name: agent?.name ?? shift.agent.text, team: agent?.team ?? "",
        day: problem.zone.local(shift.start).day, start: shift.start, end: shift.end,
        pattern: problem.pattern(coded: shift.pattern)?.name ?? shift.pattern,
        details: lines.joined(separator: "\n"))
    }
    return RosterCalendars(shifts: shifts, zoneName: problem.zone.name, stamp: stamp)
  }
}
