import MusterFiles
package import MusterOperations
import MusterWords
import Performance
import Vocabulary

extension ScoreReport {
  /// The scores as they were run.
  package func view(isDryRun: Bool) -> View {
    let scored = PayWords.scored(
      month, agents: scores.count, without: scores.count { $0.score == nil }, plan: plan.hash)
    return View(table, notes: [scored] + (isDryRun ? [PayWords.dryRun] : []))
  }

  /// A row per agent; of each KPI its value and how many contacts it was counted from.
  package var table: Table {
    let kpis = plan.scoring.parts.flatMap { [Heading.value(of: $0.kpi), .count(of: $0.kpi)] }
    return Table(
      [.agent, .name, .team, .score] + kpis,
      rows: scores.map { score in
        [
          .init(score.agent.text), .init(named: agents[score.agent]), .init(score.team),
          .init(score.score),
        ] + score.parts.flatMap { [$0.value, .init($0.reading.count)] }
      })
  }
}

extension CompositeScore.Part {
  /// The value, in brackets where it does not count.
  fileprivate var value: Table.Cell {
    guard let value = reading.value else { return Table.Cell(Phrase(verbatim: ""), .null) }
    let text = kpi.phrase(of: value)
    let number = Double(value.numerator) / Double(value.denominator)
    guard outcome.gap != nil else { return Table.Cell(text, .number(number)) }
    return Table.Cell(Phrase(zh: "(\(text.zh))", en: "(\(text.en))"), .number(number))
  }
}

extension ScoreExplanation {
  /// The score walked back to KPIs and contacts, at most `count` of them for each.
  package func view(atMost count: Int) -> View {
    let tree = explanation(atMost: count)
    return View(json) { ([heading] + tree.lines(in: $0)).joined(separator: "\n") + "\n" }
  }

  /// Who and when.
  var heading: String { [score.agent.text, name, month.description].joined(separator: "  ") }

  /// The score with its parts, and under each the contacts, at most `count` of them.
  func explanation(atMost count: Int) -> Explanation {
    let whole = score.explanation
    let parts = zip(whole.parts, evidence).map { part, evidence in
      Explanation(part.phrase, part.parts + evidence.lines(atMost: count))
    }
    return Explanation(whole.phrase, parts + whole.parts.dropFirst(evidence.count))
  }

  var json: JSON {
    .object([
      JSON.Member("agent_id", .text(score.agent.text)),
      JSON.Member("month", .text(month.description)),
      JSON.Member("score", Table.Cell(score.score).value),
      JSON.Member("complete", .bool(score.isComplete)),
      JSON.Member("parts", .array(zip(score.parts, evidence).map { $0.json(with: $1) })),
    ])
  }
}

extension CompositeScore.Part {
  fileprivate func json(with evidence: KPIEvidence) -> JSON {
    .object([
      JSON.Member("kpi", .text(kpi.rawValue)), JSON.Member("total", .int(reading.total)),
      JSON.Member("count", .int(reading.count)), JSON.Member("minimum", .int(minimum)),
      JSON.Member("weight_bp", .int(weight.count)),
      JSON.Member("points", Table.Cell(outcome.points).value),
      JSON.Member("contribution", Table.Cell(contribution).value),
      JSON.Member("missing", outcome.gap.map { .text($0.rawValue) } ?? .null),
      JSON.Member("is_current", .bool(evidence.isCurrent)),
      JSON.Member(
        "contacts",
        .array(
          evidence.contacts.map {
            .object([JSON.Member("contact_id", .text($0.id)), JSON.Member("value", .int($0.value))])
          })),
    ])
  }
}
