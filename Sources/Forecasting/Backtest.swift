import Statistics
public import Vocabulary

/// How well forecasts made at past days would have been, beside what a spreadsheet says.
public struct Backtest: Hashable, Sendable {
  /// Who forecasts: Muster, or the mean of the same interval over the last weeks.
  public enum Method: String, CaseIterable, Hashable, Sendable {
    case muster
    case fourWeeks = "four_weeks"
    case eightWeeks = "eight_weeks"
  }

  /// How far forecasts missed.
  public struct Score: Hashable, Sendable {
    /// The sum of misses over that of contacts.
    public let wape: Double
    /// The mean of forecasts over that of contacts, less one.
    public let bias: Double
    /// The mean pinball loss at the ends of the 80 % band, over the mean of contacts.
    public let pinball: Double
    /// The share of intervals whose contacts lay in the 80 % band.
    public let coverage: Double

    public init(wape: Double, bias: Double, pinball: Double, coverage: Double) {
      self.wape = wape
      self.bias = bias
      self.pinball = pinball
      self.coverage = coverage
    }
  }

  /// The scores of forecasts that looked up to some days ahead.
  public struct Lead: Hashable, Sendable {
    /// How many days ahead were judged, from the first on.
    public let days: Int
    public let intervals: Int
    /// In the order of ``Method/allCases``.
    public let scores: [Score]

    public init(days: Int, intervals: Int, scores: [Score]) {
      self.days = days
      self.intervals = intervals
      self.scores = scores
    }
  }

  /// A day of the last look: what was expected and what came.
  public struct DaySeen: Hashable, Sendable {
    public let day: Day
    public let seen: Double
    /// In the order of ``Method/allCases``.
    public let expected: [Double]

    public init(day: Day, seen: Double, expected: [Double]) {
      self.day = day
      self.seen = seen
      self.expected = expected
    }
  }

  /// The first days ahead of each look, latest first.
  public let origins: [Day]
  public let leads: [Lead]
  /// The days ahead of the latest look.
  public let latest: [DaySeen]

  public init(origins: [Day], leads: [Lead], latest: [DaySeen]) {
    self.origins = origins
    self.leads = leads
    self.latest = latest
  }
}

/// Why nothing can be judged.
public enum BacktestFault: Error, Hashable, Sendable {
  /// The history is too short for one look at so many days.
  case historyTooShort(days: Int, wanted: Int)
  case forecast(ForecastFault)
}

/// Forecasts `history` from its own past days, and judges that by what came.
///
/// - Parameters:
///   - history: Contacts per interval.
///   - events: Days known ahead, past and future.
///   - looks: How many past days are forecast from at most, six days apart.
///   - reach: How many days ahead the longest look goes.
/// - Returns: The scores of Muster and of two spreadsheets, by how far they looked.
/// - Throws: Where not even one look leaves four weeks to learn from.
public func backtest(
  history: IntervalSeries, events: EventCalendar = .none, looks: Int = 8, reach: Int = 28
) throws(BacktestFault) -> Backtest {
  let grid = DayGrid(history)
  let last = grid.days - reach
  guard last >= 28 else { throw .historyTooShort(days: grid.days, wanted: reach + 28) }
  let origins = Array(stride(from: last, through: 28, by: -6).prefix(max(1, looks)))
  let leads = [1, 7, 28].filter { $0 < reach } + [reach]
  var tallies = leads.map { _ in Backtest.Method.allCases.map { _ in BacktestTally() } }
  var latest: [Backtest.DaySeen] = []
  for origin in origins {
    let judged = grid.days(from: origin, count: reach)
    let bands = try Backtest.Method.allCases.map { method throws(BacktestFault) in
      switch method {
      case .muster: try expected(history, grid, origin, reach, events)
      case .fourWeeks: SpreadsheetMean(weeks: 4, grid: grid, origin: origin).expected(on: judged)
      case .eightWeeks: SpreadsheetMean(weeks: 8, grid: grid, origin: origin).expected(on: judged)
      }
    }
    // The next day is the first one with contacts known.
    let first = judged.first { grid.isKnown($0) } ?? origin
    for day in judged {
      for slot in 0..<grid.slots {
        let seen = grid.volumes[day * grid.slots + slot]
        guard seen.isFinite else { continue }
        let cell = (day - origin) * grid.slots + slot
        for (place, lead) in leads.enumerated()
        where lead == 1 ? day == first : day < origin + lead {
          for method in bands.indices {
            tallies[place][method].add(seen, bands[method][cell])
          }
        }
      }
    }
    if latest.isEmpty {
      latest = judged.filter(grid.isKnown).map { day in
        let cells = (0..<grid.slots).filter { grid.volumes[day * grid.slots + $0].isFinite }
        return Backtest.DaySeen(
          day: grid.firstDay + day,
          seen: cells.reduce(0) { $0 + grid.volumes[day * grid.slots + $1] },
          expected: bands.map { band in
            cells.reduce(0) { $0 + band[(day - origin) * grid.slots + $1].mean }
          })
      }
    }
  }
  return Backtest(
    origins: origins.map { grid.firstDay + $0 },
    leads: zip(leads, tallies).map { lead, tallies in
      Backtest.Lead(days: lead, intervals: tallies[0].count, scores: tallies.map(\.score))
    }, latest: latest)
}

