public import Vocabulary

/// Time an agent is not there.
public struct Absence: Hashable, Sendable {
  public let agent: AgentNumber
  public let days: ClosedRange<Day>
  /// A kind, such as `annual`, `sick`, `training`.
  public let kind: String

  public init(agent: AgentNumber, days: ClosedRange<Day>, kind: String) {
    self.agent = agent
    self.days = days
    self.kind = kind
  }

  /// Whether it counts as worked: leave that is paid like work, and work elsewhere.
  ///
  /// Source: Regulations on Paid Annual Leave of Employees (State Council, 2008), article 2.
  public var countsAsWorked: Bool { kind == "annual" || kind == "training" }
}
