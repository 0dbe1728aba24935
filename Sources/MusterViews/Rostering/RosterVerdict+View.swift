import MusterFiles
public import MusterOperations
import MusterStore
import MusterWords
public import Rostering
import Vocabulary

extension RosterFilters.Verdict {
  /// The count as JSON, and every breach in words.
  package var view: View {
    var view = View(verbatim: json.text)
    if !isFeasible { view.faults = phrases }
    return view
  }

  /// Feasible, cost, its parts, and every breach.
  public var json: JSON {
    .object([
      JSON.Member("feasible", .bool(isFeasible)), JSON.Member("cost", .int(Int64(cost.total))),
      JSON.Member("breakdown", cost.json), JSON.Member("coverage", coverage.json),
      JSON.Member("unknown_agents", .array(strangers.map { .text($0.text) })),
      JSON.Member("breaches", .array(breaches.map(\.json))),
    ])
  }
}

extension RosterSolution {
  /// What `roster solve` prints, `verdict` being the recount of the roster.
  public func json(_ verdict: RosterFilters.Verdict, seed: UInt64) -> JSON {
    func seconds(_ seconds: Double) -> JSON { .number((seconds * 1000).rounded() / 1000) }
    return .object([
      JSON.Member("feasible", .bool(verdict.isFeasible)),
      JSON.Member("cost", .int(Int64(verdict.cost.total))),
      JSON.Member("bound", .int(Int64(bound))),
      JSON.Member("gap", .number((gap * 1_000_000).rounded() / 1_000_000)),
      JSON.Member("missing_bound", .int(Int64(missingBound))),
      JSON.Member("seconds", seconds(self.seconds)),
      JSON.Member("first_seconds", seconds(firstSeconds)),
      JSON.Member("best_seconds", seconds(bestSeconds)),
      JSON.Member("steps", .int(Int64(steps))), JSON.Member("seed", .int(Int64(clamping: seed))),
      JSON.Member("breakdown", verdict.cost.json), JSON.Member("coverage", verdict.coverage.json),
    ])
  }
}

extension RosterReport {
  /// The roster's number, days, cost and cover.
  public var json: JSON {
    .object([
      JSON.Member("roster", record.id == 0 ? .null : .int(record.id)),
      JSON.Member("first_day", .text(record.days.lowerBound.description)),
      JSON.Member("last_day", .text(record.days.upperBound.description)),
      JSON.Member("published", .bool(record.publishedAt != nil)),
      JSON.Member("agents", .int(Int64(problem.agents.count))),
      JSON.Member("shifts", .int(Int64(roster.shifts.count))),
      JSON.Member("feasible", .bool(verdict.isFeasible)),
      JSON.Member("cost", .int(Int64(verdict.cost.total))),
      JSON.Member("bound", .int(Int64(record.bound))),
      JSON.Member("gap", .number((gap * 1_000_000).rounded() / 1_000_000)),
      JSON.Member("breakdown", verdict.cost.json), JSON.Member("coverage", verdict.coverage.json),
    ])
  }
}

extension RosterProblem {
  /// A shift for programs: pattern, start and end in local times; null for a day off.
  public func word(of shift: Shift?) -> JSON {
    guard let shift else { return .null }
    return .text("\(shift.pattern) \(zone.format(shift.start)) \(zone.format(shift.end))")
  }
}

extension RosterRevision {
  /// Both rosters' numbers, cost and cover before and after, and every change.
  public var json: JSON {
    .object([
      JSON.Member("roster", report.record.id == 0 ? .null : .int(report.record.id)),
      JSON.Member("repairs", .int(origin)), JSON.Member("from", .text(from.description)),
      JSON.Member("feasible", .bool(report.verdict.isFeasible)),
      JSON.Member("cost_before", .int(Int64(repair.costBefore.total))),
      JSON.Member("cost", .int(Int64(repair.cost.total))),
      JSON.Member("bound", .int(Int64(repair.bound))),
      JSON.Member("coverage_before", repair.coverageBefore.json),
      JSON.Member("coverage", repair.coverage.json),
      JSON.Member(
        "eased",
        .array(
          repair.eased.map { eased in
            .object([
              JSON.Member("agent_id", .text(eased.agent.text)),
              JSON.Member("rule", .text(eased.rule.rawValue)),
              JSON.Member("conflict", .array(eased.conflict.map { .text($0.phrase.en) })),
            ])
          })),
      JSON.Member("stuck", .array(repair.stuck.map { .text($0.text) })),
      JSON.Member("breaches_before", .array(breaches.map(\.json))),
      JSON.Member("changes", .array(repair.changes.map { $0.json(in: report.problem) })),
    ])
  }
}

extension RosterChange {
  package func json(in problem: RosterProblem) -> JSON {
    .object([
      JSON.Member("agent_id", .text(agent.text)), JSON.Member("day", .text(day.description)),
      JSON.Member("before", problem.word(of: before)),
      JSON.Member("after", problem.word(of: after)),
      JSON.Member("rearranged", .bool(isRearrangement)),
      JSON.Member("reason", .text(reason.code)),
    ])
  }
}
