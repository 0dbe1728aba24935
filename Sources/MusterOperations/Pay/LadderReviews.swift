public import Incentives
import MusterFiles
import MusterStore
import MusterWords
public import People
public import Vocabulary

/// Where agents stand on the ladder.
public struct LadderReport {
  /// The agent as the staff list has them on the day of the review.
  public let rows: [(agent: Agent, review: LadderReview)]
}

extension Workspace {
  /// Reviews everybody who is employed today against the ladder at `path`, else the workspace's
  /// `plans/ladder.yaml`; `number` names one agent.
  public func reviewLadder(
    of number: AgentNumber? = nil, path: String? = nil
  ) throws -> LadderReport {
    let path = path ?? folder + "/plans/ladder.yaml"
    let ladder = try LadderFile(text: Disk.text(at: path), file: path).ladder
    return try store.read { connection in
      let agents = try connection.agents(on: today).filter { number == nil || $0.number == number }
      if let number, agents.isEmpty {
        throw Refusal(.noInput, [PayWords.notThere(number, today.month)])
      }
      let scores = try connection.latestScores(upTo: today.month, months: 120)
      let certificates = try connection.heldCertificates()
      let rows = agents.map { agent in
        let candidate = Candidate(
          agent: agent.number, rung: agent.rung, monthsOfService: agent.monthsOfService(by: today),
          scores: scores[agent.number] ?? [],
          certificates: certificates[agent.number] ?? [])
        return (agent, ladder.review(candidate, on: today))
      }
      return LadderReport(rows: rows)
    }
  }
}
