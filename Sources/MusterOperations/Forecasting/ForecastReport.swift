public import Forecasting
public import Vocabulary

/// A forecast for people: what is expected of each stream, why, and how far to trust it.
///
/// Plain values, so that any source can fill it; ``page(in:)`` and ``workbook(in:)`` lay it out.
public struct ForecastReport: Hashable, Sendable {
  /// What is known or expected of one interval; all nil where nobody is served.
  public struct Interval: Hashable, Sendable {
    public var time: LocalTime
    public var seen: Double?
    public var mean: Double?
    public var low: Double?
    public var high: Double?

    public init(
      time: LocalTime, seen: Double? = nil, mean: Double? = nil, low: Double? = nil,
      high: Double? = nil
    ) {
      self.time = time
      self.seen = seen
      self.mean = mean
      self.low = low
      self.high = high
    }
  }

  /// A stream, or the file that was forecast.
  public struct Volume: Hashable, Sendable {
    public var name: String
    /// The last weeks of the history, by day.
    public var past: [DayTotal]
    /// The last days of the history and all days ahead, interval by interval.
    public var intervals: [Interval]
    /// How each day ahead comes about; nil where it is closed.
    public var parts: [DayParts]

    public init(name: String, past: [DayTotal], intervals: [Interval], parts: [DayParts]) {
      self.name = name
      self.past = past
      self.intervals = intervals
      self.parts = parts
    }

    /// The means of the days ahead.
    public var ahead: [DayTotal] { DayTotal.sums(intervals.map { ($0.time.day, $0.mean) }) }
  }

  /// The contacts of a day.
  public struct DayTotal: Hashable, Sendable {
    public var day: Day
    public var contacts: Double

    public init(day: Day, contacts: Double) {
      self.day = day
      self.contacts = contacts
    }

    /// The sums by day of what is known, for `parts` by rising day.
    public static func sums(_ parts: [(day: Day, contacts: Double?)]) -> [DayTotal] {
      var sums: [DayTotal] = []
      for part in parts {
        guard let contacts = part.contacts else { continue }
        if sums.last?.day == part.day {
          sums[sums.count - 1].contacts += contacts
        } else {
          sums.append(DayTotal(day: part.day, contacts: contacts))
        }
      }
      return sums
    }
  }

  /// What would be expected if something were otherwise.
  public struct Scenario: Hashable, Sendable {
    public var name: String
    /// What it assumes, in words.
    public var assumptions: [String]
    /// Contacts by day, in the order of the report's days.
    public var contacts: [Double]
    /// Hours of work on contacts; nil where handle times are not known.
    public var workHours: Double?
    /// Hours that the people of the scenario have for contacts; nil where it names none.
    public var paidHours: Double?

    public init(
      name: String, assumptions: [String], contacts: [Double], workHours: Double?,
      paidHours: Double?
    ) {
      self.name = name
      self.assumptions = assumptions
      self.contacts = contacts
      self.workHours = workHours
      self.paidHours = paidHours
    }
  }

  /// How forecasts of a stream's past would have done.
  public struct Judged: Hashable, Sendable {
    public var name: String
    public var backtest: Backtest

    public init(name: String, backtest: Backtest) {
      self.name = name
      self.backtest = backtest
    }
  }

  /// The days ahead; nil where the report only judges.
  public var days: ClosedRange<Day>?
  public var zoneName: String
  public var made: Instant
  public var volumes: [Volume]
  public var scenarios: [Scenario]
  public var judged: [Judged]

  public init(
    days: ClosedRange<Day>?, zoneName: String, made: Instant, volumes: [Volume] = [],
    scenarios: [Scenario] = [], judged: [Judged] = []
  ) {
    self.days = days
    self.zoneName = zoneName
    self.made = made
    self.volumes = volumes
    self.scenarios = scenarios
    self.judged = judged
  }
}
