import Rostering
import Testing
import Vocabulary

@Suite("Swaps")
struct SwapTests {
  private func problem(_ agents: [RosterProblem.Agent], days: Int = 7) -> RosterProblem {
    var problem = Small.problem(days: days, agents)
    problem.demand = [
      StreamDemand(
        stream: Small.chat,
        heads: (0..<days * 24).map { (8..<22).contains($0 % 24) ? 1 : 0 },
        cost: CoverCost(short: 100, over: 10))
    ]
    return problem
  }

  private func roster(_ rows: [String], in problem: RosterProblem) -> Roster {
    Roster(
      shifts: zip(problem.agents, rows).flatMap {
        Small.roster($1, agent: $0.number.text, in: problem).shifts
      })
  }

  private func swap(_ days: Int...) throws -> RosterSwap {
    RosterSwap(
      agent: try #require(AgentNumber("A")), colleague: try #require(AgentNumber("B")),
      days: days.map { Small.monday + $0 })
  }

  @Test("two agents exchange what they have, at no cost to the team") func exchange() throws {
    let problem = problem([Small.agent("A"), Small.agent("B")])
    let roster = roster(["E . . . . . .", "L . . . . . ."], in: problem)
    let outcome = try #require(problem.outcome(of: swap(0), in: roster))
    #expect(outcome.difference == RosterCost())
    #expect(outcome.breaches == [])
    #expect(outcome.changes.map(\.agent.text) == ["A", "B"])
    #expect(outcome.changes.map { $0.after?.pattern } == ["late", "early"])
    #expect(outcome.changes.allSatisfy { $0.reason == .swap })
  }

  @Test("one gives a shift away") func gift() throws {
    let problem = problem([Small.agent("A"), Small.agent("B")])
    let roster = roster(["E E . . . . .", ". . . . . . ."], in: problem)
    let outcome = try #require(problem.outcome(of: swap(1), in: roster))
    #expect(outcome.changes.map { $0.after?.pattern } == [nil, "early"])
    #expect(try problem.outcome(of: swap(4), in: roster) == nil)
    #expect(try problem.outcome(of: swap(9), in: roster) == nil)
  }

  @Test("what a swap would break is named with its numbers") func breaches() throws {
    let limits = Limits(longestRun: 3, week: .init(most: .hours(24)))
    let problem = problem([Small.agent("A"), Small.agent("B", limits)])
    let roster = roster([". . . E . . .", "E E E . . . ."], in: problem)
    let outcome = try #require(problem.outcome(of: swap(3), in: roster))
    #expect(outcome.breaches.map(\.rule) == [.longestRun, .weekMost])
    #expect(outcome.breaches.map(\.found) == [4, 1920])
    #expect(outcome.breaches.map(\.limit) == [3, 1440])
  }

  @Test("proposals break no rule, cheapest first, and begin at the day asked") func proposals() {
    let limits = Limits(rest: .hours(11), longestRun: 5)
    var agents = ["A", "B", "C"].map { Small.agent($0, limits) }
    agents[2].absences = [Small.monday + 1]
    agents[0].requests = [RosterProblem.Request(day: Small.monday + 1, wish: .off, weight: 70)]
    let problem = problem(agents)
    let roster = roster(["E E . . . . .", ". L . L L . .", ". . . . E E E"], in: problem)
    let found = problem.swaps(
      of: agents[0].number, on: Small.monday + 1, from: Small.monday + 1, in: roster, most: 20)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.breaches.isEmpty })
    #expect(found.allSatisfy { problem.breaches(in: $0.roster).isEmpty })
    #expect(found.allSatisfy { $0.swap.days.contains(Small.monday + 1) })
    #expect(found.allSatisfy { $0.swap.days.allSatisfy { $0 > Small.monday } })
    #expect(found.allSatisfy { $0.swap.colleague.text == "B" })
    let costs = found.map(\.difference.total)
    #expect(costs == costs.sorted())
    for outcome in found {
      let difference = problem.cost(of: outcome.roster).total - problem.cost(of: roster).total
      #expect(difference == outcome.difference.total)
    }
  }
}
