public import Vocabulary

/// A wish that a roster does not grant, and what granting it would take.
public struct RefusedRequest: Hashable, Sendable {
  public var agent: AgentNumber
  public var request: RosterProblem.Request
  /// What the agent works on the day instead; nil for a day off.
  public var given: Shift?
  /// The cost of granting it, the wish's own weight already taken off, or what bars it.
  public var outcome: RowOutcome
}

extension RosterExplainer {
  /// Every wish that is not granted, by agent, then by day.
  public mutating func refusedRequests() -> [RefusedRequest] {
    var refused: [RefusedRequest] = []
    for (agent, person) in problem.agents.enumerated() {
      for request in person.requests.sorted(by: { $0.day < $1.day })
      where problem.days.contains(request.day) {
        let day = problem.firstDay.distance(to: request.day)
        let given = draft.givenShift(agent, day)
        guard request.isDenied(by: given?.pattern) else { continue }
        let granting = model.kinds.indices.filter { !request.isDenied(by: model.code(of: $0)) }
        let patterns = problem.patterns.map(\.code).filter { !request.isDenied(by: $0) }
        var cells = patterns.map {
          RosterProblem.FixedCell(day: request.day, work: .shift(pattern: $0, start: nil))
        }
        if granting.contains(0) {
          cells.append(RosterProblem.FixedCell(day: request.day, work: .off))
        }
        if let code = request.pattern, request.wish == .on,
          !(person.patterns?.contains(code) ?? true)
        {
          refused.append(
            RefusedRequest(
              agent: person.number, request: request, given: given,
              outcome: .impossible([.pattern(code)])))
          continue
        }
        refused.append(
          RefusedRequest(
            agent: person.number, request: request, given: given,
            outcome: outcome(agent, on: day, among: Set(granting), cells: cells)))
      }
    }
    return refused
  }
}

extension SolverModel {
  /// The code of the pattern of the kind at `index`; nil for the day off.
  func code(of index: Int) -> String? {
    index > 0 ? problem.patterns[kinds[index].pattern].code : nil
  }
}
