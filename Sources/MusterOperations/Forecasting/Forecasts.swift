import FoundationEssentials
import Forecasting
public import MusterFiles
public import MusterStore
import MusterWords
import Performance
public import Staffing
public import Vocabulary

/// What is expected of every stream, as it was kept.
public struct VolumeForecast: Hashable, Sendable {
  /// Its number is 0 in a dry run.
  public var record: ForecastRecord
  public var streams: [ForecastStream]
  /// The model's figures.
  public var intervals: [ForecastInterval]
  /// How the model's figures come about, by stream and day.
  public var days: [ForecastDay]
  /// What people say against them.
  public var overrides: [ForecastOverride] = []
  /// Events ahead of which nothing is known; told when a forecast is made.
  public var unknownEvents: [String] = []
  /// Streams forecast like others; told when a forecast is made.
  public var likened: [Likeness] = []

  /// The figures to plan with: the model's, and where people said otherwise theirs.
  public var planned: [ForecastInterval] {
    guard !overrides.isEmpty else { return intervals }
    return intervals.map { interval in
      let factor = self.factor(interval)
      guard factor != 1 else { return interval }
      var planned = interval
      planned.mean *= factor
      planned.p10 *= factor
      planned.p90 *= factor
      planned.p2_5 *= factor
      planned.p97_5 *= factor
      return planned
    }
  }

  /// The factor by which people change the model's figure; the latest override counts.
  public func factor(_ interval: ForecastInterval) -> Double {
    overrides.last { $0.holds(interval.stream, interval.local) }?.factor ?? 1
  }
}

/// What every stream requires, as it was kept.
public struct VolumeRequirement: Hashable, Sendable {
  /// Its number is 0 in a dry run.
  public var record: RequirementRecord
  public var interval: Interval
  public var intervals: [RequirementInterval]
  /// Whether it was just made with intervals that inherit from the one before.
  public var isOverTime = false
}

extension Workspace {
  /// Forecasts every stream from the contacts in the store, and keeps the result.
  ///
  /// The history ends the day before today or with the last contact. The forecast begins the day
  /// after it, or on `first`. Days known ahead are read from `events`, else from `rosters/events.csv`
  /// and the files in `rosters/calendars`. The interval is that of the service standards. Streams
  /// named by `likenesses` are forecast like others.
  public func forecastVolume(
    days: Int, from first: Day? = nil, history historyDays: Int = 730,
    events eventsPath: String? = nil,
    standards: String? = nil, like likenesses: [Likeness] = [], isDryRun: Bool = false
  ) throws -> VolumeForecast {
    let past = try pastVolume(before: today, events: eventsPath, standards: standards)
    let (interval, events) = (past.interval, past.events)
    let history = past.history(historyDays)
    let first = first ?? history.upperBound
    guard first >= history.upperBound else {
      throw Refusal(.usage, [VolumeWords.startsInHistory(first, last: past.known.upperBound)])
    }
    let ahead = first..<(first + days)
    let arrivals = try store.read { try $0.arrivals(in: history, per: interval) }

    var streams: [ForecastStream] = []
    var intervals: [ForecastInterval] = []
    var parts: [ForecastDay] = []
    var rest = arrivals[...]
    var whole: [(stream: Stream, arrivals: ArraySlice<Arrivals>, forecast: Forecast)] = []
    while let stream = rest.first?.stream {
      let own = rest.prefix { $0.stream == stream }
      rest = rest.dropFirst(own.count)
      streams.append(summary(of: stream, own, in: history))
      whole.append(
        (stream, own, try forecast(own, interval, history, ahead, events?.file.calendar)))
    }
    var likened: [Likeness] = []
    for likeness in likenesses {
      guard likeness.stream != likeness.other,
        let other = whole.first(where: { $0.stream == likeness.other }),
        let model = streams.first(where: { $0.stream == likeness.other })
      else {
        throw Refusal(
          .noInput,
          [ForecastWords.unlike(likeness.stream, likeness.other, known: whole.map(\.stream))])
      }
      let own = whole.first { $0.stream == likeness.stream }
      let analogy = likeness.analogy(own?.arrivals ?? [], other.arrivals)
      likened.append(
        Likeness(stream: likeness.stream, other: likeness.other, share: analogy.share))
      let place = whole.firstIndex { $0.stream > likeness.stream } ?? whole.count
      let forecast = other.forecast.like(analogy)
      if let index = whole.firstIndex(where: { $0.stream == likeness.stream }) {
        whole[index].forecast = forecast
      } else {
        whole.insert((likeness.stream, [], forecast), at: place)
        var summary = model
        summary.stream = likeness.stream
        summary.contacts = 0
        streams.insert(summary, at: place)
      }
      if let index = streams.firstIndex(where: { $0.stream == likeness.stream }),
        streams[index].handleSeconds == nil
      {
        streams[index].handleSeconds = model.handleSeconds
      }
    }
    for part in whole {
      let expected = kept(part.stream, part.forecast, ahead)
      intervals += expected.intervals
      parts += expected.days
    }
    var forecast = VolumeForecast(
      record: ForecastRecord(
        madeAt: now, actor: actor, days: ahead.lowerBound...(ahead.upperBound - 1),
        interval: interval, calendar: events.map { ContentHash(ofText: $0.text) }),
      streams: streams, intervals: intervals, days: parts,
      overrides: try store.read { try $0.overrides() },
      unknownEvents: events?.file.calendar.unknown(
        on: ahead.lowerBound...(ahead.upperBound - 1),
        after: history.lowerBound...(history.upperBound - 1)) ?? [],
      likened: likened)
    guard !isDryRun else { return forecast }
    try store.write { connection in
      if let events {
        try connection.savePolicy(kind: "events", path: events.name, text: events.text)
      }
      forecast.record.id = try connection.saveForecast(
        forecast.record, streams: streams, intervals: intervals)
      try connection.saveForecastDays(forecast.record.id, parts)
    }
    return forecast
  }

