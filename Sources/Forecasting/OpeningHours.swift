public import Vocabulary

/// The slots of a week in which contacts are served.
public struct OpeningHours: Hashable, Sendable {
  public let interval: Interval
  /// By weekday, Monday first, then slot of the day.
  private let open: [Bool]

  /// Whether the slot that begins at `minute` of a `weekday` is served.
  public func isOpen(_ weekday: Weekday, minute: Int) -> Bool {
    isOpen(weekday.rawValue, slot: minute / interval.minutes)
  }

  func isOpen(_ weekday: Int, slot: Int) -> Bool {
    open[weekday * interval.perDay + slot]
  }

  /// Whether any slot of a weekday is served.
  func opens(_ weekday: Int) -> Bool {
    (0..<interval.perDay).contains { isOpen(weekday, slot: $0) }
  }

  /// Hours that are known: a slot is open where it begins in the minutes of one of `times` on one of
  /// its weekdays.
  public init(interval: Interval, times: [(weekdays: [Weekday], minutes: Range<Int>)]) {
    self.interval = interval
    var open = Array(repeating: false, count: 7 * interval.perDay)
    for time in times {
      for weekday in time.weekdays {
        for slot in 0..<interval.perDay where time.minutes.contains(slot * interval.minutes) {
          open[weekday.rawValue * interval.perDay + slot] = true
        }
      }
    }
    self.open = open
  }

  /// The hours that a history shows.
  ///
  /// A slot is open on a weekday where it has a number on at least half of that weekday's last
  /// eight days of which anything is known; a weekday whose total is mostly zero is closed. A
  /// history of less than a week says nothing of other weekdays: they are open as those it has.
  public init(learntFrom history: IntervalSeries) {
    self.init(learntFrom: DayGrid(history))
  }

  init(learntFrom grid: DayGrid) {
    let slots = grid.slots
    interval = grid.interval
    var open = Array(repeating: false, count: 7 * slots)
    for weekday in 0..<7 {
      let recent = (0..<grid.days).reversed().lazy
        .filter { grid.weekday($0) == weekday && grid.isKnown($0) }.prefix(8)
      let days = Array(recent)
      // A weekday seen once or twice in a long history was an exception.
      let weeks = min(8, (grid.days + 6) / 7)
      guard days.count * 2 >= weeks || (days.count == 1 && weeks <= 2) else { continue }
      let busy = days.count { day in
        (0..<slots).contains { grid.volumes[day * slots + $0] > 0 }
      }
      guard busy * 2 >= days.count else { continue }
      for slot in 0..<slots {
        let seen = days.count { !grid.volumes[$0 * slots + slot].isNaN }
        open[weekday * slots + slot] = seen * 2 >= days.count
      }
    }
    if grid.days < 7 {
      let seen = Set((0..<grid.days).map(grid.weekday))
      for slot in 0..<slots where (0..<7).contains(where: { open[$0 * slots + slot] }) {
        for weekday in 0..<7 where !seen.contains(weekday) { open[weekday * slots + slot] = true }
      }
    }
    self.open = open
  }
}
