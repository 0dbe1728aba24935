import Incentives
import MusterFiles
package import MusterOperations
package import MusterWords
import People
package import Vocabulary

extension PayReport {
  /// What `agent` is due, a row per line; refused where the month has no statement of theirs.
  package func statement(of agent: AgentNumber, in language: Language) throws -> View {
    guard let statement = statements.first(where: { $0.agent == agent }) else {
      throw Refusal(.noInput, [PayWords.notThere(agent, month)])
    }
    return View(statement.table(under: plan, in: language))
  }

  /// A row per agent; amounts in minor units for programs.
  package var table: Table {
    Table(
      [
        .agent, .name, .team, .score, .grade, .bonusMinor, .awardMinor, .subsidyMinor,
        .differenceMinor, .clawbackMinor, .amountDueMinor, .remark,
      ], rows: zip(statements, periods).map(row))
  }

  private func row(_ statement: Statement, _ period: AgentPeriod) -> [Table.Cell] {
    let agent = scores.agents[statement.agent]
    let remark = statement.bonus?.remark ?? Phrase(verbatim: "")
    return [
      Table.Cell(statement.agent.text), Table.Cell(named: agent), Table.Cell(agent?.team),
      Table.Cell(period.score), Table.Cell(statement.bonus?.grade),
      Table.Cell(statement.total(of: .bonus)), Table.Cell(statement.total(of: .award)),
      Table.Cell(statement.total(of: .subsidy)), Table.Cell(statement.total(of: .difference)),
      Table.Cell(statement.total(of: .clawback)), Table.Cell(statement.total),
      Table.Cell(remark, .text(remark.en)),
    ]
  }
}

extension PayRun {
  /// What everybody is due, and what was booked.
  package func view(isDryRun: Bool) -> View {
    let booked = PayWords.booked(
      report.month, entries: postings.count, sum: sum, total: report.total, head: report.head)
    return View(report.table, notes: [booked] + (isDryRun ? [PayWords.dryRun] : []))
  }
}

extension PayExplanation {
  /// The pay walked back to rules, scores and contacts, at most `count` of them for each KPI.
  package func view(atMost count: Int) -> View {
    let tree = statement.explanation(title: plan.title(of:))
    return View(
      json: { language in
        .object([
          JSON.Member("agent_id", .text(statement.agent.text)),
          JSON.Member("month", .text(statement.month.description)),
          JSON.Member("plan_hash", .text(plan.hash.description)),
          JSON.Member("statement", tree.json(in: language)),
          JSON.Member("score", score.json),
        ])
      },
      text: { language in
        let lines =
          [score.heading] + tree.lines(in: language)
          + score.explanation(atMost: count).lines(in: language)
        return lines.joined(separator: "\n") + "\n"
      })
  }
}

extension Statement {
  /// A row per line, and what they come to.
  fileprivate func table(under plan: PlanFile, in language: Language) -> Table {
    func cells(_ kind: Phrase, _ code: String, _ title: Phrase, _ amount: Money, _ why: Phrase?)
      -> [Table.Cell]
    {
      [
        Table.Cell(kind, .text(code)), Table.Cell(title, .text(title[language])),
        Table.Cell(amount),
        Table.Cell(why ?? Phrase(verbatim: ""), why.map { .text($0[language]) } ?? .null),
      ]
    }
    let rows = lines.map {
      cells($0.kind.phrase, $0.kind.rawValue, plan.title(of: $0.component), $0.amount, $0.remark)
    }
    let total = cells(
      PayWords.amountDue, "total", Phrase(verbatim: month.description), self.total, nil)
    return Table(
      [.kind, .component, .amountMinor, .remark], rows: rows + [total])
  }
}

extension Explanation {
  /// The tree as nested objects.
  fileprivate func json(in language: Language) -> JSON {
    var members = [JSON.Member("text", .text(phrase[language]))]
    if !parts.isEmpty {
      members.append(JSON.Member("because", .array(parts.map { $0.json(in: language) })))
    }
    return .object(members)
  }
}
