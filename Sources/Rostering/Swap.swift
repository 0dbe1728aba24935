public import Vocabulary

/// Two agents exchange what they have on some days: shifts, or a shift against a day off.
public struct RosterSwap: Hashable, Sendable {
  public var agent: AgentNumber
  public var colleague: AgentNumber
  /// Sorted, without repeats.
  public let days: [Day]

  public init(agent: AgentNumber, colleague: AgentNumber, days: [Day]) {
    self.agent = agent
    self.colleague = colleague
    self.days = Set(days).sorted()
  }
}

/// What a swap makes of a roster.
public struct SwapOutcome: Sendable {
  public var swap: RosterSwap
  public var roster: Roster
  /// The days of both agents that are other ones.
  public var changes: [RosterChange]
  /// The cost with the swap less the cost without, part by part.
  public var difference: RosterCost
  /// Rules that the swap breaks and the roster without it does not.
  public var breaches: [Breach]
}

extension RosterProblem {
  /// What `swap` makes of `roster`.
  ///
  /// A shift that is taken over keeps its times; its breaks and streams are laid anew, since the
  /// taker may have other skills. Nil where an agent or a day is not in the problem, or where both
  /// have the same on every day.
  public func outcome(of swap: RosterSwap, in roster: Roster) -> SwapOutcome? {
    SwapDesk(self, roster).outcome(of: swap)
  }

  /// Swaps that rid `agent` of what they have on `day`, break no rule and touch no day before
  /// `from`: cheapest first, at most `most`.
  ///
  /// Tried with each colleague are the day alone, the day against each other day on which the agent
  /// is off and the colleague works, and up to seven days in a row from the day on.
  public func swaps(
    of agent: AgentNumber, on day: Day, from: Day, in roster: Roster, most: Int
  ) -> [SwapOutcome] {
    var desk = SwapDesk(self, roster)
    return desk.proposals(agent, on: day, from: from, most: most)
  }
}

/// Tries swaps on one roster.
private struct SwapDesk {
  private let model: SolverModel
  private var draft: RosterDraft
  private let given: Roster
  private let cost: RosterCost
  private let breaches: Set<Breach>

  init(_ problem: RosterProblem, _ roster: Roster) {
    model = SolverModel(problem)
    draft = RosterDraft(model, roster)
    given = draft.roster()
    cost = problem.cost(of: given)
    breaches = Set(problem.breaches(in: given))
  }

  private func index(_ number: AgentNumber) -> Int? {
    model.problem.agents.firstIndex { $0.number == number }
  }

  /// Both rows with the kinds of `days` exchanged; nil where nothing changes.
  private func rows(_ first: Int, _ second: Int, _ days: [Int]) -> ([Int16], [Int16])? {
    var rows = (draft.kinds(of: first), draft.kinds(of: second))
    let before = rows.0
    for day in days { (rows.0[day], rows.1[day]) = (rows.1[day], rows.0[day]) }
    return rows.0 == before ? nil : rows
  }

  func outcome(of swap: RosterSwap) -> SwapOutcome? {
    let problem = model.problem
    guard let first = index(swap.agent), let second = index(swap.colleague), first != second,
      swap.days.allSatisfy({ problem.days.contains($0) }),
      let rows = rows(first, second, swap.days.map { problem.firstDay.distance(to: $0) })
    else { return nil }
    var draft = draft
    draft.replace(first, by: rows.0)
    draft.replace(second, by: rows.1)
    let roster = draft.roster()
    let changes = [first, second].flatMap { draft.changes(of: $0) { _ in .swap } }
    return SwapOutcome(
      swap: swap, roster: roster, changes: changes,
      difference: problem.cost(of: roster) - cost,
      breaches: problem.breaches(in: roster).filter { !breaches.contains($0) })
  }

  mutating func proposals(
    _ number: AgentNumber, on day: Day, from: Day, most: Int
  ) -> [SwapOutcome] {
    let problem = model.problem
    guard let agent = index(number), problem.days.contains(day), day >= from else { return [] }
    let place = problem.firstDay.distance(to: day)
    let free = max(0, problem.firstDay.distance(to: from))
    let own = draft.kinds(of: agent)
    var found: [(colleague: Int, days: [Int], cost: Int)] = []
    for colleague in problem.agents.indices where colleague != agent {
      let other = draft.kinds(of: colleague)
      guard other[place] != own[place] else { continue }
      var sets = (1...7).filter { place + $0 <= model.dayCount }.map { Array(place..<place + $0) }
      if other[place] == 0 {
        sets += (free..<model.dayCount).filter { $0 != place && own[$0] == 0 && other[$0] > 0 }
          .map { [min($0, place), max($0, place)] }
      }
      for days in Set(sets).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        // A longer block that ends on a day alike for both is the shorter one again.
        guard let last = days.last, own[last] != other[last],
          let rows = rows(agent, colleague, days), model.holds(rows.0[...], of: agent),
          model.holds(rows.1[...], of: colleague)
        else { continue }
        found.append((colleague, days, estimate(agent, colleague, rows)))
      }
    }
    found.sort {
      ($0.cost, $0.days.count, $0.colleague, $0.days[0]) < (
        $1.cost, $1.days.count, $1.colleague, $1.days[0]
      )
    }
    var proposals: [SwapOutcome] = []
    for candidate in found where proposals.count < most {
      let swap = RosterSwap(
        agent: number, colleague: problem.agents[candidate.colleague].number,
        days: candidate.days.map { problem.firstDay + $0 })
      if let outcome = outcome(of: swap), outcome.breaches.isEmpty { proposals.append(outcome) }
    }
    // The engine's cost need not know every part, so that the true one has the last word.
    return proposals.enumerated().sorted {
      ($0.element.difference.total, $0.offset) < ($1.element.difference.total, $1.offset)
    }.map(\.element)
  }

  /// What the engine says the two rows would cost more.
  private mutating func estimate(
    _ first: Int, _ second: Int, _ rows: ([Int16], [Int16])
  ) -> Int {
    let before = draft.state.cost
    let old = (draft.snapshot(first), draft.snapshot(second))
    draft.replace(first, by: rows.0)
    draft.replace(second, by: rows.1)
    defer {
      draft.restore(first, old.0)
      draft.restore(second, old.1)
    }
    return draft.state.cost - before
  }
}
