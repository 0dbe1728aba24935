public import Vocabulary

/// A module that an agent is to pass by a day.
public struct Assignment: Hashable, Sendable {
  /// Why a module is assigned.
  public enum Reason: Hashable, Sendable {
    /// The path of the agent's rung has the module.
    case path
    /// The certificate runs out, or has run out, on that day.
    case refresher(Day)
    /// Somebody asked for it.
    case byHand
  }

  public let agent: AgentNumber
  public let module: Module.ID
  public let assignedOn: Day
  /// The last day on time.
  public let dueOn: Day

  public init(agent: AgentNumber, module: Module.ID, assignedOn: Day, dueOn: Day) {
    self.agent = agent
    self.module = module
    self.assignedOn = assignedOn
    self.dueOn = dueOn
  }

  /// How the assignment stands on `day`, after the attempts made so far in their order.
  ///
  /// Handing in settles the date: what waits for a grader is pending and not overdue.
  public func standing(after attempts: [Attempt], by rule: PassRule, on day: Day) -> Standing {
    let result = rule.result(of: attempts)
    if let result, result.passes { return .passed(result.score, on: result.on) }
    let isPending = attempts.contains { if case .pending = $0 { true } else { false } }
    if isPending { return .pendingGrade }
    let isOpen = attempts.contains { if case .open = $0 { true } else { false } }
    if let result, !isOpen, !rule.allowsAnother(after: attempts) { return .failed(result.score) }
    if day > dueOn { return .overdue(days: dueOn.distance(to: day)) }
    return attempts.isEmpty ? .assigned : .inProgress
  }
}

/// How far an agent has come with an assigned module.
public enum Standing: Hashable, Sendable {
  case assigned
  case inProgress
  /// Handed in; essays wait for people.
  case pendingGrade
  case passed(Score, on: Day)
  /// No attempt is left.
  case failed(Score)
  /// Neither passed nor failed, so many days after the due day.
  case overdue(days: Int)
}

extension PassRule {
  /// What the graded attempts come to under the rule, or nil where there is none.
  ///
  /// With `highest` the day is that of the first attempt that passes, else that of the best; with
  /// `average` the mean of the scores is cut to the hundredth.
  public func result(of attempts: [Attempt]) -> (score: Score, on: Day, passes: Bool)? {
    let graded: [(score: Score, on: Day)] = attempts.compactMap { attempt in
      guard case .graded(let submission, let outcome) = attempt else { return nil }
      return (outcome.counted, submission.submittedOn)
    }
    guard let first = graded.first, let last = graded.last else { return nil }
    switch counting {
    case .first: return (first.score, first.on, first.score >= mark)
    case .last: return (last.score, last.on, last.score >= mark)
    case .highest:
      let best = graded.dropFirst().reduce(first) { $1.score > $0.score ? $1 : $0 }
      let day = graded.first { $0.score >= mark }?.on ?? best.on
      return (best.score, day, best.score >= mark)
    case .average:
      let sum = graded.reduce(0) { $0 + Int($1.score.hundredths) }
      let mean = Score(hundredths: sum / graded.count) ?? .zero
      return (mean, last.on, mean >= mark)
    }
  }

  /// Whether another paper may be drawn: none is out or ungraded, attempts are left, and another
  /// could count.
  public func allowsAnother(after attempts: [Attempt]) -> Bool {
    let allGraded = attempts.allSatisfy { if case .graded = $0 { true } else { false } }
    guard allGraded else { return false }
    if counting == .first, !attempts.isEmpty { return false }
    return self.attempts.map { attempts.count < $0 } ?? true
  }
}
