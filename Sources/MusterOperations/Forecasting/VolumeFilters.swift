public import Forecasting
public import MusterFiles
import MusterWords
public import Staffing
public import Vocabulary

/// Forecasting and staffing from file to table, without a workspace.
public enum VolumeFilters {
  /// The forecast of the `horizon` intervals after the history in the file at `path`.
  ///
  /// `events` is the path of a file of days known ahead. The interval is told from the history
  /// where it is not given. Times are those of `zone`, or of clocks that never change. Opening
  /// hours are learnt where `open` names none.
  public static func forecast(
    _ path: String, horizon: Int, events: String? = nil, interval: Interval? = nil,
    zone: String? = nil, open: [OpenTimes] = [], levels: [Double] = [0.8, 0.95]
  ) throws -> Forecast {
    let history = try HistoryFile(
      .path(path), interval: interval, zone: zone.map { try Zone(named: $0) })
    return try forecast(
      history.series, horizon: horizon, events: events, open: open, levels: levels)
  }

  private static func forecast(
    _ history: IntervalSeries, horizon: Int, events: String?, open: [OpenTimes], levels: [Double]
  ) throws -> Forecast {
    let calendar = try events.map { try EventsFile(.path($0)).calendar } ?? .none
    let hours =
      open.isEmpty
      ? nil
      : OpeningHours(
        interval: history.interval, times: open.map { ($0.weekdays, $0.minutes) })
    do {
      return try Forecasting.forecast(
        history: history, horizon: horizon, events: calendar, hours: hours, levels: levels)
    } catch {
      throw Refusal(.usage, [error.phrase])
    }
  }

  /// The same forecast with its history, as a report made at `now`.
  public static func forecastReport(
    _ path: String, horizon: Int, events: String? = nil, interval: Interval? = nil,
    zone name: String? = nil, open: [OpenTimes] = [], now: Instant
  ) throws -> (forecast: Forecast, report: ForecastReport) {
    let history = try HistoryFile(
      .path(path), interval: interval, zone: name.map { try Zone(named: $0) }
    ).series
    let forecast = try forecast(
      history, horizon: horizon, events: events, open: open, levels: [0.8, 0.95])
    let zone = history.zone
    let first = zone.local(forecast.start).day
    let seen = history.values.enumerated().map { index, value in
      ForecastReport.Interval(time: zone.local(history.instant(at: index)), seen: value.number)
    }
    let ahead = forecast.points.enumerated().map { index, point in
      let time = zone.local(forecast.means.instant(at: index))
      return ForecastReport.Interval(
        time: time, mean: point?.mean, low: point?.bands[0].lowerBound,
        high: point?.bands[0].upperBound)
    }
    let volumes = ForecastReport.Volume(
      name: path.split(separator: "/").last.map(String.init) ?? path,
      past: ForecastReport.DayTotal.sums(
        seen.filter { $0.time.day >= first - 56 }.map { ($0.time.day, $0.seen) }),
      intervals: seen.filter { $0.time.day >= first - 7 } + ahead,
      parts: forecast.days.compactMap(\.self))
    let last = ahead.last?.time.day ?? first
    return (
      forecast,
      ForecastReport(
        days: first...max(first, last), zoneName: zone.name, made: now, volumes: [volumes])
    )
  }

  /// Puts forecasts of the past of the history in the file at `path` to the test.
  public static func backtest(
    _ path: String, events: String? = nil, interval: Interval? = nil, looks: Int = 8,
    reach: Int = 28
  ) throws -> Backtest {
    let history = try HistoryFile(.path(path), interval: interval)
    let calendar = try events.map { try EventsFile(.path($0)).calendar } ?? .none
    return try backtest(path, history.series, events: calendar, looks: looks, reach: reach)
  }

  /// The same for a history called `name`.
  static func backtest(
    _ name: String, _ history: IntervalSeries, events: EventCalendar, looks: Int, reach: Int
  ) throws -> Backtest {
    do {
      return try Forecasting.backtest(
        history: history, events: events, looks: looks, reach: reach)
    } catch {
      switch error {
      case .historyTooShort(let days, let wanted):
        throw Refusal(.badData, [ForecastWords.tooShort(name, days: days, wanted: wanted)])
      case .forecast(let fault): throw Refusal(.badData, [fault.phrase])
      }
    }
  }

  /// What each interval of a file requires.
  public struct Staffing: Sendable {
    public let rows: [(time: LocalTime, requirement: Requirement)]
    public let interval: Interval
    /// Whether each interval was staffed with what it inherits from the one before.
    public let isOverTime: Bool
  }

  /// What each interval of the volumes in the file at `path` requires to meet `standard`.
  public static func staff(
    _ path: String, to standard: ServiceStandard, use: VolumeFile.Use? = nil,
    interval: Interval? = nil, over time: OverTime = .auto
  ) throws -> Staffing {
    let volumes = try VolumeFile(.path(path), use: use, interval: interval)
    let needs = standard.requirements(
      for: volumes.rows.map(\.volume),
      at: volumes.rows.map { Int($0.time.instant(offset: 0).seconds / volumes.interval.seconds) },
      in: volumes.interval, over: time)
    return Staffing(
      rows: zip(volumes.rows, needs).map { ($0.time, $1) }, interval: volumes.interval,
      isOverTime: time.holds(standard, volumes.interval))
  }
}

/// When a centre is open on some weekdays.
public struct OpenTimes: Hashable, Sendable {
  public let weekdays: [Weekday]
  /// The minutes of the day.
  public let minutes: Range<Int>

  /// The times that a text such as `mon-fri 9:00-21:00` or `sat,sun 10:00-18:00` tells; nil where it
  /// is none.
  public init?(_ text: String) {
    let parts = text.lowercased().split(separator: " ")
    guard parts.count == 2, let minutes = EventsFile.minutes(String(parts[1])) else { return nil }
    func weekday(_ name: Substring) -> Int? {
      guard name.count >= 3 else { return nil }
      return WeekdayName.allCases.firstIndex { $0.rawValue.hasPrefix(name) }
    }
    var weekdays: [Weekday] = []
    for range in parts[0].split(separator: ",") {
      let ends = range.split(separator: "-").map(weekday)
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
        first <= last
      else { return nil }
      weekdays += Weekday.allCases[first...last]
    }
    guard !weekdays.isEmpty else { return nil }
    self.weekdays = weekdays
    self.minutes = minutes
  }
}
