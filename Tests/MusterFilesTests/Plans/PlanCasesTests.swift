import Incentives
import MusterFiles
import MusterWords
import Testing

@Suite("Plan cases") struct PlanCasesTests {
  static let cases = """
    cases:
      - case: good
        month: 2026-10
        agents:
          - agent: A1
            rung: agent
            contacts: 200
            kpis: { csat_mean: 90/20, frt_mean: 6000/100 }
            expect: { score: 100, grade: A, performance: 800, star: 300, total: 1100 }
    """

  @Test("what holds, and what does not") func misses() throws {
    let plan = try PlanFile(text: smallPlan, file: "plan.yaml")
    let cases = try PlanCases(text: Self.cases, file: "cases.yaml")
    #expect(cases.figures == 5)
    #expect(cases.misses(of: plan) == [])
    let wrong = try PlanCases(
      text: Self.cases.replacing("score: 100", with: "score: none")
        .replacing("star: 300", with: "star: 299.99"), file: "cases.yaml")
    #expect(
      wrong.misses(of: plan).map { "\($0.line ?? 0): \($0.phrase.en)" } == [
        "9: good, A1, score: wanted none, found 100.00",
        "9: good, A1, star: wanted 299.99, found 300.00",
      ])
  }

  @Test(
    "refuses, with line",
    arguments: [
      ("90/20", "4.5", "cases.yaml:8:28: found \"4.5\", wanted a total over a count"),
      ("90/20", "90/-20", "wanted a total over a count"),
      ("csat_mean", "csat", "found \"csat\", wanted one of"),
      ("2026-10", "2026-13", "found \"2026-13\", wanted a month"),
      ("contacts: 200", "contacts: many", "found \"many\", wanted a whole number"),
      ("contacts: 200", "attendance: 21", "found \"21\", wanted attended over scheduled"),
      ("star: 300", "star: -300", "found \"-300\", wanted an amount of at least 0"),
      ("rung: agent", "rank: agent", "a key `cases[1].agents[1].rung` here"),
    ])
  func refuses(found: String, by change: String, text: String) {
    do {
      _ = try PlanCases(text: Self.cases.replacing(found, with: change), file: "cases.yaml")
      Issue.record("a refusal was expected")
    } catch {
      let faults = error.faults.map { $0.text(in: .en) }
      #expect(faults.contains { $0.contains(text) }, "\(faults)")
    }
  }
}
