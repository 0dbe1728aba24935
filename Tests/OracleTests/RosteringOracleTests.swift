import MusterFiles
import MusterWords
import MusterTesting
import Rostering
import Testing
import Vocabulary

@Suite("Rostering against published instances", .enabled(if: Oracles.has("rostering")))
struct RosteringOracleTests {
  /// Best known cost by instance.
  static let bestKnown: [String: Int] = {
    guard
      let reader = try? TableReader(
        .text(Oracles.text("rostering/best-known.csv"), name: "best-known.csv"),
        columns: ["instance", "best_known"].map { TableColumn($0) }),
      let name = reader.heading.place(of: "instance"),
      let cost = reader.heading.place(of: "best_known"), let rows = try? reader.rest()
    else { return [:] }
    return Dictionary(
      rows.compactMap { row in row.wholeNumber(cost).map { (row.text(name), $0) } },
      uniquingKeysWith: min)
  }()

  static let names = Oracles.files(in: "rostering/published-rosters")
    .filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }

  /// Those small enough for a build without optimisation.
  static let small = names.filter { name in
    (try? problem(name)).map { $0.agents.count * $0.dayCount <= 300 } ?? false
  }

  static func problem(_ name: String) throws -> RosterProblem {
    try CurtoisQuInstance(text: Oracles.text("rostering/\(name).txt"), file: name).problem
  }

  @Test(
    "A published roster breaks no rule and costs no less than the best known", arguments: names)
  func feasible(name: String) throws {
    let problem = try RosteringOracleTests.problem(name)
    let roster = try CurtoisQuRoster.roster(
      text: Oracles.text("rostering/published-rosters/\(name).csv"), file: name, of: problem)
    #expect(problem.breaches(in: roster) == [])
    let best = try #require(RosteringOracleTests.bestKnown[name])
    let cost = problem.cost(of: roster).total
    #expect(cost >= best)
  }

  @Test(
    "A roster of ours breaks no rule, costs what it says, and nobody went below its bound",
    arguments: small)
  func ours(name: String) throws {
    let problem = try RosteringOracleTests.problem(name)
    let solution = try problem.solve(SolverOptions(steps: 1000))
    #expect(problem.breaches(in: solution.roster) == [])
    let best = try #require(RosteringOracleTests.bestKnown[name])
    #expect(solution.cost.total == problem.cost(of: solution.roster).total)
    #expect(solution.bound <= min(best, solution.cost.total))
  }
}

@Suite(
  "Multi-activity rostering against published rosters", .enabled(if: Oracles.has("multi-activity")))
struct MultiActivityOracleTests {
  static let published = Oracles.files(in: "multi-activity/published-rosters")
    .filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }

  static let names = Oracles.files(in: "multi-activity")
    .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }

  static func problem(_ name: String) throws -> RosterProblem {
    try MultiActivityInstance(text: Oracles.text("multi-activity/\(name).txt"), file: name).problem
  }

  @Test("A published roster breaks no rule and leaves nothing uncovered", arguments: published)
  func feasible(name: String) throws {
    let problem = try MultiActivityOracleTests.problem(name)
    let text = Oracles.text("multi-activity/published-rosters/\(name).csv")
    let roster = try MultiActivityRoster.roster(text: text, file: name, of: problem)
    #expect(problem.breaches(in: roster) == [])
    let cost = problem.cost(of: roster)
    #expect(cost.short == 0)
    #expect(cost.over > 0)
  }

  @Test("Every instance is read", arguments: names)
  func reads(name: String) throws {
    let problem = try MultiActivityOracleTests.problem(name)
    #expect(problem.agents.count > 0)
    #expect(problem.demand.allSatisfy { $0.heads.count == problem.dayCount * 96 })
  }
}