/// What is expected of an interval, with the ends of the 80 % band.
struct ExpectedBand {
  var mean = 0.0
  var low = 0.0
  var high = 0.0
}

/// By day and slot from `origin` on, what the forecast of the days before it says.
private func expected(
  _ history: IntervalSeries, _ grid: DayGrid, _ origin: Int, _ reach: Int, _ events: EventCalendar
) throws(BacktestFault) -> [ExpectedBand] {
  let cut = history.zone.start(of: grid.firstDay + origin)
  var past = history
  past.values.removeLast(Int((history.end - cut) / history.interval.seconds))
  let horizon = Int(
    (history.zone.start(of: grid.firstDay + (origin + reach)) - past.end)
      / history.interval.seconds)
  var bands = Array(repeating: ExpectedBand(), count: reach * grid.slots)
  do {
    let forecast = try forecast(history: past, horizon: horizon, events: events, levels: [0.8])
    for (index, point) in forecast.points.enumerated() {
      guard let point else { continue }
      let local = history.zone.local(forecast.means.instant(at: index))
      let day = grid.firstDay.distance(to: local.day) - origin
      guard (0..<reach).contains(day) else { continue }
      bands[day * grid.slots + local.minute / grid.interval.minutes] = ExpectedBand(
        mean: point.mean, low: point.bands[0].lowerBound, high: point.bands[0].upperBound)
    }
  } catch {
    throw .forecast(error)
  }
  return bands
}

/// The mean of the same interval over the last weeks, as spreadsheets have it.
///
/// Its band comes from what the same mean missed in the twelve weeks before.
private struct SpreadsheetMean {
  let weeks: Int
  let grid: DayGrid
  let origin: Int

  /// The mean of the last `weeks` known counts of `slot` on the weekday of `day`, before `end`.
  private func mean(_ day: Int, _ slot: Int, before end: Int) -> Double? {
    var sum = 0.0
    var count = 0
    var past = day - 7
    while past >= end { past -= 7 }
    // A hole takes the week before it, up to as many weeks again.
    let oldest = past - 7 * 2 * weeks
    while past >= 0, past > oldest, count < weeks {
      let volume = grid.volumes[past * grid.slots + slot]
      if volume.isFinite {
        sum += volume
        count += 1
      }
      past -= 7
    }
    return count > 0 ? sum / Double(count) : nil
  }

  func expected(on days: Range<Int>) -> [ExpectedBand] {
    var misses: [Double] = []
    for day in max(7, origin - 84)..<origin {
      for slot in 0..<grid.slots {
        let seen = grid.volumes[day * grid.slots + slot]
        guard seen.isFinite, let mean = mean(day, slot, before: day) else { continue }
        misses.append(seen - mean)
      }
    }
    misses.sort()
    let low = quantile(sorted: misses, 0.1) ?? 0
    let high = quantile(sorted: misses, 0.9) ?? 0
    return days.flatMap { day in
      (0..<grid.slots).map { slot in
        let mean = mean(day, slot, before: origin) ?? 0
        return ExpectedBand(mean: mean, low: max(0, mean + low), high: max(0, mean + high))
      }
    }
  }
}

/// Sums behind a score.
private struct BacktestTally {
  var count = 0
  private var seen = 0.0
  private var missed = 0.0
  private var over = 0.0
  private var pinball = 0.0
  private var held = 0

  mutating func add(_ volume: Double, _ band: ExpectedBand) {
    count += 1
    seen += volume
    missed += (volume - band.mean).magnitude
    over += band.mean - volume
    pinball += max(0.1 * (volume - band.low), 0.9 * (band.low - volume))
    pinball += max(0.9 * (volume - band.high), 0.1 * (band.high - volume))
    held += band.low <= volume && volume <= band.high ? 1 : 0
  }

  var score: Backtest.Score {
    let sum = max(seen, 1e-9)
    return Backtest.Score(
      wape: missed / sum, bias: over / sum, pinball: pinball / 2 / sum,
      coverage: Double(held) / Double(max(1, count)))
  }
}
