import RealModule
import Vocabulary

/// The phases of events as columns of a regression: what a day has to do with which event.
///
/// An event's effect is its own on its days, and fades in before and out after them: two and three
/// days before, the day before, the day after, and the second to the seventh day after, which
/// matter less and less. Days of an event with a phase of its own stand for themselves: the phases
/// before and after them are given too. Of what never happened yet only the planner's figure is
/// known.
struct EventEffects {
  private enum Part: CaseIterable {
    case lead, eve, day, morrow, tail

    /// How far an effect's logarithm is expected to lie from what is expected of it.
    var spread: Double {
      switch self {
      case .lead, .tail: 0.1
      case .eve, .morrow: 0.15
      case .day: 0.5
      }
    }
  }

  /// Days that have the same effect.
  struct Kind {
    let key: String
    /// Days from the first of the history, rising; negative before it.
    let days: [Int]
    /// The planner's figures by place in ``days``.
    let figures: [EventCalendar.Event]
    /// The column of the effect on its days; nil where nothing is known of it.
    var column: Int?
  }

  /// The events that do not close, by their first day.
  let kinds: [Kind]
  private let closed: [Bool]
  /// By column, the place of its event among ``kinds``.
  private let kindOfColumn: [Int]
  private let rows: [[DayDesign.Entry]]
  private let hasFreeEffect: [Bool]
  private let isOn: [Bool]
  /// By column, as of ``DayDesign``.
  let spreads: [Double]
  let centers: [Double]

  /// Whether an event closes `day`.
  func closes(_ day: Int) -> Bool { closed[day] }

  /// Whether an effect of an event may be large on `day`.
  func touches(_ day: Int) -> Bool { hasFreeEffect[day] }

  /// The place among ``kinds`` of the event that `column` belongs to; nil where there is none.
  func kind(ofColumn column: Int) -> Int? {
    kindOfColumn.indices.contains(column) ? kindOfColumn[column] : nil
  }

  /// Whether `day` is one of an event's own.
  func isEvent(_ day: Int) -> Bool { isOn[day] }

  /// How uncertain the effects of events on `day` are to somebody who knows the days before
  /// `origin`: the square of a coefficient of variation.
  ///
  /// An effect is as uncertain as it is large, and less so the more often it was seen;
  /// `coefficients` are those of the columns of events.
  func doubt(_ day: Int, before origin: Int, _ coefficients: ArraySlice<Double>) -> Double {
    guard isOn[day] else { return 0 }
    var doubt = 0.0
    for kind in kinds where kind.days.contains(day) {
      let effect = kind.column.map { coefficients[coefficients.startIndex + $0] } ?? 0
      let size = (1 - .exp(-effect)).magnitude
      let seen = kind.days.count { (0..<origin).contains($0) }
      let share = max(0.1, size / 2) / Double(1 + seen)
      doubt += share * share
    }
    return doubt
  }

  /// What is not zero on `day`, by rising column.
  func entries(_ day: Int) -> [DayDesign.Entry] { rows[day] }

  /// The effects of `calendar` on `days` days, those of `grid` first; `opens` says of each whether
  /// its weekday is open, `known` of each of the history whether anything is known of it.
  init(
    _ calendar: EventCalendar, grid: DayGrid, days: Int, opens: [Bool], known: [Bool],
    plain: SlotShares
  ) {
    var order: [String] = []
    var figures: [String: [EventCalendar.Event]] = [:]
    for event in calendar.events {
      let day = grid.firstDay.distance(to: event.day)
      guard (-7...(days + 2)).contains(day) else { continue }
      if figures[event.key] == nil { order.append(event.key) }
      figures[event.key, default: []].append(event)
    }
    var kinds: [Kind] = []
    var closed = Array(repeating: false, count: days)
    for key in order {
      let own = figures[key] ?? []
      let places = own.map { grid.firstDay.distance(to: $0.day) }
      let past = places.filter { (0..<grid.days).contains($0) && opens[$0] }
      let closes = key == EventCalendar.closed || (!past.isEmpty && past.allSatisfy { !known[$0] })
      if closes {
        for day in places where (grid.days..<days).contains(day) { closed[day] = true }
      } else {
        kinds.append(Kind(key: key, days: places, figures: own))
      }
    }
    self.closed = closed

    var spreads: [Double] = []
    var centers: [Double] = []
    var kindOfColumn: [Int] = []
    var rows: [[DayDesign.Entry]] = Array(repeating: [], count: days)
    var isFree = Array(repeating: false, count: days)
    for index in kinds.indices {
      let kind = kinds[index]
      let stands = kind.figures.contains { !$0.phase.isEmpty }
      let places = (0..<days).compactMap { day in
        EventEffects.place(of: day, among: kind.days).map {
          (day: day, part: $0.part, value: $0.value)
        }
      }
      for part in Part.allCases where part == .day || !stands {
        let own = places.filter { $0.part == part }
        let center = part == .day ? EventEffects.expected(kind, grid: grid, plain: plain) : 0
        guard center != 0 || own.contains(where: { $0.day < grid.days && opens[$0.day] }) else {
          continue
        }
        if part == .day { kinds[index].column = spreads.count }
        for place in own {
          rows[place.day].append((spreads.count, place.value))
          if part == .day || part == .eve || part == .morrow { isFree[place.day] = true }
        }
        kindOfColumn.append(index)
        spreads.append(part.spread)
        centers.append(center)
      }
    }
    self.kinds = kinds
    self.kindOfColumn = kindOfColumn
    self.spreads = spreads
    self.centers = centers
    self.rows = rows
    hasFreeEffect = isFree
    isOn = (0..<days).map { day in kinds.contains { $0.days.contains(day) } }
  }

  /// Where `day` lies in the nearest occurrence of an event, and how much that matters.
  private static func place(of day: Int, among days: [Int]) -> (part: Part, value: Double)? {
    var after: Int?
    var before: Int?
    for other in days {
      if other == day { return (.day, 1) }
      if other < day { after = day - other }
      if other > day {
        before = other - day
        break
      }
    }
    if after == 1 { return (.morrow, 1) }
    if before == 1 { return (.eve, 1) }
    if let after, after <= 7 { return (.tail, Double(8 - after) / 6) }
    if let before, before <= 3 { return (.lead, 1) }
    return nil
  }

  /// The logarithm of the effect on a day of `kind` that the planner's figures let expect.
  private static func expected(_ kind: Kind, grid: DayGrid, plain: SlotShares) -> Double {
    let figures = kind.figures.compactMap { event -> Double? in
      guard let factor = event.factor, factor > 0 else { return nil }
      guard let minutes = event.minutes else { return .log(factor) }
      let length = grid.interval.minutes
      let weekday = event.day.weekday.rawValue
      let share = (0..<grid.slots).filter { minutes.contains($0 * length) }
        .reduce(0) { $0 + plain.share(weekday, $1) }
      return .log(1 + (factor - 1) * share)
    }
    return figures.isEmpty ? 0 : figures.reduce(0, +) / Double(figures.count)
  }
}
