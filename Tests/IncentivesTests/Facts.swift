import Incentives
import People
import Testing
import Vocabulary

/// Short ways to write what plans ask about.
enum Facts {
  static func month(_ text: String = "2026-10") throws -> Month { try #require(Month(text)) }

  static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  static func score(_ hundredths: Int) throws -> Score {
    try #require(Score(hundredths: hundredths))
  }

  static func fen(_ fen: Int64) -> Money { Money(minorUnits: fen) }

  /// October 2026, worked wholly, 4500 yuan base, 500 contacts, no complaint.
  static func agent(_ number: String = "A1", score: Int? = 90_00) throws -> AgentPeriod {
    AgentPeriod(
      agent: try #require(AgentNumber(number)), rung: .agent, base: fen(450_000),
      daysEmployed: 31, lastDay: try day("2026-10-31"), score: try score.map(Facts.score),
      isScoreComplete: score != nil, contacts: 500)
  }

  /// Nothing below 60, then 10 %, 20 % from 80 and 30 % from 90.
  static func scale() throws -> BonusScale {
    try BonusScale(
      [
        .init(floor: score(60_00), grade: "C", share: .percent(10)),
        .init(floor: score(80_00), grade: "B", share: .percent(20)),
        .init(floor: score(90_00), grade: "A", share: .percent(30)),
      ], lowestGrade: "D")
  }

  static func plan(_ components: Plan.Component..., rounding: Rounding = .halfUp) throws -> Plan {
    try Plan(
      code: "test", from: day("2026-01-01"), rules: PayRules(rounding: rounding),
      components: components)
  }
}
