import Incentives
import MusterFiles
public import MusterOperations
public import MusterWords
import People
import Performance
import Vocabulary

extension PayExport {
  /// Writes the HR workbook and the payroll table, a row per agent, into `folder`; gives their paths.
  public func write(
    to folder: String, in language: Language
  ) throws -> (workbook: String, table: String) {
    try Disk.makeFolder(folder, else: PayWords.cannotWrite(folder))
    let path = "\(folder)/pay-\(report.month)"
    try workbook(in: language).workbook(in: language).write(to: path + ".xlsx", language: language)
    try Disk.write(report.payrollTable, to: path + ".csv")
    return (path + ".xlsx", path + ".csv")
  }

  /// Writes both into `folder`, and shows their paths.
  package func view(writtenTo folder: String, in language: Language) throws -> View {
    let files = try write(to: folder, in: language)
    return View(
      .object([
        JSON.Member("month", .text(report.month.description)),
        JSON.Member("workbook", .text(files.workbook)),
        JSON.Member("table", .text(files.table)),
      ])
    ) { _ in files.workbook + "\n" + files.table + "\n" }
  }

  package func workbook(in language: Language) -> IncentiveWorkbook {
    let rows = zip(report.statements, report.periods).map { statement, period in
      IncentiveWorkbook.Row(
        statement, period, agents[statement.agent],
        report.scores.scores.first { $0.agent == statement.agent }, in: language)
    }
    let exceptions = zip(report.statements, report.periods).flatMap { statement, period in
      IncentiveWorkbook.exceptions(
        statement, name: agents[statement.agent]?.phrase[language] ?? "",
        score: report.scores.scores.first { $0.agent == statement.agent }, in: language)
    }
    let rules = report.plan.plan.rules
    return IncentiveWorkbook(
      month: report.month, planName: report.plan.title[language], planHash: report.plan.hash,
      ledgerHead: report.head.hash, ledgerTotal: report.booked.minorUnits,
      ledgerEntries: report.entries.count, rounding: rules.rounding, currency: rules.currency,
      contacts: Int(report.periods.reduce(0) { $0 + $1.contacts }), actor: actor, made: made,
      zone: zone, kpis: report.plan.scoring.parts.map { IncentiveWorkbook.KPI($0, in: language) },
      rows: rows, exceptions: exceptions)
  }
}

extension PayReport {
  /// A row per agent: whole minor units and codes, for programs.
  package var payrollTable: String {
    var writer = CSVWriter(guardsFormulas: true)
    writer.row(
      "agent_id", "month", "currency", "bonus_minor", "award_minor", "subsidy_minor",
      "difference_minor", "clawback_minor", "amount_due_minor")
    for statement in statements {
      let amounts = PayKind.allCases.map { String(statement.total(of: $0).minorUnits) }
      writer.row(
        [statement.agent.text, month.description, statement.total.currency.code] + amounts
          + [String(statement.total.minorUnits)])
    }
    return writer.text
  }
}

extension IncentiveWorkbook.KPI {
  fileprivate init(_ part: Scoring.Part, in language: Language) {
    let unit: Unit =
      switch part.kpi.unit {
      case .seconds: .seconds
      case .share: .share
      case .rating: .number
      }
    self.init(name: part.kpi.phrase[language], unit: unit, weight: part.weight)
  }
}

extension IncentiveWorkbook.Row {
  fileprivate init(
    _ statement: Statement, _ period: AgentPeriod, _ agent: Agent?, _ score: CompositeScore?,
    in language: Language
  ) {
    let bonus = statement.bonus
    let amount: (PayKind) -> Int64 = { statement.total(of: $0).minorUnits }
    let remarks = statement.lines.compactMap { line -> String? in
      line.kind == .award ? nil : line.remark?[language]
    }
    self.init(
      number: statement.agent.text, name: agent?.phrase[language] ?? "", team: agent?.team ?? "",
      rung: period.rung.phrase[language], hiredOn: agent?.hiredOn ?? period.lastDay,
      daysDue: period.attendance.map { Cell.Number(Int64($0.scheduled)) },
      daysWorked: period.attendance.map { Cell.Number(Int64($0.attended)) },
      score: period.score, grade: bonus?.grade, factor: bonus?.share ?? .zero,
      base: bonus?.base?.amount.minorUnits ?? 0, bonus: amount(.bonus), awards: amount(.award),
      subsidies: amount(.subsidy), difference: amount(.difference), deduction: amount(.clawback),
      remark: remarks.joined(separator: language == .zh ? "；" : "; "),
      results: (score?.parts ?? []).map(IncentiveWorkbook.KPIResult.init))
  }
}

extension IncentiveWorkbook.KPIResult {
  fileprivate init(_ part: CompositeScore.Part) {
    self.init(
      value: part.reading.value.map { Cell.Number($0.numerator, over: $0.denominator) },
      count: Int(part.reading.count), points: part.outcome.points)
  }
}

extension IncentiveWorkbook {
  /// What a person should look at in a statement.
  fileprivate static func exceptions(
    _ statement: Statement, name: String, score: CompositeScore?, in language: Language
  ) -> [Exception] {
    func exception(_ kind: Phrase, _ detail: Phrase) -> Exception {
      Exception(
        number: statement.agent.text, name: name, kind: kind[language], detail: detail[language])
    }
    var exceptions = (score?.parts ?? []).compactMap { part -> Exception? in
      part.outcome.gap.map { exception($0.phrase, part.explanation.phrase) }
    }
    guard let bonus = statement.bonus else { return exceptions }
    exceptions += bonus.gates.filter { !$0.isMet }.map { exception(PayWords.gateNotMet, $0.phrase) }
    if bonus.outcome == .noBase, let remark = bonus.remark {
      exceptions.append(exception(PayWords.noBase, remark))
    }
    return exceptions
  }
}
