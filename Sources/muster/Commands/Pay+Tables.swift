import Incentives
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import People
import Vocabulary

extension Table.Cell {
  /// An amount: major units for people, minor ones for programs.
  init(_ money: Money) {
    self.init(Phrase(verbatim: money.description), .int(money.minorUnits))
  }

  /// A score with two decimals, or an empty cell and null.
  init(_ score: Score?) {
    self.init(
      Phrase(verbatim: score?.description ?? ""),
      score.map { .number(Double($0.hundredths) / 100) } ?? .null)
  }
}

extension PayReport {
  /// A row per agent; amounts in minor units for programs.
  var table: Table {
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

extension Statement {
  /// A row per line, and what they come to.
  func table(under plan: PlanFile, in language: Language) -> Table {
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
  func json(in language: Language) -> JSON {
    var members = [JSON.Member("text", .text(phrase[language]))]
    if !parts.isEmpty {
      members.append(JSON.Member("because", .array(parts.map { $0.json(in: language) })))
    }
    return .object(members)
  }
}
