import RealModule
public import Vocabulary

/// How the contacts expected on a day come about: factors whose product they are.
public struct DayParts: Hashable, Sendable {
  /// The factor of one event, by its key.
  public struct EventPart: Hashable, Sendable {
    public let key: String
    public let factor: Double

    public init(key: String, factor: Double) {
      self.key = key
      self.factor = factor
    }
  }

  public let day: Day
  /// Contacts of an average open day as things stand.
  public let level: Double
  /// The weekday's contacts over those of an average open weekday.
  public let weekday: Double
  /// The effect of the place in the month.
  public let month: Double
  /// The effect of the time of the year and of a lasting trend; 1 where the history is short.
  public let season: Double
  /// The effect of closed days around.
  public let reopening: Double
  /// The effects of events on the day itself, before or after them.
  public let events: [EventPart]
  /// What the hours of the day already seen say of the rest; 1 where none were.
  public let soFar: Double

  public init(
    day: Day, level: Double, weekday: Double, month: Double, season: Double, reopening: Double,
    events: [EventPart], soFar: Double
  ) {
    self.day = day
    self.level = level
    self.weekday = weekday
    self.month = month
    self.season = season
    self.reopening = reopening
    self.events = events
    self.soFar = soFar
  }

  /// The contacts expected on the day.
  public var total: Double {
    events.reduce(level * weekday * month * season * reopening * soFar) { $0 * $1.factor }
  }
}

extension Forecaster {
  /// How the `totals` of the days from `first` on come about; nil where closed.
  ///
  /// Of the candidates that are averaged, each effect enters with its geometric mean. The level is
  /// what is left of the total, so that the product holds to the last digit.
  func parts(
    of totals: [Double], from first: Int, _ candidates: Candidates, best: [Int], soFar: Double = 1
  ) -> [DayParts?] {
    let design = self.totals.design
    let fits = best.map { candidates.fits[$0 / Forecaster.levels.count] }
    let means = (0..<design.columns).map { column in
      fits.reduce(0) { $0 + $1.coefficients[column] } / Double(fits.count)
    }
    let open = (0..<7).filter(hours.opens)
    let usual = open.reduce(0) { $0 + means[design.firstWeekday + $1] } / Double(max(1, open.count))
    return totals.enumerated().map { lead, total in
      let day = first + lead
      guard design.isOpen[day] else { return nil }
      var logs = DayDesign.Group.allCases.map { _ in 0.0 }
      var events: [(kind: Int, log: Double)] = []
      for entry in design.rows[day] {
        let log = means[entry.column] * entry.value
        if let kind = design.effects.kind(
          ofColumn: entry.column - design.columnsOfEvents.lowerBound)
        {
          if events.last?.kind == kind {
            events[events.count - 1].log += log
          } else {
            events.append((kind, log))
          }
        } else {
          logs[design.group(entry.column).rawValue] += log
        }
      }
      func factor(_ group: DayDesign.Group) -> Double { .exp(logs[group.rawValue]) }
      let weekday = Double.exp(logs[DayDesign.Group.weekday.rawValue] - usual)
      let parts = events.map { part in
        DayParts.EventPart(
          key: design.effects.kinds[part.kind].key, factor: .exp(part.log))
      }
      let others = parts.reduce(weekday * factor(.month) * factor(.season) * factor(.reopening)) {
        $0 * $1.factor
      }
      return DayParts(
        day: grid.firstDay + day, level: total / others, weekday: weekday, month: factor(.month),
        season: factor(.season), reopening: factor(.reopening), events: parts, soFar: soFar)
    }
  }
}
