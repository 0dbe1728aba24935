import Incentives
import MusterFiles
import MusterTesting
import MusterWords
import People
import Performance
import Testing
import Vocabulary

/// A small plan; tests change one line of it.
let smallPlan = """
  plan: small
  title: { zh: 小方案, en: Small plan }
  from: 2026-01-01
  score:
    missing: reweight
    parts:
      - kpi: csat_mean
        weight: 60%
        minimum: 10
        line: { 3.5: 0, 4.5: 100 }
      - kpi: frt_mean
        weight: 40%
        bands: { 1m: 100, 180s: 60, 300: 20 }
  components:
    - bonus: performance
      title: { zh: 绩效奖金, en: Performance bonus }
      base: { agent: 4000, senior: 5000, lead: 6000, supervisor: 7000 }
      steps:
        - { floor: 60, grade: B, share: 10% }
        - { floor: 80, grade: A, share: 20% }
      cap: 1500.00
      prorate: both
      gates:
        - contacts: 100
    - award: star
      places: 2
      each: 300
      ties: share
    - subsidy: product
      certificate: product
      monthly: 100.50
      yearly_cap: 1000
  """

@Suite("Plan file") struct PlanFileTests {
  static func faults(_ text: String) -> [String] {
    do {
      _ = try PlanFile(text: text, file: "plan.yaml")
      return []
    } catch {
      return error.faults.map { $0.text(in: .en) }
    }
  }

  @Test("reads what it says") func reads() throws {
    let file = try PlanFile(text: smallPlan, file: "plan.yaml")
    #expect(file.title.zh == "小方案")
    #expect(file.title(of: "performance").en == "Performance bonus")
    #expect(file.title(of: "star").zh == "star")
    #expect(file.hash == ContentHash(ofText: smallPlan))
    #expect(file.scoring.parts.map(\.kpi) == [.meanRating, .replyTime])
    #expect(file.scoring.parts.map(\.minimum) == [10, 1])
    #expect(file.scoring.parts[1].scale.knots.map(\.value) == [Ratio(300), Ratio(180), Ratio(60)])
    #expect(file.plan.code == "small")
    #expect(file.plan.rules == PayRules())
    #expect(file.plan.components.map(\.code) == ["performance", "star", "product"])
    guard case .bonus(let bonus) = file.plan.components[0],
      case .award(let award) = file.plan.components[1],
      case .subsidy(let subsidy) = file.plan.components[2]
    else {
      Issue.record("components of three kinds")
      return
    }
    #expect(bonus.baseByRung[.lead] == Money(minorUnits: 600_000))
    #expect(bonus.cap == Money(minorUnits: 150_000))
    #expect(bonus.proration == .both)
    #expect(bonus.gates == [.contacts(atLeast: 100)])
    #expect(bonus.scale.lowestGrade == "-")
    #expect(award.prize == .each(Money(minorUnits: 30_000), ties: .share))
    #expect(subsidy.monthly == Money(minorUnits: 10_050))
  }

