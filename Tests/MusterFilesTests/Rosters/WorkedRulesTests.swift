import MusterFiles
import MusterTesting
import Rostering
import Testing

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
        CSVReader(text: text, file: name, columns: RosterTable.columns), zone: problem.zone)
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

  @Test("is solved without a breach", arguments: Rule.Code.allCases)
  func solved(rule: Rule.Code) throws {
    let folder = Checkout.root + "/rosters/worked/rules/" + rule.rawValue
    let problem = try RosterProblemFiles(folder: folder).problem
    let solution = try problem.solve(SolverOptions(steps: 20))
    #expect(problem.breaches(in: solution.roster) == [])
  }
}
