import FoundationEssentials
import Incentives
public import MusterFiles
import MusterStore
import People
import Performance
public import Vocabulary

/// The files that a month of pay was written to.
public struct PayExport {
  public let month: Month
  /// The HR workbook.
  public let workbook: String
  /// The same amounts, a row per agent, for payroll programs.
  public let table: String
}

extension Workspace {
  /// Writes the HR workbook and the payroll table of a month that was run, into `folder` or the
  /// workspace's `out/`.
  public func exportPay(
    month: Month? = nil, to folder: String? = nil, in language: Language
  ) throws -> PayExport {
    let (report, staff) = try store.read { connection in
      let report = try payReport(paidMonth(month, connection), connection)
      return (report, try connection.agents(in: report.month.days))
    }
    let folder = folder ?? self.folder + "/out"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Refusal(.cannotWrite, [PayText.cannotWrite(folder)])
    }
    let export = PayExport(
      month: report.month, workbook: "\(folder)/pay-\(report.month).xlsx",
      table: "\(folder)/pay-\(report.month).csv")
    let agents = Dictionary(uniqueKeysWithValues: staff.map { ($0.number, $0) })
    try workbook(report, agents, in: language).workbook(in: language)
      .write(to: export.workbook, language: language)
    try Disk.write(report.payrollTable, to: export.table)
    return export
  }

  private func workbook(
    _ report: PayReport, _ agents: [AgentNumber: Agent], in language: Language
  ) -> IncentiveWorkbook {
    let rows = zip(report.statements, report.periods).map { statement, period in
      IncentiveWorkbook.Row(
        statement, period, agents[statement.agent],
        report.scores.scores.first { $0.agent == statement.agent }, in: language)
    }
    let exceptions = zip(report.statements, report.periods).flatMap { statement, period in
      IncentiveWorkbook.exceptions(
        statement, name: agents[statement.agent]?.called[language] ?? "",
        score: report.scores.scores.first { $0.agent == statement.agent }, in: language)
    }
    let rules = report.plan.plan.rules
    return IncentiveWorkbook(
      month: report.month, planName: report.plan.title[language], planHash: report.plan.hash,
      ledgerHead: report.head.hash, ledgerTotal: report.booked.minorUnits,
      ledgerEntries: report.entries.count, rounding: rules.rounding, currency: rules.currency,
      contacts: Int(report.periods.reduce(0) { $0 + $1.contacts }), actor: actor, made: now,
      zone: zone, kpis: report.plan.scoring.parts.map { IncentiveWorkbook.KPI($0, in: language) },
      rows: rows, exceptions: exceptions)
  }
}

extension PayReport {
  /// A row per agent: whole minor units and codes, for programs.
  public var payrollTable: String {
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
    self.init(name: part.kpi.name[language], unit: unit, weight: part.weight)
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
      number: statement.agent.text, name: agent?.called[language] ?? "", team: agent?.team ?? "",
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
      part.outcome.gap.map { exception($0.name, part.explanation.text) }
    }
    guard let bonus = statement.bonus else { return exceptions }
    exceptions += bonus.gates.filter { !$0.isMet }.map { exception(PayText.gateNotMet, $0.text) }
    if bonus.outcome == .noBase, let remark = bonus.remark {
      exceptions.append(exception(PayText.noBase, remark))
    }
    return exceptions
  }
}
