public import Vocabulary

/// Why an agent has the shift they have on a day: what each other choice would cost.
public struct ShiftChoice: Hashable, Sendable {
  public struct Alternative: Hashable, Sendable {
    /// The pattern worked instead, at its best start and length; nil for a day off.
    public var pattern: String?
    public var outcome: RowOutcome
  }

  public var agent: AgentNumber
  public var day: Day
  /// What the roster has; nil for a day off.
  public var given: Shift?
  /// The day off, then the patterns in the order of the problem; that of the given shift at its
  /// next best start or length, where it has another.
  public var alternatives: [Alternative]
}

extension RosterExplainer {
  /// Why the agent numbered `number` has the shift they have on `day`; nil where the problem does
  /// not know the one or the other.
  public mutating func choice(of number: AgentNumber, on day: Day) -> ShiftChoice? {
    guard let agent = problem.agents.firstIndex(where: { $0.number == number }),
      problem.days.contains(day)
    else { return nil }
    let place = problem.firstDay.distance(to: day)
    let given = Int(draft.givenKind(agent, place))
    var alternatives: [ShiftChoice.Alternative] = []
    func add(_ pattern: String?, _ kinds: Set<Int>, _ explainer: inout RosterExplainer) {
      guard !kinds.isEmpty else { return }
      let cell = RosterProblem.FixedCell(
        day: day, work: pattern.map { .shift(pattern: $0, start: nil) } ?? .off)
      let isGiven = pattern != nil && pattern == explainer.model.code(of: max(0, given))
      alternatives.append(
        ShiftChoice.Alternative(
          pattern: pattern,
          outcome: explainer.outcome(
            agent, on: place, among: kinds, cells: isGiven ? [] : [cell])))
    }
    if given != 0 { add(nil, [0], &self) }
    for (index, pattern) in problem.patterns.enumerated()
    where problem.agents[agent].patterns?.contains(pattern.code) ?? true {
      let kinds = model.kinds.indices.filter {
        $0 > 0 && $0 != given && model.kinds[$0].pattern == index
      }
      add(pattern.code, Set(kinds), &self)
    }
    return ShiftChoice(
      agent: number, day: day, given: draft.givenShift(agent, place), alternatives: alternatives)
  }
}
