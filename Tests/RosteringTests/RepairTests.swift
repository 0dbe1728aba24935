import Rostering
import Testing
import Vocabulary

@Suite("Repair of a roster")
struct RepairTests {
  /// Two agents on early shifts, of which one head is wanted each day from 8 to 16.
  private func pair(_ second: String) -> (problem: RosterProblem, roster: Roster) {
    let limits = Limits(longestRun: 5)
    var problem = Small.problem(days: 5, [Small.agent("A", limits), Small.agent("B", limits)])
    problem.demand = [
      StreamDemand(
        stream: Small.chat, heads: (0..<120).map { (8..<16).contains($0 % 24) ? 1 : 0 },
        cost: CoverCost(short: 100, over: 10))
    ]
    let first = Small.roster("E E E . .", in: problem)
    let other = Small.roster(second, agent: "B", in: problem)
    return (problem, Roster(shifts: first.shifts + other.shifts))
  }

  @Test("nothing changes where nothing has happened") func idle() {
    let (problem, roster) = pair(". . . E E")
    let repair = problem.repair(roster, from: problem.firstDay)
    #expect(repair.roster == roster)
    #expect(repair.changes == [])
  }

  @Test("another takes the shift of one who is away, and each change says why") func absence() {
    var (problem, roster) = pair(". . . E E")
    problem.agents[0].absences = [Small.monday + 1]
    let repair = problem.repair(roster, from: problem.firstDay)
    #expect(repair.coverageBefore.missing == 8)
    #expect(repair.coverage.missing == 0)
    #expect(repair.changes.map(\.agent.text) == ["A", "B"])
    #expect(repair.changes.map(\.day) == [Small.monday + 1, Small.monday + 1])
    #expect(repair.changes.map(\.reason) == [.absence, .cover])
    #expect(problem.breaches(in: repair.roster) == [])
  }

  @Test("a change dearer than what it gains is left alone") func dear() {
    var (problem, roster) = pair(". . . E E")
    problem.agents[0].absences = [Small.monday + 1]
    let repair = problem.repair(roster, from: problem.firstDay, changePrice: 801)
    #expect(repair.changes.map(\.reason) == [.absence])
    #expect(repair.coverage.missing == 8)
  }

  @Test("an interval with a price of its own is weighed at it, and so is the bound")
  func ownPrices() {
    var (problem, roster) = pair(". . . E E")
    problem.agents[0].absences = [Small.monday + 1]
    let all = (0..<120).map { ($0, CoverCost(short: 1, over: 0)) }
    problem.demand[0].ownCosts = Dictionary(uniqueKeysWithValues: all)
    let repair = problem.repair(roster, from: problem.firstDay, changePrice: 9)
    #expect(repair.changes.map(\.reason) == [.absence])
    #expect(repair.cost.total == 8)
    #expect(repair.bound <= 8)
  }

  @Test("past days stay, whatever it costs") func past() {
    var (problem, roster) = pair(". . . E E")
    problem.agents[0].absences = [Small.monday + 1]
    let repair = problem.repair(roster, from: Small.monday + 2)
    #expect(repair.changes.map(\.agent.text) == ["A"])
    #expect(repair.coverage.missing == 8)
  }

  @Test("a row that breaks a rule is mended, and the rule is named") func rule() {
    var (problem, roster) = pair("E E E E E")
    problem.agents[1].limits.longestRun = 3
    problem.demand = []
    let repair = problem.repair(roster, from: problem.firstDay)
    #expect(repair.changes.count == 1)
    #expect(repair.changes.allSatisfy { $0.reason == .rule(.longestRun) && $0.after == nil })
  }

  @Test("a colleague at work changes streams rather than shifts") func rearrangement() {
    var (problem, roster) = pair("E E E E E")
    problem.demand.append(
      StreamDemand(
        stream: Small.phone, heads: (0..<120).map { (8..<16).contains($0 % 24) ? 1 : 0 },
        cost: CoverCost(short: 300, over: 10)))
    for index in 0...1 { problem.agents[index].streams = [Small.chat, Small.phone] }
    for index in 0..<3 {
      roster.shifts[index].activities[0].kind = .work(Small.phone)
    }
    problem.agents[0].absences = [Small.monday]
    let repair = problem.repair(roster, from: problem.firstDay, changePrice: 1000)
    let moved = repair.changes.filter { $0.day == Small.monday }
    #expect(moved.map(\.isRearrangement) == [false, true])
    #expect(problem.breaches(in: repair.roster) == [])
  }

