public import Vocabulary

/// What is expected in each interval after a history, with bands.
public struct Forecast: Hashable, Sendable {
  /// What is expected in one open interval.
  public struct Point: Hashable, Sendable {
    /// The mean number of contacts.
    public let mean: Double
    /// The share of the day's contacts that falls into the interval.
    public let share: Double
    /// The band of each of the forecast's levels: as likely to be missed above as below.
    public let bands: [ClosedRange<Double>]
  }

  /// The beginning of the first interval.
  public let start: Instant
  public let interval: Interval
  public let zone: Zone
  /// The shares of outcomes that the bands are to hold, such as 0.8 and 0.95.
  public let levels: [Double]
  /// One for each interval; nil where nobody is served.
  public let points: [Point?]
  /// How the contacts of each day come about, from the first day that is wholly ahead; nil where
  /// nobody is served.
  public let days: [DayParts?]
  /// Events on the days ahead that have neither a past nor a planner's figure: they only widen bands.
  public internal(set) var unknownEvents: [String] = []

  /// How the contacts of `day` come about; nil where it is closed or was begun in the history.
  public func parts(of day: Day) -> DayParts? {
    days.lazy.compactMap(\.self).first { $0.day == day }
  }

  /// The means as a series.
  public var means: IntervalSeries {
    IntervalSeries(
      start: start, interval: interval, zone: zone,
      values: points.map { $0.map { .open($0.mean) } ?? .closed })
  }

  /// The upper ends of the bands of the level at `index` as a series.
  public func uppers(ofLevel index: Int) -> IntervalSeries {
    IntervalSeries(
      start: start, interval: interval, zone: zone,
      values: points.map { $0.map { .open($0.bands[index].upperBound) } ?? .closed })
  }
}

/// Why nothing can be forecast.
public enum ForecastFault: Error, Hashable, Sendable {
  /// No interval of the history has a number.
  case nothingKnown
  /// The interval at this place of the history has a number below zero, or none at all.
  case volumeNotANumber(at: Int)
  /// Levels must be between 0 and 1.
  case levelOutOfRange(Double)
  /// Fewer than no intervals were asked for.
  case horizonNegative(Int)
}
