import Incentives
import People
import Statistics
import Testing
import Vocabulary

@Suite("Bonus") struct BonusTests {
  @Test(
    "the rule's table",
    arguments: [
      (score: 59_99, base: 200_000, bonus: 0, grade: "D"),
      (score: 60_00, base: 200_000, bonus: 20_000, grade: "C"),
      (score: 79_99, base: 200_000, bonus: 20_000, grade: "C"),
      (score: 80_00, base: 200_000, bonus: 40_000, grade: "B"),
      (score: 89_99, base: 200_000, bonus: 40_000, grade: "B"),
      (score: 90_00, base: 200_000, bonus: 60_000, grade: "A"),
      (score: 100_00, base: 200_000, bonus: 60_000, grade: "A"),
      (score: 60_00, base: 4, bonus: 0, grade: "C"),  // 0.4 fen
      (score: 60_00, base: 5, bonus: 1, grade: "C"),  // 0.5 fen, up
    ] as [(score: Int, base: Int64, bonus: Int64, grade: String)])
  func table(score: Int, base: Int64, bonus: Int64, grade: String) throws {
    var period = try Facts.agent(score: score)
    period.base = Facts.fen(base)
    let statement = try Self.statement(period, Bonus(component: "bonus", scale: Facts.scale()))
    #expect(statement.total == Facts.fen(bonus))
    #expect(statement.bonus?.grade == grade)
  }

  @Test(
    "for the time worked, rounded once",
    arguments: [
      (Bonus.Proration.none, 16, 11, 22, 135_000),
      (.employed, 31, 11, 22, 135_000),
      (.employed, 16, 22, 22, 69_677),  // 135000 x 16/31 = 69677.4...
      (.attended, 16, 11, 22, 67_500),
      (.attended, 31, 23, 22, 135_000),  // overtime is paid elsewhere
      (.both, 16, 11, 22, 34_839),  // 34838.7...
      (.both, 0, 11, 22, 0),
    ] as [(Bonus.Proration, Int, Int, Int, Int64)])
  func proration(
    rule: Bonus.Proration, employed: Int, attended: Int, scheduled: Int, bonus: Int64
  ) throws {
    var period = try Facts.agent()
    period.daysEmployed = employed
    period.attendance = Attendance(scheduled: scheduled, attended: attended)
    let statement = try Self.statement(
      period, Bonus(component: "bonus", scale: Facts.scale(), proration: rule))
    #expect(statement.total == Facts.fen(bonus))
  }

  @Test("attendance that nobody kept takes nothing") func unknownAttendance() throws {
    let statement = try Self.statement(
      Facts.agent(), Bonus(component: "bonus", scale: Facts.scale(), proration: .both))
    #expect(statement.total == Facts.fen(135_000))
    #expect(statement.bonus?.attended == nil)
    #expect(statement.bonus?.employed == Attendance(scheduled: 31, attended: 31))
  }

  @Test(
    "rounding as the plan names it",
    arguments: [(Rounding.halfUp, 3), (.halfEven, 2)] as [(Rounding, Int64)])
  func rounding(rule: Rounding, bonus: Int64) throws {
    var period = try Facts.agent(score: 60_00)
    period.base = Facts.fen(25)
    let statement = try Self.statement(
      period, Bonus(component: "bonus", scale: Facts.scale()), rounding: rule)
    #expect(statement.total == Facts.fen(bonus))
  }

  @Test("a cap cuts, and says from what") func cap() throws {
    let statement = try Self.statement(
      Facts.agent(), Bonus(component: "bonus", scale: Facts.scale(), cap: Facts.fen(100_000)))
    #expect(statement.total == Facts.fen(100_000))
    #expect(statement.bonus?.outcome == .capped(from: Facts.fen(135_000)))
    let exact = try Self.statement(
      Facts.agent(), Bonus(component: "bonus", scale: Facts.scale(), cap: Facts.fen(135_000)))
    #expect(exact.bonus?.outcome == .paid)
  }

  @Test("the agent's own base, else that of the rung, else nothing") func base() throws {
    let bonus = try Bonus(
      component: "bonus", scale: Facts.scale(), baseByRung: [.agent: Facts.fen(300_000)])
    var period = try Facts.agent()
    #expect(try Self.statement(period, bonus).bonus?.base == .own(Facts.fen(450_000)))
    period.base = nil
    let byRung = try Self.statement(period, bonus)
    #expect(byRung.bonus?.base == .ofRung(.agent, Facts.fen(300_000)))
    #expect(byRung.total == Facts.fen(90_000))
    period.rung = .lead
    let none = try Self.statement(period, bonus)
    #expect(none.bonus?.outcome == .noBase)
    #expect(none.total == Facts.fen(0))
  }

  @Test("without a score there is no bonus and no grade") func noScore() throws {
    let statement = try Self.statement(
      Facts.agent(score: nil), Bonus(component: "bonus", scale: Facts.scale()))
    #expect(statement.total == Facts.fen(0))
    #expect(statement.bonus?.outcome == .noScore)
    #expect(statement.bonus?.grade == nil)
  }

  @Test("a bonus never falls as the score rises, nor passes the cap", arguments: 0..<40)
  func monotone(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var period = try Facts.agent()
    period.base = Facts.fen(Int64(generator.below(900_000)))
    period.daysEmployed = generator.below(32)
    let cap = Facts.fen(Int64(generator.below(300_000)))
    let bonus = try Bonus(
      component: "bonus", scale: Facts.scale(), proration: .employed, cap: cap)
    var last = Facts.fen(0)
    for score in stride(from: 0, through: 100_00, by: 50) {
      period.score = try Facts.score(score)
      let amount = try Self.statement(period, bonus).total
      #expect(amount >= last && amount <= cap)
      last = amount
    }
  }

  @Test("what is no scale") func refused() throws {
    let (low, high) = try (Facts.score(60_00), Facts.score(80_00))
    let step = BonusScale.Step(floor: low, grade: "C", share: .percent(10))
    #expect(throws: BonusScale.Fault.floorsNotRising(high, then: low)) {
      try BonusScale(
        [.init(floor: high, grade: "B", share: .percent(20)), step], lowestGrade: "D")
    }
    #expect(throws: BonusScale.Fault.floorsNotRising(low, then: low)) {
      try BonusScale([step, step], lowestGrade: "D")
    }
    #expect(throws: BonusScale.Fault.negativeShare(.percent(-1))) {
      try BonusScale([.init(floor: low, grade: "C", share: .percent(-1))], lowestGrade: "D")
    }
    #expect(throws: BonusScale.Fault.gradeTwice("C")) { try BonusScale([step], lowestGrade: "C") }
  }

  static func statement(
    _ period: AgentPeriod, _ bonus: Bonus, rounding: Rounding = .halfUp
  ) throws -> Statement {
    let plan = try Facts.plan(.bonus(bonus), rounding: rounding)
    return try #require(plan.statements(for: [period], in: Facts.month()).first)
  }
}
