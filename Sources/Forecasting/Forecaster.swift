import RealModule
import Statistics
public import Vocabulary

/// What is to be expected in the `horizon` intervals after `history`.
///
/// Days are forecast as totals and spread over their slots by weekday. Opening hours are learnt
/// from the history; holes in it are unknown, not zero, and days that stand out do not leak into
/// what is expected. `events` are known ahead: ``EventCalendar/closed`` days have no contacts,
/// others an effect learnt from their past. How fast to forget is chosen by forecasting the
/// history's own last weeks, and the bands' width from the errors made there.
///
/// - Parameters:
///   - history: Contacts per interval, up to the last one that is over.
///   - horizon: How many intervals to forecast, closed ones included.
///   - events: Days known ahead, past and future.
///   - hours: The opening hours ahead, in the history's interval; nil to learn them.
///   - levels: The shares of outcomes that the bands are to hold.
/// - Returns: A mean and bands for each open interval.
/// - Throws: Where the history holds no number or one below zero, or an argument is out of range.
public func forecast(
  history: IntervalSeries, horizon: Int, events: EventCalendar = .none,
  hours: OpeningHours? = nil, levels: [Double] = [0.8, 0.95]
) throws(ForecastFault) -> Forecast {
  precondition(
    hours.map { $0.interval == history.interval } ?? true, "hours are in the history's interval")
  guard horizon >= 0 else { throw .horizonNegative(horizon) }
  for level in levels where !(level > 0 && level < 1) { throw .levelOutOfRange(level) }
  for (index, value) in history.values.enumerated() {
    if let number = value.number, !(number >= 0 && number.isFinite) {
      throw .volumeNotANumber(at: index)
    }
  }
  guard history.values.contains(where: { $0.number != nil }) else { throw .nothingKnown }
  var forecast = Forecaster(history, horizon: horizon, events: events, hours: hours)
    .forecast(levels: levels)
  if horizon > 0 {
    let day = { history.zone.local(history.instant(at: $0)).day }
    let last = history.values.count - 1
    forecast.unknownEvents = events.unknown(
      on: day(last + 1)...day(last + horizon), after: day(0)...day(last))
  }
  return forecast
}

/// One way to forget: half-lives in days and the wandering of the level.
struct Pace: Hashable {
  let halfLife: Double
  let level: DayLevel
}

/// The steps from a history to a forecast.
struct Forecaster {
  let history: IntervalSeries
  let horizon: Int
  let grid: DayGrid
  let hours: OpeningHours
  let totals: DayTotals
  let plain: SlotShares

  static let halfLives: [Double] = [30, 60, 120, 400]
  static let levels = [
    DayLevel(slow: 0.05, fast: 0), DayLevel(slow: 0.3, fast: 0), DayLevel(slow: 0.6, fast: 0),
    DayLevel(slow: 0.05, fast: 0.3), DayLevel(slow: 0.3, fast: 0.3),
  ]

  /// Half-lives in days of what is known of slots; a centre whose days keep their shape is best
  /// known by all of its past.
  static let memories: [Double] = [112, 28, 448, 1500]
  /// How many contacts the shape of all weekdays is worth to a weekday's own: few where weekdays
  /// differ, many where the difference is mostly chance.
  static let pulls: [Double] = [200, 1000, 5000, 25000]

  init(
    _ history: IntervalSeries, horizon: Int, events: EventCalendar, hours given: OpeningHours?
  ) {
    self.history = history
    self.horizon = horizon
    grid = DayGrid(history)
    hours = given ?? OpeningHours(learntFrom: grid)
    plain = SlotShares(plain: grid, hours: hours)
    let last = history.zone.local(history.end + (Int64(horizon) * history.interval.seconds - 1)).day
    let ahead = max(0, grid.firstDay.distance(to: last) + 1 - grid.days)
    let design = DayDesign(
      grid, hours: hours, calendar: events, plain: plain, ahead: ahead)
    var totals = Array(repeating: Double.nan, count: grid.days)
    for day in 0..<grid.days where design.isOpen[day] {
      var sum = 0.0
      var covered = 0.0
      for slot in 0..<grid.slots where hours.isOpen(design.weekdays[day], slot: slot) {
        let volume = grid.volumes[day * grid.slots + slot]
        guard volume.isFinite else { continue }
        sum += volume
        covered += plain.share(design.weekdays[day], slot)
      }
      if covered >= 0.5 { totals[day] = sum / covered }
    }
    self.totals = DayTotals(design: design, totals: totals)
  }

