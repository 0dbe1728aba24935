public import Vocabulary

/// A person who handles contacts, as the staff list has them on one day.
public struct Agent: Hashable, Sendable {
  public var number: AgentNumber
  /// Empty where it was erased.
  public var name: String
  public var team: String
  public var rung: Rung
  public var hiredOn: Day
  /// The last day of employment, where one is set.
  public var leftOn: Day?
  /// The code of the contract, such as `full-time`.
  public var contract: String
  /// Monthly base that shares of pay are taken of; where nil, the plan's base by rung.
  public var base: Money?
  /// Sorted, without repeats.
  public var skills: [String]
  /// Channels the agent works; sorted, without repeats.
  public var channels: [String]

  public init(
    number: AgentNumber, name: String, team: String, rung: Rung, hiredOn: Day, leftOn: Day? = nil,
    contract: String, base: Money? = nil, skills: [String] = [], channels: [String] = []
  ) {
    self.number = number
    self.name = name
    self.team = team
    self.rung = rung
    self.hiredOn = hiredOn
    self.leftOn = leftOn
    self.contract = contract
    self.base = base
    self.skills = Set(skills).sorted()
    self.channels = Set(channels).sorted()
  }

  /// Whether the name was erased.
  public var isErased: Bool { name.isEmpty }

  /// The days among `days` on which the agent is employed; nil where there are none.
  public func daysEmployed(in days: ClosedRange<Day>) -> ClosedRange<Day>? {
    let first = max(hiredOn, days.lowerBound)
    let last = leftOn.map { min($0, days.upperBound) } ?? days.upperBound
    return first <= last ? first...last : nil
  }

  /// Whether the agent is employed on `day`.
  public func isEmployed(on day: Day) -> Bool { daysEmployed(in: day...day) != nil }

  /// Whole months of service completed by `day`; zero before the first.
  public func monthsOfService(by day: Day) -> Int {
    let from = hiredOn.date
    let to = day.date
    let whole = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0)
    return max(0, whole)
  }
}
