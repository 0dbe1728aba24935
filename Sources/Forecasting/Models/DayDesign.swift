import RealModule
import Vocabulary

/// What is known of each day of a history and of the days after it, as rows of a regression.
///
/// Columns: level; weekday; place in the month, counted in open days from its start and from its
/// end, and two waves; first and second open day after days that were closed out of turn, and the
/// day before them; each event's day, the day before and the day after; in long histories yearly
/// waves and a slope.
struct DayDesign {
  /// A column's value on one day.
  typealias Entry = (column: Int, value: Double)

  let days: Int
  let columns: Int
  /// By day, what is not zero, by rising column.
  let rows: [[Entry]]
  /// By column, how far its coefficient is expected to lie from zero: a standard deviation.
  let spreads: [Double]
  /// By day, whether contacts are served.
  let isOpen: [Bool]
  /// By day, Monday being 0.
  let weekdays: [Int]

  private static let monthStarts = 8
  private static let monthEnds = 6
  private static let longHistory = 500

  /// The design for the days of `grid` and `ahead` days more.
  init(_ grid: DayGrid, hours: OpeningHours, calendar: EventCalendar, ahead: Int) {
    let days = grid.days + ahead
    self.days = days
    let weekdays = (0..<days).map(grid.weekday)
    self.weekdays = weekdays
    let opens = (0..<7).map(hours.opens)

    var names: [String] = []
    var occurrences: [[Int]] = []
    for event in calendar.events {
      let day = grid.firstDay.distance(to: event.day)
      guard (-1...days).contains(day) else { continue }
      if let index = names.firstIndex(of: event.name) {
        occurrences[index].append(day)
      } else {
        names.append(event.name)
        occurrences.append([day])
      }
    }

    // Open by the week's hours, unless nothing is known of a past day or an event closes one ahead.
    let known = (0..<grid.days).map(grid.isKnown)
    var isOpen = (0..<days).map { opens[weekdays[$0]] && ($0 >= grid.days || known[$0]) }
    var lively: [Int] = []
    for (index, name) in names.enumerated() {
      let past = occurrences[index].filter {
        (0..<grid.days).contains($0) && opens[weekdays[$0]]
      }
      let closes =
        name == EventCalendar.closed || (!past.isEmpty && past.allSatisfy { !known[$0] })
      guard closes else {
        lively.append(index)
        continue
      }
      for day in occurrences[index] where (grid.days..<days).contains(day) { isOpen[day] = false }
    }
    self.isOpen = isOpen

    var spreads = [10.0] + Array(repeating: 0.5, count: 7)
    func column(_ spread: Double) -> Int {
      spreads.append(spread)
      return spreads.count - 1
    }
    let starts = (0..<DayDesign.monthStarts).map { _ in column(0.02) }
    let ends = (0..<DayDesign.monthEnds).map { _ in column(0.02) }
    let waves = (0..<4).map { _ in column(0.04) }
    let after = column(0.2)
    let second = column(0.08)
    let before = column(0.08)
    let effects = lively.map { _ in (before: column(0.1), on: column(0.5), after: column(0.1)) }
    let isLong = grid.days > DayDesign.longHistory
    let years = isLong ? (0..<6).map { _ in column(0.1) } : []
    let slope = isLong ? column(0.1) : nil
    columns = spreads.count
    self.spreads = spreads

    let places = DayDesign.places(in: grid, days: days, opens: opens.map { $0 }, weekdays: weekdays)
    let shut = (0..<days).map { opens[weekdays[$0]] && !isOpen[$0] }
    var closedBefore = 0
    var sinceReopened = 9
    var rows: [[Entry]] = []
    rows.reserveCapacity(days)
    for day in 0..<days {
      var row: [Entry] = [(0, 1), (1 + weekdays[day], 1)]
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
      for (index, effect) in zip(lively, effects) {
        let dates = occurrences[index]
        if dates.contains(day + 1), !dates.contains(day) { row.append((effect.before, 1)) }
        if dates.contains(day) { row.append((effect.on, 1)) }
        if dates.contains(day - 1), !dates.contains(day) { row.append((effect.after, 1)) }
      }
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

  /// Where each day stands in its month, counted in days on which the week is open.
  private static func places(
    in grid: DayGrid, days: Int, opens: [Bool], weekdays: [Int]
  ) -> [(fromStart: Int, fromEnd: Int, share: Double)] {
    var places: [(fromStart: Int, fromEnd: Int, share: Double)] = []
    var day = 0
    while day < days {
      let month = (grid.firstDay + day).month
      let first = grid.firstDay.distance(to: month.first)
      // How many open days of the month lie before each of its days.
      var passed = [0]
      for index in 0..<month.length {
        let weekday = ((first + index - day) % 7 + 7 + weekdays[day]) % 7
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
