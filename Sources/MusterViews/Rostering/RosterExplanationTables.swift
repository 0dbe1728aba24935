package import MusterOperations
import MusterWords
package import Rostering
import Vocabulary

extension ExplainedRoster {
  /// Why heads are missing and wishes refused.
  package func view(_ explanation: RosterExplanation) -> View {
    View(
      table(explanation), json: { _ in json(explanation) },
      text: { language in lines(explanation).map { $0[language] + "\n" }.joined() })
  }

  /// What every other choice of a day would cost, or what bars it.
  package func view(_ choice: ShiftChoice) -> View {
    let table = table(choice)
    return View(
      table, json: { _ in json(choice) },
      text: { words.headline(choice)[$0] + "\n" + table.text(in: $0) })
  }

  /// A row for each agent who was not there, and for each refused wish.
  private func table(_ explanation: RosterExplanation) -> Table {
    var table = Table([
      .about, .start, .end, .missing, .agent, .obstacle, .rule, .found, .limit, .cost,
    ])
    let zone = problem.zone
    for shortage in explanation.shortages {
      for absentee in shortage.absentees {
        var breach: Breach?
        var cost: Int?
        switch absentee.obstacle {
        case .rules(let breaches): breach = breaches.first
        case .price(let price): cost = price
        default: break
        }
        table.rows.append([
          Table.Cell(shortage.subject.phrase, .text(shortage.subject.phrase.en)),
          Table.Cell(zone.format(shortage.start)), Table.Cell(zone.format(shortage.end)),
          Table.Cell(shortage.missing), Table.Cell(absentee.agent.text),
          Table.Cell(absentee.obstacle.phrase, .text(absentee.obstacle.code)),
          Table.Cell(breach?.rule.rawValue), Table.Cell(breach?.found),
          Table.Cell(breach?.limit), Table.Cell(cost),
        ])
      }
    }
    for refused in explanation.refused {
      var cost: Int?
      var rule: String?
      switch refused.outcome {
      case .possible(let price): cost = price.difference.total
      case .impossible(let conflict): rule = conflict.phrase.en
      }
      table.rows.append([
        Table.Cell(refused.request.phrase, .text(refused.request.phrase.en)),
        Table.Cell(refused.request.day.description), Table.Cell(refused.request.day.description),
        Table.Cell(nil as Int?), Table.Cell(refused.agent.text),
        Table.Cell(RosterWords.refusedWish, .text("refused")),
        Table.Cell(rule), Table.Cell(nil as Int?), Table.Cell(nil as Int?), Table.Cell(cost),
      ])
    }
    return table
  }

  /// A row for each other choice.
  private func table(_ choice: ShiftChoice) -> Table {
    Table(
      [.alternative, .costChange, .whatItTakes],
      rows: choice.alternatives.map { alternative in
        var cost: Int?
        if case .possible(let price) = alternative.outcome { cost = price.difference.total }
        let told = words.phrase(of: alternative.outcome)
        return [
          Table.Cell(words.phrase(of: alternative), .text(alternative.pattern ?? "off")),
          Table.Cell(cost), Table.Cell(told),
        ]
      })
  }
}
