import MusterStore
public import People
public import Vocabulary

/// A month of pay that was run, with all that its files show.
public struct PayExport {
  public let report: PayReport
  /// The staff list of the month.
  public let agents: [AgentNumber: Agent]
  /// Who writes the files, and when.
  public let actor: String
  public let made: Instant
  public let zone: Zone
}

extension Workspace {
  /// What the HR workbook and the payroll table of a month show; the latest month run by default.
  public func payExport(month: Month? = nil) throws -> PayExport {
    let (report, staff) = try store.read { connection in
      let report = try payReport(paidMonth(month, connection), connection)
      return (report, try connection.agents(in: report.month.days))
    }
    return PayExport(
      report: report, agents: Dictionary(uniqueKeysWithValues: staff.map { ($0.number, $0) }),
      actor: actor, made: now, zone: zone)
  }
}
