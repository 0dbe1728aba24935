public import Vocabulary

/// A worked case of a plan: invented facts of people who are paid together, and what they must come
/// to.
public struct PlanCase: Hashable, Sendable {
  /// One agent's facts, and what is expected of them.
  public struct Person: Hashable, Sendable {
    /// Its score is filled in once that is computed.
    public let period: AgentPeriod
    public let expected: [Expectation]

    public init(_ period: AgentPeriod, expected: [Expectation]) {
      self.period = period
      self.expected = expected
    }
  }

  public struct Expectation: Hashable, Sendable {
    /// `score`, `grade`, `total`, or a component.
    public let name: String
    /// As what is found is written.
    public let value: String
    /// Where it stands in its file.
    public let line: Int?

    public init(_ name: String, _ value: String, line: Int?) {
      self.name = name
      self.value = value
      self.line = line
    }
  }

  /// What a case came to that was to be otherwise.
  public struct Miss: Hashable, Sendable {
    public let line: Int?
    /// The name of the case.
    public let name: String
    public let agent: AgentNumber
    /// `score`, `grade`, `total`, or a component.
    public let what: String
    public let wanted: String
    public let found: String
  }

  /// How a case says that there is no score or no grade.
  public static let none = "none"

  public let name: String
  public let month: Month
  public let people: [Person]

  public init(name: String, month: Month, people: [Person]) {
    self.name = name
    self.month = month
    self.people = people
  }

  /// Where `plan` does not come to what the case says, `scores` being those of its people in order.
  public func misses(
    of plan: Plan, scores: [(score: Score?, isComplete: Bool)]
  ) -> [Miss] {
    let periods = zip(people, scores).map { person, scored in
      var period = person.period
      (period.score, period.isScoreComplete) = scored
      return period
    }
    let statements = plan.statements(for: periods, in: month)
    return zip(people, periods).flatMap { person, period -> [Miss] in
      guard let statement = statements.first(where: { $0.agent == period.agent }) else {
        return []
      }
      return person.expected.compactMap { expectation in
        let found =
          expectation.name == "score"
          ? period.score?.description ?? PlanCase.none : statement.figure(expectation.name)
        guard found != expectation.value else { return nil }
        return Miss(
          line: expectation.line, name: name, agent: period.agent, what: expectation.name,
          wanted: expectation.value, found: found)
      }
    }
  }
}

extension Statement {
  fileprivate func figure(_ name: String) -> String {
    switch name {
    case "grade": bonus?.grade ?? PlanCase.none
    case "total": total.description
    default:
      lines.filter { $0.component == name }.reduce(.zero(total.currency)) { $0 + $1.amount }
        .description
    }
  }
}
