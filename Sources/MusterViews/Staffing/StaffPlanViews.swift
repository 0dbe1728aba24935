package import MusterOperations
package import MusterWords
package import Staffing
import Vocabulary

extension VolumeFilters.Staffing {
  /// What each interval needs, a csv row each.
  package func view(standard: ServiceStandard, notes: [Phrase]) -> View {
    let table = StaffTable(rows, standard: standard)
    return View(table.json, notes: (isOverTime ? [VolumeWords.staffedOverTime] : []) + notes) { _ in
      table.csv
    }
  }
}

extension View {
  /// What each service target costs over a load, `hourly` an hour where that is known.
  package init(targetCosts costs: [TargetCost], hourly: Double?) {
    self.init(
      Table(
        [.target, .agentHours, .scheduledHours, .moreHours] + (hourly == nil ? [] : [.cost]),
        rows: costs.enumerated().map { index, cost in
          let before = index == 0 ? nil : costs[index - 1].scheduledHours
          return [
            .init("\(cost.target)"), .init(cost.agentHours, places: 1),
            .init(cost.scheduledHours, places: 1),
            .init(before.map { cost.scheduledHours - $0 }, places: 1),
          ] + (hourly.map { [.init(cost.scheduledHours * $0, places: 2)] } ?? [])
        }))
  }
}

extension VolumeFilters.Busiest {
  /// The service of one agent more and less.
  package var view: View {
    let table = Table(
      [.agents, .serviceLevel, .asaSeconds, .occupancy, .abandoned],
      rows: curve.map { agents, service in
        [
          .init(agents), .init(share: service.level),
          .init(service.asa.isFinite ? service.asa : nil, places: 1),
          .init(share: service.occupancy), .init(share: service.abandonment),
        ]
      })
    return View(table, notes: [StaffPlanWords.busiest("\(time)", needed: needed)])
  }
}

extension BacklogPlan {
  /// What is left, how old it is and what will be late.
  package var view: View {
    let hours = Double(interval.minutes) / 60
    let table = Table(
      [.timestamp, .arrivingHours, .doneHours, .backlogHours, .oldestHours, .lateHours],
      rows: rows.map { row in
        [
          .init(row.time), .init(row.arriving, places: 2), .init(row.moment.done, places: 2),
          .init(row.moment.left, places: 2), .init(Double(row.moment.oldest) * hours, places: 1),
          .init(row.moment.late, places: 2),
        ]
      })
    let least = leastAgents.isFinite ? decimal(leastAgents, places: 2) : "∞"
    return View(
      table, notes: [StaffPlanWords.late(decimal(lateShare * 100, places: 1), least: least)])
  }
}

extension HiringPlan {
  /// Whom to hire when, a row for each month.
  package var view: View {
    View(
      Table(
        [.monthNumber, .required, .hires, .people, .worth, .gap],
        rows: months.enumerated().map { index, month in
          [
            .init(index + 1), .init(month.required, places: 1), .init(month.hires),
            .init(month.people, places: 1), .init(month.worth, places: 1),
            .init(month.gap, places: 1),
          ]
        }))
  }
}
