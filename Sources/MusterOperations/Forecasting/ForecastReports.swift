public import Forecasting
import MusterFiles
import MusterStore
import MusterWords
public import Vocabulary

/// How forecasts of a stream's past would have done.
public struct StreamBacktest: Hashable, Sendable {
  public var stream: Stream
  public var backtest: Backtest
}

extension Workspace {
  /// How many days of the history a report shows.
  private static let pastDays = 56

  /// A forecast as a report, with the weeks before it as they are in the store.
  public func report(_ forecast: VolumeForecast) throws -> ForecastReport {
    let interval = forecast.record.interval
    let first = forecast.record.days.lowerBound
    let volumes = try forecast.streams.map { stream -> ForecastReport.Volume in
      let last = min(stream.history.upperBound, first - 1)
      let past = max(stream.history.lowerBound, last - (Workspace.pastDays - 1))..<(last + 1)
      let arrivals = try store.read { try $0.arrivals(in: past, per: interval) }
        .filter { $0.stream == stream.stream }
      let series = series(of: arrivals[...], interval, past)
      var intervals = series.values.enumerated().map { index, value in
        ForecastReport.Interval(
          time: zone.local(series.instant(at: index)), seen: value.number)
      }
      let totals = ForecastReport.DayTotal.sums(intervals.map { ($0.time.day, $0.seen) })
      intervals.removeAll { $0.time.day < first - 7 }
      intervals += ahead(of: stream.stream, forecast)
      return ForecastReport.Volume(
        name: "\(stream.stream)", past: totals, intervals: intervals,
        parts: forecast.days.filter { $0.stream == stream.stream }.map(\.parts))
    }
    return ForecastReport(
      days: forecast.record.days, zoneName: zone.name, made: now, volumes: volumes)
  }

  /// The intervals of a stream's days ahead, those without service too.
  private func ahead(
    of stream: Stream, _ forecast: VolumeForecast
  ) -> [ForecastReport.Interval] {
    let own = forecast.planned.filter { $0.stream == stream }
    var rest = own[...]
    let start = zone.start(of: forecast.record.days.lowerBound)
    let end = zone.start(of: forecast.record.days.upperBound + 1)
    let step = forecast.record.interval.seconds
    return stride(from: 0, to: end - start, by: Int64.Stride(step)).map { offset in
      let instant = start + offset
      guard let next = rest.first, next.start == instant else {
        return ForecastReport.Interval(time: zone.local(instant))
      }
      rest = rest.dropFirst()
      return ForecastReport.Interval(
        time: next.local, mean: next.mean, low: next.p10, high: next.p90)
    }
  }

  /// Puts forecasts of every stream's past, or of one stream's, to the test.
  public func backtestVolume(
    stream: Stream? = nil, looks: Int = 8, reach: Int = 28, history historyDays: Int = 730,
    events eventsPath: String? = nil, standards: String? = nil
  ) throws -> [StreamBacktest] {
    let past = try pastVolume(before: today, events: eventsPath, standards: standards)
    let history = past.history(historyDays)
    let arrivals = try store.read { try $0.arrivals(in: history, per: past.interval) }
    let streams = Set(arrivals.map(\.stream)).sorted()
    if let stream, !streams.contains(stream) {
      throw Refusal(.noInput, [VolumeWords.noSuchStream(stream, known: streams)])
    }
    return try streams.filter { stream == nil || $0 == stream }.map { stream in
      let series = series(of: arrivals.filter { $0.stream == stream }[...], past.interval, history)
      return StreamBacktest(
        stream: stream,
        backtest: try VolumeFilters.backtest(
          "\(stream)", series, events: past.calendar, looks: looks, reach: reach))
    }
  }

  /// Contacts per interval of `days`.
  func series(
    of arrivals: ArraySlice<Arrivals>, _ interval: Interval, _ days: Range<Day>
  ) -> IntervalSeries {
    var counts = ContactCounts(interval: interval, zone: zone, days: days)
    for arrival in arrivals {
      counts.add(Int(arrival.contacts), on: arrival.day, slot: arrival.slot)
    }
    return counts.history
  }
}
