public import Vocabulary

/// Two agents whose shifts are tied to each other.
public struct AgentPair: Hashable, Sendable {
  public enum Tie: String, CaseIterable, Hashable, Sendable {
    /// The second works only where the first works the same pattern from the same start for the
    /// same time, as a learner beside a mentor.
    case together
    /// The two are never at work at the same time.
    case apart
  }

  public var tie: Tie
  public var first: AgentNumber
  public var second: AgentNumber

  public init(_ tie: Tie, _ first: AgentNumber, _ second: AgentNumber) {
    self.tie = tie
    self.first = first
    self.second = second
  }
}