  /// Days of the history at which to look ahead, latest first.
  ///
  /// Sixteen looks, six days apart, so that they begin on every weekday. In a long history they lie
  /// up to 19 days apart, as far as each leaves more than a year to learn from: errors of more
  /// than one season make better bands.
  var origins: [Int] {
    var step = max(6, min(19, (grid.days - 400) / 16))
    if step % 7 == 0 { step -= 1 }
    return Array(stride(from: grid.days - 7, through: 28, by: -step).prefix(16))
  }

  /// What each pace expects from a day on.
  struct Candidates {
    /// By half-life.
    let fits: [DayTotals.Fit]
    /// By half-life, then level, then days ahead: the factor of the level.
    let levels: [[Double]]
    /// The totals, in the same order.
    let totals: [[Double]]
  }

  /// The totals from `end` on that each pace expects; fits begin where those of `start` ended.
  func candidates(before end: Int, start: Candidates? = nil) -> Candidates {
    let design = totals.design
    let fits = Forecaster.halfLives.enumerated().map { index, halfLife in
      totals.fit(before: end, halfLife: halfLife, start: start?.fits[index])
    }
    let levels = fits.flatMap { fit in
      Forecaster.levels.map { $0.factors(fit, design: design, after: end) }
    }
    return Candidates(
      fits: fits, levels: levels,
      totals: levels.enumerated().map { index, factors in
        let expected = fits[index / Forecaster.levels.count].expected
        return factors.enumerated().map { lead, factor in expected[end + lead] * factor }
      })
  }

  /// The forecast with bands that hold `levels` of the outcomes.
  func forecast(levels: [Double]) -> Forecast {
    let origins = origins
    let candidates = self.candidates(before: grid.days)
    var start = candidates
    let looks = origins.map { origin in
      start = self.candidates(before: origin, start: start)
      return start.totals
    }
    let best = best(looks, at: origins)
    let shares = shares(at: origins)
    let shapes = EventShapes(grid, totals: totals, hours: hours, usual: shares[shares.count - 1])
    let past = zip(origins, zip(looks, shares)).map { origin, look in
      self.look(
        from: origin, to: min(grid.days, origin + Forecaster.reach),
        Forecaster.blend(look.0, best), look.1, shapes)
    }
    let design = totals.design
    let effects = candidates.fits[1].coefficients[design.columnsOfEvents]
    let doubt = { (day: Int, origin: Int) in design.effects.doubt(day, before: origin, effects) }
    let errors = ForecastErrors(past, totals: totals, grid: grid, hours: hours, doubt: doubt)
    let now = look(
      from: grid.days, to: design.days, Forecaster.blend(candidates.totals, best),
      shares[shares.count - 1], shapes)
    let begun = begun(best, now.usual, shapes, errors, doubt: doubt)
    let points = (0..<horizon).map { step in
      point(history.end + Int64(step) * history.interval.seconds, now, begun, errors, doubt, levels)
    }
    let today = begun.map { begun in
      parts(
        of: [begun.look.totals[0]], from: begun.day, candidates, best: best, soFar: begun.factor)
    }
    return Forecast(
      start: history.end, interval: history.interval, zone: history.zone, levels: levels,
      points: points,
      days: (today ?? []) + parts(of: now.totals, from: grid.days, candidates, best: best))
  }

  func look(
    from origin: Int, to end: Int, _ expected: [Double], _ usual: SlotShares, _ shapes: EventShapes
  ) -> Look {
    Look(
      origin: origin, totals: expected, usual: usual,
      special: shapes.shares(
        from: origin, to: end, usual: usual, weekdays: totals.design.weekdays))
  }