  /// The forecast with this number, or the latest.
  public func forecast(_ id: Int64? = nil) throws -> VolumeForecast {
    try store.read { connection in
      guard let record = try connection.forecast(id) else {
        throw Refusal(.noInput, [VolumeWords.noForecast(id)])
      }
      return try VolumeForecast(
        record: record, streams: connection.forecastStreams(record.id),
        intervals: connection.forecastIntervals(record.id),
        days: connection.forecastDays(record.id), overrides: connection.overrides())
    }
  }

  /// Staffs a forecast by the service standards, and keeps the requirement.
  ///
  /// The standards are read from `standards`, else from `rosters/service.yaml`. A stream whose
  /// channel they do not name, or whose contacts do not tell a handle time, is refused. What they
  /// wish besides is met only where `isWishMet`.
  public func staffForecast(
    _ id: Int64? = nil, for use: VolumeFile.Use = .mean, standards path: String? = nil,
    over time: OverTime = .auto, isWishMet: Bool = false, isDryRun: Bool = false
  ) throws -> VolumeRequirement {
    let standards = try standards(path)
    let forecast = try forecast(id)
    let planned = forecast.planned
    var intervals: [RequirementInterval] = []
    var refusals: [Phrase] = []
    var isOverTime = false
    for stream in forecast.streams {
      let own = planned.filter { $0.stream == stream.stream }
      guard let channel = standards.file.channel(coded: stream.stream.channel) else {
        let known = standards.file.channels.map(\.code)
        refusals.append(VolumeWords.noStandard(stream.stream, in: standards.name, known: known))
        continue
      }
      guard let seconds = stream.handleSeconds else {
        refusals.append(VolumeWords.noHandleTime(stream.stream))
        continue
      }
      let planning = StreamPlanning(
        planning: standards.file.planning, interval: forecast.record.interval,
        handleSeconds: seconds, use: use, time: time,
        isWishMet: isWishMet)
      do {
        intervals += try planning.requirement(of: own, channel.work)
        if try planning.isOverTime(channel.work) { isOverTime = true }
      } catch {
        refusals.append(error.phrase)
      }
    }
    guard refusals.isEmpty else { throw Refusal(.badData, refusals) }
    var result = VolumeRequirement(
      record: RequirementRecord(
        forecast: forecast.record.id, madeAt: now, actor: actor, used: use.rawValue,
        standards: ContentHash(ofText: standards.text)),
      interval: forecast.record.interval, intervals: intervals, isOverTime: isOverTime)
    guard !isDryRun else { return result }
    try store.write { connection in
      try connection.savePolicy(kind: "service", path: standards.name, text: standards.text)
      result.record.id = try connection.saveRequirement(result.record, intervals: intervals)
    }
    return result
  }