  @Test(
    "refuses, with line and column",
    arguments: [
      ("monthly: 100.50", "monthly: -100", "plan.yaml:31:14: found \"-100\", wanted an amount"),
      ("cap: 1500.00", "cap: -1", "plan.yaml:21:10: found \"-1\", wanted an amount of at least 0"),
      ("cap: 1500.00", "cap: 15.001", "found \"15.001\", wanted an amount of at least 0"),
      ("agent: 4000", "agent: -4000", "plan.yaml:17:20: found \"-4000\""),
      ("kpi: csat_mean", "kpi: csat_maen", "plan.yaml:7:12: found \"csat_maen\""),
      ("kpi: csat_mean", "kpi: csat_maen", "maybe \"csat_mean\""),
      ("kpi: frt_mean", "kpi: csat_mean", "wanted"),
      ("weight: 40%", "weight: 30%", "found \"90%\", wanted weights that sum to 100%"),
      ("weight: 40%", "weight: 0%", "plan.yaml:12:15: found \"0%\", wanted a weight above 0%"),
      ("{ 3.5: 0, 4.5: 100 }", "{ 3.5: 0 }", "at least two entries"),
      ("{ 3.5: 0, 4.5: 100 }", "{ 3.5: 100, 4.5: 0 }", "found \"4.5\", wanted more points"),
      ("{ 3.5: 0, 4.5: 100 }", "{ 85%: 0, 4.5: 100 }", "found \"85%\", wanted a rating"),
      ("{ 1m: 100,", "{ 300: 0, 1m: 100,", "wanted"),
      ("line: {", "lien: {", "maybe \"line\""),
      ("floor: 80", "floor: 60", "plan.yaml:20:18: found \"60\", wanted a floor above 60.00"),
      ("floor: 80", "floor: 80.001", "found \"80.001\", wanted a number from 0 to 100"),
      ("floor: 80", "floor: 101", "found \"101\", wanted a number from 0 to 100"),
      ("share: 20%", "share: -20%", "found \"-20%\", wanted a percentage"),
      ("share: 20%", "share: 0.2", "found \"0.2\", wanted a percentage"),
      ("grade: A", "grade: B", "found \"B\", wanted each grade once"),
      ("missing: reweight", "missing: zero", "wanted one of reweight, neutral, fail"),
      ("prorate: both", "prorate: all", "wanted one of none, employed, attended, both"),
      (
        "- contacts: 100", "- calls: 100",
        "plan.yaml:24:9: found \"calls\", wanted one of the keys contacts"
      ),
      ("each: 300", "prize: 300", "either `each` or `pool`"),
      ("ties: share", "shares: equal", "`shares` only beside `pool`"),
      ("places: 2", "places: 0", "found \"0\", wanted a whole number from 1"),
      ("subsidy: product", "subsidy: star", "found \"star\", wanted each code once"),
      ("subsidy: product", "subsidy: 产品", "found \"产品\", wanted a code"),
      ("- award: star", "- prize: star", "one of the keys bonus, award, subsidy"),
      (
        "plan: small", "plan: small\nfoo: 1",
        "plan.yaml:2:1: found \"foo\", wanted one of the keys"
      ),
      ("from: 2026-01-01", "from: 2026-02-30", "found \"2026-02-30\", wanted a day"),
      ("from: 2026-01-01", "to: 2026-01-01", "wanted a key `from` here"),
      ("from: 2026-01-01", "from: 2026-01-02\nto: 2026-01-01", "a day not before `from`"),
      ("from: 2026-01-01", "from: 2026-01-01\nrounding: up", "wanted one of half_up, half_even"),
      ("from: 2026-01-01", "from: 2026-01-01\ncurrency: yuan", "found \"yuan\", wanted a currency"),
      ("rung", "rung", nil),
    ] as [(String, String, String?)])
  func refuses(found: String, by change: String, text: String?) throws {
    var plan = smallPlan
    if let range = plan.firstRange(of: found) { plan.replaceSubrange(range, with: change) }
    let faults = Self.faults(plan)
    if let text {
      #expect(faults.contains { $0.contains(text) }, "\(faults)")
    } else {
      #expect(faults.isEmpty)
    }
  }

  @Test("names all faults at once, in the order of the file") func manyFaults() {
    var plan = smallPlan
    for (found, change) in [("60%", "50"), ("cap: 1500.00", "cap: -1"), ("each: 300", "each: x")] {
      if let range = plan.firstRange(of: found) { plan.replaceSubrange(range, with: change) }
    }
    #expect(
      Self.faults(plan).map { $0.prefix { $0 != "f" } } == [
        "plan.yaml:8:15: ", "plan.yaml:21:10: ", "plan.yaml:27:11: ",
      ])
  }
}

@Suite("Shipped plans") struct ShippedPlanTests {
  static func shipped(_ name: String) throws -> String {
    try #require(Checkout.read(Checkout.root + "/plans/" + name))
  }

  @Test("the monthly plan comes to what its cases say") func cases() throws {
    let plan = try PlanFile(text: Self.shipped("monthly.yaml"), file: "monthly.yaml")
    let cases = try PlanCases(text: Self.shipped("monthly.cases.yaml"), file: "monthly.cases.yaml")
    #expect(cases.count == 9)
    #expect(cases.misses(of: plan).map(\.phrase.en) == [])
    #expect(plan.findings.filter(\.isFault) == [])
    #expect(plan.findings.map(\.phrase.en).count == 3)
  }

  @Test("the ladder reads") func ladder() throws {
    let ladder = try LadderFile(text: Self.shipped("ladder.yaml"), file: "ladder.yaml").ladder
    #expect(ladder.steps.map(\.to) == [.senior, .lead, .supervisor])
    #expect(ladder.steps.allSatisfy { $0.rules.count == 3 })
  }
}
