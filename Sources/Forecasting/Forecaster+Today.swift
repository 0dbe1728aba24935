import Vocabulary

/// The rest of a day that has begun in the history.
struct Begun {
  /// The day, counted from the first of the history.
  let day: Int
  /// What was expected of it before it began.
  let look: Look
  /// Contacts seen over what was expected of these hours, as far as chance does not explain it.
  let factor: Double
  /// What the hours seen take from the doubt about the day: the square of a coefficient of
  /// variation.
  let settled: Double

  /// The contacts expected of a slot to come.
  func mean(_ weekday: Int, _ slot: Int) -> Double {
    look.totals[0] * factor * look.share(day, weekday, slot)
  }
}

extension Forecaster {
  /// The last day of the history, where hours of it are still to come.
  ///
  /// How far the hours seen speak for the rest depends on how much days vary and how much chance
  /// there is in what was seen: both are weighed as by a normal law with heavy tails.
  func begun(
    _ best: [Int], _ usual: SlotShares, _ shapes: EventShapes, _ errors: ForecastErrors,
    doubt: (_ day: Int, _ origin: Int) -> Double
  ) -> Begun? {
    let day = grid.days - 1
    let weekday = totals.design.weekdays[day]
    let next = history.zone.local(history.end)
    let isOver = grid.firstDay.distance(to: next.day) > day
    let first = isOver ? grid.slots : next.minute / history.interval.minutes
    guard totals.design.isOpen[day],
      (first..<grid.slots).contains(where: { hours.isOpen(weekday, slot: $0) })
    else { return nil }
    let expected = Forecaster.blend(candidates(before: day).totals, best)
    let look = look(from: day, to: day + 1, expected, usual, shapes)
    var seen = 0.0
    var usually = 0.0
    var squares = 0.0
    for slot in 0..<first {
      let volume = grid.volumes[day * grid.slots + slot]
      guard volume.isFinite else { continue }
      let mean = expected[0] * look.share(day, weekday, slot)
      seen += volume
      usually += mean
      squares += mean * mean
    }
    guard usually > 0 else { return Begun(day: day, look: look, factor: 1, settled: 0) }
    let chance = usually + errors.slots * squares
    let miss = seen - usually
    var doubt = errors.variation(lead: 1) + doubt(day, day)
    // A day that lies far off is one of another kind: then what was known before says little.
    doubt *= max(1, miss * miss / (doubt * usually * usually + chance))
    let spread = doubt * usually * usually
    // A history of a week or less does not tell what a day is like before it begins.
    let trust = day < 7 ? 1 : spread / (spread + chance)
    return Begun(
      day: day, look: look, factor: 1 + trust * miss / usually,
      settled: trust * errors.variation(lead: 1))
  }
}
