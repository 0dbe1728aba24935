import FoundationEssentials
import Incentives
import MusterFiles
import MusterStore
import MusterWords
import People
import Performance
import Training
import Vocabulary

extension Connection {
  /// The certificates of each agent, as plans and the ladder ask for them: by module.
  func heldCertificates() throws -> [AgentNumber: [HeldCertificate]] {
    try certificates().reduce(into: [:]) { held, stored in
      let certificate = stored.certificate
      held[certificate.agent, default: []].append(
        HeldCertificate(
          certificate.module.description, from: certificate.issuedOn,
          until: certificate.validThrough))
    }
  }

  /// How many quality reviews of contacts that arrived on `days` failed on a critical item.
  fileprivate func criticalFailures(in days: Range<Day>) throws -> [AgentNumber: Int64] {
    try qualityReviews(in: days).reduce(into: [:]) { failures, review in
      if case .failed(_, let critical) = review.result, !critical.isEmpty {
        failures[review.agent, default: 0] += 1
      }
    }
  }
}

extension Workspace {
  /// What the plan asks about each agent of a month that was scored, by number.
  func agentPeriods(
    _ scores: ScoreReport, _ readings: [AgentNumber: [KPI: Reading]], _ connection: Connection
  ) throws -> [AgentPeriod] {
    let month = scores.month
    let keys = try connection.agentIDs()
    let earlier = try connection.bookedAmounts(
      earnedFrom: month + (1 - month.number), before: month)
    let certificates = try connection.heldCertificates()
    let failures = try connection.criticalFailures(in: month.days)
    let absences = try Dictionary(
      grouping: connection.absences(in: month.days), by: \.agent)
    let workingDays = try workingDays(of: month.year)
    return try scores.scores.compactMap { score -> AgentPeriod? in
      guard let agent = scores.agents[score.agent] else { return nil }
      let currency = scores.plan.plan.rules.currency
      if let base = agent.base, base.currency != currency {
        throw Refusal(
          .badData, [PayWords.baseInOtherCurrency(agent.number, base.currency.code)])
      }
      guard let days = agent.daysEmployed(in: month.first...month.last) else { return nil }
      // Complaints are counted among all contacts.
      let complaints = readings[agent.number]?[.complaintRate]
      return AgentPeriod(
        agent: agent.number, rung: agent.rung, base: agent.base,
        daysEmployed: days.count, lastDay: days.upperBound,
        attendance: Attendance(
          on: days, of: workingDays, without: absences[agent.number] ?? []),
        score: score.score, isScoreComplete: score.isComplete, contacts: complaints?.count ?? 0,
        complaints: complaints?.total ?? 0, criticalFailures: failures[agent.number] ?? 0,
        certificates: certificates[agent.number] ?? [],
        earlierThisYear: keys[agent.number].flatMap { earlier[$0] } ?? [:])
    }
  }

  /// The working days by `rosters/holidays-YEAR.csv`, where there is one.
  private func workingDays(of year: Int) throws -> WorkingDays {
    try HolidayCalendar.of(year, in: folder)?.workingDays ?? WorkingDays()
  }
}
