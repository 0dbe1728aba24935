import ArgumentParser
import MusterFiles
import MusterOperations
import MusterStore
import MusterViews
import MusterWords
import People
import Vocabulary

struct PeopleNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: "Keep the staff list: who works here, as what, from when.",
    subcommands: [
      Import.self, Absence.self, List.self, Show.self, PeopleExportVerb.self,
      PeopleEraseVerb.self,
    ])

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take over a staff list that holds from today, or from --as-of, on.")

    @Argument(help: "A csv with agent_id, name, team, rung, hired_on ...; - is standard input.")
    var file: String

    @OptionGroup var arguments: ImportArguments
    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let opened = try workspace.open()
      let language = output.language(opened.settings)
      let report = try opened.importPeople(from: file, options: arguments.options(in: language))
      try output.print(report, in: language)
    }
  }

  struct Absence: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take over who is away when, and how.")

    @Argument(help: "A csv with agent_id, from, to, kind; - is standard input.")
    var file: String

    @OptionGroup var arguments: ImportArguments
    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let opened = try workspace.open()
      let language = output.language(opened.settings)
      let report = try opened.importAbsences(from: file, options: arguments.options(in: language))
      try output.print(report, in: language)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show who is employed today, or on --as-of.")

    @Flag(help: "Show those who left and those to come as well.")
    var all = false

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let opened = try workspace.open()
      let (agents, versions) = try opened.people(all: all)
      // Versions are for lists that come back.
      let table = Table(agents: agents, versions: output.csv || output.json ? versions : nil)
      output.print(table, in: output.language(opened.settings))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what is known of an agent, and from when to when it held.")

    @Argument(help: "The agent's number.")
    var agent: AgentNumber

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      try output.refuseCSV()
    }

    func run() throws {
      let opened = try workspace.open()
      let language = output.language(opened.settings)
      let record = try opened.person(agent)
      let terms = Table(terms: record.terms)
      let absences = Table(absences: record.absences)
      output.print(
        .object([
          JSON.Member("agent_id", .text(record.agent.number.text)),
          JSON.Member("name", .text(record.agent.name)),
          JSON.Member("hired_on", .text("\(record.agent.hiredOn)")),
          JSON.Member("left_on", record.agent.leftOn.map { .text("\($0)") } ?? .null),
          JSON.Member("terms", terms.json), JSON.Member("absences", absences.json),
        ]),
        or: "\(record.agent.title[language])\n\n\(terms.text(in: language))"
          + (record.absences.isEmpty ? "" : "\n" + absences.text(in: language)))
    }
  }
}

extension Table {
  /// Agents, a row each.
  fileprivate init(agents: [Agent], versions: [AgentNumber: Int]?) {
    let version: [Heading] = versions == nil ? [] : [.listVersion]
    self.init(
      [.agent, .name] + Table.termColumns + version,
      rows: agents.map { agent in
        [Cell(agent.number.text), Cell(named: agent)] + Table.termCells(agent)
          + (versions.map { [Cell($0[agent.number] ?? 0)] } ?? [])
      })
  }

  /// What held of one agent, a row for each run of days.
  fileprivate init(terms: [AgentTerm]) {
    self.init(
      [.from, .to]
        + Table.termColumns,
      rows: terms.map {
        [Cell("\($0.firstDay)"), Cell($0.lastDay?.description)] + Table.termCells($0.agent)
      })
  }

  fileprivate init(absences: [People.Absence]) {
    self.init(
      [.absentFrom, .lastDayTo, .kind],
      rows: absences.map {
        [
          Cell($0.days.lowerBound.description), Cell($0.days.upperBound.description),
          Cell($0.kind),
        ]
      })
  }

  private static let termColumns: [Heading] = [
    .team, .rung, .hiredOn, .leftOn, .contract, .baseMinor, .skills, .channels,
  ]

  private static func termCells(_ agent: Agent) -> [Cell] {
    [
      Cell(agent.team), Cell(agent.rung.phrase, .text(agent.rung.rawValue)),
      Cell(agent.hiredOn.description), Cell(agent.leftOn?.description), Cell(agent.contract),
      Cell(
        Phrase(verbatim: agent.base?.description ?? ""),
        agent.base.map { .int($0.minorUnits) } ?? .null),
      Cell(agent.skills.joined(separator: "|")), Cell(agent.channels.joined(separator: "|")),
    ]
  }
}
