import Incentives
import MusterFiles
import MusterStore
import People
import Performance
import Vocabulary

extension Workspace {
  /// What the plan asks about each agent of a month that was scored, by number.
  func agentPeriods(
    _ scores: ScoreReport, _ tallies: [AgentNumber: Tally], _ connection: Connection
  ) throws -> [AgentPeriod] {
    let month = scores.month
    let keys = try connection.agentKeys()
    let earlier = try connection.bookedAmounts(
      earnedFrom: month + (1 - month.number), before: month)
    return try scores.scores.compactMap { score -> AgentPeriod? in
      guard let agent = scores.agents[score.agent] else { return nil }
      let currency = scores.plan.plan.rules.currency
      if let base = agent.base, base.currency != currency {
        throw Refusal(
          .badData, [PayText.baseInOtherCurrency(agent.number, base.currency.code)])
      }
      let first = max(agent.hiredOn, month.first)
      let last = agent.leftOn.map { min($0, month.last) } ?? month.last
      let tally = tallies[agent.number]
      return AgentPeriod(
        agent: agent.number, rung: agent.rung, base: agent.base,
        daysEmployed: max(0, first.distance(to: last) + 1), lastDay: last, score: score.score,
        isScoreComplete: score.isComplete, contacts: tally?.contacts ?? 0,
        complaints: tally?.complaints ?? 0,
        earlierThisYear: keys[agent.number].flatMap { earlier[$0] } ?? [:])
    }
  }
}
