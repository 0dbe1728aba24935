import Incentives
import MusterFiles
package import MusterOperations
package import MusterWords
import People
import Vocabulary

extension PlanLint {
  /// What is wrong with the plan, and what its author should know.
  package func view(in language: Language) -> View {
    let table = Table(
      [.kind, .finding],
      rows: findings.map { finding in
        let kind = finding.isFault ? PayWords.fault : PayWords.remark
        return [
          .init(kind, .text(finding.isFault ? "fault" : "note")),
          .init(finding.phrase, .text(finding.phrase[language])),
        ]
      })
    let summary = PayWords.lint(findings.count { $0.isFault })
    return View(table, notes: holds ? [summary] : [], faults: holds ? [] : [summary])
  }
}

extension PlanTest {
  /// Where the plan does not do as its cases say.
  package var view: View {
    let table = Table(
      [.line, .`case`, .agent, .figure, .wanted, .foundAmount],
      rows: misses.map { miss in
        [
          .init(miss.line), .init(miss.name), .init(miss.agent.text), .init(miss.what),
          .init(miss.wanted), .init(miss.found),
        ]
      })
    let summary = PayWords.tested(
      cases: cases.count, figures: cases.figures, misses: misses.count)
    return View(
      table, notes: holds ? [summary] : [], faults: holds ? [] : [summary],
      text: { holds ? "" : table.text(in: $0) })
  }
}

extension LadderReport {
  /// A row per agent and rule of the next rung.
  package func view(in language: Language) -> View {
    View(
      Table(
        [.agent, .name, .fromRung, .toRung, .met, .rule],
        rows: rows.flatMap { agent, review in
          review.findings.map { finding in
            [
              .init(agent.number.text), .init(named: agent),
              .init(review.from.phrase, .text(review.from.rawValue)),
              .init(
                review.to?.phrase ?? Phrase(verbatim: ""),
                review.to.map { .text($0.rawValue) } ?? .null),
              .init(finding.result, .bool(finding.isMet)),
              .init(finding.phrase, .text(finding.phrase[language])),
            ]
          }
        }))
  }
}
