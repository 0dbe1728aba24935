import Forecasting
import MusterFiles
public import MusterStore
import MusterWords
public import Vocabulary

/// A day that has begun, forecast anew for a stream.
public struct StreamToday: Hashable, Sendable {
  public var stream: Stream
  /// Contacts up to now.
  public var seen: Double
  /// What the latest forecast made before had expected up to now; nil where there is none.
  public var expected: Double?
  /// The rest of the day over what was expected before it began.
  public var soFar: Double
  /// The open intervals from now on.
  public var rest: [ForecastInterval]
}

extension Workspace {
  /// Forecasts the rest of today from the contacts that have come, stream by stream.
  ///
  /// Intervals that were over at ``now`` count as seen. Nothing is kept.
  public func forecastToday(
    history historyDays: Int = 730, events eventsPath: String? = nil, standards: String? = nil
  ) throws -> [StreamToday] {
    let past = try pastVolume(before: today + 1, events: eventsPath, standards: standards)
    let interval = past.interval
    let history = max(past.known.lowerBound, today - historyDays)..<(today + 1)
    let arrivals = try store.read { try $0.arrivals(in: history, per: interval) }
    let earlier = try store.read { try $0.forecastsAhead(of: today...today) }
    let end = zone.start(of: today + 1)
    return try Set(arrivals.map(\.stream)).sorted().map { stream in
      var series = series(
        of: arrivals.filter { $0.stream == stream }[...], interval, history)
      // What has not begun is not yet known.
      let left = max(0, Int((end - now + interval.seconds - 1) / interval.seconds))
      series.values.removeLast(min(left, series.values.count))
      let forecast = try Forecasting.forecast(
        history: series, horizon: Int((end - series.end) / interval.seconds), events: past.calendar)
      let seen = series.values.enumerated().reduce(0.0) { sum, item in
        let isToday = zone.local(series.instant(at: item.offset)).day == today
        return sum + (isToday ? item.element.number ?? 0 : 0)
      }
      let before = earlier.filter { $0.stream == stream && $0.start < series.end }
      return StreamToday(
        stream: stream, seen: seen,
        expected: before.isEmpty ? nil : before.reduce(0) { $0 + $1.mean },
        soFar: forecast.parts(of: today)?.soFar ?? 1,
        rest: kept(stream, forecast, today..<(today + 1)).intervals)
    }
  }
}
