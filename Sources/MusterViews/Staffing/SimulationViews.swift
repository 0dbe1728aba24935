import MusterFiles
package import MusterOperations
import MusterWords
import Staffing

extension View {
  /// How many agents each group needs.
  package init(groups: [String], heads: [Int]) {
    self.init(
      Table([.group, .agents], rows: zip(groups, heads).map { [.init($0), .init($1)] }),
      notes: [StaffPlanWords.sized])
  }

  /// How the days of a requirement did when they were played.
  package init(verdicts: [RequirementVerdict]) {
    self.init(
      Table(
        [.stream, .target, .foreseen, .simulated, .worstInterval, .worstLevel],
        rows: verdicts.map { verdict in
          [
            .init("\(verdict.stream)"), .init("\(verdict.target)"),
            .init(share: verdict.foreseen), .init(share: verdict.simulated),
            .init(verdict.worst.time), .init(share: verdict.worst.level),
          ]
        }))
    holds = verdicts.allSatisfy(\.holds)
    if !holds { notes = [StaffPlanWords.missed] }
  }
}

extension VolumeFilters.Simulation {
  /// What came of each kind of contact, or how busy each group was.
  package func view(ofGroups: Bool, byInterval: Bool) -> View {
    View(ofGroups ? groupTable(byInterval) : kindTable(byInterval))
  }

  /// What came of each kind, in a run's mean, over all intervals or by interval.
  private func kindTable(_ byInterval: Bool) -> Table {
    let columns: [Heading] =
      [.kind] + intervalColumn(byInterval) + [
        .offered, .target, .serviceLevel, .waited, .asaSeconds, .abandoned,
      ]
    return Table(
      columns,
      rows: file.kinds.enumerated().flatMap { kind, name in
        parts(byInterval).map { part in
          let count = outcome.total(of: kind, in: part)
          let target = file.targets[kind]
          return [Table.Cell(name)] + intervalCell(byInterval, part) + [
            Table.Cell(Double(count.offered) / Double(runs), places: 1),
            Table.Cell(target.map { "\($0)" }),
            target == nil ? Table.Cell(nil as String?) : Table.Cell(share: count.level()),
            Table.Cell(share: count.waitingProbability), Table.Cell(count.asa, places: 1),
            Table.Cell(share: count.abandonment),
          ]
        }
      })
  }

  /// How busy each group was.
  private func groupTable(_ byInterval: Bool) -> Table {
    let columns: [Heading] =
      [.group] + intervalColumn(byInterval) + [.agentHours, .occupancy, .concurrency]
    return Table(
      columns,
      rows: file.groups.enumerated().flatMap { group, name in
        parts(byInterval).map { part in
          let time = outcome.time(of: group, in: part)
          return [Table.Cell(name)] + intervalCell(byInterval, part) + [
            Table.Cell(time.present / 3600 / Double(runs), places: 1),
            Table.Cell(share: time.occupancy), Table.Cell(time.concurrency, places: 2),
          ]
        }
      })
  }

  private func parts(_ byInterval: Bool) -> [Range<Int>] {
    let count = file.centre.intervals
    return byInterval ? (0..<count).map { $0..<$0 + 1 } : [0..<count]
  }

  private func intervalColumn(_ byInterval: Bool) -> [Heading] {
    byInterval ? [.interval] : []
  }

  private func intervalCell(_ byInterval: Bool, _ part: Range<Int>) -> [Table.Cell] {
    byInterval ? [Table.Cell(part.lowerBound + 1)] : []
  }
}