  /// The requirement with this number, or the latest.
  public func requirement(_ id: Int64? = nil) throws -> VolumeRequirement {
    try store.read { connection in
      guard let record = try connection.requirement(id),
        let forecast = try connection.forecast(record.forecast)
      else { throw Refusal(.noInput, [VolumeWords.noRequirement(id)]) }
      return try VolumeRequirement(
        record: record, interval: forecast.interval,
        intervals: connection.requirementIntervals(record.id))
    }
  }
}

extension Workspace {
  static let standardsFile = "rosters/service.yaml"

  /// The service standards in the file at `path`, or the workspace's own.
  func standards(
    _ path: String?
  ) throws -> (name: String, text: String, file: ServiceStandards) {
    let name = path ?? Workspace.standardsFile
    let text = try Disk.text(at: path ?? folder + "/" + name)
    return (name, text, try ServiceStandards(text: text, file: name))
  }

  /// What the forecast of a stream is made from; its handle time is that of the last four weeks.
  private func summary(
    of stream: Stream, _ arrivals: ArraySlice<Arrivals>, in history: Range<Day>
  ) -> ForecastStream {
    func handleTime(from day: Day) -> Double? {
      var count: Int64 = 0
      var total: Int64 = 0
      for arrival in arrivals where arrival.day >= day {
        count += arrival.handle.count
        total += arrival.handle.total
      }
      return count > 0 && total > 0 ? Double(total) / Double(count) : nil
    }
    return ForecastStream(
      stream: stream, history: history.lowerBound...(history.upperBound - 1),
      contacts: arrivals.reduce(0) { $0 + $1.contacts },
      handleSeconds: handleTime(from: history.upperBound - 28)
        ?? handleTime(from: history.lowerBound))
  }

  /// What is expected after a history, up to the last of `ahead`.
  private func forecast(
    _ arrivals: ArraySlice<Arrivals>, _ interval: Interval, _ history: Range<Day>,
    _ ahead: Range<Day>, _ calendar: EventCalendar?
  ) throws -> Forecast {
    let series = series(of: arrivals, interval, history)
    let horizon = (zone.start(of: ahead.upperBound) - series.end) / interval.seconds
    return try Forecasting.forecast(
      history: series, horizon: Int(horizon), events: calendar ?? .none)
  }

  /// What is kept of a stream's forecast: the intervals of `ahead` in which it is open.
  func kept(
    _ stream: Stream, _ forecast: Forecast, _ ahead: Range<Day>
  ) -> (intervals: [ForecastInterval], days: [ForecastDay]) {
    let intervals = forecast.points.enumerated().compactMap { index, point -> ForecastInterval? in
      let start = forecast.start + Int64(index) * forecast.interval.seconds
      let local = zone.local(start)
      guard let point, ahead.contains(local.day) else { return nil }
      return ForecastInterval(
        stream: stream, start: start, local: local, mean: point.mean,
        p10: point.bands[0].lowerBound, p90: point.bands[0].upperBound,
        p2_5: point.bands[1].lowerBound, p97_5: point.bands[1].upperBound)
    }
    let days = forecast.days.compactMap(\.self).filter { ahead.contains($0.day) }
    return (intervals, days.map { ForecastDay(stream: stream, parts: $0) })
  }
}
