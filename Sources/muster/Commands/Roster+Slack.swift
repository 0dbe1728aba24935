import ArgumentParser
import MusterFiles
import MusterOperations
import MusterStore
import MusterViews
import MusterWords
import People
import Rostering
import Vocabulary

struct RosterSlackVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slack",
    abstract: "Place training that is due, and work that can wait, where a roster has slack.",
    discussion: """
      Takes the roster in force, the modules assigned and not yet passed, and the csv --work with \
      the columns stream, hours, from and deadline. Modules go first, then work by its deadline; \
      no interval gets fewer heads than it wants. Tells the service level before and after, what \
      found no place, and what will miss its deadline. `muster roster publish` puts it in force.
      """)

  @Option(help: "The first day whose slack may be used; else today.")
  var from: Day?

  @Option(
    help: "Work that can wait: a csv with stream, hours, from, deadline.",
    completion: .file(extensions: ["csv"]))
  var work: String?

  @Flag(help: "Show what would be placed, and keep nothing.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    let report = try workspace.useRosterSlack(work: work, from: from, dryRun: dryRun)
    if output.csv { return output.print(report.table, in: language) }
    output.print(report.json, or: report.text(in: language))
  }
}

extension RosterSlackReport {
  /// A row for each module and each piece of work.
  fileprivate var table: Table {
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
        Table.Cell(Phrase(zh: "培训", en: "training"), .text("training")), Table.Cell(due.module),
        Table.Cell(due.agent.text), Table.Cell(named: report.agents[due.agent]), start, end,
        minutes(due.length), minutes(missing), Table.Cell(told, .text(told.en)),
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
        Table.Cell(Phrase(zh: "可延后工作", en: "deferrable"), .text("deferrable")),
        Table.Cell(progress.task.stream.description), Table.Cell(nil as String?),
        Table.Cell(nil as String?), time(progress.task.from), time(progress.task.deadline),
        minutes(progress.task.length), minutes(progress.missing),
        Table.Cell(words.phrase(of: progress), .text(words.phrase(of: progress).en)),
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

  fileprivate func text(in language: Language) -> String {
    guard !table.rows.isEmpty else { return RosterWords.nothingToPlace[language] + "\n" }
    let headline = RosterWords.slackUsed(
      report.record.id, sessions: plan.sessions.count,
      of: plan.sessions.count + plan.unplaced.count,
      late: plan.work.count { $0.missing > .zero }, tasks: plan.work.count)
    return table.text(in: language) + headline[language] + "\n"
  }

  fileprivate var json: JSON {
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
