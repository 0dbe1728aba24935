public import People
public import Vocabulary

/// All that a plan asks about one agent and one month of pay, as plain values.
public struct AgentPeriod: Hashable, Sendable {
  public var agent: AgentNumber
  public var rung: Rung
  /// The agent's own base; where nil, the plan's base of the rung.
  public var base: Money?
  /// Calendar days of the month on which the agent was employed.
  public var daysEmployed: Int
  /// The last of those days: certificates must hold on it.
  public var lastDay: Day
  /// Nil where nobody kept it.
  public var attendance: Attendance?
  /// The composite score; nil where there is none.
  public var score: Score?
  /// Whether every part of the score was counted from the agent's own contacts.
  public var isScoreComplete: Bool
  public var contacts: Int64
  public var complaints: Int64
  /// Quality reviews in which a critical item failed.
  public var criticalFailures: Int64
  public var certificates: [HeldCertificate]
  /// What was booked for earlier months of the same calendar year, by component.
  public var earlierThisYear: [String: Money]

  public init(
    agent: AgentNumber, rung: Rung, base: Money? = nil, daysEmployed: Int, lastDay: Day,
    attendance: Attendance? = nil, score: Score?, isScoreComplete: Bool, contacts: Int64,
    complaints: Int64 = 0, criticalFailures: Int64 = 0, certificates: [HeldCertificate] = [],
    earlierThisYear: [String: Money] = [:]
  ) {
    self.agent = agent
    self.rung = rung
    self.base = base
    self.daysEmployed = daysEmployed
    self.lastDay = lastDay
    self.attendance = attendance
    self.score = score
    self.isScoreComplete = isScoreComplete
    self.contacts = contacts
    self.complaints = complaints
    self.criticalFailures = criticalFailures
    self.certificates = certificates
    self.earlierThisYear = earlierThisYear
  }
}

/// How much of the planned work was done, in days or in any other equal unit.
public struct Attendance: Hashable, Sendable {
  /// Above zero.
  public let scheduled: Int
  /// Up to ``scheduled``: more than was planned is overtime, and paid elsewhere.
  public let attended: Int

  /// Nil where nothing was scheduled or `attended` is negative.
  public init?(scheduled: Int, attended: Int) {
    guard scheduled > 0, attended >= 0 else { return nil }
    self.scheduled = scheduled
    self.attended = min(attended, scheduled)
  }
}

extension Attendance {
  /// The working days among `days`, less those of absences that do not count as worked.
  public init?(
    on days: ClosedRange<Day>, of workingDays: WorkingDays, without absences: [Absence]
  ) {
    let scheduled = days.filter(workingDays.contains)
    let missed = absences.filter { !$0.countsAsWorked }
    let attended = scheduled.filter { day in !missed.contains { $0.days.contains(day) } }
    self.init(scheduled: scheduled.count, attended: attended.count)
  }
}
