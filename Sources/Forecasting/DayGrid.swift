import Vocabulary

/// A history laid out by local days and slots, the cells of a day.
struct DayGrid {
  let firstDay: Day
  let interval: Interval
  let days: Int
  /// By day, then slot; not a number where nothing is known.
  var volumes: [Double]

  var slots: Int { interval.perDay }

  /// The grid of `history` on the clocks of its zone.
  ///
  /// Where a clock is put back, the two intervals of a slot enter with their mean; where it is put
  /// forward, the slot is unknown.
  init(_ history: IntervalSeries) {
    let zone = history.zone
    let first = zone.local(history.start).day
    let last = zone.local(history.instant(at: max(0, history.values.count - 1))).day
    firstDay = first
    interval = history.interval
    days = first.distance(to: last) + 1
    volumes = Array(repeating: .nan, count: days * history.interval.perDay)
    for (index, value) in history.values.enumerated() {
      guard let volume = value.number else { continue }
      let local = zone.local(history.instant(at: index))
      let cell = firstDay.distance(to: local.day) * slots + local.minute / interval.minutes
      volumes[cell] = volumes[cell].isNaN ? volume : (volumes[cell] + volume) / 2
    }
  }

  func weekday(_ day: Int) -> Int { (firstDay + day).weekday.rawValue }

  /// `count` days of the grid from `first` on, fewer where it ends before.
  func days(from first: Int, count: Int) -> Range<Int> { first..<min(days, first + count) }

  /// Whether anything is known of `day`.
  func isKnown(_ day: Int) -> Bool {
    volumes[(day * slots)..<((day + 1) * slots)].contains { !$0.isNaN }
  }
}