  private func point(
    _ instant: Instant, _ now: Look, _ begun: Begun?, _ errors: ForecastErrors,
    _ doubt: (_ day: Int, _ origin: Int) -> Double, _ levels: [Double]
  ) -> Forecast.Point? {
    let local = history.zone.local(instant)
    let day = grid.firstDay.distance(to: local.day)
    let slot = local.minute / history.interval.minutes
    let weekday = totals.design.weekdays[day]
    guard totals.design.isOpen[day], hours.isOpen(weekday, slot: slot) else { return nil }
    if let begun, day == begun.day {
      let mean = max(0, begun.mean(weekday, slot))
      return Forecast.Point(
        mean: mean, share: begun.look.share(day, weekday, slot),
        bands: errors.bands(
          around: mean, lead: 1, doubt: doubt(day, day) - begun.settled, levels: levels))
    }
    let share = now.share(day, weekday, slot)
    let mean = max(0, now.totals[day - now.origin]) * share
    let bands = errors.bands(
      around: mean, lead: day - now.origin + 1, doubt: doubt(day, now.origin), levels: levels)
    return Forecast.Point(mean: mean, share: share, bands: bands)
  }

  /// The shares known at each of `origins`, and now.
  ///
  /// Of the ways to remember, the three that best foretold the days after the origins are averaged.
  private func shares(at origins: [Int]) -> [SlotShares] {
    let history = SlotHistory(grid, hours: hours, totals: totals, plain: plain)
    // Origins are latest first.
    let ends = origins.reversed() + [grid.days]
    var ways: [[SlotShares]] = []
    for halfLife in Forecaster.memories {
      let memories = history.memories(before: ends, halfLife: halfLife)
      for pull in Forecaster.pulls {
        ways.append(memories.map { history.shares($0, pull: pull) })
      }
    }
    let surprises = ways.map { way in
      zip(ends.dropLast(), way).reduce(0) { sum, look in
        sum + history.surprise(of: look.1, on: look.0..<min(grid.days, look.0 + Forecaster.reach))
      }
    }
    let order = ways.indices.sorted { (surprises[$0], $0) < (surprises[$1], $1) }
    let best = order.prefix(3)
    let shares = ends.indices.map { end in SlotShares(meanOf: best.map { ways[$0][end] }) }
    return shares.dropLast().reversed() + [shares[shares.count - 1]]
  }

  static func blend(_ look: [[Double]], _ best: [Int]) -> [Double] {
    look[0].indices.map { lead in best.reduce(0) { $0 + look[$1][lead] } / Double(best.count) }
  }

  /// The candidates with the least error at the origins; near and far days weigh the same.
  private func best(_ looks: [[[Double]]], at origins: [Int]) -> [Int] {
    let count = Forecaster.halfLives.count * Forecaster.levels.count
    let errors = (0..<count).map { candidate in
      var near = (error: 0.0, seen: 1e-9)
      var far = near
      for (origin, look) in zip(origins, looks) {
        for day in origin..<min(grid.days, origin + Forecaster.reach) {
          let seen = totals.totals[day]
          guard seen.isFinite, totals.design.isOpen[day] else { continue }
          let expected = look[candidate][day - origin]
          let error = min((seen - expected).magnitude, expected)
          if day < origin + 7 {
            near = (near.error + error, near.seen + seen)
          } else {
            far = (far.error + error, far.seen + seen)
          }
        }
      }
      return near.error / near.seen + far.error / far.seen
    }
    let order = (0..<count).sorted { (errors[$0], $0) < (errors[$1], $1) }
    return Array(order.prefix(6))
  }

  /// How many days ahead errors are measured.
  static let reach = 28
}

/// What was expected from a day on by somebody who knew the days before it.
struct Look {
  /// The first day ahead.
  let origin: Int
  /// Totals by days ahead.
  let totals: [Double]
  /// The shares of days without an event.
  let usual: SlotShares
  /// By day of an event, its shares.
  let special: [Int: [Double]]

  /// The share of a day's total that falls into `slot` of `day`.
  func share(_ day: Int, _ weekday: Int, _ slot: Int) -> Double {
    special[day]?[slot] ?? usual.share(weekday, slot)
  }
}
