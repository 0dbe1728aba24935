public import Vocabulary

/// All shifts of a team in a period.
public struct Roster: Hashable, Sendable {
  /// By agent in the order of the problem, then by start.
  public var shifts: [Shift]

  public init(shifts: [Shift] = []) {
    self.shifts = shifts
  }
}

/// One agent's planned work on one day.
public struct Shift: Hashable, Sendable {
  public var agent: AgentNumber
  /// The code of its pattern.
  public var pattern: String
  public var start: Instant
  public var end: Instant
  /// Work and breaks from start to end, in order and without holes.
  public var activities: [Activity]

  public init(
    agent: AgentNumber, pattern: String, start: Instant, end: Instant, activities: [Activity]
  ) {
    self.agent = agent
    self.pattern = pattern
    self.start = start
    self.end = end
    self.activities = activities
  }

  /// The time from start to end less unpaid breaks.
  public var paid: Minutes {
    let unpaid = activities.reduce(Int64(0)) {
      $1.kind == .unpaidBreak ? $0 + ($1.end - $1.start) : $0
    }
    return Minutes(Int((end - start - unpaid) / 60))
  }
}

/// What an agent does in a part of a shift.
public struct Activity: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Work on a stream; nil where the problem knows no streams.
    case work(Stream?)
    case paidBreak
    case unpaidBreak
    /// Work through the module with this code.
    case training(String)
    /// Work that can wait, done in slack: on this stream, but not a head of it.
    case deferrable(Stream)
  }

  public var kind: Kind
  public var start: Instant
  public var end: Instant

  public init(kind: Kind, start: Instant, end: Instant) {
    self.kind = kind
    self.start = start
    self.end = end
  }
}

extension Activity.Kind {
  /// The activity as files and the store write it: `work`, `break` (unpaid), `paid_break`,
  /// `training` or `deferrable`.
  public var word: String {
    switch self {
    case .work: "work"
    case .paidBreak: "paid_break"
    case .unpaidBreak: "break"
    case .training: "training"
    case .deferrable: "deferrable"
    }
  }

  /// The stream worked on, where there is one.
  public var stream: Stream? {
    switch self {
    case .work(let stream): stream
    case .deferrable(let stream): stream
    case .paidBreak, .unpaidBreak, .training: nil
    }
  }
}
