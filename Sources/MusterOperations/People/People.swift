public import MusterFiles
import MusterStore
import MusterWords
public import People
public import Vocabulary

/// An agent with all that the staff list has said of them.
public struct AgentRecord: Hashable, Sendable {
  public var agent: Agent
  /// What held from which day to which, earliest first; the last one is open.
  public var terms: [AgentTerm]
  /// By first day.
  public var absences: [Absence]
}

extension Workspace {
  /// Takes over a staff list that holds from ``today`` on.
  ///
  /// Rows that do not read well go to the rejects file, and so do, where the list names the versions
  /// it was written from, those of agents whom somebody changed since. A fault of the whole file
  /// keeps all of it out.
  public func importPeople(from file: FileSource, options: ImportOptions) throws -> ImportReport {
    let mapping = try mapping(options, AgentReader.columns)
    let table = try TableReader(file, columns: mapping.applied(to: AgentReader.columns))
    let list = try AgentReader(table, mapping: mapping, currency: settings.currency)
    let rejectsPath = try rejectsPath("people", options, input: file.name)
    var rejects = Rejects(path: rejectsPath, heading: table.heading, language: options.language)
    try rejects.add(list.rejects)
    let note = ChangeNote(at: now, actor: actor)
    let (counts, overtaken) = try store.change(dryRun: options.isDryRun) { connection in
      let counts = try connection.importAgents(
        list.agents, from: today, versions: list.versions, note: note)
      let current = try connection.agentVersions()
      let overtaken = try counts.overtaken.compactMap { number in
        list.overtaken(
          number,
          by: PeopleWords.overtaken(
            version: current[number] ?? 0,
            try connection.changes(of: number, after: list.versions[number] ?? 0), in: zone))
      }
      guard !options.isStrict || rejects.count + overtaken.count == 0 else {
        try rejects.add(overtaken)
        throw rejects.refusal
      }
      return (counts, overtaken)
    }
    try rejects.add(overtaken)
    return try report(counts, rejects, table, options)
  }

  /// Takes over who is away when, and how.
  ///
  /// An absence is known by its agent, first day and kind. Rows that do not read well, or whose
  /// agent is unknown, go to the rejects file.
  public func importAbsences(from file: FileSource, options: ImportOptions) throws -> ImportReport {
    let mapping = try mapping(options, AbsenceReader.columns)
    let table = try TableReader(file, columns: mapping.applied(to: AbsenceReader.columns))
    let list = try AbsenceReader(table, mapping: mapping)
    let rejectsPath = try rejectsPath("absences", options, input: file.name)
    var rejects = Rejects(path: rejectsPath, heading: table.heading, language: options.language)
    let known = Set(try store.read { try $0.agentNumbers() })
    let strangers = list.absences.filter { !known.contains($0.absence.agent) }
    try rejects.add(
      (list.rejects + strangers.map { list.unknownAgent($0.row) })
        .sorted { $0.row.line < $1.row.line })
    let absences = list.absences.map(\.absence).filter { known.contains($0.agent) }
    return try keep(table, rejects, options) { try $0.importAbsences(absences).counts }
  }

  /// Does `work`, for a dry run only to see what it would do, and reports it with what was rejected.
  private func keep(
    _ table: TableReader, _ rejects: Rejects, _ options: ImportOptions,
    _ work: (Connection) throws -> StaffCounts
  ) throws -> ImportReport {
    if options.isStrict, rejects.count > 0 { throw rejects.refusal }
    let counts = try store.change(dryRun: options.isDryRun, work)
    return try report(counts, rejects, table, options)
  }

  private func report(
    _ counts: StaffCounts, _ rejects: Rejects, _ table: TableReader, _ options: ImportOptions
  ) throws -> ImportReport {
    var report = ImportReport(file: table.file, options: options)
    report.added = counts.added
    report.changed = counts.changed
    report.same = counts.same
    try report.take(rejects, from: table)
    return report
  }

  /// Everybody who is employed today, or everybody on the staff list where `all`, by number, and the
  /// version of each who was ever changed.
  public func people(
    all: Bool = false
  ) throws -> (agents: [Agent], versions: [AgentNumber: Int]) {
    try store.read {
      try (all ? $0.staffList(on: today) : $0.agents(on: today), $0.agentVersions())
    }
  }

  /// The agent with `number` as the staff list has them today, or where it does not yet, as it
  /// first will.
  public func person(_ number: AgentNumber) throws -> AgentRecord {
    try store.read { connection in
      let terms = try connection.terms(of: number)
      guard let term = terms.inForce(on: today) ?? terms.first else {
        throw try Workspace.unknown(number, connection)
      }
      return try AgentRecord(
        agent: term.agent, terms: terms, absences: connection.absences(of: number))
    }
  }

  /// What to tell where nobody has `number`, with one that it may be a slip of.
  static func unknown(_ number: AgentNumber, _ connection: Connection) throws -> Refusal {
    let near = nearest(to: number.text, among: try connection.agentNumbers().map(\.text))
    return Refusal(.noInput, [PeopleWords.unknown(number.text, near: near)])
  }
}
