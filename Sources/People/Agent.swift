public import Vocabulary

/// A step of the career ladder.
public enum Rung: String, CaseIterable, Hashable, Sendable {
  case agent, senior, lead, supervisor

  /// The next step up, or nil at the top.
  public var next: Rung? {
    Rung.allCases.dropFirst(height + 1).first
  }

  /// How many steps lie below.
  public var height: Int { Rung.allCases.firstIndex(of: self) ?? 0 }
}

extension Rung: Comparable {
  public static func < (a: Rung, b: Rung) -> Bool { a.height < b.height }
}

/// A person who handles contacts, as the staff list has them on one day.
public struct Agent: Hashable, Sendable {
  public var number: AgentNumber
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

  /// Whether the agent is employed on `day`.
  public func isEmployed(on day: Day) -> Bool {
    hiredOn <= day && leftOn.map { day <= $0 } ?? true
  }

  /// Whole months of service completed by `day`; zero before the first.
  public func monthsOfService(by day: Day) -> Int {
    let from = hiredOn.date
    let to = day.date
    let whole = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0)
    return max(0, whole)
  }
}

/// Time an agent is not there.
public struct Absence: Hashable, Sendable {
  public let agent: AgentNumber
  public let days: ClosedRange<Day>
  /// A kind, such as `annual`, `sick`, `training`.
  public let kind: String

  /// Kinds that count as worked: leave that is paid like work, and work elsewhere.
  ///
  /// Source: Regulations on Paid Annual Leave of Employees (State Council, 2008), article 2.
  public static let kindsThatCountAsWorked = ["annual", "training"]

  public init(agent: AgentNumber, days: ClosedRange<Day>, kind: String) {
    self.agent = agent
    self.days = days
    self.kind = kind
  }
}
