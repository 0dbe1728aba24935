import MusterWords
import People
import Rostering
import Vocabulary

/// A line of `duties`: heads of a group of agents who are to be on duty.
struct RosterDuty {
  let code: String
  /// Steps of the ladder that count; nil for all.
  private let rungs: [Rung]?
  /// Skills of which one counts; nil for all.
  private let skills: [String]?
  /// Agents who count; nil for all.
  private let agents: [String]?
  private let heads: Int
  /// Hours from Monday to Friday and at weekends; nil for the intervals in which a stream wants
  /// heads.
  private let hours: (weekday: Range<Minutes>?, weekend: Range<Minutes>?)?
  private let cost: Int
  private let node: PolicyNode

  /// The lines that `node` lists: a mapping from codes to duties.
  static func list(_ node: PolicyNode) -> [RosterDuty] {
    node.entries.compactMap { key, value in RosterDuty(code: key.scalar ?? "", value) }
  }

  private init?(code: String, _ node: PolicyNode) {
    node.allow(keys: "rungs", "skills", "agents", "heads", "hours", "cost")
    rungs = node["rungs"]?.items.compactMap { $0.choice(of: Rung.self) }
    skills = node["skills"]?.items.compactMap { $0.text() }
    agents = node["agents"]?.items.compactMap { $0.text() }
    heads = node["heads"]?.wholeNumber(in: 1...RosterFrame.mostHeads) ?? 1
    hours = node["hours"].map { hours in
      hours.allow(keys: "weekday", "weekend")
      return (hours["weekday"]?.hours(), hours["weekend"]?.hours())
    }
    guard let cost = node.required("cost")?.wholeNumber(in: 1...RosterFrame.mostPrice) else {
      return nil
    }
    self.code = code
    self.cost = cost
    self.node = node
  }

  /// Whether an agent of these counts.
  func counts(_ agent: AgentNumber, rung: Rung?, skills own: [String]) -> Bool {
    agents?.contains(agent.text) ?? true
      && rungs.map { rungs in rung.map(rungs.contains) ?? false } ?? true
      && skills?.contains(where: own.contains) ?? true
  }

  /// The duty in `problem`, whose streams are known, with these members; nil, and a problem noted,
  /// where there are none.
  func demand(_ members: [AgentNumber], in problem: RosterProblem) -> DutyDemand? {
    guard !members.isEmpty else {
      node.report(found: code, wanted: .dutyMember, hint: .dutyMemberHint)
      return nil
    }
    let heads = (0..<problem.intervalCount).map { index in
      isAsked(at: index, in: problem) ? self.heads : 0
    }
    return DutyDemand(code: code, members: members, heads: heads, cost: cost)
  }

  private func isAsked(at index: Int, in problem: RosterProblem) -> Bool {
    guard let hours else { return problem.demand.contains { $0.heads[index] > 0 } }
    let local = problem.zone.local(problem.instant(at: index))
    let range = local.day.weekday.isWeekend ? hours.weekend : hours.weekday
    return range?.contains(Minutes(local.minute)) ?? false
  }
}
