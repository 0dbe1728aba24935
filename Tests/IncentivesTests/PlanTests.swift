import Incentives
import People
import Statistics
import Testing
import Vocabulary

@Suite("Plan") struct PlanTests {
  static func subsidy(_ component: String, fen: Int64 = 100) -> Plan.Component {
    .subsidy(Subsidy(component: component, certificate: "x", monthly: Facts.fen(fen)))
  }

  @Test("holds from its first day to its last") func validity() throws {
    let open = try Plan(code: "a", from: Facts.day("2026-03-01"), components: [])
    #expect(try !open.holds(in: Facts.month("2026-02")))
    #expect(try open.holds(in: Facts.month("2026-03")))
    #expect(try open.holds(in: Facts.month("2030-01")))
    let closed = try Plan(
      code: "a", from: Facts.day("2026-03-01"), to: Facts.day("2026-05-31"), components: [])
    #expect(try closed.holds(in: Facts.month("2026-05")))
    #expect(try !closed.holds(in: Facts.month("2026-06")))
  }

  @Test("what is no plan") func refused() throws {
    #expect(throws: Plan.Fault.badCode("Zwölf")) { try Facts.plan(Self.subsidy("Zwölf")) }
    #expect(throws: Plan.Fault.badCode("")) { try Facts.plan(Self.subsidy("")) }
    #expect(throws: Plan.Fault.componentTwice("a")) {
      try Facts.plan(Self.subsidy("a"), Self.subsidy("a"))
    }
    #expect(throws: Plan.Fault.negativeMoney(component: "a")) {
      try Facts.plan(Self.subsidy("a", fen: -1))
    }
    let dollar = try #require(Currency(code: "USD"))
    #expect(throws: Plan.Fault.otherCurrency(component: "a")) {
      try Facts.plan(
        .subsidy(
          Subsidy(component: "a", certificate: "x", monthly: Money(minorUnits: 1, dollar))))
    }
    let (first, second) = try (Facts.day("2026-01-01"), Facts.day("2026-01-02"))
    #expect(throws: Plan.Fault.endsBeforeItBegins(second, first)) {
      try Plan(code: "a", from: second, to: first, components: [])
    }
  }

  @Test("statements sum to their lines, in any order of agents", arguments: 0..<30)
  func sums(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let plan = try Facts.plan(
      .bonus(Bonus(component: "bonus", scale: Facts.scale(), gates: [.contacts(atLeast: 100)])),
      .award(Award(component: "star", places: 2, prize: .each(Facts.fen(30_001), ties: .share))),
      .subsidy(Subsidy(component: "product", certificate: "product", monthly: Facts.fen(10_000))))
    let periods = try (0..<10).map { index in
      var period = try Facts.agent("A\(index)", score: 60_00 + 500 * generator.below(8))
      period.contacts = Int64(generator.below(300))
      if generator.below(2) == 1 {
        period.certificates = [
          HeldCertificate("product", from: try Facts.day("2026-01-01"), until: nil)
        ]
      }
      return period
    }
    let statements = try plan.statements(for: periods, in: Facts.month())
    for statement in statements {
      let kinds = PayKind.allCases.reduce(Facts.fen(0)) { $0 + statement.total(of: $1) }
      #expect(statement.total == kinds)
    }
    let shuffled = generator.shuffled(periods)
    #expect(try plan.statements(for: shuffled, in: Facts.month()) == statements)
  }

  @Test("the facts' digest does not tell who, and tells every change") func digest() throws {
    let period = try Facts.agent("A1")
    #expect(try Facts.agent("A2").digest == period.digest)
    let changes: [(inout AgentPeriod) -> Void] = [
      { $0.rung = .senior }, { $0.base = nil }, { $0.daysEmployed = 30 },
      { $0.lastDay = $0.lastDay - 1 },
      { $0.attendance = Attendance(scheduled: 22, attended: 22) }, { $0.score = nil },
      { $0.isScoreComplete = false }, { $0.contacts = 1 }, { $0.complaints = 1 },
      { $0.criticalFailures = 1 },
      { $0.certificates = [HeldCertificate("a", from: $0.lastDay, until: nil)] },
      { $0.earlierThisYear = ["a": Facts.fen(1)] },
    ]
    var seen: Set = [period.digest]
    for change in changes {
      var other = period
      change(&other)
      #expect(seen.insert(other.digest).inserted)
    }
  }

  @Test("what a plan's author should know") func findings() throws {
    let scale = try Facts.scale()
    let (c, b, a) = (scale.steps[0], scale.steps[1], scale.steps[2])
    let bonus = Bonus(
      component: "bonus", scale: scale,
      baseByRung: [
        .agent: Facts.fen(400_000), .senior: Facts.fen(500_000), .lead: Facts.fen(600_000),
        .supervisor: Facts.fen(700_000),
      ])
    let plan = try Facts.plan(.bonus(bonus))
    #expect(
      plan.findings(highest: .full) == [
        .cliff(component: "bonus", c, rung: .supervisor, gain: Facts.fen(70_000)),
        .cliff(component: "bonus", b, rung: .supervisor, gain: Facts.fen(70_000)),
        .cliff(component: "bonus", a, rung: .supervisor, gain: Facts.fen(70_000)),
      ])
    let low = try Facts.score(85_00)
    #expect(
      plan.findings(highest: low).filter(\.isFault) == [
        .stepOutOfReach(component: "bonus", a, highest: low)
      ])
    let capped = try Facts.plan(
      .bonus(
        Bonus(
          component: "bonus", scale: scale, baseByRung: bonus.baseByRung, cap: Facts.fen(80_000))))
    #expect(
      capped.findings(highest: .full).filter(\.isFault) == [
        .stepLostToCap(component: "bonus", a, cap: Facts.fen(80_000))
      ])
    let flat = try BonusScale(
      [
        .init(floor: c.floor, grade: "C", share: .percent(20)),
        .init(floor: b.floor, grade: "B", share: .percent(20)),
      ], lowestGrade: "D")
    let rest = try Facts.plan(
      .bonus(Bonus(component: "bonus", scale: flat)),
      .award(Award(component: "star", places: 1, prize: .pool(Facts.fen(1), .equal), floor: .full)),
      .subsidy(
        Subsidy(
          component: "s", certificate: "x", monthly: Facts.fen(2), yearlyCap: Facts.fen(1))))
    #expect(
      rest.findings(highest: low) == [
        .stepPaysNoMore(component: "bonus", flat.steps[1]),
        .noBase(component: "bonus", .agent), .noBase(component: "bonus", .senior),
        .noBase(component: "bonus", .lead), .noBase(component: "bonus", .supervisor),
        .awardOutOfReach(component: "star", floor: .full, highest: low),
        .yearlyCapUnderOneMonth(component: "s"),
      ])
  }
}

