import MusterFiles
import MusterTesting
import Rostering
import Testing
import Vocabulary

/// A problem of its own for each rule, with a roster that keeps the rule and one that breaks it.
@Suite("Worked rosters of the rules")
struct WorkedRulesTests {
  @Test(
    "one keeps every rule, the other breaks its own and no other", arguments: Rule.Code.allCases)
  func keptAndBroken(rule: Rule.Code) throws {
    let folder = Checkout.root + "/rosters/worked/rules/" + rule.rawValue
    let problem = try RosterProblemFiles(folder: folder).problem
    func breaches(_ name: String) throws -> [Breach] {
      let text = try #require(Checkout.read(folder + "/" + name))
      let roster = try RosterTable.roster(
        TableReader(.text(text, name: name), columns: RosterTable.columns), zone: problem.zone)
      #expect(problem.strangers(in: roster) == [])
      return problem.breaches(in: roster)
    }
    #expect(try breaches("roster.csv") == [])
    let broken = try breaches("broken.csv")
    #expect(Set(broken.map(\.rule)) == [rule])
    if !problem.law.isEmpty {
      let isLaw = rule != .overtimeMonth
      #expect((broken.first?.article != nil) == isLaw, "\(broken)")
    }
  }

  @Test("The worked fortnight keeps every rule, its pairs and its terms")
  func fortnight() throws {
    let folder = Checkout.root + "/rosters/worked/two-weeks"
    let problem = try RosterProblemFiles(folder: folder).problem
    let text = try #require(Checkout.read(folder + "/roster.csv"))
    let roster = try RosterTable.roster(
      TableReader(.text(text, name: "roster.csv"), columns: RosterTable.columns), zone: problem.zone
    )
    #expect(problem.breaches(in: roster) == [])
    #expect(problem.strangers(in: roster) == [])
    // Worked days of the learner are days of the mentor; the temporary agent goes after a week.
    func days(_ agent: String) -> Set<Day> {
      Set(roster.shifts.filter { $0.agent.text == agent }.map { problem.zone.local($0.start).day })
    }
    #expect(!days("0208").isEmpty && days("0208").isSubset(of: days("0201")))
    #expect(days("0207").allSatisfy { $0 < problem.firstDay + 7 })
    // Late shifts bring a point along each, at a weekend three; who came later starts at the mean
    // of the others, for the days missed.
    #expect(problem.pastPoints == [0, 0, 5, 0, 7, 0, 2, 1])
    let duty = problem.heads(on: problem.duties[0], in: roster)
    let missing = zip(problem.duties[0].heads, duty).reduce(0) { $0 + max(0, $1.0 - $1.1) }
    #expect(problem.cost(of: roster).duty == missing * 50)
  }

  @Test("is solved without a breach", arguments: Rule.Code.allCases)
  func solved(rule: Rule.Code) throws {
    let folder = Checkout.root + "/rosters/worked/rules/" + rule.rawValue
    let problem = try RosterProblemFiles(folder: folder).problem
    let solution = try problem.solve(SolverOptions(steps: 20))
    #expect(problem.breaches(in: solution.roster) == [])
  }
}
