public import People
public import Vocabulary

/// What an agent must have done to move up a rung.
public struct Ladder: Hashable, Sendable {
  public enum Rule: Hashable, Sendable {
    /// Whole months of service.
    case tenure(months: Int)
    /// The mean of the latest composite scores, of so many months that have one.
    case score(atLeast: Score, months: Int)
    /// The certificate of this code must be in date on the day of the review.
    case certificate(String)
  }

  public struct Step: Hashable, Sendable {
    /// The rung it leads to, from the one below.
    public let to: Rung
    public let rules: [Rule]

    public init(to: Rung, rules: [Rule]) {
      self.to = to
      self.rules = rules
    }
  }

  public enum Fault: Error, Hashable {
    case rungTwice(Rung)
    /// Nobody moves up to the lowest rung.
    case noRungBelow(Rung)
    case noRules(Rung)
  }

  /// From the lowest rung up.
  public let steps: [Step]

  public init(_ steps: [Step]) throws(Fault) {
    let steps = steps.sorted { $0.to < $1.to }
    for (lower, upper) in zip(steps, steps.dropFirst()) where lower.to == upper.to {
      throw .rungTwice(upper.to)
    }
    for step in steps {
      guard step.to.height > 0 else { throw .noRungBelow(step.to) }
      guard !step.rules.isEmpty else { throw .noRules(step.to) }
    }
    self.steps = steps
  }
}

/// All that the ladder asks about one agent on a day.
public struct Candidate: Hashable, Sendable {
  public var agent: AgentNumber
  public var rung: Rung
  public var monthsOfService: Int
  /// Composite scores of past months, the latest last; months without one left out.
  public var scores: [Score]
  public var certificates: [HeldCertificate]

  public init(
    agent: AgentNumber, rung: Rung, monthsOfService: Int, scores: [Score],
    certificates: [HeldCertificate]
  ) {
    self.agent = agent
    self.rung = rung
    self.monthsOfService = monthsOfService
    self.scores = scores
    self.certificates = certificates
  }
}

/// Where an agent stands on the way to the next rung.
public struct LadderReview: Hashable, Sendable {
  public struct Finding: Hashable, Sendable {
    public let rule: Ladder.Rule
    public let evidence: Evidence
    public let isMet: Bool
  }

  public enum Evidence: Hashable, Sendable {
    /// Months served, and how many are still missing.
    case tenure(months: Int, missing: Int)
    /// The mean of the months counted, rounded half up, nil without one; how many months with a
    /// score are still missing.
    case score(mean: Score?, months: Int, missing: Int)
    case certificate(CertificateState)
  }

  public let agent: AgentNumber
  public let from: Rung
  /// The next rung; nil at the top, and where the ladder has no rule for it.
  public let to: Rung?
  public let findings: [Finding]

  /// Whether every rule is met and there is a rung to move to.
  public var isMet: Bool { to != nil && findings.allSatisfy(\.isMet) }
}

extension Ladder {
  /// What `candidate` has met on `day`, and what is missing.
  public func review(_ candidate: Candidate, on day: Day) -> LadderReview {
    let step = candidate.rung.next.flatMap { next in steps.first { $0.to == next } }
    return LadderReview(
      agent: candidate.agent, from: candidate.rung, to: step?.to,
      findings: (step?.rules ?? []).map { finding(of: $0, for: candidate, on: day) })
  }

  private func finding(
    of rule: Rule, for candidate: Candidate, on day: Day
  ) -> LadderReview.Finding {
    switch rule {
    case .tenure(let months):
      let missing = max(0, months - candidate.monthsOfService)
      return .init(
        rule: rule, evidence: .tenure(months: candidate.monthsOfService, missing: missing),
        isMet: missing == 0)
    case .score(let floor, let months):
      let latest = candidate.scores.suffix(months)
      let sum = latest.reduce(Int128(0)) { $0 + Int128($1.hundredths) }
      let missing = months - latest.count
      // Compared as sums, so that a mean which only rounds up to the floor does not meet it.
      return .init(
        rule: rule,
        evidence: .score(
          mean: latest.isEmpty ? nil : Score(clamping: sum, over: Int128(latest.count)),
          months: latest.count, missing: missing),
        isMet: missing == 0 && sum >= Int128(floor.hundredths) * Int128(months))
    case .certificate(let code):
      let state = CertificateState(of: code, among: candidate.certificates, on: day)
      return .init(rule: rule, evidence: .certificate(state), isMet: state.isInDate)
    }
  }
}
