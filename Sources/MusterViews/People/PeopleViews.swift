import MusterFiles
package import MusterOperations
import MusterStore
import MusterWords
package import People
package import Vocabulary

extension View {
  /// Agents, a row each; their versions are for lists that come back.
  package init(agents: [Agent], versions: [AgentNumber: Int]) {
    self.init(
      Table(agents: agents, versions: versions),
      text: Table(agents: agents, versions: nil).text)
  }
}

extension AgentRecord {
  /// What is known of the agent, and from when to when it held.
  package var view: View {
    let terms = Table(terms: self.terms)
    let absences = Table(absences: self.absences)
    return View(
      .object([
        JSON.Member("agent_id", .text(agent.number.text)),
        JSON.Member("name", .text(agent.name)),
        JSON.Member("hired_on", .text("\(agent.hiredOn)")),
        JSON.Member("left_on", agent.leftOn.map { .text("\($0)") } ?? .null),
        JSON.Member("terms", terms.json), JSON.Member("absences", absences.json),
      ])
    ) {
      "\(agent.numbered[$0])\n\n\(terms.text(in: $0))"
        + (absences.rows.isEmpty ? "" : "\n" + absences.text(in: $0))
    }
  }
}

extension PeopleExport {
  /// The files written, a row each.
  package var view: View {
    View(
      Table(
        [.file, .rows, .what],
        rows: files.map { file in
          let what = HoldingWords.table(String(file.name.dropLast(4))) ?? Phrase(verbatim: "")
          return [
            Table.Cell("\(folder)/\(file.name)"), Table.Cell(file.rows),
            Table.Cell(what, .text(what.en)),
          ]
        }),
      notes: [HoldingWords.explained(in: "\(folder)/\(PeopleExport.readme)")])
  }
}

extension PeopleErasure {
  /// What was blanked and what was kept, times on the clocks of `zone`.
  package func view(zone: Zone, isDryRun: Bool) -> View {
    let table = Table(
      [.table, .column, .fieldCount, .outcome],
      rows: fields.map { field in
        [
          Table.Cell(field.table), Table.Cell(field.column), Table.Cell(field.rows),
          Table.Cell(
            ErasureWords.outcome(field.outcome.rawValue), .text(field.outcome.rawValue)),
        ]
      })
    return View(
      table, notes: notes(zone: zone, isDryRun: isDryRun),
      text: { fields.isEmpty ? "" : table.text(in: $0) })
  }

  private func notes(zone: Zone, isDryRun: Bool) -> [Phrase] {
    func rows(_ kept: Bool) -> Int {
      fields.reduce(0) { $0 + (($1.outcome == .kept) == kept ? $1.rows : 0) }
    }
    var notes = earlier.map { ErasureWords.before(zone.format($0.at), by: $0.actor) }
    notes.append(ErasureWords.erased(agent.text, rows: rows(false), isDryRun: isDryRun))
    if rows(true) > 0 { notes.append(ErasureWords.kept(rows(true))) }
    if !namesakes.isEmpty { notes.append(ErasureWords.namesakes(namesakes.map(\.text))) }
    if !oldFiles.isEmpty { notes.append(ErasureWords.oldFiles(oldFiles)) }
    if isOnServer { notes.append(ErasureWords.onServer) }
    notes.append(ErasureWords.elsewhere)
    return notes
  }
}

extension Table {
  fileprivate init(agents: [Agent], versions: [AgentNumber: Int]?) {
    self.init(
      [.agent, .name] + Table.termColumns + (versions == nil ? [] : [.listVersion]),
      rows: agents.map { agent in
        [Cell(agent.number.text), Cell(named: agent)] + Table.termCells(agent)
          + (versions.map { [Cell($0[agent.number] ?? 0)] } ?? [])
      })
  }

  /// What held of one agent, a row for each run of days.
  fileprivate init(terms: [AgentTerm]) {
    self.init(
      [.from, .to] + Table.termColumns,
      rows: terms.map {
        [Cell($0.firstDay), Cell($0.lastDay)] + Table.termCells($0.agent)
      })
  }

  fileprivate init(absences: [Absence]) {
    self.init(
      [.absentFrom, .lastDayTo, .kind],
      rows: absences.map { [Cell($0.days.lowerBound), Cell($0.days.upperBound), Cell($0.kind)] })
  }

  private static let termColumns: [Heading] = [
    .team, .rung, .hiredOn, .leftOn, .contract, .baseMinor, .skills, .channels,
  ]

  private static func termCells(_ agent: Agent) -> [Cell] {
    [
      Cell(agent.team), Cell(agent.rung.phrase, .text(agent.rung.rawValue)),
      Cell(agent.hiredOn), Cell(agent.leftOn), Cell(agent.contract), Cell(agent.base),
      Cell(agent.skills.joined(separator: "|")), Cell(agent.channels.joined(separator: "|")),
    ]
  }
}
