import RealModule
import Vocabulary

/// What is known of each day of a history and of the days after it, as rows of a regression.
///
/// Columns: level; weekday; place in the month, counted in open days from its start and from its
/// end, and two waves; first and second open day after days that were closed out of turn, and the
/// day before them; the phases of each event; in long histories yearly waves and a slope.
struct DayDesign {
  /// A column's value on one day.
  typealias Entry = (column: Int, value: Double)

  /// What a column is about, besides events.
  enum Group: Int, CaseIterable {
    case level, weekday, month, reopening, season
  }

  let days: Int
  let columns: Int
  /// The column of Monday, which the other weekdays follow.
  let firstWeekday = 1
  /// By column; those of events have the group before them.
  private let groups: [Group]
  /// By day, what is not zero, by rising column.
  let rows: [[Entry]]
  /// By column, how far its coefficient is expected to lie from zero: a standard deviation.
  let spreads: [Double]
  /// By column, where its coefficient is expected to lie.
  let centers: [Double]
  let effects: EventEffects
  /// The columns of ``effects``.
  let columnsOfEvents: Range<Int>
  /// By day, whether contacts are served.
  let isOpen: [Bool]
  /// By day, Monday being 0; a day at the week's end that is worked counts as what it is worked as.
  let weekdays: [Int]

  private static let monthStarts = 8
  private static let monthEnds = 6
  private static let longHistory = 500

  /// The design for the days of `grid` and `ahead` days more.
  init(
    _ grid: DayGrid, hours: OpeningHours, calendar: EventCalendar, plain: SlotShares, ahead: Int
  ) {
    let days = grid.days + ahead
    self.days = days
    let opens = (0..<7).map(hours.opens)
    let weekdays = DayDesign.weekdays(grid, days: days, opens: opens, calendar)
    self.weekdays = weekdays

    let known = (0..<grid.days).map(grid.isKnown)
    let effects = EventEffects(
      calendar, grid: grid, days: days, opens: weekdays.map { opens[$0] }, known: known,
      plain: plain)
    // Open by the week's hours, unless nothing is known of a past day or an event closes one ahead.
    let isOpen = (0..<days).map { day in
      opens[weekdays[day]] && (day < grid.days ? known[day] : !effects.closes(day))
    }
    self.isOpen = isOpen

    var spreads = [10.0] + Array(repeating: 0.5, count: 7)
    var groups = [Group.level] + Array(repeating: Group.weekday, count: 7)
    var group = Group.month
    func column(_ spread: Double) -> Int {
      spreads.append(spread)
      groups.append(group)
      return spreads.count - 1
    }
    let starts = (0..<DayDesign.monthStarts).map { _ in column(0.02) }
    let ends = (0..<DayDesign.monthEnds).map { _ in column(0.02) }
    let waves = (0..<4).map { _ in column(0.04) }
    group = .reopening
    let after = column(0.2)
    let second = column(0.08)
    let before = column(0.08)
    let columnsOfEvents = effects.spreads.map(column)
    group = .season
    let isLong = grid.days > DayDesign.longHistory
    let years = isLong ? (0..<6).map { _ in column(0.1) } : []
    let slope = isLong ? column(0.1) : nil
    columns = spreads.count
    self.groups = groups
    self.spreads = spreads
    var centers = Array(repeating: 0.0, count: spreads.count)
    for (place, center) in zip(columnsOfEvents, effects.centers) { centers[place] = center }
    self.centers = centers
    self.effects = effects
    let firstOfEvents = columnsOfEvents.first ?? 0
    self.columnsOfEvents = firstOfEvents..<(firstOfEvents + columnsOfEvents.count)

    let places = DayDesign.places(in: grid, days: days, opens: opens)
    let shut = (0..<days).map { opens[weekdays[$0]] && !isOpen[$0] }
    var closedBefore = 0
    var sinceReopened = 9
    var rows: [[Entry]] = []
    rows.reserveCapacity(days)
    for day in 0..<days {
      var row: [Entry] = [(0, 1), (firstWeekday + weekdays[day], 1)]
      if starts.indices.contains(places[day].fromStart) {
        row.append((starts[places[day].fromStart], 1))
      }
      if ends.indices.contains(places[day].fromEnd) { row.append((ends[places[day].fromEnd], 1)) }
      let turn = 2 * Double.pi * places[day].share
      row += [
        (waves[0], .cos(turn)), (waves[1], .sin(turn)), (waves[2], .cos(2 * turn)),
        (waves[3], .sin(2 * turn)),
      ]
      if shut[day] {
        closedBefore += 1
      } else if opens[weekdays[day]] {
        if closedBefore > 0 {
          row.append((after, Double(min(closedBefore, 2))))
          sinceReopened = 0
        } else {
          sinceReopened += 1
          if sinceReopened == 1 { row.append((second, 1)) }
        }
        closedBefore = 0
        if day + 1 < days, shut[day + 1] { row.append((before, 1)) }
      }
      row += effects.entries(day).map { (columnsOfEvents[$0.column], $0.value) }
      if let slope {
        let date = (grid.firstDay + day).date
        let first = Day(year: date.year, month: 1, day: 1) ?? grid.firstDay
        let turn = 2 * Double.pi * Double(first.distance(to: grid.firstDay + day)) / 365.25
        for wave in 0..<3 {
          row.append((years[2 * wave], .cos(Double(wave + 1) * turn)))
          row.append((years[2 * wave + 1], .sin(Double(wave + 1) * turn)))
        }
        row.append((slope, Double(day - grid.days) / 365.25))
      }
      rows.append(row)
    }
    self.rows = rows
  }

  /// What `column` is about; not for those of events.
  func group(_ column: Int) -> Group { groups[column] }

  /// The weekdays by which days are known.
  private static func weekdays(
    _ grid: DayGrid, days: Int, opens: [Bool], _ calendar: EventCalendar
  ) -> [Int] {
    var weekdays = (0..<days).map(grid.weekday)
    for event in calendar.events where event.name == EventCalendar.makeupWorkday {
      let day = grid.firstDay.distance(to: event.day)
      guard weekdays.indices.contains(day), !opens[weekdays[day]] else { continue }
      // A Saturday becomes a Friday, a Sunday a Monday.
      let near = weekdays[day] == 5 ? 4 : weekdays[day] == 6 ? 0 : weekdays[day]
      if opens[near] { weekdays[day] = near }
    }
    return weekdays
  }

  /// Where each day stands in its month, counted in days on which the week is open.
  private static func places(
    in grid: DayGrid, days: Int, opens: [Bool]
  ) -> [(fromStart: Int, fromEnd: Int, share: Double)] {
    var places: [(fromStart: Int, fromEnd: Int, share: Double)] = []
    var day = 0
    while day < days {
      let month = (grid.firstDay + day).month
      let first = grid.firstDay.distance(to: month.first)
      // How many open days of the month lie before each of its days.
      var passed = [0]
      for index in 0..<month.length {
        let weekday = (grid.firstDay + (first + index)).weekday.rawValue
        passed.append(passed[index] + (opens[weekday] ? 1 : 0))
      }
      let end = min(days, first + month.length)
      while day < end {
        let index = day - first
        places.append(
          (
            passed[index], passed[month.length] - passed[index] - 1,
            (Double(index) + 0.5) / Double(month.length)
          ))
        day += 1
      }
    }
    return places
  }
}
