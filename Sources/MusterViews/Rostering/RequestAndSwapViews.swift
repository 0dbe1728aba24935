package import MusterOperations
package import MusterStore
import MusterWords
package import Rostering
package import Vocabulary

extension View {
  /// A wish that was kept, or would be.
  package init(request kept: RequestRecord, zone: Zone) {
    self.init(
      Table(requests: [kept], zone: zone),
      text: { RosterWords.requestKept(kept.id)[$0] + "\n" })
  }

  package init(withdrawnRequest number: Int64, isDryRun: Bool) {
    self.init(
      .object([JSON.Member("request", .int(number)), JSON.Member("stands", .bool(isDryRun))]),
      saying: RosterWords.requestWithdrawn(number))
  }

  /// Wishes, a row each.
  package init(requests: [RequestRecord], zone: Zone) {
    self.init(Table(requests: requests, zone: zone))
  }

  package init(refused swap: SwapRecord) {
    self.init(
      .object([
        JSON.Member("swap", .int(swap.id)), JSON.Member("step", .text(swap.step.rawValue)),
      ]), saying: RosterWords.swapRefused(swap.id))
  }

  /// Swaps, with who asked, who decided, and when.
  package init(swaps: [SwapRecord], zone: Zone) {
    self.init(
      Table(
        [
          .swap, .applicant, .colleagueId, .days, .swapStep, .requestedBy, .requestedAt, .decidedBy,
          .decidedAt, .roster,
        ],
        rows: swaps.map { record in
          let decided = record.events.dropFirst().last
          return [
            Table.Cell(record.id), Table.Cell(record.swap.agent.text),
            Table.Cell(record.swap.colleague.text),
            Table.Cell(record.swap.days.map(\.description).joined(separator: " ")),
            Table.Cell(RosterWords.swapStep(record.step.rawValue), .text(record.step.rawValue)),
            Table.Cell(record.events.first?.actor),
            Table.Cell(record.events.first.map { zone.format($0.at) }),
            Table.Cell(decided?.actor), Table.Cell(decided.map { zone.format($0.at) }),
            Table.Cell(decided?.made),
          ]
        }))
  }
}

extension RosterReport {
  /// Swaps that rid `agent` of a shift, cheapest first.
  package func view(of proposals: [SwapOutcome], for agent: AgentNumber) -> View {
    let table = Table(
      [.colleagueId, .name, .days, .gives, .takes, .costChange, .ofIt],
      rows: proposals.map { outcome in
        let own = outcome.changes.filter { $0.agent == agent }
        return [
          Table.Cell(outcome.swap.colleague.text),
          Table.Cell(named: agents[outcome.swap.colleague]),
          Table.Cell(outcome.swap.days.map(\.description).joined(separator: " ")),
          cell(own.map(\.before)), cell(own.map(\.after)),
          Table.Cell(outcome.difference.total), Table.Cell(RosterWords.swapCost(outcome)),
        ]
      })
    return View(
      table, notes: proposals.isEmpty ? [RosterWords.noProposal] : [],
      text: { proposals.isEmpty ? "" : table.text(in: $0) })
  }

  private func cell(_ shifts: [Shift?]) -> Table.Cell {
    let phrases = shifts.map { problem.phrase(of: $0) }
    return Table.Cell(
      Phrase(
        zh: phrases.map(\.zh).joined(separator: "，"), en: phrases.map(\.en).joined(separator: ", ")),
      .array(shifts.map { problem.word(of: $0) }))
  }
}

extension SwapReport {
  package var requested: View { view(RosterWords.swapRequested(id)) }

  package var approved: View { view(RosterWords.swapApproved(id, report.record.id)) }

  /// A swap in a line, what it changes, and what it costs.
  private func view(_ headline: Phrase) -> View {
    let changes = Table(changes: outcome.changes, in: report)
    let json = JSON.object([
      JSON.Member("swap", id == 0 ? .null : .int(id)),
      JSON.Member("roster", report.record.id == 0 ? .null : .int(report.record.id)),
      JSON.Member("cost", .int(Int64(outcome.difference.total))),
      JSON.Member("breakdown", outcome.difference.json),
      JSON.Member("changes", changes.json),
    ])
    return View(
      changes, json: { _ in json },
      text: {
        headline[$0] + "\n" + changes.text(in: $0) + RosterWords.swapCost(outcome)[$0] + "\n"
      })
  }
}

extension Table {
  fileprivate init(requests: [RequestRecord], zone: Zone) {
    self.init(
      [.request, .agent, .firstDay, .lastDay, .wish, .pattern, .weight, .keptBy, .recordedAt],
      rows: requests.map { request in
        [
          Cell(request.id), Cell(request.agent.text), Cell(request.days.lowerBound.description),
          Cell(request.days.upperBound.description),
          Cell(request.wish.phrase, .text(request.wish.rawValue)),
          Cell(request.pattern), Cell(request.weight), Cell(request.actor),
          Cell(zone.format(request.recordedAt)),
        ]
      })
  }
}
