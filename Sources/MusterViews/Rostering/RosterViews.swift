package import MusterOperations
import MusterStore
import MusterWords
import Rostering
package import Vocabulary

extension RosterReport {
  /// A roster just made.
  package var view: View {
    View(json) { facts.text(in: $0) }
  }

  /// A roster that was put in force.
  package var published: View {
    let told = RosterWords.published(record.id, record.days)
    return View(json) { told[$0] + "\n" }
  }

  /// Who works when, all agents or one; refused where the roster does not have them.
  package func view(of agent: AgentNumber?) throws -> View {
    if let agent, !problem.agents.contains(where: { $0.number == agent }) {
      throw Refusal(.noInput, [RosterWords.notThere(agent, record.id)])
    }
    var view = View(days(of: agent))
    let facts = { (language: Language) in String(self.facts.text(in: language).dropLast()) }
    view.asides = [Phrase(zh: facts(.zh), en: facts(.en))]
    return view
  }

  /// The roster in a few lines.
  private var facts: Table {
    Table(
      [.fact, .value],
      rows: RosterWords.facts(
        number: record.id, cost: verdict.cost, bound: record.bound, coverage: verdict.coverage,
        breaches: verdict.breaches.count
      ).map {
        [Table.Cell($0.label), Table.Cell($0.value)]
      })
  }

  /// A row per agent and a column per day, with pattern and start; a dot is a day off.
  private func days(of agent: AgentNumber?) -> Table {
    let shown = problem.agents.filter { agent == nil || $0.number == agent }
    let columns: [Heading] =
      [.agent, .name]
      + problem.days.map { day in
        let date = String(day.description.dropFirst(5))
        return Heading(day.description, zh: date, en: date)
      } + [.paidMinutes]
    return Table(
      columns,
      rows: shown.map { agent in
        let own = roster.shifts.filter { $0.agent == agent.number }
        let cells = problem.days.map { day -> Table.Cell in
          guard let shift = own.first(where: { problem.zone.local($0.start).day == day }) else {
            let word = agent.absences.contains(day) ? "-" : "·"
            return Table.Cell(Phrase(verbatim: word), .null)
          }
          let start = Minutes(problem.zone.local(shift.start).minute)
          let name = problem.pattern(coded: shift.pattern)?.name ?? shift.pattern
          return Table.Cell(
            Phrase(zh: "\(name)\(start)", en: "\(shift.pattern) \(start)"),
            .text("\(shift.pattern) \(start)"))
        }
        let paid = own.reduce(Minutes.zero) { $0 + $1.paid }
        return [
          Table.Cell(agent.number.text), Table.Cell(named: agents[agent.number]),
        ] + cells + [Table.Cell(Phrase(verbatim: "\(paid)"), .int(Int64(paid.count)))]
      })
  }
}
