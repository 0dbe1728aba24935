import Incentives
import Statistics
import Testing
import Vocabulary

@Suite("Award") struct AwardTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let places: Int
    let prize: Award.Prize
    /// In hundredths, by agent number.
    let scores: [Int?]
    /// In fen, by agent number.
    let amounts: [Int64]

    var testDescription: String { name }
  }

  static func each(_ fen: Int64, _ ties: Award.Ties) -> Award.Prize {
    .each(Facts.fen(fen), ties: ties)
  }

  @Test(
    "who wins what",
    arguments: [
      Case(
        name: "the two best", places: 2, prize: each(50_000, .all),
        scores: [80_00, 95_00, 90_00, nil], amounts: [0, 50_000, 50_000, 0]),
      Case(
        name: "fewer candidates than places", places: 3, prize: each(50_000, .share),
        scores: [80_00, nil, nil, nil], amounts: [50_000, 0, 0, 0]),
      Case(
        name: "below the floor nobody wins", places: 2, prize: each(50_000, .all),
        scores: [69_99, 50_00, nil, nil], amounts: [0, 0, 0, 0]),
      Case(
        name: "all who tie win", places: 2, prize: each(50_000, .all),
        scores: [90_00, 95_00, 90_00, 90_00], amounts: [50_000, 50_000, 50_000, 50_000]),
      Case(
        name: "those who tie share what is left", places: 2, prize: each(50_000, .share),
        scores: [90_00, 95_00, 90_00, 90_00], amounts: [16_667, 50_000, 16_667, 16_666]),
      Case(
        name: "two prizes for three", places: 2, prize: each(50_000, .share),
        scores: [90_00, 80_00, 90_00, 90_00], amounts: [33_334, 0, 33_333, 33_333]),
      Case(
        name: "a pool in equal shares", places: 3, prize: .pool(Facts.fen(100), .equal),
        scores: [90_00, 95_00, 85_00, 80_00], amounts: [34, 33, 33, 0]),
      Case(
        name: "a pool by score", places: 2, prize: .pool(Facts.fen(1_000), .score),
        scores: [90_00, 80_00, 75_00, nil], amounts: [529, 471, 0, 0]),
      Case(
        name: "a pool and a tie: more winners, the same pool", places: 2,
        prize: .pool(Facts.fen(1_000), .equal), scores: [90_00, 80_00, 80_00, nil],
        amounts: [334, 333, 333, 0]),
    ])
  func table(row: Case) throws {
    let award = Award(
      component: "star", places: row.places, prize: row.prize, floor: try Facts.score(70_00))
    let periods = try row.scores.enumerated().map { try Facts.agent("A\($0 + 1)", score: $1) }
    let statements = try Facts.plan(.award(award)).statements(
      for: periods.reversed(), in: Facts.month())
    #expect(statements.map(\.total.minorUnits) == row.amounts)
  }

  @Test("a score with a missing part, or a gate not met, cannot win") func candidates() throws {
    var periods = try [Facts.agent("A1", score: 99_00), Facts.agent("A2", score: 98_00)]
    periods[0].isScoreComplete = false
    periods[1].contacts = 9
    periods.append(try Facts.agent("A3", score: 80_00))
    let award = Award(
      component: "star", places: 1, prize: Self.each(100, .all), gates: [.contacts(atLeast: 10)])
    let statements = try Facts.plan(.award(award)).statements(for: periods, in: Facts.month())
    #expect(statements.map(\.total.minorUnits) == [0, 0, 100])
    guard case .award(let working) = statements[2].lines.first?.working else {
      Issue.record("the winner has a line")
      return
    }
    #expect((working.place, working.tied, working.candidates, working.winners) == (1, 1, 1, 1))
  }

  @Test("what is shared adds up, whatever the ties", arguments: 0..<100)
  func sums(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = 1 + generator.below(12)
    let places = 1 + generator.below(5)
    let periods = try (0..<count).map {
      try Facts.agent("A\($0)", score: 70_00 + 500 * generator.below(4))
    }
    let sum = Facts.fen(Int64(1 + generator.below(100_000)))
    func total(_ prize: Award.Prize) throws -> Int64 {
      let award = Award(component: "star", places: places, prize: prize)
      return try Facts.plan(.award(award)).statements(for: periods, in: Facts.month())
        .reduce(0) { $0 + $1.total.minorUnits }
    }
    #expect(try total(.pool(sum, .equal)) == sum.minorUnits)
    #expect(try total(.pool(sum, .score)) == sum.minorUnits)
    #expect(try total(.each(sum, ties: .share)) == sum.minorUnits * Int64(min(places, count)))
  }
}
