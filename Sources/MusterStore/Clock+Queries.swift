public import Vocabulary

extension Connection {
  /// Seconds by which the clocks of several desks may differ.
  private static let tolerance: Int64 = 300

  /// The latest moment at which anything was recorded in the store; nil where nothing was.
  public func latestInstant() throws -> Instant? {
    try first(
      """
      SELECT MAX(at) AS last FROM (
        SELECT MAX(imported_at) AS at FROM import
        UNION ALL SELECT MAX(recorded_at) FROM assignment
        UNION ALL SELECT MAX(drawn_at) FROM attempt
        UNION ALL SELECT MAX(recorded_at) FROM certificate
        UNION ALL SELECT MAX(recorded_at) FROM quality_review
        UNION ALL SELECT MAX(made_at) FROM forecast
        UNION ALL SELECT MAX(published_at) FROM roster_publication
        UNION ALL SELECT MAX(computed_at) FROM statement
        UNION ALL SELECT MAX(instant) FROM ledger
        UNION ALL SELECT MAX(locked_at) FROM period_lock
      ) AS recorded
      """)?["last"]
  }

  /// The instant that stands on what is booked or locked `now`.
  ///
  /// The ledger never goes back in time: where the clock is behind what was booked or locked last by
  /// as much as clocks differ, it is the last one's instant, and further behind it is refused by
  /// ``StoreFault/clockBehind(now:last:)``.
  func bookingInstant(_ now: Instant) throws -> Instant {
    let row = try first(
      """
      SELECT MAX(at) AS last FROM (
        SELECT instant AS at FROM ledger WHERE sequence = (SELECT MAX(sequence) FROM ledger)
        UNION ALL SELECT MAX(locked_at) FROM period_lock
      ) AS booked
      """)
    guard let last: Instant = try row?["last"], last > now else { return now }
    guard last - now <= Connection.tolerance else {
      throw StoreFault.clockBehind(now: now, last: last)
    }
    return last
  }
}
