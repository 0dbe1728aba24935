import Incentives
import MusterFiles
import MusterWords
import People
import Performance
import Testing
import Vocabulary

@Suite("Explanations") struct PlanExplanationTests {
  static func agent(_ text: String) throws -> AgentNumber { try #require(AgentNumber(text)) }
  static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test("a score, from what was counted") func score() throws {
    let plan = try PlanFile(text: smallPlan, file: "plan.yaml")
    let subjects = try [
      Scoring.Subject(
        agent: Self.agent("A1"), team: "T01",
        readings: [.meanRating: Reading(87, over: 20), .replyTime: Reading(10_000, over: 61)]),
      Scoring.Subject(
        agent: Self.agent("A2"), team: "T01",
        readings: [.meanRating: Reading(45, over: 9), .replyTime: Reading(6_100, over: 61)]),
      Scoring.Subject(agent: Self.agent("A3"), team: "T01", readings: [:]),
    ]
    let scores = plan.scoring.scores(of: subjects)
    let text = scores.flatMap { $0.explanation.lines(in: .en) }.joined(separator: "\n")
    #expect(
      text == """
        composite score 75.00
          mean rating 4.35 (87 / 20): 85.00 points, weight 60%, adds 51.00
          mean first reply 163.9 s (10000 / 61): 60.00 points, weight 40%, adds 24.00
        composite score 60.00
          mean rating too little data (9, at least 10 wanted): left out, its weight of 60% goes to the other parts
          mean first reply 100.0 s (6100 / 61): 60.00 points, weight 40%, adds 60.00
          the weights that count sum to 40% and are scaled up to 100%
        no composite score
          mean rating no data: left out, its weight of 60% goes to the other parts
          mean first reply no data: left out, its weight of 40% goes to the other parts
        """)
    #expect(
      scores[1].explanation.lines(in: .zh) == [
        "综合得分 60.00",
        "  满意度均分 数据不足（9 次，至少 10 次）：不计，权重 60% 分给其余各项",
        "  平均首次响应 100.0 秒（6100 / 61）：60.00 分，权重 40%，计入 60.00",
        "  计入的权重合计 40%，按比例放大到 100%",
      ])
  }

  @Test("a statement, from facts to amounts") func statement() throws {
    let plan = try PlanFile(text: smallPlan, file: "plan.yaml")
    var periods = try [("A1", 95_00), ("A2", 70_00), ("A3", 70_00)].map { number, score in
      AgentPeriod(
        agent: try Self.agent(number), rung: .agent, daysEmployed: 31,
        lastDay: try Self.day("2026-10-31"), score: Score(hundredths: score),
        isScoreComplete: true, contacts: 150)
    }
    periods[0].base = Money(minorUnits: 800_000)
    periods[0].certificates = [
      HeldCertificate(
        "product", from: try Self.day("2026-01-01"), until: try Self.day("2026-12-31"))
    ]
    periods[0].earlierThisYear = ["product": Money(minorUnits: 95_000)]
    periods[1].daysEmployed = 10
    periods[1].attendance = Attendance(scheduled: 8, attended: 7)
    periods[2].contacts = 99
    periods[2].certificates = [
      HeldCertificate(
        "product", from: try Self.day("2026-01-01"), until: try Self.day("2026-06-30"))
    ]
    let month = try #require(Month("2026-10"))
    let statements = plan.plan.statements(for: periods, in: month)
    let text = statements.flatMap { $0.explanation(title: plan.title(of:)).lines(in: .en) }
      .joined(separator: "\n")
    #expect(
      text == """
        amount due for 2026-10: 1850.00
          Performance bonus 1500.00
            score 95.00: grade A, coefficient 20%
            base 8000.00 (staff list)
            employed 31 of 31 days
            gate: 150 contacts, at least 100: met
            8000.00 x 20% x 31/31 = 1600.00
            the cap is 1500.00
          star 300.00
            score 95.00, place 1 of 3 candidates; 2 places, 300.00 each, those who tie share what is left
          product 50.00
            certificate product on 2026-10-31: in date until 2026-12-31
            100.50 a month
            yearly cap 1000.00, paid for earlier months 950.00, left 50.00
        amount due for 2026-10: 262.90
          Performance bonus 112.90
            score 70.00: grade B, coefficient 10%
            base 4000.00 (rung: agent)
            employed 10 of 31 days
            attended 7 of 8
            gate: 150 contacts, at least 100: met
            4000.00 x 10% x 10/31 x 7/8 = 112.90
          star 150.00
            score 70.00, place 2 of 3 candidates, held by 2; 2 places, 300.00 each, those who tie share what is left
        amount due for 2026-10: 150.00
          Performance bonus 0.00
            score 70.00: grade B, coefficient 10%
            base 4000.00 (rung: agent)
            employed 31 of 31 days
            gate: 99 contacts, at least 100: not met
            a gate is not met: nothing is paid
          star 150.00
            score 70.00, place 2 of 3 candidates, held by 2; 2 places, 300.00 each, those who tie share what is left
          product 0.00
            certificate product on 2026-10-31: expired on 2026-06-30
            100.50 a month
            yearly cap 1000.00, paid for earlier months 0.00, left 1000.00
        """)
    #expect(
      statements[2].explanation(title: plan.title(of:)).lines(in: .zh).prefix(7) == [
        "2026-10 应发合计 150.00", "  绩效奖金 0.00", "    综合得分 70.00：等级 B，系数 10%",
        "    绩效基数 4000.00（职级：客服）", "    在职 31 / 31 天",
        "    门槛：会话 99 次，至少 100 次：未通过", "    门槛未通过，不发",
      ])
  }

  @Test("a review of the ladder, with what is missing") func ladder() throws {
    let ladder = try LadderFile(text: PlanLadderTests.text, file: "ladder.yaml").ladder
    let candidate = Candidate(
      agent: try Self.agent("A1"), rung: .agent, monthsOfService: 3, scores: [.full, .zero],
      certificates: [])
    let review = ladder.review(candidate, on: try Self.day("2026-11-01"))
    #expect(
      review.findings.map(\.phrase.en) == [
        "6 months of service: 3, 3 more needed",
        "a mean of 80.50 over 3 months: 50.00 over 2, 1 more with a score needed",
        "certificate product: never held",
      ])
    #expect(review.findings.map(\.phrase.zh)[0] == "入职满 6 个月：已 3 个月，还差 3 个月")
  }
}
