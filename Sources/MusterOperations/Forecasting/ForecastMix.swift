import Forecasting
import MusterFiles
import MusterStore
import MusterWords
import Performance
public import Vocabulary

/// What a stream's contacts are about, so far and ahead.
public struct StreamMix: Hashable, Sendable {
  public struct Topic: Hashable, Sendable {
    public var topic: String
    /// Contacts of the last four weeks.
    public var recent: Double
    public var ahead: Double
    /// Mean seconds of work in the last four weeks; nil where no contact says.
    public var handleSeconds: Double?
  }

  public var stream: Stream
  public var topics: [Topic]
  /// Mean seconds of work in the last four weeks; nil where no contact says.
  public var handleRecent: Double?
  /// What is expected of the days ahead.
  public var handleAhead: Double?

  public var recent: Double { topics.reduce(0) { $0 + $1.recent } }
  public var ahead: Double { topics.reduce(0) { $0 + $1.ahead } }
}

extension Workspace {
  /// What each stream's contacts of the next `days` days will be about and how long they take, by
  /// the engine that forecasts their number.
  ///
  /// Topics are forecast one by one and share out the stream's own forecast.
  public func forecastMix(
    days: Int, history historyDays: Int = 365, events eventsPath: String? = nil,
    standards: String? = nil
  ) throws -> [StreamMix] {
    let past = try pastVolume(before: today, events: eventsPath, standards: standards)
    let history = past.history(historyDays)
    let all = try store.read { try $0.topicArrivals(in: history, per: past.interval) }
    return try Set(all.map(\.arrivals.stream)).sorted().map { stream in
      try mix(
        of: stream, all.filter { $0.arrivals.stream == stream }, past.interval, history, days,
        past.calendar)
    }
  }

  private func mix(
    of stream: Stream, _ arrivals: [TopicArrivals], _ interval: Interval, _ history: Range<Day>,
    _ days: Int, _ calendar: EventCalendar
  ) throws -> StreamMix {
    let grid = series(of: arrivals.map(\.arrivals)[...], interval, history)
    let end = zone.start(of: history.upperBound + days)
    let horizon = Int((end - grid.end) / interval.seconds)
    func total(_ series: IntervalSeries) throws -> Double {
      try Forecasting.forecast(history: series, horizon: horizon, events: calendar, levels: [])
        .points.reduce(0) { $0 + ($1?.mean ?? 0) }
    }
    let whole = try total(grid)
    var topics: [StreamMix.Topic] = []
    var rest = arrivals[...]
    while let topic = rest.first?.topic {
      let own = rest.prefix { $0.topic == topic }.map(\.arrivals)
      rest = rest.dropFirst(own.count)
      let recent = own.filter { $0.day >= history.upperBound - 28 }
      topics.append(
        StreamMix.Topic(
          topic: topic, recent: Double(recent.reduce(0) { $0 + $1.contacts }),
          ahead: try total(Workspace.laid(own, on: grid, zone) { Double($0.contacts) }),
          handleSeconds: Workspace.meanSeconds(recent)))
    }
    let sum = topics.reduce(0) { $0 + $1.ahead }
    for index in topics.indices where sum > 0 { topics[index].ahead *= whole / sum }
    let plain = arrivals.map(\.arrivals)
    let contacts = Workspace.laid(plain, on: grid, zone) { Double($0.handle.count) }
    let seconds = Workspace.laid(plain, on: grid, zone) { Double($0.handle.total) }
    let times = try handleTimes(
      contacts: contacts, seconds: seconds, horizon: horizon, events: calendar)
    let expected = try Forecasting.forecast(
      history: contacts, horizon: horizon, events: calendar, levels: [])
    var work = 0.0
    var weight = 0.0
    for (time, point) in zip(times, expected.points) {
      guard let time, let point else { continue }
      work += time * point.mean
      weight += point.mean
    }
    return StreamMix(
      stream: stream, topics: topics,
      handleRecent: Workspace.meanSeconds(plain.filter { $0.day >= history.upperBound - 28 }),
      handleAhead: weight > 0 ? work / weight : nil)
  }

  /// What `measure` says of arrivals, in the intervals in which `grid` is open.
  private static func laid(
    _ arrivals: [Arrivals], on grid: IntervalSeries, _ zone: Zone, _ measure: (Arrivals) -> Double
  ) -> IntervalSeries {
    struct Place: Hashable {
      let day: Day
      let slot: Int
    }
    var sums: [Place: Double] = [:]
    for arrival in arrivals {
      sums[Place(day: arrival.day, slot: arrival.slot), default: 0] += measure(arrival)
    }
    var laid = grid
    for (index, value) in grid.values.enumerated() where value.number != nil {
      let local = zone.local(grid.instant(at: index))
      let place = Place(day: local.day, slot: local.minute / grid.interval.minutes)
      laid.values[index] = .open(sums[place] ?? 0)
    }
    return laid
  }

  private static func meanSeconds(_ arrivals: [Arrivals]) -> Double? {
    let count = arrivals.reduce(0) { $0 + $1.handle.count }
    let total = arrivals.reduce(0) { $0 + $1.handle.total }
    return count > 0 && total > 0 ? Double(total) / Double(count) : nil
  }
}
