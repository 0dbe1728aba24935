import Performance
import Statistics
import Testing
import Vocabulary

@Suite("Composite score") struct ScoringTests {
  /// Rating 50 % (at least 10), conversion 30 % (at least 10), replies in a minute 20 %: each
  /// value in percent of its best is worth as many points.
  static func scoring(_ missing: Scoring.MissingRule) throws -> Scoring {
    func line(_ best: Int64) throws -> PointScale {
      try PointScale(
        .line, [.init(Ratio(0), .zero), .init(Ratio(best), .full)], better: .higher)
    }
    return try Scoring(
      [
        .init(.meanRating, weight: .percent(50), minimum: 10, scale: line(5)),
        .init(.conversion, weight: .percent(30), minimum: 10, scale: line(1)),
        .init(.replyInOneMinute, weight: .percent(20), scale: line(1)),
      ], missing: missing)
  }

  static func subject(
    _ number: String, team: String = "T01", rating: Reading, conversion: Reading, reply: Reading
  ) throws -> Scoring.Subject {
    Scoring.Subject(
      agent: try #require(AgentNumber(number)), team: team,
      readings: [.meanRating: rating, .conversion: conversion, .replyInOneMinute: reply])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let missing: Scoring.MissingRule
    let rating: Reading
    let conversion: Reading
    /// In hundredths; nil where there is no score.
    let score: Int?
    /// In hundredths, in the order of the plan.
    let contributions: [Int?]

    var testDescription: String { name }
  }

  @Test(
    "one agent, replies 80 of 100",
    arguments: [
      Case(
        name: "all counted", missing: .reweight, rating: Reading(90, over: 20),
        conversion: Reading(6, over: 20), score: 70_00, contributions: [45_00, 9_00, 16_00]),
      Case(
        name: "no presale: the rest is worth 100", missing: .reweight,
        rating: Reading(90, over: 20), conversion: Reading(0, over: 0), score: 87_14,
        contributions: [64_28, nil, 22_86]),
      Case(
        name: "nine ratings are too little data", missing: .reweight,
        rating: Reading(45, over: 9), conversion: Reading(6, over: 20), score: 50_00,
        contributions: [nil, 18_00, 32_00]),
      Case(
        name: "ten are enough", missing: .fail, rating: Reading(50, over: 10),
        conversion: Reading(6, over: 20), score: 75_00, contributions: [50_00, 9_00, 16_00]),
      Case(
        name: "a missing part fails", missing: .fail, rating: Reading(45, over: 9),
        conversion: Reading(6, over: 20), score: nil, contributions: [nil, nil, nil]),
    ])
  func alone(row: Case) throws {
    let subject = try Self.subject(
      "1", rating: row.rating, conversion: row.conversion, reply: Reading(80, over: 100))
    let score = try #require(Self.scoring(row.missing).scores(of: [subject]).first)
    #expect(score.score.map { Int($0.hundredths) } == row.score)
    #expect(
      score.parts.map { $0.contribution.map { Int($0.hundredths) } } == row.contributions)
  }

  @Test("the mean of the team stands in, else that of everybody") func neutral() throws {
    let none = Reading(0, over: 0)
    let reply = Reading(1, over: 1)
    let subjects = try [
      Self.subject("1", rating: Reading(40, over: 10), conversion: none, reply: reply),
      Self.subject("2", rating: Reading(45, over: 10), conversion: none, reply: reply),
      Self.subject("3", rating: Reading(3, over: 3), conversion: none, reply: reply),
      Self.subject("4", team: "T02", rating: none, conversion: none, reply: reply),
    ]
    let scores = try Self.scoring(.neutral).scores(of: subjects)
    // 80 and 90 points are counted; conversion, which nobody has, is left out.
    #expect(scores.map { $0.parts[0].outcome.points?.hundredths } == [80_00, 90_00, 85_00, 85_00])
    #expect(scores[2].parts[0].outcome.gap == .tooLittleData)
    #expect(scores[3].parts[0].outcome.gap == .noData)
    #expect(scores.map { $0.parts[1].outcome } == Array(repeating: .leftOut(.noData), count: 4))
    #expect(scores[3].countedWeight == .percent(70))
    #expect(scores.map(\.isComplete) == [false, false, false, false])
  }

  @Test("contributions add up to the score, whatever is missing", arguments: 0..<200)
  func sums(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func reading(_ best: Int) -> Reading {
      let count = generator.below(40)
      return Reading(Int64(generator.below(count * best + 1)), over: Int64(count))
    }
    let subjects = try (0..<6).map { index in
      try Self.subject(
        "\(index)", team: "T\(index % 2)", rating: reading(5), conversion: reading(1),
        reply: reading(1))
    }
    for missing in Scoring.MissingRule.allCases {
      for score in try Self.scoring(missing).scores(of: subjects) {
        let sum = score.parts.reduce(0) { $0 + Int($1.contribution?.hundredths ?? 0) }
        #expect(sum == Int(score.score?.hundredths ?? 0))
        for part in score.parts where score.score != nil {
          #expect((part.contribution == nil) == (part.outcome.points == nil))
        }
      }
    }
  }

  @Test("what is no scoring") func refused() throws {
    let scale = try PointScale(.bands, [.init(Ratio(1), .full)], better: .higher)
    let half = Scoring.Part(.conversion, weight: .percent(50), scale: scale)
    #expect(throws: Scoring.Fault.noParts) { try Scoring([], missing: .fail) }
    #expect(throws: Scoring.Fault.kpiTwice(.conversion)) {
      try Scoring([half, half], missing: .fail)
    }
    #expect(throws: Scoring.Fault.weightSum(.percent(50))) {
      try Scoring([half], missing: .fail)
    }
    let zero = Scoring.Part(.meanRating, weight: .zero, scale: scale)
    #expect(throws: Scoring.Fault.weightNotPositive(.meanRating)) {
      try Scoring([zero], missing: .fail)
    }
  }

  @Test("the highest score is that of the best knots") func highest() throws {
    let top = try #require(Score(hundredths: 80_00))
    let scale = try PointScale(.bands, [.init(Ratio(1), top)], better: .higher)
    let scoring = try Scoring(
      [.init(.conversion, weight: .percent(100), scale: scale)], missing: .fail)
    #expect(scoring.highest == top)
    #expect(try Self.scoring(.fail).highest == .full)
  }
}