  @Test("shifts of a person who left go, and so do those of a pattern that is no more")
  func gone() {
    var (problem, roster) = pair("E . . . E")
    problem.demand = []
    problem.agents.remove(at: 0)
    problem.patterns[0].starts = .hours(9)...(.hours(9))
    let repair = problem.repair(roster, from: problem.firstDay)
    #expect(repair.changes.map(\.reason) == [.pattern, .pattern, .gone, .gone, .gone])
  }

  @Test("an absence that cuts a run short is no dead end") func eased() throws {
    var (problem, roster) = pair(". E E . .")
    problem.agents[1].limits = Limits(longestRun: 4, shortestRun: 2, shortestDaysOff: 2)
    problem.agents[1].absences = [Small.monday + 2]
    problem.historyFrom = Small.monday - 7
    let repair = problem.repair(roster, from: Small.monday + 2)
    #expect(repair.stuck == [])
    #expect(repair.eased.map(\.rule) == [.shortestRun])
    #expect(repair.eased.first?.conflict == [.limit(.shortestRun, 2), .absence(Small.monday + 2)])
    #expect(problem.breaches(in: repair.roster).map(\.rule) == [.shortestRun])
  }

  @Test("keeps every rule and changes no past day", arguments: 1...12 as ClosedRange<UInt64>)
  func laws(seed: UInt64) throws {
    var problem = SolverTests.random(seed, days: 14, agents: 3)
    let roster = try problem.solve(SolverOptions(seed: seed, steps: 40)).roster
    let from = problem.firstDay + 4
    problem.agents[Int(seed % 3)].absences.append(problem.firstDay + 4 + Int(seed % 7))
    let options = SolverOptions(seed: seed, steps: 20)
    let repair = problem.repair(roster, from: from, options: options)
    if repair.stuck.isEmpty, repair.eased.isEmpty {
      #expect(problem.breaches(in: repair.roster) == [])
    }
    #expect(repair.changes.allSatisfy { $0.day >= from })
    #expect(problem.cost(of: repair.roster) == repair.cost)
    let again = problem.repair(roster, from: from, options: options)
    #expect(again.roster == repair.roster)
    // What the changes list is all that differs.
    func cells(_ roster: Roster) -> Set<Shift> { Set(roster.shifts) }
    let differing = cells(roster).symmetricDifference(cells(repair.roster))
    #expect(
      differing == Set(repair.changes.flatMap { [$0.before, $0.after].compactMap(\.self) }))
  }

  @Test(
    "changes as few days as any row that keeps the rules", arguments: 1...12 as ClosedRange<UInt64>)
  func fewest(seed: UInt64) throws {
    var problem = SolverTests.random(seed, days: 4, agents: 1)
    problem.fairness = Fairness()
    problem.patterns = [Small.early, Small.late, Small.night]
    problem.patterns[0].starts = .hours(8)...(.hours(8))
    let roster = try problem.solve(SolverOptions(seed: seed, steps: 20)).roster
    problem.agents[0].absences.append(problem.firstDay + 1)
    let repair = problem.repair(roster, from: problem.firstDay, changePrice: 1_000_000)
    let stream = problem.demand.isEmpty ? nil : Small.chat
    let rows = (0..<256).map { number in
      let words = (0..<4).map { ["E", "L", "N", "."][number >> (2 * $0) & 3] }
      return Small.roster(words.joined(separator: " "), agent: "0", on: stream, in: problem)
    }
    func starts(_ roster: Roster) -> Set<Instant> { Set(roster.shifts.map(\.start)) }
    let fewest = rows.filter { problem.breaches(in: $0).isEmpty }.map { row in
      Set(
        starts(row).symmetricDifference(starts(roster)).map { problem.zone.local($0).day }
      ).count
    }.min()
    #expect((repair.stuck + repair.eased.map(\.agent)).isEmpty == (fewest != nil))
    guard let fewest else { return }
    #expect(repair.changes.count { !$0.isRearrangement } == fewest)
  }
}
