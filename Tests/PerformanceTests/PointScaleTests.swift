import Performance
import Testing
import Vocabulary

@Suite("Point scale") struct PointScaleTests {
  static func ratio(_ numerator: Int64, _ denominator: Int64 = 1) throws -> Ratio {
    try #require(Ratio(numerator, over: denominator))
  }

  static func points(_ hundredths: Int) throws -> Score {
    try #require(Score(hundredths: hundredths))
  }

  /// Ratings: nothing up to 3.5, everything from 4.5.
  static func ratings() throws -> PointScale {
    try PointScale(
      .line, [.init(ratio(7, 2), .zero), .init(ratio(9, 2), .full)], better: .higher)
  }

  /// Seconds to the first reply: 60 points at the standard of 180, 100 at the aim of 60.
  static func seconds() throws -> PointScale {
    try PointScale(
      .line,
      [
        .init(ratio(300), .zero), .init(ratio(180), points(60_00)), .init(ratio(60), .full),
      ], better: .lower)
  }

  @Test(
    "a line, higher is better",
    arguments: [
      (total: 350, count: 100, points: 0),
      (total: 349, count: 100, points: 0),
      (total: 351, count: 100, points: 1_00),
      (total: 400, count: 100, points: 50_00),
      (total: 13, count: 3, points: 83_33),  // 4.3333... is worth 83.3333...
      (total: 46, count: 12, points: 33_33),  // 3.8333...
      (total: 703_125, count: 200_000, points: 1_56),  // 1.5625
      (total: 703_130, count: 200_000, points: 1_57),  // 1.565, half up
      (total: 450, count: 100, points: 100_00),
      (total: 500, count: 100, points: 100_00),
    ] as [(total: Int64, count: Int64, points: Int)])
  func line(total: Int64, count: Int64, points: Int) throws {
    let value = try #require(Reading(total, over: count).value)
    #expect(try Self.ratings().points(for: value) == Self.points(points))
  }

  @Test(
    "a line with a bend, lower is better",
    arguments: [
      (seconds: 400, points: 0), (seconds: 300, points: 0), (seconds: 240, points: 30_00),
      (seconds: 181, points: 59_50), (seconds: 180, points: 60_00), (seconds: 120, points: 80_00),
      (seconds: 61, points: 99_67), (seconds: 60, points: 100_00), (seconds: 0, points: 100_00),
    ] as [(seconds: Int64, points: Int)])
  func bend(seconds: Int64, points: Int) throws {
    #expect(try Self.seconds().points(for: Ratio(seconds)) == Self.points(points))
  }

  @Test(
    "bands, higher is better",
    arguments: [
      (percent: 46_00, points: 100_00), (percent: 45_00, points: 100_00),
      (percent: 44_99, points: 80_00), (percent: 40_00, points: 80_00),
      (percent: 35_00, points: 60_00), (percent: 34_99, points: 0), (percent: 0, points: 0),
    ] as [(percent: Int64, points: Int)])
  func bands(percent: Int64, points: Int) throws {
    let scale = try PointScale(
      .bands,
      [
        .init(Self.ratio(45, 100), .full), .init(Self.ratio(40, 100), Self.points(80_00)),
        .init(Self.ratio(35, 100), Self.points(60_00)),
      ], better: .higher)
    #expect(try scale.points(for: Self.ratio(percent, 10_000)) == Self.points(points))
  }

  @Test(
    "bands, lower is better",
    arguments: [
      (tenths: 350, points: 100_00), (tenths: 351, points: 80_00), (tenths: 450, points: 80_00),
      (tenths: 550, points: 60_00), (tenths: 551, points: 0), (tenths: 0, points: 100_00),
    ] as [(tenths: Int64, points: Int)])
  func lowerBands(tenths: Int64, points: Int) throws {
    let scale = try PointScale(
      .bands,
      [
        .init(Ratio(35), .full), .init(Ratio(55), Self.points(60_00)),
        .init(Ratio(45), Self.points(80_00)),
      ], better: .lower)
    #expect(try scale.points(for: Self.ratio(tenths, 10)) == Self.points(points))
  }

  @Test("a better value is never worth less", arguments: 0..<50)
  func monotone(seed: Int64) throws {
    let (ratings, seconds) = try (Self.ratings(), Self.seconds())
    let values = try (0...400).map { try Self.ratio($0 * 7 + seed, 50 + seed) }
    for (a, b) in zip(values, values.dropFirst()) {
      #expect(ratings.points(for: a) <= ratings.points(for: b))
      #expect(seconds.points(for: a) >= seconds.points(for: b))
    }
  }

  @Test("what is no scale") func refused() throws {
    let half = try Self.points(50_00)
    #expect(throws: PointScale.Fault.tooFewKnots(1, wanted: 2)) {
      try PointScale(.line, [.init(Ratio(4), .full)], better: .higher)
    }
    #expect(throws: PointScale.Fault.valueTwice(Ratio(4))) {
      try PointScale(.bands, [.init(Ratio(4), .full), .init(Ratio(4), half)], better: .higher)
    }
    let (good, bad) = (PointScale.Knot(Ratio(5), half), PointScale.Knot(Ratio(4), .full))
    #expect(throws: PointScale.Fault.betterNotWorthMore(good, than: bad)) {
      try PointScale(.line, [good, bad], better: .higher)
    }
    #expect(throws: Never.self) { try PointScale(.line, [good, bad], better: .lower) }
  }
}
