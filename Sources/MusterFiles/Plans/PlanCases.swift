import Incentives
public import MusterWords
import Performance
public import Vocabulary

/// Worked cases of a plan: invented facts, and what they must come to.
public struct PlanCases: Hashable, Sendable {
  /// One agent's facts, and what is expected of them.
  struct Person: Hashable {
    let subject: Scoring.Subject
    /// Its score is filled once that is computed.
    let period: AgentPeriod
    /// By what is named in the file: `score`, `grade`, `total`, or a component.
    let expected: [Expectation]
  }

  struct Expectation: Hashable {
    let name: String
    let value: String
    let line: Int?
  }

  /// People who are scored and paid together.
  struct Case: Hashable {
    let name: String
    let month: Month
    let people: [Person]
  }

  /// What a case came to that was to be otherwise.
  public struct Miss: Hashable, Sendable {
    public let line: Int?
    public let name: String
    public let agent: AgentNumber
    /// `score`, `grade`, `total`, or a component.
    public let what: String
    public let wanted: String
    public let found: String
  }

  let cases: [Case]

  /// How many cases there are.
  public var count: Int { cases.count }

  /// How many figures they state.
  public var figures: Int {
    cases.reduce(0) { $0 + $1.people.reduce(0) { $0 + $1.expected.count } }
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
  public func misses(of plan: PlanFile) -> [Miss] {
    cases.flatMap { $0.misses(of: plan) }
  }
}

extension PlanCases.Case {
  func misses(of plan: PlanFile) -> [PlanCases.Miss] {
    let scores = plan.scoring.scores(of: people.map(\.subject))
    let periods = zip(people, scores).map { person, score in
      var period = person.period
      period.score = score.score
      period.isScoreComplete = score.isComplete
      return period
    }
    let statements = plan.plan.statements(for: periods, in: month)
    return zip(people, scores).flatMap { person, score -> [PlanCases.Miss] in
      guard let statement = statements.first(where: { $0.agent == person.period.agent }) else {
        return []
      }
      return person.expected.compactMap { expectation in
        let found =
          expectation.name == "score"
          ? score.score?.description ?? PlanCaseReader.none
          : found(expectation.name, in: statement, currency: plan.plan.rules.currency)
        guard found != expectation.value else { return nil }
        return PlanCases.Miss(
          line: expectation.line, name: name, agent: person.period.agent,
          what: expectation.name, wanted: expectation.value, found: found)
      }
    }
  }

  private func found(_ name: String, in statement: Statement, currency: Currency) -> String {
    switch name {
    case "grade": statement.bonus?.grade ?? PlanCaseReader.none
    case "total": statement.total.description
    default:
      statement.lines.reduce(Money.zero(currency)) {
        $1.component == name ? $0 + $1.amount : $0
      }.description
    }
  }
}
