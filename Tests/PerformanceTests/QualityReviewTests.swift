import Performance
import Testing
import Vocabulary

@Suite struct QualityReviewTests {
  /// Q1 of weight 10 and 2 points, Q2 of weight 20 and 3 points, Q3 critical of weight 5 and 2.
  @Test(arguments: [
    (marks: [2, 3, 2], says: "passed 100.00"),
    (marks: [2, 2, 2], says: "failed 80.95 []"),  // (10 + 40/3 + 5) / 35
    (marks: [1, 3, 2], says: "passed 85.71"),
    (marks: [2, 3, 1], says: "passed 92.86"),
    (marks: [2, 3, 0], says: "failed 85.71 [Q3]"),
    (marks: [nil, 3, nil], says: "passed 100.00"),
    (marks: [0, nil, 2], says: "failed 33.33 []"),
    (marks: [nil, nil, nil], says: "not scored"),
  ])
  func scores(marks: [Int?], says: String) throws {
    let given = zip(["Q1", "Q2", "Q3"], marks).map { item, points in
      (item: item, mark: points.map { Review.Mark.points($0) } ?? .notApplicable)
    }
    let review = try Review(of: "c1", by: scorecard(mark: 85_00), marks: given)
    #expect(text(review.result) == says)
  }

  /// A score of 85 5/7 is shown as 85.71 and does not reach a mark of 85.72, nor fail one of 85.71.
  @Test(arguments: [(mark: 85_71, passes: true), (mark: 85_72, passes: false)])
  func theMarkIsComparedBeforeRounding(mark: Int, passes: Bool) throws {
    let review = try Review(
      of: "c1", by: scorecard(mark: mark),
      marks: [("Q1", .points(1)), ("Q2", .points(3)), ("Q3", .points(2))])
    #expect(text(review.result).hasPrefix(passes ? "passed" : "failed"))
  }

  @Test func marksMustBeThoseOfTheScorecard() throws {
    let scorecard = try scorecard(mark: 80_00)
    #expect(throws: Review.Fault.missingItem("Q3")) {
      try Review(of: "c", by: scorecard, marks: [("Q1", .points(1)), ("Q2", .points(1))])
    }
    #expect(throws: Review.Fault.pointsOutside(item: "Q1", 3, maximum: 2)) {
      try Review(of: "c", by: scorecard, marks: [("Q1", .points(3))])
    }
    #expect(throws: Review.Fault.repeatedItem("Q1")) {
      try Review(of: "c", by: scorecard, marks: [("Q1", .points(1)), ("Q1", .points(1))])
    }
    #expect(throws: Review.Fault.unknownItem("Q9", known: ["Q1", "Q2", "Q3"])) {
      try Review(of: "c", by: scorecard, marks: [("Q9", .notApplicable)])
    }
  }

  @Test func thePassRateLeavesOutWhatIsNotScored() throws {
    let rate = PassRate([
      .passed(.full), .passed(.full), .notScored, .failed(.zero, criticalItems: []),
      .failed(.full, criticalItems: ["Q3"]),
    ])
    #expect(rate.passed == 2)
    #expect(rate.scored == 4)
    #expect(rate.notScored == 1)
    #expect(rate.failedCritical == 1)
    #expect(rate.share == 0.5)
    #expect(rate.limits().contains(0.5))
    #expect(PassRate().share == nil)
  }

  private func scorecard(mark: Int) throws -> Scorecard {
    let items = [
      Scorecard.Item(id: "Q1", title: "greets", weight: 10, maximum: 2),
      Scorecard.Item(id: "Q2", title: "solves", weight: 20, maximum: 3),
      Scorecard.Item(id: "Q3", title: "keeps data safe", weight: 5, maximum: 2, isCritical: true),
    ]
    let mark = try #require(Score(hundredths: mark))
    return try #require(
      Scorecard(
        id: "chat", title: "chat", version: "1.0.0", passMark: mark,
        items: items.compactMap(\.self)))
  }

  private func text(_ result: Review.Result) -> String {
    switch result {
    case .notScored: "not scored"
    case .passed(let score): "passed \(score)"
    case .failed(let score, let critical): "failed \(score) \(critical)".replacing("\"", with: "")
    }
  }
}
