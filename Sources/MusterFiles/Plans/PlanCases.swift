public import Incentives
public import MusterWords
import Performance
public import Vocabulary

/// The worked cases of a plan in a file.
public struct PlanCases: Hashable, Sendable {
  /// A case, and what its people are scored by, in their order.
  struct Case: Hashable {
    let paid: PlanCase
    let subjects: [Scoring.Subject]
  }

  let cases: [Case]

  /// How many cases there are.
  public var count: Int { cases.count }

  /// How many figures they state.
  public var figures: Int {
    cases.reduce(0) { $0 + $1.paid.people.reduce(0) { $0 + $1.expected.count } }
  }

  /// Reads `text`, cases of a plan in `currency`; all that is wrong with it is reported together.
  public init(text: String, file: String, currency: Currency = .yuan) throws(FileRefusal) {
    let page = try PolicyPage(text: text, file: file)
    page.root.allow(keys: "cases")
    let reader = PlanCaseReader(currency: currency)
    let cases = (page.root.required("cases")?.items ?? []).compactMap(reader.read)
    guard page.isSound else { throw page.refusal }
    self.cases = cases
  }

  /// Where `plan` does not come to what the cases say, in their order.
  public func misses(of plan: PlanFile) -> [PlanCase.Miss] {
    cases.flatMap { example in
      let scores = plan.scoring.scores(of: example.subjects)
      return example.paid.misses(
        of: plan.plan, scores: scores.map { ($0.score, $0.isComplete) })
    }
  }
}
