import MusterFiles
import MusterStore
import MusterWords
import People
public import Rostering
public import Vocabulary

/// Why a roster is short of heads where it is, and why wishes were refused.
public struct RosterExplanation: Sendable {
  /// The dearest first.
  public var shortages: [Shortage]
  /// How many more there are.
  public var further: Int
  public var refused: [RefusedRequest]
}

/// A roster with the problem it answers, to be explained.
public struct ExplainedRoster: Sendable {
  /// Its number in the workspace, where it is of one.
  public var number: Int64?
  public var problem: RosterProblem
  public var roster: Roster
  public var names: [AgentNumber: String]
}

extension RosterReport {
  public var explained: ExplainedRoster {
    ExplainedRoster(
      number: record.id, problem: problem, roster: roster, names: agents.mapValues(\.name))
  }
}

extension RosterFilters {
  /// The roster at `rosterPath` with the problem at `path`.
  public static func explained(
    _ path: String, roster rosterPath: String, format: Format
  ) throws -> ExplainedRoster {
    let problem = try format.problem(at: path)
    return ExplainedRoster(
      problem: problem, roster: try format.roster(at: rosterPath, of: problem), names: [:])
  }
}

extension ExplainedRoster {
  /// What is short, at most `most` stretches, and what was refused.
  ///
  /// What would help changes no day before `today`, if that is given.
  public func explanation(most: Int, today: Day? = nil) -> RosterExplanation {
    var explainer = RosterExplainer(problem, roster: roster, from: today)
    let shortages = explainer.shortages(most: most)
    return RosterExplanation(
      shortages: shortages, further: explainer.shortageCount - shortages.count,
      refused: explainer.refusedRequests())
  }

  /// Why `agent` has the shift they have on `day`.
  public func choice(of agent: AgentNumber, on day: Day, today: Day? = nil) throws -> ShiftChoice {
    var explainer = RosterExplainer(problem, roster: roster, from: today)
    guard let choice = explainer.choice(of: agent, on: day) else {
      throw Refusal(.noInput, [RosterWords.notInRoster(agent, day)])
    }
    return choice
  }
}