@Suite("Record of facts") struct RecordTests {
  @Test("reads back what it says", arguments: 0..<50) func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func maybe<T>(_ value: T) -> T? { generator.below(2) == 0 ? nil : value }
    var period = try Facts.agent(score: maybe(generator.below(10_001)))
    period.rung = Rung.allCases[generator.below(4)]
    period.base = maybe(Facts.fen(Int64(generator.below(1_000_000))))
    period.daysEmployed = generator.below(32)
    period.attendance = maybe(Attendance(scheduled: 22, attended: generator.below(23))) ?? nil
    period.complaints = Int64(generator.below(10))
    period.criticalFailures = Int64(generator.below(3))
    period.certificates = try (0..<generator.below(4)).map {
      HeldCertificate("c\($0)", from: try Facts.day("2026-01-01"), until: maybe(period.lastDay))
    }
    period.earlierThisYear = maybe(["product": Facts.fen(9_000), "a": Facts.fen(-1)]) ?? [:]
    #expect(AgentPeriod(period.agent, record: period.record) == period)
  }

  @Test("what is no record", arguments: ["", "rung=agent", "rung", "certificate=a b c"])
  func refused(text: String) throws {
    #expect(AgentPeriod(try #require(AgentNumber("A1")), record: text) == nil)
  }
}
