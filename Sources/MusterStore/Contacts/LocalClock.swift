import Vocabulary

/// Reads instants on the clocks of a zone, quickly where they fall on the same day.
struct LocalClock {
  private let zone: Zone
  /// The instants that have ``day`` as their day and the clocks as far ahead as at the last one.
  private var span = Instant(seconds: 0)..<Instant(seconds: 0)
  /// The first instant of ``day``, had the clocks not changed on it.
  private var midnight = Instant(seconds: 0)
  /// The local day of the last instant, as the store has it.
  private(set) var day = ""

  init(zone: Zone) {
    self.zone = zone
  }

  /// The minute of the local day of `instant`; ``day`` is that day from here on.
  mutating func minute(of instant: Instant) -> Int64 {
    if !span.contains(instant) { turn(to: instant) }
    return (instant - midnight) / 60
  }

  private mutating func turn(to instant: Instant) {
    let offset = zone.offset(at: instant)
    let local = LocalTime(instant, offset: offset)
    midnight = instant + -Int64(local.second)
    let changes = zone.transitions.map(\.start)
    let start = changes.last { $0 <= instant }.map { max($0, midnight) } ?? midnight
    let end = midnight + 86_400
    span = start..<(changes.first { $0 > instant }.map { min($0, end) } ?? end)
    day = local.day.description
  }
}
