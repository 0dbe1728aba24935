import MusterFiles
package import MusterOperations
import MusterStore
import MusterWords
import Rostering
import Vocabulary

extension RosterSlackReport {
  /// What was placed where a roster has slack, and what it did to the service.
  package var view: View {
    let table = table
    return View(table, json: { _ in json(table) }, text: { text(table, in: $0) })
  }

  /// A row for each module and each piece of work.
  private var table: Table {
    var table = Table([
      .slotKind, .what, .agent, .name, .start, .end, .minutes, .missingMinutes, .told,
    ])
    let words = report.explained.words
    let zone = report.problem.zone
    func minutes(_ minutes: Minutes) -> Table.Cell {
      Table.Cell(Phrase(verbatim: "\(minutes)"), .int(Int64(minutes.count)))
    }
    func time(_ instant: Instant) -> Table.Cell {
      let local = zone.local(instant)
      return Table.Cell(
        Phrase(verbatim: "\(local.day) \(Minutes(local.minute))"), .text(zone.format(instant)))
    }
    func training(
      _ due: TrainingDue, _ start: Table.Cell, _ end: Table.Cell, _ missing: Minutes, _ told: Phrase
    ) {
      table.rows.append([
        Table.Cell(RosterWords.training), Table.Cell(due.module),
        Table.Cell(due.agent.text), Table.Cell(named: report.agents[due.agent]), start, end,
        minutes(due.length), minutes(missing), Table.Cell(told),
      ])
    }
    for session in plan.sessions {
      training(
        session.due, time(session.start), time(session.end), .zero,
        words.service(levels(from: session.start, to: session.end)))
    }
    for unplaced in plan.unplaced {
      let none = Table.Cell(nil as String?)
      training(unplaced.due, none, none, unplaced.due.length, words.phrase(of: unplaced))
    }
    for progress in plan.work {
      table.rows.append([
        Table.Cell(RosterWords.deferrable),
        Table.Cell(progress.task.stream.description), Table.Cell(nil as String?),
        Table.Cell(nil as String?), time(progress.task.from), time(progress.task.deadline),
        minutes(progress.task.length), minutes(progress.missing),
        Table.Cell(words.phrase(of: progress)),
      ])
    }
    return table
  }

  /// The lowest service levels before and after, of the intervals from `start` to `end`.
  private func levels(from start: Instant, to end: Instant) -> (before: Double, after: Double)? {
    let own = effects.filter { start <= $0.start && $0.start < end }
    guard let before = own.compactMap(\.levelBefore).min(),
      let after = own.compactMap(\.levelAfter).min()
    else { return nil }
    return (before, after)
  }

  private func text(_ table: Table, in language: Language) -> String {
    guard !table.rows.isEmpty else { return RosterWords.nothingToPlace[language] + "\n" }
    let headline = RosterWords.slackUsed(
      report.record.id, sessions: plan.sessions.count,
      of: plan.sessions.count + plan.unplaced.count,
      late: plan.work.count { $0.missing > .zero }, tasks: plan.work.count)
    return table.text(in: language) + headline[language] + "\n"
  }

  private func json(_ table: Table) -> JSON {
    func share(_ level: Double?) -> JSON {
      level.map { .number(($0 * 10_000).rounded() / 10_000) } ?? .null
    }
    return .object([
      JSON.Member("roster", report.record.id == 0 ? .null : .int(report.record.id)),
      JSON.Member("origin", .int(origin)), JSON.Member("placed", table.json),
      JSON.Member(
        "service",
        .array(
          effects.map { effect in
            .object([
              JSON.Member("stream", .text(effect.stream.description)),
              JSON.Member("start", .text(report.problem.zone.format(effect.start))),
              JSON.Member("heads_before", .int(Int64(effect.headsBefore))),
              JSON.Member("heads_after", .int(Int64(effect.headsAfter))),
              JSON.Member("service_level_before", share(effect.levelBefore)),
              JSON.Member("service_level_after", share(effect.levelAfter)),
            ])
          })),
    ])
  }
}
