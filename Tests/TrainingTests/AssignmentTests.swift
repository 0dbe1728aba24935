import Testing
import Training
import Vocabulary

@Suite struct AssignmentTests {
  /// Ten questions, pass at 80 %, three attempts, due on 10 July.
  @Test(arguments: [
    (right: [], on: "2026-07-05", says: "assigned"),
    (right: [], on: "2026-07-10", says: "assigned"),
    (right: [], on: "2026-07-11", says: "overdue 1"),
    (right: [7], on: "2026-07-05", says: "in progress"),
    (right: [7], on: "2026-07-13", says: "overdue 3"),
    (right: [8], on: "2026-07-13", says: "passed 80.00 2026-07-01"),
    (right: [7, 9, 8], on: "2026-07-13", says: "passed 90.00 2026-07-02"),
    (right: [7, 6, 5], on: "2026-07-05", says: "failed 70.00"),
    (right: [7, 6, 5], on: "2026-07-20", says: "failed 70.00"),
  ])
  func standings(right: [Int], on: String, says: String) throws {
    #expect(try standing(right, .highest, on: on) == says)
  }

  @Test(arguments: [
    (counting: PassRule.Counting.highest, right: [7, 9], says: "passed 90.00 2026-07-02"),
    (counting: .first, right: [7, 9], says: "failed 70.00"),
    (counting: .first, right: [9, 7], says: "passed 90.00 2026-07-01"),
    (counting: .last, right: [9, 7], says: "in progress"),
    (counting: .last, right: [7, 9], says: "passed 90.00 2026-07-02"),
    (counting: .average, right: [7, 9], says: "passed 80.00 2026-07-02"),
    (counting: .average, right: [7, 8], says: "in progress"),
    (counting: .average, right: [7, 8, 8], says: "failed 76.66"),
  ])
  func whichAttemptCounts(counting: PassRule.Counting, right: [Int], says: String) throws {
    #expect(try standing(right, counting, on: "2026-07-05") == says)
  }

  @Test func anOpenPaperMustBeHandedInBeforeTheNext() throws {
    let module = try bank(10)
    let open = Attempt.open(Paper(drawing: module, for: try agent(), number: 1, seed: 1))
    #expect(!module.rule.allowsAnother(after: [open]))
    #expect(module.rule.allowsAnother(after: []))
    let failed = try attempt(1, right: 1, of: module, on: day("2026-07-01"))
    #expect(module.rule.allowsAnother(after: [failed, failed]))
    #expect(!module.rule.allowsAnother(after: [failed, failed, failed]))
    var unlimited = module.rule
    unlimited.attempts = nil
    #expect(unlimited.allowsAnother(after: [failed, failed, failed]))
  }

  private func standing(
    _ right: [Int], _ counting: PassRule.Counting, on text: String
  ) throws -> String {
    let module = try bank(10, counting: counting)
    let assignment = Assignment(
      agent: try agent(), module: module.id, assignedOn: try day("2026-06-30"),
      dueOn: try day("2026-07-10"))
    let attempts = try right.enumerated().map { index, right in
      try attempt(index + 1, right: right, of: module, on: day("2026-07-01") + index)
    }
    switch assignment.standing(after: attempts, by: module.rule, on: try day(text)) {
    case .assigned: return "assigned"
    case .inProgress: return "in progress"
    case .pendingGrade: return "pending"
    case .passed(let score, let on): return "passed \(score) \(on)"
    case .failed(let score): return "failed \(score)"
    case .overdue(let days): return "overdue \(days)"
    }
  }
}
