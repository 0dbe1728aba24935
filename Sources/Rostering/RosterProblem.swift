public import Vocabulary

/// All that a roster is made from: days, demand, patterns, people and their rules.
public struct RosterProblem: Hashable, Sendable {
  /// The grid of demand; shifts and breaks begin and end on it.
  public var interval: Interval
  public var firstDay: Day
  /// How many days the roster has.
  public var dayCount: Int
  /// The team's zone.
  public var zone: Zone
  public var patterns: [ShiftPattern]
  public var agents: [Agent]
  public var demand: [StreamDemand]
  public var patternDemand: [PatternDemand]
  public var duties: [DutyDemand]
  /// Nobody is second of two pairs that are together, nor first of one and second of another.
  public var pairs: [AgentPair]
  /// What the law limits, for contracts that name their hours.
  public var law: [WorkTimeLimit]
  public var fairness: Fairness
  /// The first day that the agents' histories cover; nil where nothing is known.
  ///
  /// Without history, a run that touches the first day is never too short.
  public var historyFrom: Day?
  /// From which day on past shifts count in the agents' cycles; nil where none does.
  public var cycleFrom: Day?
  /// In which shifts begin and end; nil where nothing but the days bounds them.
  public var opening: Range<Instant>?

  public init(
    interval: Interval, firstDay: Day, dayCount: Int, zone: Zone, patterns: [ShiftPattern],
    agents: [Agent], demand: [StreamDemand] = [], patternDemand: [PatternDemand] = [],
    duties: [DutyDemand] = [], pairs: [AgentPair] = [], law: [WorkTimeLimit] = [],
    fairness: Fairness = Fairness(), historyFrom: Day? = nil,
    cycleFrom: Day? = nil, opening: Range<Instant>? = nil
  ) {
    self.interval = interval
    self.firstDay = firstDay
    self.dayCount = dayCount
    self.zone = zone
    self.patterns = patterns
    self.agents = agents
    self.demand = demand
    self.patternDemand = patternDemand
    self.duties = duties
    self.pairs = pairs
    self.law = law
    self.fairness = fairness
    self.historyFrom = historyFrom
    self.cycleFrom = cycleFrom
    self.opening = opening
  }

  /// The days of the roster, in order.
  public var days: Range<Day> { firstDay..<(firstDay + dayCount) }

  /// The first moment of the roster.
  public var start: Instant { zone.start(of: firstDay) }

  /// The end of the last day.
  public var end: Instant { zone.start(of: firstDay + dayCount) }

  /// How many intervals the roster has; a day on which clocks change has more or fewer.
  public var intervalCount: Int { Int((end - start) / interval.seconds) }

  /// The beginning of the interval at `index`.
  public func instant(at index: Int) -> Instant { start + Int64(index) * interval.seconds }

  /// The moment `minutes` after local midnight of `day`; past 24 hours, on later days.
  public func instant(on day: Day, at minutes: Minutes) -> Instant {
    let later = minutes.count / 1440
    guard let local = LocalTime(day: day + later, second: minutes.count % 1440 * 60) else {
      preconditionFailure("a start lies at or after midnight")
    }
    return zone.instant(of: local)
  }

  public func pattern(coded code: String) -> ShiftPattern? {
    patterns.first { $0.code == code }
  }

  public func agent(numbered number: AgentNumber) -> Agent? {
    agents.first { $0.number == number }
  }
}

extension RosterProblem {
  /// One agent as the roster sees them.
  public struct Agent: Hashable, Sendable {
    public var number: AgentNumber
    public var limits: Limits
    /// Codes of the patterns that may be worked; nil for all.
    public var patterns: [String]?
    /// Streams that the agent's skills open.
    public var streams: [Stream]
    /// The first day of the contract, where it began of late.
    public var since: Day?
    /// Days on which the agent is away; sorted, without repeats.
    public var absences: [Day]
    /// Days on which the law protects the agent from nights and overtime; sorted.
    public var protected: [Day]
    /// When the agent can work; none at all means always.
    public var availability: [Availability]
    public var requests: [Request]
    public var fixed: [FixedCell]
    /// Shifts before the first day, earliest first.
    public var history: [PastShift]

    public init(
      number: AgentNumber, limits: Limits, patterns: [String]? = nil, streams: [Stream] = [],
      since: Day? = nil, absences: [Day] = [], protected: [Day] = [],
      availability: [Availability] = [],
      requests: [Request] = [],
      fixed: [FixedCell] = [], history: [PastShift] = []
    ) {
      self.number = number
      self.limits = limits
      self.patterns = patterns
      self.streams = streams
      self.since = since
      self.absences = Set(absences).sorted()
      self.protected = Set(protected).sorted()
      self.availability = availability
      self.requests = requests
      self.fixed = fixed
      self.history = history
    }

    /// Minutes that absences in `days` count as worked, at most `least`.
    public func absenceCredit(in days: Range<Day>, upTo least: Minutes) -> Minutes {
      let count = absences.lazy.filter { days.contains($0) }.count
      return min(least, Minutes(count * limits.absenceCredit.count))
    }
  }

  /// A stretch of a weekday in which an agent can work.
  public struct Availability: Hashable, Sendable {
    public var weekday: Weekday
    /// Minutes since local midnight; an end past 24 hours lies on the next day.
    public var hours: Range<Minutes>

    public init(weekday: Weekday, hours: Range<Minutes>) {
      self.weekday = weekday
      self.hours = hours
    }
  }

  /// A wish for or against work on a day.
  public struct Request: Hashable, Sendable {
    public enum Wish: String, Hashable, Sendable { case on, off }

    public var day: Day
    public var wish: Wish
    /// The pattern meant; nil for any.
    public var pattern: String?
    /// What it costs not to grant the request.
    public var weight: Int

    public init(day: Day, wish: Wish, pattern: String? = nil, weight: Int) {
      self.day = day
      self.wish = wish
      self.pattern = pattern
      self.weight = weight
    }

    /// Whether the day goes against the wish, `worked` being its pattern or nil for a day off.
    public func isDenied(by worked: String?) -> Bool {
      let matches = worked != nil && (pattern == nil || pattern == worked)
      return matches == (wish == .off)
    }
  }

  /// What an agent does on a day, decided beforehand.
  public struct FixedCell: Hashable, Sendable {
    public enum Work: Hashable, Sendable {
      case off
      /// A shift of the pattern, at `start` minutes after midnight where that is given.
      case shift(pattern: String, start: Minutes?)
    }

    public var day: Day
    public var work: Work

    public init(day: Day, work: Work) {
      self.day = day
      self.work = work
    }
  }

  /// A shift that was worked before the roster begins.
  public struct PastShift: Hashable, Sendable {
    public var pattern: String
    public var start: Instant
    public var end: Instant
    public var paid: Minutes
    public var isNight: Bool

    public init(pattern: String, start: Instant, end: Instant, paid: Minutes, isNight: Bool) {
      self.pattern = pattern
      self.start = start
      self.end = end
      self.paid = paid
      self.isNight = isNight
    }
  }
}
