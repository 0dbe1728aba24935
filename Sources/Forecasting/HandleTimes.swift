public import Vocabulary

/// The mean handle time of each of the `horizon` intervals after a history, in seconds.
///
/// Work is forecast as contacts are, each contact weighing what it took: the quotient of both
/// forecasts follows the weekday, the hour, events and the level of handle times, as far as these
/// stand out from chance.
///
/// - Parameters:
///   - contacts: Contacts per interval for which a handle time is known.
///   - seconds: The seconds of work on them, in the same intervals.
///   - horizon: How many intervals to forecast, closed ones included.
///   - events: Days known ahead, past and future.
/// - Returns: One for each interval; nil where nobody is served, or no handle time is known.
/// - Throws: As ``forecast(history:horizon:events:levels:)``.
public func handleTimes(
  contacts: IntervalSeries, seconds: IntervalSeries, horizon: Int, events: EventCalendar = .none
) throws(ForecastFault) -> [Double?] {
  let count = contacts.values.compactMap(\.number).reduce(0, +)
  let total = seconds.values.compactMap(\.number).reduce(0, +)
  guard count > 0, total > 0 else { return Array(repeating: nil, count: horizon) }
  let usual = total / count
  var work = seconds
  work.values = seconds.values.map { value in value.number.map { .open($0 / usual) } ?? value }
  let many = try forecast(history: contacts, horizon: horizon, events: events, levels: [])
  let heavy = try forecast(history: work, horizon: horizon, events: events, levels: [])
  return zip(many.points, heavy.points).map { many, heavy in
    guard let many, let heavy else { return nil }
    // A fraction of a contact of the usual kind, so that hours with next to none do not swing.
    let ballast = 0.25
    return usual * (heavy.mean + ballast) / (many.mean + ballast)
  }
}
